import Foundation
import HTTPTypes
import Hummingbird
import JSONPull
import Report

/// What a client says beyond what is described is refused: a misspelt filter would answer with the whole list, a misspelt member with a
/// change that was not meant.
extension Operation {
    /// - Throws: `Problem` 400 for a parameter that there is none of, is given twice, or is none of the words or numbers it can be.
    func check(_ query: Parameters) throws {
        let known = parameters.filter { $0.place == .query }
        for name in Set(query.map { String($0.key) }).sorted() {
            guard let parameter = known.first(where: { $0.name == name }) else {
                throw Problem(.badRequest, Self.stranger("parameter", name, among: known.map(\.name)))
            }
            let given = query.getAll(name)
            let values = given.map { $0.trimmingCharacters(in: .whitespaces) }
            guard values.count == 1 || parameter.shape.isList else {
                throw Problem(.badRequest, "\(name) can be given once only.")
            }
            let words = parameter.shape.words
            for value in values where !value.isEmpty && !words.isEmpty && !words.contains(value) {
                throw Problem(
                    .badRequest,
                    "\(name) cannot be \"\(value.prefix(60))\"; it is \(words.count > 1 ? "one of " : "")\(words.joined(separator: ", "))."
                )
            }
            if let range = parameter.shape.range, !given.allSatisfy({ wholeNumber($0).map(range.contains) ?? false }) {
                let most =
                    range.upperBound == .max
                    ? "\(range.lowerBound) or more" : "from \(range.lowerBound) to \(range.upperBound)"
                throw Problem(.badRequest, "\(name) has to be a number \(most).")
            }
        }
    }

    /// - Throws: `Problem` 400 for what is no JSON (RFC 8259), a member that there is none of, or one that is given twice.
    func check(body: Data) throws {
        guard let shape = bodies.first(where: { $0.type == "application/json" })?.shape else { return }
        var trouble: String?
        do {
            try JSONReader.read(Array(body)) { (reader) throws(JSONError) in
                try shape.check(&reader, at: "", &trouble)
            }
        } catch {
            throw Problem(.badRequest, "The body does not fit: it is no JSON: \(error).")
        }
        if let trouble { throw Problem(.badRequest, "The body does not fit: \(trouble)") }
    }

    fileprivate static func stranger(_ kind: String, _ name: String, among known: [String]) -> String {
        let prefix = name.lastIndex(of: ".").map { String(name[...$0]) } ?? ""
        let near = suggestion(for: String(name.dropFirst(prefix.count)), among: known).map { prefix + $0 }
        let hint =
            near.map { "did you mean \"\($0)\"?" }
            ?? (known.isEmpty ? "it has none." : "it has \(known.joined(separator: ", ")).")
        return "there is no \(kind) \"\(name.prefix(100))\"; \(hint)"
    }
}

extension JSONShape {
    var isList: Bool {
        if case .list = self { true } else { false }
    }

    /// Whether a value can be null; of a shape that stands elsewhere nothing is said.
    var takesNull: Bool {
        switch self {
        case .optional, .null, .any, .named: true
        case .anyOf(let shapes): shapes.contains(where: \.takesNull)
        default: false
        }
    }

    /// The whole numbers that a value can be; nil where it is none.
    var range: ClosedRange<Int>? {
        if case .integer(let minimum, let maximum) = self { (minimum ?? .min)...(maximum ?? .max) } else { nil }
    }

    /// The words that a value, or each value of a list, has to be one of; empty where it may be any.
    var words: [String] {
        switch self {
        case .text(_, let choices, _, _): choices
        case .list(let element), .optional(let element): element.words
        default: []
        }
    }

    /// Passes a value, and says what is wrong with the names of its members; of several troubles the first.
    fileprivate func check(
        _ reader: inout JSONReader, at place: String, _ trouble: inout String?
    ) throws(JSONError) {
        switch (self, try reader.kind()) {
        case (_, .null) where !takesNull:
            let name = place.isEmpty ? "it" : "\"\(place.dropLast())\""
            trouble = trouble ?? "\(name) cannot be null."
            try reader.skip()
        case (.optional, .null): try reader.skip()
        case (.object(let members, _), .object):
            var seen: Set<String> = []
            try reader.object { (reader, key) throws(JSONError) in
                let name = key.string
                if !seen.insert(name).inserted { trouble = trouble ?? "\"\(place + name)\" is given twice." }
                if let shape = members.first(where: { $0.0 == name })?.1 {
                    try shape.check(&reader, at: place + name + ".", &trouble)
                } else {
                    trouble = trouble ?? Operation.stranger("member", place + name, among: members.map(\.0))
                }
            }
        case (.list(let element), .array):
            try reader.array { (reader) throws(JSONError) in try element.check(&reader, at: place, &trouble) }
        case (.optional(let shape), _): try shape.check(&reader, at: place, &trouble)
        default: try reader.skip()
        }
    }
}

/// A whole number as JSON writes it: `+5` and `05` are none.
func wholeNumber(_ text: String) -> Int? { Int(text).flatMap { String($0) == text ? $0 : nil } }
