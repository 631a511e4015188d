import Model

/// Latin letters that characters of other scripts and alphabets look like.
enum Lookalikes {
    static let replaceable = ReplaceableTable(
        "confusables", builtIn: ConfusableTable.origin,
        row: "one to three small letters a to z, then code points in hexadecimal, such as \"a 430 3B1\""
    ) { row in
        let fields = row.split(separator: " ")
        return fields.count > 1 && (1...3).contains(fields[0].utf8.count)
            && fields[0].utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            && fields.dropFirst().allSatisfy { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) != nil }
    }

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

    /// The Cyrillic small letter that a Latin letter looks like in its case; nil where there is none.
    static func cyrillic(_ code: UInt32) -> UInt32? {
        switch code {
        case 0x61, 0x41: 0x430
        case 0x63, 0x43: 0x441
        case 0x65, 0x45: 0x435
        case 0x6F, 0x4F: 0x43E
        case 0x70, 0x50: 0x440
        case 0x78, 0x58: 0x445
        case 0x79, 0x59: 0x443
        case 0x6B, 0x4B: 0x43A
        case 0x4D: 0x43C
        case 0x54: 0x442
        case 0x48: 0x43D
        case 0x42: 0x432
        case 0x69, 0x49: 0x456
        case 0x6A, 0x4A: 0x458
        case 0x73, 0x53: 0x455
        case 0x33: 0x437
        default: nil
        }
    }

    private static let parsed: (codes: [UInt32], targetOf: [UInt16], targets: [[UInt8]]) = {
        var pairs: [(UInt32, UInt16)] = []
        var targets: [[UInt8]] = []
        for line in replaceable.ownRows ?? ConfusableTable.rows.split(separator: "\n") {
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
