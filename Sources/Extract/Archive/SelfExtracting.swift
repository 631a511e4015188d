/// Programs with an archive behind them, which they unpack.
enum SelfExtracting {
    /// Of Linux, of a Mac, of Java, or of Windows, whose two letters begin texts as well.
    static func isProgram(_ bytes: [UInt8]) -> Bool {
        let signatures: [[UInt8]] = [
            [0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE], [0xFE, 0xED, 0xFA, 0xCE],
            [0xFE, 0xED, 0xFA, 0xCF], [0xCA, 0xFE, 0xBA, 0xBE],
        ]
        return signatures.contains { bytes.starts(with: $0) } || (bytes.hasPrefix("MZ") && !bytes.isClear(within: 4096))
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
