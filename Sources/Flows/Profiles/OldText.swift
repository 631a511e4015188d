/// What tells text in Windows-1252 from text in other old character sets: in those, characters above ASCII come in runs of bytes,
/// have bytes that Windows-1252 hardly uses, or stand between escapes.
struct OldText {
    private var (high, odd) = (0, 0)
    private var shifts = false

    /// Whether it cannot have been written in Windows-1252.
    var isForeign: Bool { shifts || high >= 4 && odd * 2 > high }

    /// - Parameter text: lines of which some may be ASCII.
    mutating func add(_ text: ArraySlice<UInt8>) {
        if !shifts { shifts = Self.shifts(text) }
        var rest = text
        while let start = rest.firstIndex(where: { $0 >= 0x80 }) {
            let run = rest[start...].prefix { $0 >= 0x80 }
            high += run.count
            if Self.isOdd(run) { odd += run.count }
            rest = rest[run.endIndex...]
        }
    }

    /// Whether an escape begins or ends characters of seven bits (ISO-2022).
    private static func shifts(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while let sign = rest.firstIndex(of: 0x1B) {
            rest = rest[(sign + 1)...]
            if rest.first == UInt8(ascii: "$") || rest.first == UInt8(ascii: "(") { return true }
        }
        return false
    }

    /// Two letters above ASCII stand beside each other in the West too (`ção`), three do not.
    private static func isOdd(_ run: ArraySlice<UInt8>) -> Bool {
        switch run.count {
        case 1: run.allSatisfy(rare.contains)
        case 2: run.contains { $0 < 0xC0 }
        default: true
        }
    }

    /// Without a character in Windows-1252, or with one that is hardly written alone.
    private static let rare: Set<UInt8> = [
        0x81, 0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8B, 0x8D, 0x8F, 0x90, 0x98, 0x9B, 0x9D,
    ]
}
