/// Programs with an archive behind them, which they unpack.
enum SelfExtracting {
    /// Of Windows, of Linux, or a script.
    static func isProgram(_ bytes: [UInt8]) -> Bool {
        bytes.hasPrefix("MZ") || bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46])
    }

    /// Where an archive of 7-Zip, RAR or cabinet kind begins in a program; nil for other files.
    static func archive(in bytes: [UInt8]) -> Int? {
        guard isProgram(bytes) else { return nil }
        return bytes.indices.dropFirst(64).first { place in
            switch bytes[place] {
            // The major version of the format follows.
            case 0x37: bytes[place...].starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0])
            case 0x52: bytes[place...].starts(with: [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07])
            case 0x4D: bytes[place...].starts(with: [0x4D, 0x53, 0x43, 0x46, 0, 0, 0, 0])
            default: false
            }
        }
    }
}
