/// OpenPGP (RFC 9580): armor inside of a text, and packets.
enum InlinePGP {
    /// Whether a line begins an encrypted message; a signature leaves its text readable and is none.
    static func isEncrypted(_ text: [UInt8]) -> Bool {
        let mark = "-----BEGIN PGP MESSAGE"
        var rest = text[...]
        while let place = rest.offset(of: mark) {
            let start = rest.startIndex + place
            if start == text.startIndex || text[start - 1] == 0x0A { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }

    /// Whether the first packet holds a key for what follows, or encrypted data (§4.2, §5.1, §5.3, §5.7, §5.13).
    static func beginsEncrypted(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first, first & 0x80 != 0 else { return false }
        let tag = first & 0x40 != 0 ? first & 0x3F : first >> 2 & 0x0F
        return [1, 3, 9, 18, 20].contains(tag)
    }
}
