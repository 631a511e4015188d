import Foundation
import Testing

@testable import Web

/// A form of a page as a browser without scripts has it: what is filled in, and what Enter in one of its fields sends.
struct SentForm {
    let action: String
    var fields: [(name: String, value: String)] = []
    /// The name and value of what Enter presses: the first of the buttons.
    var first: (name: String, value: String)?
    var buttons: [(name: String, value: String, text: String)] = []

    /// - Parameter action: of the form that is meant.
    init(_ action: String, of page: String) throws {
        self.action = action
        let form = try #require(Self.forms(in: page).first { Self.attribute("action", of: $0.tag) == action })
        let select = form.body.matches(of: /<select[^>]*name="([^"]*)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines())
        for found in select {
            let options = String(found.output.2).matches(of: /<option[^>]*>/).map { String($0.output) }
            let chosen = options.first { $0.contains(" selected") } ?? options.first
            fields.append((String(found.output.1), chosen.flatMap { Self.attribute("value", of: $0) } ?? ""))
        }
        for found in form.body.matches(of: /<input[^>]*>/) {
            let tag = String(found.output)
            guard let name = Self.attribute("name", of: tag), !tag.contains(" disabled") else { continue }
            let type = Self.attribute("type", of: tag) ?? "text"
            if ["checkbox", "radio"].contains(type), !tag.contains(" checked") { continue }
            fields.append((name, Self.attribute("value", of: tag) ?? "on"))
        }
        for found in form.body.matches(of: /(<button[^>]*>)(.*?)<\/button>/.dotMatchesNewlines())
        where Self.submits(String(found.output.1)) {
            let tag = String(found.output.1)
            buttons.append(
                (
                    Self.attribute("name", of: tag) ?? "", Self.attribute("value", of: tag) ?? "",
                    String(found.output.2)
                ))
        }
        first = buttons.first.map { ($0.name, $0.value) }
    }

    mutating func type(_ value: String, into name: String) {
        for place in fields.indices where fields[place].name == name { fields[place].value = value }
    }

    mutating func clear(_ value: String) { fields.removeAll { $0.name == "entry" && $0.value == value } }

    func has(_ value: String) -> Bool { fields.contains { $0.name == "entry" && $0.value == value } }

    /// What Enter in a field sends.
    var entered: [(String, String)] { sent(first) }

    /// What pressing a button sends.
    func pressed(_ text: String) throws -> [(String, String)] {
        let button = try #require(buttons.first { $0.text == text })
        return sent((button.name, button.value))
    }

    private func sent(_ button: (name: String, value: String)?) -> [(String, String)] {
        fields.filter { $0.name != "csrf" }.map { ($0.name, $0.value) }
            + (button.map { $0.name.isEmpty ? [] : [($0.name, $0.value)] } ?? [])
    }

    static func forms(in page: String) -> [(tag: String, body: String)] {
        page.matches(of: /(<form[^>]*>)(.*?)<\/form>/.dotMatchesNewlines()).map {
            (String($0.output.1), String($0.output.2))
        }
    }

    static func submits(_ button: String) -> Bool {
        (attribute("type", of: button) ?? "submit") == "submit" && attribute("form", of: button) == nil
    }

    static func attribute(_ name: String, of tag: String) -> String? {
        guard let start = tag.range(of: " \(name)=\"")?.upperBound else { return nil }
        return String(tag[start...].prefix { $0 != "\"" }).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
            .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
