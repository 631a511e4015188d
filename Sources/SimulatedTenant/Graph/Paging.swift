import Foundation

extension Reply {
    /// Objects on a page: what was asked for, else the usual number, and never more than the configuration forces.
    func pageSize(_ asked: Int?, usual: Int) -> Int {
        max(1, min(asked ?? usual, configuration.pageSize ?? .max))
    }

    /// Where a list goes on: the token of `$skiptoken`, or a fresh one made from the options.
    func listToken(maximum: Int = 999) throws(GraphFailure) -> PageToken {
        if let text = call.option("$skiptoken") {
            guard let token = PageToken(text, path: path), token.mode == .list else { throw PageToken.notFound }
            return token
        }
        return PageToken(
            mode: .list, path: path, upTo: world.mark, issued: nowSeconds, select: call.option("$select"),
            filter: call.option("$filter"), top: try top(maximum: maximum))
    }

    func top(maximum: Int) throws(GraphFailure) -> Int? {
        guard let text = call.option("$top") else { return nil }
        guard let top = Int(text), (1...maximum).contains(top) else {
            var failure = GraphFailure.unsupported(
                "Invalid page size specified: '\(text)'. Must be between 1 and \(maximum) inclusive.")
            failure.assumed = ["invalid-top"]
            throw failure
        }
        return top
    }

    /// The absolute link to the next page of a list.
    func link(_ token: PageToken) -> String {
        var options: [String] = []
        if let select = token.select { options.append("$select=\(encoded(select))") }
        if let top = token.top { options.append("$top=\(top)") }
        options.append("$skiptoken=\(token.text)")
        return "\(root)/\(encodedPath)?\(options.joined(separator: "&"))"
    }

    var encodedPath: String { call.segments.map(encoded).joined(separator: "/") }

    private func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: Self.segmentCharacters) ?? text
    }
    private static let segmentCharacters: CharacterSet = .alphanumerics.union(
        CharacterSet(charactersIn: "-._~!$'()*,;=:@"))
}

extension PageToken {
    func at(_ position: Int, part: Int = 0, pause: Bool = false) -> PageToken {
        var token = self
        token.position = position
        token.part = part
        token.pause = pause
        return token
    }
}

/// Objects of a population written one after the other until a page is full.
struct PageCut {
    var value: [UInt8] = []
    var written = 0
    /// Where the next page begins; nil where nothing is left.
    var next: (position: Int, part: Int)?

    private mutating func write(_ body: (inout [UInt8]) -> Void) {
        if written > 0 { value.append(44) }
        body(&value)
        written += 1
    }

    /// A page of a list: what is there now and passes the filter.
    static func list(
        _ population: some Population, from start: Int, limit: Int, where passes: (Int) -> Bool
    ) -> PageCut {
        var cut = PageCut()
        cut.value.reserveCapacity(limit * 900)
        var position = start
        while position < population.count {
            if population.presence(at: position) == .present, passes(position) {
                guard cut.written < limit else {
                    cut.next = (position, 0)
                    break
                }
                cut.write { population.write(at: position, part: 0, to: &$0) }
            }
            position += 1
        }
        return cut
    }

    /// A page of a delta round: what changed since a moment, or everything where that is nil.
    static func delta(_ population: some Population, token: PageToken, limit: Int, seed: UInt64) -> PageCut {
        var cut = PageCut()
        var (position, part) = (token.position, token.part)
        if position > 0, part == 0, Mix.bits(seed, position, 77) % 4 == 0 {
            _ = cut.add(population, at: position - 1, part: population.parts(at: position - 1) - 1, since: token.since)
        }
        while position < population.count {
            let isWorthTelling = token.since.map { population.hasChanged(at: position, since: $0) } ?? true
            if isWorthTelling {
                guard cut.written < limit else {
                    cut.next = (position, part)
                    break
                }
                let isWhole = cut.add(population, at: position, part: part, since: token.since)
                if !isWhole {
                    cut.next = (position, part + 1)
                    break
                }
            }
            (position, part) = (position + 1, 0)
        }
        return cut
    }

    /// True where the object has been told whole; a further part belongs on the next page.
    private mutating func add(_ population: some Population, at position: Int, part: Int, since: Mark?) -> Bool {
        if let since, !population.hasChanged(at: position, since: since) { return true }
        switch population.presence(at: position) {
        case .removed(let reason):
            let note: JSON = ["id": .string(population.id(at: position)), "@removed": ["reason": .string(reason)]]
            write { note.write(to: &$0) }
            return true
        case .present:
            write { population.write(at: position, part: part, to: &$0) }
            return part + 1 >= population.parts(at: position)
        }
    }
}
