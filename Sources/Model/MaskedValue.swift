/// A value as it may be shown: a dot for each character, the last two of them in clear.
public enum MaskedValue {
    /// Dots that stand for a long value.
    private static let most = 16
    /// No dot, one, two ... as many as there are at most.
    private static let dots = (0...most).map { String(repeating: "•", count: $0) }

    public static func of(_ value: some StringProtocol) -> String {
        // Of printable ASCII each byte is a character, which need not be looked for.
        let isPrintable = value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        let count = isPrintable ? value.utf8.count : value.count
        guard count > 4 else { return dots[count] }
        let end = String(value.suffix(2))
        let isShown = end.allSatisfy { $0.isLetter || $0.isNumber }
        return dots[min(count - 2, most)] + (isShown ? end : "••")
    }
}
