/// Contents that a key opens, by their first bytes (RFC 9580, and those of other programs).
enum Sealed {
    static func isProtected(_ bytes: [UInt8]) -> Bool {
        let starts: [[UInt8]] = [
            Array(".pfile".utf8), [0x76, 0xE8, 0x04, 0x60, 0xC4, 0x11, 0xE3, 0x86], Array("age-encryption.org/".utf8),
            Array("Salted__".utf8), [0x03, 0xD9, 0xA2, 0x9A], Array("LUKS".utf8) + [0xBA, 0xBE],
        ]
        return starts.contains { bytes.starts(with: $0) } || isPGP(bytes)
    }

    /// A session key for a public key or for a password comes first.
    private static func isPGP(_ bytes: [UInt8]) -> Bool {
        guard let tag = bytes.byte(at: 0), let length = bytes.byte(at: 1), bytes.count > 16 else { return false }
        switch tag {
        case 0x84: return bytes[2] == 3
        case 0x85: return bytes[3] == 3 && length < 0x10
        case 0xC1:
            let version = length < 192 ? bytes[2] : bytes[3]
            return version == 3 || version == 6
        case 0x8C, 0xC3: return length < 64 && (4...6).contains(bytes[2])
        default: return false
        }
    }
}
