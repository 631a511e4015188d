/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
public enum CSV {
    /// One record with its line end (CRLF, RFC 4180 §2).
    public static func record(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\r\n" }

    /// A field: controls made visible; a leading `=`, `+`, `-`, `@` (which a spreadsheet would run as a formula) kept from running by an
    /// apostrophe; quoted where it holds a comma, a quote or blanks at its ends.
    public static func field(_ text: String) -> String {
        var shown = VisibleText.of(text)
        if let first = shown.unicodeScalars.first(where: { $0 != " " }), startsFormula(first) || startsControl(text) {
            shown = "'" + shown
        }
        let needsQuotes =
            shown.unicodeScalars.contains { $0 == "," || $0 == "\"" } || shown.hasPrefix(" ") || shown.hasSuffix(" ")
        guard needsQuotes else { return shown }
        return "\"" + shown.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }

    /// The four of OWASP's list and their full-width forms, which some spreadsheets read alike.
    private static func startsFormula(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }

    private static func startsControl(_ text: String) -> Bool {
        text.unicodeScalars.first.map { $0.value < 0x20 } ?? false
    }
}
