/// UTF-8 that some searches insist on.
enum ValidText {
    /// The bytes with each that is not part of a character replaced by a question mark; nil where there is none such.
    static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var repaired: [UInt8]?
        var at = 0
        while at < bytes.count {
            let length = character(at, in: bytes)
            if length == 0 {
                if repaired == nil { repaired = Array(bytes) }
                repaired?[at] = UInt8(ascii: "?")
            }
            at += max(length, 1)
        }
        return repaired
    }

    /// Bytes of the character at a place (Unicode, table 3-7); 0 where there is none.
    @inline(__always)
    private static func character(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let lead = bytes[at]
        if lead < 0x80 { return 1 }
        return wide(lead, at, in: bytes)
    }

    private static func wide(_ lead: UInt8, _ at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let (length, second): (Int, ClosedRange<UInt8>)
        switch lead {
        case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard at + length <= bytes.count, second.contains(bytes[at + 1]) else { return 0 }
        return (2..<length).allSatisfy { bytes[at + $0] & 0xC0 == 0x80 } ? length : 0
    }
}
