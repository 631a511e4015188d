/// A structured field such as `text/plain; charset="utf-8"` (RFC 2045 §5.1), continuations and character sets of RFC 2231 too.
struct MailParameters {
    private(set) var value = ""
    private var parameters: [String: String] = [:]

    init(_ text: String) {
        let parts = Self.split(text.prefix(1 << 16))
        value = parts.first.map(Self.trimmed) ?? ""
        for part in parts.dropFirst().prefix(100) {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let key = Self.trimmed(part[..<equals]).lowercased()
            let raw = Self.unquoted(Self.trimmed(part[part.index(after: equals)...]))
            add(key, raw)
        }
    }

    subscript(name: String) -> String? { parameters[name] }

    /// `name*0*=utf-8''a%20b` and `name*1=c` belong to `name`.
    private mutating func add(_ key: String, _ raw: String) {
        let name = key.prefix { $0 != "*" }
        var text = raw
        if key.hasSuffix("*") {
            if let mark = text.firstRange(of: "''") { text = String(text[mark.upperBound...]) }
            text = percentDecoded(text)
        }
        parameters[String(name), default: ""] += key.contains("*") || parameters[String(name)] == nil ? text : ""
    }

    private static func split(_ text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        for index in text.indices {
            if text[index] == "\"" { isQuoted.toggle() }
            guard text[index] == ";", !isQuoted else { continue }
            parts.append(text[start..<index])
            start = text.index(after: index)
        }
        return parts + [text[start...]]
    }

    private static func trimmed(_ text: Substring) -> String {
        var rest = text
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }

    private static func unquoted(_ text: String) -> String {
        guard text.hasPrefix("\""), text.count >= 2 else { return text }
        return String(text.dropFirst().prefix { $0 != "\"" })
    }
}
