/// Text from a tenant, a DNS zone or a mail made safe to show. A name can hold escape sequences that repaint a terminal, or
/// bidirectional controls that turn an address round; both are shown as what they are instead of being obeyed.
public enum VisibleText {
    /// The text with every control and every invisible or direction-changing character replaced by a visible one:
    /// `␛` for an escape, `⏎` for a line break, `<U+202E>` for a right-to-left override.
    public static func of(_ text: String) -> String {
        guard !isPlain(text), text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var shown = String.UnicodeScalarView()
        let scalars = Array(text.unicodeScalars)
        for (place, scalar) in scalars.enumerated() {
            if isJoinerInUse(scalar, after: place > 0 ? scalars[place - 1] : nil) {
                shown.append(scalar)
            } else if let replacement = replacement(for: scalar) {
                shown.append(contentsOf: replacement.unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// True for printable ASCII, the usual case.
    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    /// True for what must not reach a terminal or a page as it is.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD }
        switch value {
        case 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0, 0xFEFF: return true
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF: return true
        default: return false
        }
    }

    /// Zero-width joiners are part of emoji and of some scripts: they stay where they stand between such letters.
    private static func isJoinerInUse(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> Bool {
        guard scalar.value == 0x200D || scalar.value == 0x200C, let previous else { return false }
        return previous.value == 0xFE0F || previous.value >= 0x0600 && !(0x2000...0x206F).contains(previous.value)
    }

    /// Nil for what may stay.
    private static func replacement(for scalar: Unicode.Scalar) -> String? {
        guard isUnsafe(scalar) else { return nil }
        switch scalar.value {
        case 0x0A: return "⏎"
        case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
        case 0x7F: return "␡"
        default: return named(scalar)
        }
    }

    private static func named(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
    }
}
