import Foundation
import HTTPTypes
import Hummingbird
import Report

/// What a client says beyond what is described is refused: a misspelt filter would answer with the whole list, a misspelt member with a
/// change that was not meant.
extension Operation {
    /// - Throws: `Problem` 400 for a parameter that there is none of, is given twice, or is none of the words it can be.
    func check(_ query: Parameters) throws {
        let known = parameters.filter { $0.place == .query }
        for name in Set(query.map { String($0.key) }).sorted() {
            guard let parameter = known.first(where: { $0.name == name }) else {
                throw Problem(.badRequest, Self.stranger("parameter", name, among: known.map(\.name)))
            }
            let values = query.getAll(name).map { $0.trimmingCharacters(in: .whitespaces) }
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
        }
    }

    /// - Throws: `Problem` 400 for a member of a JSON body that there is none of.
    func check(body: Data) throws {
        guard let shape = bodies.first(where: { $0.type == "application/json" })?.shape,
            let value = try? JSONSerialization.jsonObject(with: body, options: .fragmentsAllowed),
            let (name, known) = shape.stranger(in: value, at: "")
        else { return }
        throw Problem(.badRequest, "The body does not fit: \(Self.stranger("member", name, among: known))")
    }

    private static func stranger(_ kind: String, _ name: String, among known: [String]) -> String {
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

    /// The words that a value, or each value of a list, has to be one of; empty where it may be any.
    var words: [String] {
        switch self {
        case .text(_, let choices, _, _): choices
        case .list(let element), .optional(let element): element.words
        default: []
        }
    }

    /// The first member of a value that this shape has none of, and those that it has.
    fileprivate func stranger(in value: Any, at place: String) -> (name: String, known: [String])? {
        switch self {
        case .object(let members, _):
            guard let object = value as? [String: Any] else { return nil }
            for (name, value) in object.sorted(by: { $0.key < $1.key }) {
                guard let shape = members.first(where: { $0.0 == name })?.1 else {
                    return (place + name, members.map(\.0))
                }
                if let found = shape.stranger(in: value, at: place + name + ".") { return found }
            }
            return nil
        case .list(let element):
            guard element.hasMembers, let list = value as? [Any] else { return nil }
            return list.lazy.compactMap { element.stranger(in: $0, at: place) }.first
        case .optional(let shape): return shape.stranger(in: value, at: place)
        default: return nil
        }
    }

    private var hasMembers: Bool {
        switch self {
        case .object: true
        case .list(let element), .optional(let element): element.hasMembers
        default: false
        }
    }
}
