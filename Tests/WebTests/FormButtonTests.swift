import Testing

@testable import Web

/// Enter in a field presses the first button of its form, with scripts and without.
struct FormButtonTests {
    /// A template with those that stand in it.
    private static func whole(_ template: Template, depth: Int = 0) -> String {
        guard depth < 5 else { return "" }
        var text = template.text
        for part in Template.all where text.contains("{{> \(part.name)}}") {
            text = text.replacing("{{> \(part.name)}}", with: whole(part, depth: depth + 1))
        }
        return text
    }

    @Test(arguments: Template.all.map(\.name))
    func `in every form Enter does what the form is for, not what a button beside it does`(name: String) throws {
        let template = try #require(Template.all.first { $0.name == name })
        for form in SentForm.forms(in: Self.whole(template)) {
            let buttons = form.body.matches(of: /<button[^>]*>/).map { String($0.output) }.filter(SentForm.submits)
            let fields = form.body.matches(of: /<(?:input|select)[^>]*>/).map { String($0.output) }
            guard buttons.count > 1, fields.contains(where: { !$0.contains("type=\"hidden\"") }) else { continue }
            // The button that says what the form is for, or one that nobody sees and that says nothing.
            let first = buttons[0]
            let saysNothing = first.contains(" hidden") && SentForm.attribute("name", of: first) == nil
            #expect(first.contains("btn-primary") || saysNothing, "\(form.tag): \(first)")
        }
    }
}
