import Model
import Testing

@testable import Web

/// HTML of literals: what is put in is escaped, once.
struct MarkupTests {
    @Test func `what is put into a literal is escaped, the literal is not`() {
        let name = "<script>alert('x')</script> & \"co\""
        let markup: Markup = "<b title=\"\(name)\">\(name)</b>"
        let escaped = "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;co&quot;"
        #expect(markup.text == "<b title=\"\(escaped)\">\(escaped)</b>")
    }

    @Test func `markup in markup is not escaped again, and nothing stands for nil`() {
        let inner: Markup = "<i>\("a & b")</i>"
        let nothing: Markup? = nil
        let outer: Markup = "<p>\(inner)\(nothing)</p>"
        #expect(outer.text == "<p><i>a &amp; b</i></p>")
    }

    @Test(arguments: ["", "plain", "ümläut 漢字 🐎", "a\u{0}b", "&&&&", "<", "'\"'"])
    func `escaping loses nothing`(text: String) {
        let escaped = EscapedHTML().escapeText(text)
        #expect(!escaped.contains("<") && !escaped.contains("\"") && !escaped.contains("'"))
        let back = escaped.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        #expect(back == text)
    }

    @Test(arguments: [(Severity.low, 1), (.medium, 2), (.high, 3), (.critical, 4)])
    func `a severity has as many strokes as it is grave`(severity: Severity, count: Int) {
        let text = SeverityView(severity).markup.text
        #expect(text.split(separator: #"class="on""#, omittingEmptySubsequences: false).count - 1 == count)
        #expect(text.split(separator: "<path", omittingEmptySubsequences: false).count - 1 == 4)
    }
}
