/// OpenPGP armor inside of a text (RFC 9580 §6.2).
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
}
