/// The gzip format (RFC 1952) without compression: blocks stored as they are (RFC 1951 §3.2.4). Clients have to undo it
/// all the same, and it costs next to nothing.
enum Gzip {
    /// Bodies of a kilobyte and more, where the client says that it takes gzip.
    static func isWorthIt(for body: [UInt8], acceptEncoding: String?) -> Bool {
        guard body.count >= 1024, let acceptEncoding else { return false }
        return acceptEncoding.lowercased().split(separator: ",").contains { entry in
            let parts = entry.split(separator: ";").map { $0.filter { $0 != " " } }
            return parts.first == "gzip" && !parts.dropFirst().contains("q=0")
        }
    }

    static func stored(_ body: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(body.count + body.count / 65535 * 5 + 32)
        out += [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        var start = 0
        repeat {
            let count = min(body.count - start, 65535)
            let isLast = start + count == body.count
            let length = UInt16(count)
            out += [isLast ? 1 : 0] + littleEndian(length) + littleEndian(~length)
            out.append(contentsOf: body[start..<start + count])
            start += count
        } while start < body.count
        out += littleEndian(checksum(body)) + littleEndian(UInt32(truncatingIfNeeded: body.count))
        return out
    }

    /// CRC-32 of IEEE 802.3, eight bytes a step.
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        bytes.withUnsafeBytes { bytes in
            tables.withUnsafeBufferPointer { tables in
                var sum: UInt32 = 0xFFFF_FFFF
                var place = 0
                while place + 8 <= bytes.count {
                    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
                    let mixed = word ^ UInt64(sum)
                    sum = 0
                    for step in 0..<8 {
                        let byte = Int(truncatingIfNeeded: mixed >> UInt64(8 * step)) & 0xFF
                        sum ^= tables[(7 - step) << 8 | byte]
                    }
                    place += 8
                }
                while place < bytes.count {
                    sum = (sum >> 8) ^ tables[Int((sum ^ UInt32(bytes[place])) & 0xFF)]
                    place += 1
                }
                return ~sum
            }
        }
    }

    /// Eight tables of 256, one behind the other: table n is what a byte does n bytes further on.
    private static let tables: [UInt32] = {
        var tables: [UInt32] = []
        for byte in 0..<UInt32(256) {
            var sum = byte
            for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
            tables.append(sum)
        }
        for place in 256..<2048 {
            let before = tables[place - 256]
            tables.append((before >> 8) ^ tables[Int(before & 0xFF)])
        }
        return tables
    }()

    private static func littleEndian(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
