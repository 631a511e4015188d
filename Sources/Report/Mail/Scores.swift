/// Scores and weights in words.
public enum Scores {
    /// Two decimals, with a point: `0.97`, `-0.05`.
    public static func text(_ score: Double) -> String {
        let hundredths = Int((abs(score) * 100).rounded())
        let cents = hundredths % 100
        return "\(score < 0 && hundredths > 0 ? "-" : "")\(hundredths / 100).\(cents < 10 ? "0" : "")\(cents)"
    }
}
