import Model

/// Which diagnosis codes exist.
enum DiagnosisCodes {
    static let replaceable = ReplaceableTable(
        "diagnosis-codes", builtIn: origin,
        row: "a code such as E11.9 or E119, which a blank parts from what stands behind it"
    ) { packed($0) != nil }

    /// The codes of the file that stands in the table's place.
    private static let own = replaceable.ownRows.map { Set($0.compactMap(packed)) }

    /// The code that a row begins with, a byte each; nil where it is none.
    static func packed(_ row: Substring) -> UInt64? {
        let code = row.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        let letters = code.filter { $0 != UInt8(ascii: ".") }
        let isDotted = letters.count < code.count
        guard (3...7).contains(letters.count), letters[0].isUpper, letters[1].isDigit,
            letters.allSatisfy({ $0.isUpper || $0.isDigit }),
            !isDotted || (code.count == letters.count + 1 && letters.count > 3 && Array(code)[3] == UInt8(ascii: "."))
        else { return nil }
        return packed(letters)
    }

    private static func packed(_ letters: some Sequence<UInt8>) -> UInt64 {
        letters.reduce(0) { $0 << 8 | UInt64($1) }
    }

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
        if let own { return own.contains(packed(code)) }
        var at = nodes.count - 1
        for letter in code {
            guard let next = nodes[at].edges[letter] else { return false }
            at = next
        }
        return nodes[at].isEnd
    }
}
