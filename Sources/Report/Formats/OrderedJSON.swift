/// JSON whose keys keep the order they are written in. Written as bytes: an export is a line for each of a million instances.
public indirect enum OrderedJSON: Sendable {
    case text(String)
    case number(Int)
    case fraction(Double)
    case flag(Bool)
    case null
    case list([OrderedJSON])
    case object([(String, OrderedJSON)])

    public static func optional(_ text: String?) -> OrderedJSON { text.map { .text($0) } ?? .null }
    public static func optional(_ number: Int?) -> OrderedJSON { number.map { .number($0) } ?? .null }
    public static func texts(_ texts: [String]) -> OrderedJSON { .list(texts.map { .text($0) }) }

    /// On one line, without blanks (RFC 8259).
    public var compact: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1024)
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(to bytes: inout [UInt8]) {
        switch self {
        case .text(let value): Self.write(value, to: &bytes)
        case .number(let value): bytes.append(contentsOf: String(value).utf8)
        case .fraction(let value): bytes.append(contentsOf: (value.isFinite ? String(value) : "null").utf8)
        case .flag(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        case .list(let values):
            bytes.append(UInt8(ascii: "["))
            for (place, value) in values.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                value.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let pairs):
            bytes.append(UInt8(ascii: "{"))
            for (place, pair) in pairs.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.write(pair.0, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                pair.1.write(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// A string: what could disturb a terminal is escaped too (bidirectional and invisible characters, C1 controls), which keeps the
    /// value and makes the output safe to look at.
    private static func write(_ value: String, to bytes: inout [UInt8]) {
        var value = value
        bytes.append(UInt8(ascii: "\""))
        let isPlain = value.withUTF8 { text in
            guard text.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(contentsOf: text)
            return true
        }
        if !isPlain { for scalar in value.unicodeScalars { write(scalar, to: &bytes) } }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func write(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        switch scalar.value {
        case 0x22: bytes.append(contentsOf: #"\""#.utf8)
        case 0x5C: bytes.append(contentsOf: #"\\"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        case 0x20..<0x7F: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        default:
            guard VisibleText.isUnsafe(scalar) else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                return
            }
            for unit in Character(scalar).utf16 {
                let digits = String(unit, radix: 16)
                bytes.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            }
        }
    }
}
