import Foundation

/// Numbers as people read them: 1,115 · 99.2 % · 1.8 s.
public enum Numbers {
    /// With a comma between thousands: `1,234,567`.
    public static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// The number with its noun: `1 finding`, `2 findings`, `3 mailboxes`.
    /// - Parameter plural: where adding an s is wrong.
    public static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// A span of seconds in one or two units: `0.4 s`, `12 s`, `3 min`, `2 h 5 min`, `3 days`.
    public static func span(_ seconds: Double) -> String {
        guard seconds.isFinite, seconds >= 0 else { return "unknown" }
        if seconds < 9.95 {
            let tenths = Int((seconds * 10).rounded())
            return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
        }
        guard seconds < 86_400 * 36_500 else { return "more than a century" }
        let whole = Int(seconds.rounded())
        if whole < 90 { return "\(whole) s" }
        let minutes = Int((seconds / 60).rounded())
        if minutes < 90 { return "\(minutes) min" }
        if minutes < 48 * 60 {
            return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
        }
        return counted(Int((seconds / 86_400).rounded()), "day")
    }
}
