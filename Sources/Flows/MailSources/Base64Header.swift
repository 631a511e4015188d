/// The header block of a message written in base64 (RFC 4648 §4; line breaks are passed over): nothing behind it is decoded.
struct Base64Header {
    private(set) var bytes: [UInt8] = []
    /// Whether everything up to there is base64.
    private(set) var isWhole = true
    /// The line that is being written is empty so far; true only behind a line break.
    private var isLineEmpty = false
    private var isAtEnd = false

    init(_ text: UnsafeBufferPointer<UInt8>) {
        let values = Self.values
        bytes.reserveCapacity(min(text.count / 4 * 3 + 3, 8192))
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
            append(bits >> 16)
            append(bits >> 8)
            append(bits)
            (bits, count) = (0, 0)
            if isAtEnd || bytes.count > ByteReader.longestHeader { return }
        }
        finish(bits, count)
    }

    /// The last letters, where they are no whole four.
    private mutating func finish(_ bits: UInt32, _ count: Int) {
        switch count {
        case 1: isWhole = false
        case 2: append(bits >> 4)
        case 3:
            append(bits >> 10)
            append(bits >> 2)
        default: break
        }
    }

    /// Notices the empty line that ends the block.
    @inline(__always)
    private mutating func append(_ bits: UInt32) {
        let byte = UInt8(truncatingIfNeeded: bits)
        bytes.append(byte)
        if byte == 10 {
            isAtEnd = isAtEnd || isLineEmpty
            isLineEmpty = true
        } else if byte != 13 {
            isLineEmpty = false
        }
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
