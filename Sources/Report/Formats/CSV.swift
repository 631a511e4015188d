import Model

/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
public enum CSV {
    /// One record with its line end (CRLF, RFC 4180 §2).
    public static func record(_ fields: [String]) -> String {
        var record = ""
        for (place, text) in fields.enumerated() {
            if place > 0 { record += "," }
            record += field(text)
        }
        return record + "\r\n"
    }

    /// One record of a file that is read again: every field as it is, line breaks in quotes (RFC 4180 §2.6). A field that a spreadsheet would
    /// run gets an apostrophe, and so does one that seems to have got one already: who reads takes exactly one off. Control characters that no
    /// text needs are made visible, for they repaint terminals.
    public static func exactRecord(_ fields: [String]) -> String {
        fields.map(exactField).joined(separator: ",") + "\r\n"
    }

    private static func exactField(_ text: String) -> String {
        guard !isBare(text) else { return text }
        var shown =
            isSafe(text)
            ? text : text.unicodeScalars.map { isSafe($0) ? String($0) : VisibleText.of(String($0)) }.joined()
        if let first = shown.unicodeScalars.first(where: { $0 != " " && $0 != "'" }), startsFormula(first) {
            shown = "'" + shown
        }
        let needsQuotes =
            shown.utf8.contains { ",\"\n\r".utf8.contains($0) } || shown.utf8.first == 0x20 || shown.utf8.last == 0x20
        guard needsQuotes else { return shown }
        return "\"" + shown.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }

    private static func isSafe(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { isSafe($0) } }

    private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory != .control || "\n\r\t".unicodeScalars.contains(scalar)
    }

    /// A field: controls made visible; a leading `=`, `+`, `-`, `@` (which a spreadsheet would run as a formula) kept from running by an
    /// apostrophe; quoted where it holds a comma, a quote or blanks at its ends. A hyphen alone is no formula.
    public static func field(_ text: String) -> String {
        guard !isBare(text), text != "-" else { return text }
        var shown = VisibleText.of(text)
        if let first = shown.unicodeScalars.first(where: { $0 != " " }), startsFormula(first) || startsControl(text) {
            shown = "'" + shown
        }
        let (blank, comma, quote) = (UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "\""))
        let needsQuotes =
            shown.utf8.contains { $0 == comma || $0 == quote } || shown.utf8.first == blank || shown.utf8.last == blank
        guard needsQuotes else { return shown }
        return "\"" + shown.unicodeScalars.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
    }

    /// True where a letter or digit begins and nothing of ASCII follows that would need more: the usual case.
    private static func isBare(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return true }
        return first.isASCIILetterOrDigit && last > 0x20
            && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
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
