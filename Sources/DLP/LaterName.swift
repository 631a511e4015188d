/// What a value is called by what stands behind it in its object, its tag or its element: `{"value": "…", "name": "ssn"}`,
/// `<input value="…" name="ssn">`, `<Number>…</Number><Type>SSN</Type>`.
struct LaterName {
    /// The bytes of what can be the name: `"type": "string", "name": "ssn"` has two such fields.
    let ranges: [Range<Int>]

    /// Bytes behind a value within which its name begins.
    private static let farthest = 96
    /// What may stand between the value and its name: so many other fields.
    private static let mostFields = 3

    /// - Parameter field: what stands before the value, which says only that it is one.
    init?(of field: FieldName, after end: Int, in text: TextBytes) {
        let isElement = text[field.range.upperBound] == UInt8(ascii: ">")
        let key = isElement ? Self.element(field.range, in: text) : Self.word(endingIn: field.range, of: text)
        guard field.isStrict, Self.isPlain(key, in: text) else { return nil }
        var (at, found): (Int, [Range<Int>]) = (end, [])
        for _ in 0...Self.mostFields where at < end + Self.farthest {
            guard let next = isElement ? Self.nextElement(at, in: text) : Self.nextField(at, in: text) else { break }
            if Self.isNaming(next.key, in: text) { found.append(next.value) }
            at = next.value.upperBound
        }
        guard !found.isEmpty else { return nil }
        ranges = found
    }

    /// Keys that say only that a value follows, and what may stand before them in a key.
    private static let plain: [StaticString] = [
        "value", "val", "number", "num", "no", "nr", "nummer", "numero", "text", "content", "data", "answer",
        "extension",
        "identifier",
    ]
    private static let beginnings: [StaticString] = [
        "id", "doc", "document", "identity", "identification", "identifier", "field", "tax", "national", "attribute",
        "string", "text",
    ]
    /// Keys, or ends of keys, whose values are names.
    private static let naming: [StaticString] = [
        "type", "name", "key", "label", "kind", "field", "title", "category", "scheme", "system", "attribute", "column",
        "property", "typ", "tipo",
    ]

    private static func isPlain(_ key: Range<Int>, in text: TextBytes) -> Bool {
        plain.contains { word in
            guard text.endsFolded(with: word, key) else { return false }
            var rest = key.lowerBound..<key.upperBound - word.utf8CodeUnitCount
            while let last = rest.last, !text[last].isLetter { rest = rest.lowerBound..<last }
            return rest.isEmpty || beginnings.contains { text.isFolded($0, rest) }
        }
    }

    private static func isNaming(_ key: Range<Int>, in text: TextBytes) -> Bool {
        naming.contains { text.endsFolded(with: $0, key) }
    }

    /// The last word of what stands before a value.
    private static func word(endingIn range: Range<Int>, of text: TextBytes) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, !text[end - 1].isAlphanumeric { end -= 1 }
        var start = end
        while start > range.lowerBound, isPartOfKey(text[start - 1]) { start -= 1 }
        return start..<end
    }

    /// The name of an element, without its space of names.
    private static func element(_ tag: Range<Int>, in text: TextBytes) -> Range<Int> {
        var (start, end) = (tag.lowerBound, tag.lowerBound)
        while end < tag.upperBound, isPartOfKey(text[end]) || text[end] == UInt8(ascii: ":") {
            if text[end] == UInt8(ascii: ":") { start = end + 1 }
            end += 1
        }
        return start..<end
    }

    /// The next key and its value behind a value: `", "name": "ssn"`, `" name="ssn"`.
    private static func nextField(_ place: Int, in text: TextBytes) -> (key: Range<Int>, value: Range<Int>)? {
        var at = skip(place, in: text) { isQuote($0) || $0 <= 32 || $0 == UInt8(ascii: ",") }
        let key = at..<skip(at, in: text, while: isPartOfKey)
        at = skip(key.upperBound, in: text) { isQuote($0) || $0 == 32 }
        guard !key.isEmpty, text[at] == UInt8(ascii: ":") || text[at] == UInt8(ascii: "=") else { return nil }
        at = skip(at + 1, in: text) { $0 == 32 || $0 == UInt8(ascii: "\\") }
        let isQuoted = isQuote(text[at])
        let start = isQuoted ? at + 1 : at
        let end = skip(start, in: text) { byte in
            !isEnd(byte) && (isQuoted ? !isQuote(byte) : byte > 32 && byte != UInt8(ascii: ","))
        }
        return (key, start..<end)
    }

    /// The next element behind the end of one: `</Number><Type>SSN`.
    private static func nextElement(_ place: Int, in text: TextBytes) -> (key: Range<Int>, value: Range<Int>)? {
        guard text[place] == UInt8(ascii: "<"), text[place + 1] == UInt8(ascii: "/"),
            let close = text.next(UInt8(ascii: ">"), from: place, to: min(text.count, place + farthest))
        else { return nil }
        let open = skip(close + 1, in: text) { $0 <= 32 }
        guard text[open] == UInt8(ascii: "<"),
            let end = text.next(UInt8(ascii: ">"), from: open, to: min(text.count, open + farthest)),
            text[end - 1] != UInt8(ascii: "/")
        else { return nil }
        let key = element(open + 1..<end, in: text)
        guard !key.isEmpty else { return nil }
        return (key, end + 1..<skip(end + 1, in: text) { $0 != UInt8(ascii: "<") })
    }

    private static func skip(_ place: Int, in text: TextBytes, while holds: (UInt8) -> Bool) -> Int {
        var at = place
        while at < place + farthest, at < text.count, holds(text[at]) { at += 1 }
        return at
    }

    private static func isPartOfKey(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }

    private static func isQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
    }

    /// Whether an object or a tag ends or begins.
    private static func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
            || byte.isLineEnd
    }
}
