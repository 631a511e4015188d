import Model
import Store

/// Labels in the order in which people see them: a parent before its children, brothers by priority.
struct LabelTree {
    /// Levels that a path names; of deeper labels the last ones. Microsoft has two.
    private static let mostLevels = 32

    private let byID: [String: KeptLabel]
    private let children: [String: [KeptLabel]]
    private let roots: [KeptLabel]

    init(_ labels: [KeptLabel]) {
        let byID = Dictionary(labels.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.byID = byID
        func isRoot(_ label: KeptLabel) -> Bool { label.label.parentID.flatMap { byID[$0] } == nil }
        roots = labels.filter(isRoot).sorted(by: Self.stands)
        children = Dictionary(grouping: labels.filter { !isRoot($0) }, by: { $0.label.parentID ?? "" })
            .mapValues { $0.sorted(by: Self.stands) }
    }

    /// Every label with its depth, each once. Labels that are each other's parents stand at the end.
    var rows: [(label: KeptLabel, depth: Int)] {
        var rows: [(label: KeptLabel, depth: Int)] = []
        var seen: Set<String> = []
        let inCircles = byID.values.sorted(by: Self.stands)
        for root in roots + inCircles where !seen.contains(root.id) {
            var waiting = [(label: root, depth: 0)]
            while let next = waiting.popLast() {
                guard seen.insert(next.label.id).inserted else { continue }
                rows.append(next)
                waiting += (children[next.label.id] ?? []).reversed().map { ($0, next.depth + 1) }
            }
        }
        return rows
    }

    /// `Confidential \ All Employees`. A parent that no list names is an ellipsis.
    func path(of label: KeptLabel) -> String {
        var names = [Self.name(label)]
        var seen: Set<String> = [label.id]
        var parent = label.label.parentID
        while let id = parent {
            guard names.count < Self.mostLevels, let above = byID[id], seen.insert(id).inserted else {
                names.append("…")
                break
            }
            names.append(Self.name(above))
            parent = above.label.parentID
        }
        return names.reversed().joined(separator: " \\ ")
    }

    private static func name(_ label: KeptLabel) -> String {
        label.label.name.flatMap { $0.isEmpty ? nil : $0 } ?? label.id
    }

    private static func stands(_ a: KeptLabel, before b: KeptLabel) -> Bool {
        (a.label.priority ?? .max, name(a), a.id) < (b.label.priority ?? .max, name(b), b.id)
    }
}
