import Mustache

/// Escapes for HTML by Unicode scalar. By grapheme cluster, as the template library's own content type does it, a quote followed by a
/// combining mark is another character than a quote and would leave the attribute that it stands in.
struct ScalarHTML: MustacheContentType {
    static let name = "SCALAR_HTML"
    /// The first line of every template.
    static let pragma = "{{% CONTENT_TYPE: \(name)}}"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in VisibleText.of(text).unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// A template that escapes this way.
    static func template(_ text: String) throws -> MustacheTemplate {
        MustacheContentTypes.register(ScalarHTML(), named: name)
        return try MustacheTemplate(string: pragma + text)
    }
}
