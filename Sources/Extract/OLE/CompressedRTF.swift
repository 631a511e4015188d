/// The compressed body of a message (MS-OXRTFCP): references into a ring that begins with common control words.
enum CompressedRTF {
    /// - Returns: nil for what has no header.
    static func content(_ packed: [UInt8]) -> [UInt8]? {
        guard let size = packed.u32(at: 4), let kind = packed.u32(at: 8), packed.count > 16 else { return nil }
        if kind == 0x414C_454D { return Array(packed[16...].prefix(size)) }
        guard kind == 0x7546_5A4C else { return nil }
        return unpack(packed, size: min(size, packed.count * 20))
    }

    private static func unpack(_ packed: [UInt8], size: Int) -> [UInt8] {
        var ring = Array(start.utf8) + [UInt8](repeating: 0x20, count: 4096 - start.utf8.count)
        var write = start.utf8.count
        var out: [UInt8] = []
        var place = 16
        func put(_ byte: UInt8) {
            out.append(byte)
            ring[write] = byte
            write = (write + 1) % 4096
        }
        while place < packed.count, out.count < size {
            let flags = packed[place]
            place += 1
            for bit in 0..<8 where place < packed.count {
                guard flags & (1 << bit) != 0 else {
                    put(packed[place])
                    place += 1
                    continue
                }
                guard place + 1 < packed.count else { return out }
                let offset = Int(packed[place]) << 4 | Int(packed[place + 1] >> 4)
                let length = Int(packed[place + 1] & 0xF) + 2
                place += 2
                if offset == write { return out }
                for step in 0..<length { put(ring[(offset + step) % 4096]) }
            }
        }
        return out
    }

    private static let start =
        #"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript \fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0"#
        + "\r\n" + #"\par \pard\plain\f0\fs20\b\i\u\tab\tx"#
}
