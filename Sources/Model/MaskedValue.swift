/// A value as it may be shown: a dot for each character, the last two of them in clear.
public enum MaskedValue {
    /// Dots that stand for a long value.
    private static let most = 16
    /// No dot, one, two ... as many as there are at most.
    private static let dots = (0...most).map { String(repeating: "•", count: $0) }

    public static func of(_ value: String) -> String {
        var value = value
        return value.withUTF8 { bytes in
            // Of printable ASCII each byte is a character, which need not be looked for.
            guard bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
                return characters(String(decoding: bytes, as: UTF8.self))
            }
            guard bytes.count > 4 else { return dots[bytes.count] }
            let end = bytes[(bytes.count - 2)...]
            return dots[min(bytes.count - 2, most)]
                + (end.allSatisfy(\.isASCIILetterOrDigit) ? String(decoding: end, as: UTF8.self) : "••")
        }
    }

    private static func characters(_ value: String) -> String {
        guard value.count > 4 else { return dots[value.count] }
        let end = String(value.suffix(2))
        let isShown = end.allSatisfy { $0.isLetter || $0.isNumber }
        return dots[min(value.count - 2, most)] + (isShown ? end : "••")
    }
}
