/// What each byte is, by table: one load where arithmetic would take several steps.
enum ByteClass {
    static let alphanumeric: UInt8 = 1
    static let base64: UInt8 = 2
    static let capital: UInt8 = 4
    static let letter: UInt8 = 8

    /// 256 bytes that live as long as the program; `nonisolated(unsafe)`, because they are written here, before anybody has the pointer.
    nonisolated(unsafe) static let table: UnsafePointer<UInt8> = {
        let table = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        for place in 0..<256 {
            let byte = UInt8(place)
            var bits: UInt8 = byte.isAlphanumeric ? alphanumeric | base64 : 0
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") { bits |= base64 }
            if byte.isUpper || byte.isDigit { bits |= capital }
            if byte.isLetter { bits |= letter }
            (table + place).initialize(to: bits)
        }
        return UnsafePointer(table)
    }()
}
