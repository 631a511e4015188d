import Foundation

/// The processes of this machine at one moment.
struct ProcessTree {
    struct Entry {
        let processID: Int32
        let parent: Int32
        let name: String
        let hasChildren: Bool
    }

    private let entries: [Entry]

    init() {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
        let found = numbers.compactMap { number -> (Int32, Int32, String)? in
            // `12 (the name) S 1 …`; a name may hold blanks and parentheses.
            guard let line = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8),
                let open = line.firstIndex(of: "("), let close = line.lastIndex(of: ")")
            else { return nil }
            let fields = line[line.index(after: close)...].split(separator: " ")
            guard fields.count > 1, let parent = Int32(fields[1]) else { return nil }
            return (number, parent, String(line[line.index(after: open)..<close]))
        }
        let parents = Set(found.map(\.1))
        entries = found.map { Entry(processID: $0.0, parent: $0.1, name: $0.2, hasChildren: parents.contains($0.0)) }
    }

    func descendants(of processID: Int32) -> [Entry] {
        let children = entries.filter { $0.parent == processID }
        return children + children.flatMap { descendants(of: $0.processID) }
    }
}
