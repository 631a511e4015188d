/// A value as it may be shown: a dot for each character, the last two of them in clear.
public enum MaskedValue {
    /// Dots that stand for a long value.
    private static let most = 16

    public static func of(_ value: some StringProtocol) -> String {
        let count = value.count
        guard count > 4 else { return String(repeating: "•", count: count) }
        let end = value.suffix(2)
        let isShown = end.allSatisfy { $0.isLetter || $0.isNumber }
        return String(repeating: "•", count: min(count - 2, most)) + (isShown ? String(end) : "••")
    }
}
