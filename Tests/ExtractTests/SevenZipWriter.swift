import CZlib

/// Writes archives of 7z for tests: one member whose packed bytes are as they are given.
enum SevenZipWriter {
    static func archive(_ name: String, _ packed: [UInt8], codec: [UInt8]) -> [UInt8] {
        let letters = Array((name + "\0").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let size = UInt8(packed.count)
        let streams: [UInt8] = [4, 6, 0, 1, 9, size, 0, 7, 0x0B, 1, 0, 1, UInt8(codec.count)] + codec
        let files: [UInt8] = [5, 1, 0x11, UInt8(letters.count + 1), 0] + letters
        let header = [1] + streams + [0x0C, size, 0, 8, 0, 0] + files + [0, 0]
        let start = u32(packed.count) + u32(0) + u32(header.count) + u32(0) + sum(header)
        return [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4] + sum(start) + start + packed + header
    }

    private static func sum(_ bytes: [UInt8]) -> [UInt8] { u32(Int(crc32(0, bytes, UInt32(bytes.count)))) }
}
