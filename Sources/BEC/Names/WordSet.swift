/// A fixed set of folded words, looked up by bytes without a keyed hash.
struct WordSet: Sendable {
    private var table = WordTable()

    /// - Parameter text: words with blanks or line breaks between them.
    init(_ text: String) {
        for word in text.split(whereSeparator: \.isWhitespace) { _ = table.add(Array(word.utf8), .latin) }
    }

    func contains(_ word: [UInt8]) -> Bool { table.id(word) != nil }
}
