/// Whether an expression can match ASCII alone. Byte by byte it then finds the same, and a compiler that need not think of the long s and
/// the Kelvin sign where letter case is ignored takes ten times larger numbers in `{…}`.
enum ASCIIPattern {
    static func isOne(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            switch bytes[place] {
            case 0x80...: return false
            // Any character, or any but some.
            case UInt8(ascii: "."): return false
            case UInt8(ascii: "[") where next == UInt8(ascii: "^") || next == UInt8(ascii: ":"): return false
            // Options, and what looks around.
            case UInt8(ascii: "(") where next == UInt8(ascii: "?"):
                guard place + 2 < bytes.count, bytes[place + 2] == UInt8(ascii: ":") else { return false }
            case UInt8(ascii: "\\"):
                guard isSign(next) || "dwsbtnr".utf8.contains(next) else { return false }
                place += 1
            default: break
            }
            place += 1
        }
        return true
    }

    /// Whether a backslash before it means the sign itself.
    private static func isSign(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "!")...UInt8(ascii: "/"), UInt8(ascii: ":")...UInt8(ascii: "@"),
            UInt8(ascii: "[")...UInt8(ascii: "`"), UInt8(ascii: "{")...UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
