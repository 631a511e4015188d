import Foundation

/// A `$filter` or `$search` of the directory: the part of OData that lists of users, groups and apps are asked with.
struct Filter {
    indirect enum Term {
        case compare(String, String, JSON)
        case call(String, String, String)
        case any(String, [String])
        case within(String, [JSON])
        case both(Term, Term)
        case either(Term, Term)
        case not(Term)
    }

    let term: Term
    /// Whether it needs `ConsistencyLevel: eventual` and `$count=true`.
    let isAdvanced: Bool

    init(_ text: String, of kind: ObjectKind) throws(GraphFailure) {
        var parser = FilterParser(text, kind)
        term = try parser.whole()
        isAdvanced = parser.isAdvanced
    }

    /// `"displayName:adele"`.
    init(search text: String, of kind: ObjectKind) throws(GraphFailure) {
        let parts = text.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")).split(separator: ":", maxSplits: 1)
        guard parts.count == 2, kind.names.contains(String(parts[0])) else {
            throw .badRequest("Syntax error: character ':' expected in the search clause.")
        }
        term = .call("contains", String(parts[0]), String(parts[1]))
        isAdvanced = false
    }

    func passes(_ population: some Population, _ position: Int) -> Bool {
        var bytes: [UInt8] = [32]
        population.write(at: position, part: 0, to: &bytes)
        guard let object = try? JSONReader.read(bytes) else { return false }
        return passes(object)
    }

    func passes(_ object: JSON) -> Bool { Self.passes(object, term) }

    private static func passes(_ object: JSON, _ term: Term) -> Bool {
        switch term {
        case .both(let a, let b): return passes(object, a) && passes(object, b)
        case .either(let a, let b): return passes(object, a) || passes(object, b)
        case .not(let term): return !passes(object, term)
        case .within(let name, let values): return values.contains { same(object[name] ?? .null, $0) }
        case .any(let name, let words): return (object[name]?.elements ?? []).contains { test($0.text ?? "", words) }
        case .call(let function, let name, let text): return test(object[name]?.text ?? "", [function, text])
        case .compare(let name, let comparison, let value):
            let own = object[name] ?? .null
            switch comparison {
            case "eq": return same(own, value)
            case "ne": return !same(own, value)
            case "ge": return own != .null && (own.text ?? "") >= (value.text ?? "")
            default: return own != .null && (own.text ?? "") <= (value.text ?? "")
            }
        }
    }

    private static func test(_ text: String, _ words: [String]) -> Bool {
        let (own, wanted) = (text.lowercased(), words[1].lowercased())
        return switch words[0] {
        case "startswith": own.hasPrefix(wanted)
        case "endswith": own.hasSuffix(wanted)
        case "contains": own.contains(wanted)
        default: own == wanted
        }
    }

    private static func same(_ a: JSON, _ b: JSON) -> Bool {
        if let a = a.text, let b = b.text { return a.caseInsensitiveCompare(b) == .orderedSame }
        return a == b
    }
}
