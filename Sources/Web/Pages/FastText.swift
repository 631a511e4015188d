import Mustache

/// What pages spend most of their time on: telling text from everything else, and escaping it.
extension String: @retroactive MustacheCustomRenderable {
    public var renderText: String { self }
    public var isNull: Bool { false }
}

/// HTML, escaped byte by byte (WHATWG HTML §13.3: the five characters that matter in text and in quoted attributes).
struct EscapedHTML: MustacheContentType {
    /// The name that templates give.
    static let name = "ESCAPED-HTML"

    func escapeText(_ text: String) -> String {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.firstIndex(where: Self.isSpecial) else {
                return String(decoding: bytes, as: UTF8.self)
            }
            let found = bytes[first...].count(where: Self.isSpecial)
            return String(unsafeUninitializedCapacity: bytes.count + 5 * found) { room in
                var end = 0
                func write(_ piece: StaticString) {
                    piece.withUTF8Buffer { for byte in $0 { room[end] = byte; end += 1 } }
                }
                for byte in bytes {
                    switch byte {
                    case UInt8(ascii: "<"): write("&lt;")
                    case UInt8(ascii: ">"): write("&gt;")
                    case UInt8(ascii: "&"): write("&amp;")
                    case UInt8(ascii: "\""): write("&quot;")
                    case UInt8(ascii: "'"): write("&#39;")
                    default:
                        room[end] = byte
                        end += 1
                    }
                }
                return end
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "&")
            || byte == UInt8(ascii: "\"")
            || byte == UInt8(ascii: "'")
    }
}
