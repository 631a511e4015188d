/// `header.payload.signature` in base 64 for URLs (RFC 7519).
enum JSONWebToken {
    /// Bytes of a header that are decoded.
    private static let longestHeader = 2_048

    @Sendable static func value(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
        let start = anchor.lowerBound
        let before = text[start - 1]
        guard !Secret.isURLSafe(before) || Secret.isEscaped(before: start, in: text), before != UInt8(ascii: ".") else {
            return nil
        }
        var ends: [Int] = []
        var at = start
        while ends.count < 3 {
            let first = at
            while Secret.isURLSafe(text[at]) { at += 1 }
            guard at > first else { break }
            ends.append(at)
            guard text[at] == UInt8(ascii: ".") else { break }
            at += 1
        }
        guard ends.count == 3, ends[2] - ends[1] > 16, namesAlgorithm(text, start..<ends[0]) else { return nil }
        return start..<ends[2]
    }

    private static func namesAlgorithm(_ text: TextBytes, _ header: Range<Int>) -> Bool {
        guard header.count <= longestHeader else { return false }
        let plain = decoded(text.slice(header))
        guard plain.first == UInt8(ascii: "{"), plain.last == UInt8(ascii: "}") else { return false }
        let name = Array("\"alg\"".utf8)
        return plain.indices.dropLast(name.count).contains { plain[$0...].starts(with: name) }
    }

    private static func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var (bits, count): (UInt32, Int) = (0, 0)
        for byte in bytes {
            bits = bits << 6 | value(of: byte)
            count += 6
            if count >= 8 {
                count -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return out
    }

    private static func value(of byte: UInt8) -> UInt32 {
        switch byte {
        case 65...90: UInt32(byte) - 65
        case 97...122: UInt32(byte) - 71
        case 48...57: UInt32(byte) + 4
        case UInt8(ascii: "-"): 62
        default: 63
        }
    }
}
