/// Latin letters that characters of other scripts and alphabets look like.
enum Lookalikes {
    /// Lower-case ASCII letters, one to three; nil for a character that looks like none.
    static func latin(_ code: UInt32) -> [UInt8]? {
        var low = 0
        var high = codes.count
        while low < high {
            let middle = (low + high) / 2
            if codes[middle] < code { low = middle + 1 } else { high = middle }
        }
        return low < codes.count && codes[low] == code ? targets[Int(targetOf[low])] : nil
    }

    private static let parsed: (codes: [UInt32], targetOf: [UInt16], targets: [[UInt8]]) = {
        var pairs: [(UInt32, UInt16)] = []
        var targets: [[UInt8]] = []
        for line in ConfusableTable.rows.split(separator: "\n") {
            let fields = line.split(separator: " ")
            let target = Array(fields[0].utf8)
            if targets.last != target { targets.append(target) }
            for field in fields.dropFirst() {
                if let code = UInt32(field, radix: 16) { pairs.append((code, UInt16(targets.count - 1))) }
            }
        }
        pairs.sort { $0.0 < $1.0 }
        return (pairs.map(\.0), pairs.map(\.1), targets)
    }()

    private static let codes = parsed.codes
    private static let targetOf = parsed.targetOf
    private static let targets = parsed.targets
}
