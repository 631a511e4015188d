import Mustache

/// A named mustache text. What it shows is escaped; three braces are for HTML that this server made of escaped parts.
struct Template: Sendable {
    let name: String
    let text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}

/// All templates, read once.
struct TemplateShelf: Sendable {
    static let shared = Result { try TemplateShelf(Template.all) }

    private let library: MustacheLibrary

    /// - Throws: the parser's error with the template's name.
    init(_ templates: [Template]) throws {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        var library = MustacheLibrary()
        for template in templates {
            do {
                try library.register("{{% CONTENT_TYPE: \(EscapedHTML.name)}}" + template.text, named: template.name)
            } catch {
                throw TemplateError(name: template.name, why: "\(error)")
            }
        }
        self.library = library
    }

    /// - Throws: `TemplateError` where there is no template of that name.
    func render(_ template: Template, _ view: Any) throws -> String {
        guard let text = library.render(view, withTemplate: template.name) else {
            throw TemplateError(name: template.name, why: "not listed in Template.all")
        }
        return text
    }
}

/// A template that cannot be used.
struct TemplateError: Error, CustomStringConvertible {
    let name: String
    let why: String
    var description: String { "template \(name): \(why)" }
}
