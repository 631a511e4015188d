import Foundation
import Hummingbird
import Report
import Store

/// A place in a list and the way in which the next page lies from it: what a cursor says of lists that can be turned both ways.
struct Turn<Position: Codable & Sendable>: Codable, Sendable {
    var position: Position
    var isBackward: Bool

    var seek: Seek<Position> { isBackward ? .before(position) : .after(position) }
}

extension PageRequest {
    /// Where the page lies.
    func seek<Place: Codable & Sendable>() -> Seek<Place> where Position == Turn<Place> { after?.seek ?? .start }
}

extension Slice {
    /// The cursor of the page behind this one; nil where there is none.
    func next<Place: Codable & Sendable>(_ position: (Element) -> Place) -> String? {
        guard hasNext, let last = elements.last else { return nil }
        return Cursor(Turn(position: position(last), isBackward: false)).text
    }

    /// The cursor of the page before this one; nil where there is none.
    func previous<Place: Codable & Sendable>(_ position: (Element) -> Place) -> String? {
        guard hasPrevious, let first = elements.first else { return nil }
        return Cursor(Turn(position: position(first), isBackward: true)).text
    }

    /// For the partial `pager`.
    /// - Parameter query: what the list is narrowed by.
    func pager<Place: Codable & Sendable>(
        _ path: String, _ query: [(String, String?)], words: String, _ position: (Element) -> Place
    ) -> [String: Any] {
        var view: [String: Any] = ["words": words]
        if let cursor = previous(position) { view["previous"] = "\(Link(path, query + [("cursor", cursor)]))" }
        if let cursor = next(position) { view["next"] = "\(Link(path, query + [("cursor", cursor)]))" }
        return view
    }

    /// A page of a list as the API gives it.
    func document<Place: Codable & Sendable>(_ element: (Element) -> OrderedJSON, _ position: (Element) -> Place)
        -> OrderedJSON
    {
        .object([("items", .list(elements.map(element))), ("next", .optional(next(position)))])
    }
}

extension JSONShape {
    /// A page of a list.
    static func page(of element: JSONShape) -> JSONShape {
        .object([("items", .list(element)), ("next", .optional(.text))])
    }
}

extension Request {
    /// A value of the query, trimmed; nil where there is none or it is empty.
    func asked(_ name: String) -> String? {
        guard let text = uri.queryParameters[Substring(name)] else { return nil }
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        return trimmed.isEmpty ? nil : String(trimmed.prefix(500))
    }

    /// Whether a switch of the query is on.
    /// - Throws: `Problem` 400 for anything but yes.
    func isAsked(_ name: String) throws -> Bool {
        switch asked(name) {
        case nil: return false
        case "yes": return true
        case let other?: throw AddressQuery.unknown(name, other, "it is yes, or left out")
        }
    }

    /// A value of the query that has to be one of some words.
    /// - Throws: `Problem` 400 for another one.
    func asked<Word: RawRepresentable & CaseIterable>(_ name: String, as type: Word.Type) throws -> Word?
    where Word.RawValue == String {
        guard let text = asked(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.badRequest, "\(name) has to be one of \(known).")
        }
        return word
    }
}

extension WebServer {
    /// Who does something now, for the audit log.
    func deed(_ context: WebContext) throws -> Deed {
        try context.somebody.deed(at: now())
    }

    func time(_ date: Date, _ context: WebContext) -> TimeView {
        TimeView(date, asOf: now(), in: context.visitor?.zone ?? .gmt)
    }

    /// `<option>`s of a list to choose from.
    func options(_ pairs: [(String, String)], chosen: String?) -> [[String: Any]] {
        pairs.map { ["value": $0.0, "title": $0.1, "isChosen": $0.0 == (chosen ?? "")] }
    }
}

/// For a view: the value, or false where there is none, so that a section for it is left out.
func shown(_ value: Any?) -> Any { value ?? false }

/// Words as a sentence: a capital at its beginning, a full stop at its end.
func sentence(_ words: String) -> String { words.prefix(1).uppercased() + String(words.dropFirst()) + "." }

extension OrderedJSON {
    static func optional(_ date: Date?) -> OrderedJSON { date.map { .text(Moments.iso($0)) } ?? .null }
}
