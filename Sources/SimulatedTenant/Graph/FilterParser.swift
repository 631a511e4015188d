import Foundation

/// Reads `$filter`: comparisons, `startswith`, `endswith`, `in`, `any`, joined by `and`, `or`, `not` and parentheses.
struct FilterParser {
    private(set) var isAdvanced = false
    private var words: [String] = []
    private var at = 0
    private let kind: ObjectKind

    /// Properties of users that a filter may name; others answer that they are not indexed.
    private static let indexed: Set<String> = [
        "id", "displayName", "givenName", "surname", "jobTitle", "userPrincipalName", "mail", "otherMails",
        "proxyAddresses",
        "userType", "accountEnabled", "createdDateTime", "onPremisesSyncEnabled", "onPremisesLastSyncDateTime",
        "onPremisesImmutableId", "ageGroup", "consentProvidedForMinor", "department", "city", "country", "companyName",
        "employeeId", "mailNickname", "usageLocation", "state", "externalUserState", "assignedLicenses",
    ]

    init(_ text: String, _ kind: ObjectKind) {
        self.kind = kind
        words = Self.split(text)
    }

    mutating func whole() throws(GraphFailure) -> Filter.Term {
        let term = try either()
        guard at == words.count else { throw .unsupported("Unsupported Query.") }
        return term
    }

    private mutating func either() throws(GraphFailure) -> Filter.Term {
        var term = try both()
        while take("or") { term = .either(term, try both()) }
        return term
    }

    private mutating func both() throws(GraphFailure) -> Filter.Term {
        var term = try single()
        while take("and") { term = .both(term, try single()) }
        return term
    }

    private mutating func single() throws(GraphFailure) -> Filter.Term {
        if take("not") {
            isAdvanced = true
            return .not(try single())
        }
        if take("(") {
            let term = try either()
            try expect(")")
            return term
        }
        let word = try next()
        if ["startswith", "endswith"].contains(word.lowercased()) { return try function(word.lowercased()) }
        let name = try property(word)
        if take("/") { return try lambda(name) }
        let comparison = try next()
        switch comparison {
        case "eq", "ge", "le", "ne":
            if comparison == "ne" { isAdvanced = true }
            return .compare(name, comparison, try value())
        case "in":
            try expect("(")
            var values = [try value()]
            while take(",") { values.append(try value()) }
            try expect(")")
            return .within(name, values)
        default: throw .unsupported("Unsupported Query.")
        }
    }

    private mutating func function(_ function: String) throws(GraphFailure) -> Filter.Term {
        if function == "endswith" { isAdvanced = true }
        try expect("(")
        let name = try property(next())
        try expect(",")
        let text = try value().text ?? ""
        try expect(")")
        return .call(function, name, text)
    }

    /// `any(x:x eq 'a')`, `any(x:startswith(x,'a'))`.
    private mutating func lambda(_ name: String) throws(GraphFailure) -> Filter.Term {
        guard try next() == "any" else { throw .unsupported("Unsupported Query.") }
        try expect("(")
        let variable = try next()
        try expect(":")
        let first = try next()
        let words: [String]
        if first == variable {
            try expect("eq")
            words = ["eq", try value().text ?? ""]
        } else {
            try expect("(")
            try expect(variable)
            try expect(",")
            words = [first.lowercased(), try value().text ?? ""]
            try expect(")")
        }
        try expect(")")
        return .any(name, words)
    }

    private func property(_ name: String) throws(GraphFailure) -> String {
        guard kind.names.contains(name) else {
            throw .badRequest("Invalid filter clause: Could not find a property named '\(name)'.", code: "BadRequest")
        }
        if kind == .user, !Self.indexed.contains(name) {
            throw .badRequest("The request uses a filter property that is not indexed.")
        }
        return name
    }

    private mutating func value() throws(GraphFailure) -> JSON {
        let word = try next()
        if word.hasPrefix("'") { return .string(String(word.dropFirst())) }
        switch word {
        case "true": return true
        case "false": return false
        case "null": return nil
        default: return Int(word).map(JSON.int) ?? .string(word)
        }
    }

    private mutating func next() throws(GraphFailure) -> String {
        guard at < words.count else { throw .badRequest("Invalid filter clause.", code: "BadRequest") }
        at += 1
        return words[at - 1]
    }

    private mutating func take(_ word: String) -> Bool {
        guard at < words.count, words[at] == word else { return false }
        at += 1
        return true
    }

    private mutating func expect(_ word: String) throws(GraphFailure) {
        guard take(word) else { throw .badRequest("Invalid filter clause: '\(word)' expected.", code: "BadRequest") }
    }

    /// Words, punctuation, and literals (with their first quote kept as a mark).
    private static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var rest = Substring(text)
        func close() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        while let character = rest.popFirst() {
            switch character {
            case "'":
                close()
                var literal = "'"
                while let inner = rest.popFirst() {
                    if inner == "'" {
                        guard rest.first == "'" else { break }
                        rest.removeFirst()
                    }
                    literal.append(inner)
                }
                words.append(literal)
            case " ": close()
            case "(", ")", ",", "/": close(); words.append(String(character))
            case ":" where words.last == "(" || word.count == 1: close(); words.append(":")
            default: word.append(character)
            }
        }
        close()
        return words
    }
}
