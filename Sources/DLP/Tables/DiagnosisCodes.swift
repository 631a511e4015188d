/// Which diagnosis codes exist.
enum DiagnosisCodes {
    private struct Node {
        let isEnd: Bool
        let edges: [UInt8: Int]
    }

    private static let nodes: [Node] = table.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { row in
        var bytes = Array(row.utf8)
        let isEnd = bytes.first == UInt8(ascii: ".")
        if isEnd { bytes.removeFirst() }
        var edges: [UInt8: Int] = [:]
        for at in stride(from: 0, to: bytes.count - 3, by: 4) {
            edges[bytes[at]] = bytes[(at + 1)...(at + 3)].reduce(0) { $0 * 64 + digit($1) }
        }
        return Node(isEnd: isEnd, edges: edges)
    }

    /// Base 64 in the order of ASCII's digits, capitals and small letters.
    private static func digit(_ letter: UInt8) -> Int {
        switch letter {
        case 48...57: Int(letter) - 48
        case 65...90: Int(letter) - 55
        case 97...122: Int(letter) - 61
        case UInt8(ascii: "-"): 62
        default: 63
        }
    }

    /// Whether these capitals and digits, without their dot, are a code.
    static func contains(_ code: some Sequence<UInt8>) -> Bool {
        var at = nodes.count - 1
        for letter in code {
            guard let next = nodes[at].edges[letter] else { return false }
            at = next
        }
        return nodes[at].isEnd
    }
}
