import Model

/// The short form of a fingerprint that commands accept: as many of its first digits as it takes, four at least.
public enum FindingID {
    /// How many digits tell one of `count` instances from all others with 99 % certainty.
    public static func digits(among count: Int) -> Int {
        var digits = 4
        var room = 65_536.0
        while digits < 32, Double(count) / room > 0.01 {
            digits += 1
            room *= 16
        }
        return digits
    }

    /// - Parameter count: how many instances there are.
    public static func short(_ instance: Instance, among count: Int) -> String {
        String(instance.fingerprint.prefix(digits(among: count)))
    }
}
