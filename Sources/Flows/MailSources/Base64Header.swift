/// The header block of a message written in base64 (RFC 4648 §4; line breaks are passed over): nothing behind it is decoded.
struct Base64Header {
    private(set) var bytes: [UInt8] = []
    /// Whether everything up to there is base64.
    private(set) var isWhole = true

    init(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.reserveCapacity(min(text.count / 4 * 3 + 3, 8192))
        let values = Self.values
        var bits: UInt32 = 0
        var count = 0
        for letter in text {
            let value = values[Int(letter)]
            guard value < 64 else {
                if value == Self.padding { break }
                if value == Self.nothing { isWhole = false }
                continue
            }
            bits = bits << 6 | UInt32(value)
            count += 1
            guard count == 4 else { continue }
            bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
            bytes.append(UInt8(truncatingIfNeeded: bits))
            (bits, count) = (0, 0)
            if isAtEnd { return }
        }
        finish(bits, count)
    }

    private mutating func finish(_ bits: UInt32, _ count: Int) {
        switch count {
        case 1: isWhole = false
        case 2: bytes.append(UInt8(truncatingIfNeeded: bits >> 4))
        case 3:
            bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
            bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
        default: break
        }
    }

    /// An empty line lies within the last bytes, or there is more than any parser reads.
    private var isAtEnd: Bool {
        if bytes.count > ByteReader.longestHeader { return true }
        let tail = bytes.suffix(6)
        guard bytes.count > 6, tail.suffix(3).contains(10) else { return false }
        var isBehindBreak = false
        for byte in tail where byte != 13 {
            if byte == 10, isBehindBreak { return true }
            isBehindBreak = byte == 10
        }
        return false
    }

    private static let nothing: UInt8 = 255
    private static let padding: UInt8 = 254
    private static let blank: UInt8 = 253

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: nothing, count: 256)
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        for letter in [9, 10, 13, 32] { values[letter] = blank }
        values[Int(UInt8(ascii: "="))] = padding
        return values
    }()
}
