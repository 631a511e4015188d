/// Names of fields in which words are written together without a sign: `taxpayeritin`, `cpfcliente`, `BANKBIC`.
enum GluedWord {
    private static let prefixes: [StaticString] = [
        "employee", "emp", "customer", "cust", "client", "cliente", "patient", "user", "person", "applicant", "holder",
        "member",
        "taxpayer", "payer", "bank", "home", "work", "office", "contact", "primary", "owner", "kunden", "numero",
        "numer", "nummer",
        "num", "titular", "beneficiary", "payee", "debtor", "creditor", "student", "guest", "spouse",
    ]

    private static let suffixes: [StaticString] = [
        "nbr", "numb", "cliente", "client", "customer", "cust", "titular", "patient", "holder", "person", "employee",
        "user",
        "pessoa", "persona", "text", "txt", "str", "hash", "kunde",
    ]

    /// Whether such a word, from its own beginning, ends before a place within letters.
    static func isPrefix(endingAt place: Int, in text: TextBytes) -> Bool {
        var start = place
        while start > place - 12, text[start - 1].isLetter { start -= 1 }
        let length = place - start
        // A property of a command line in Java.
        if length == 1, text[start] == UInt8(ascii: "D"), text[start - 1] == UInt8(ascii: "-") { return true }
        guard length >= 3, length <= 11, lastLetters[length] & letterBit(text[place - 1]) != 0 else { return false }
        return prefixes.contains { $0.utf8CodeUnitCount == length && holds($0, at: start, in: text) }
    }

    /// With which letters the prefixes of a length end, a bit each.
    private static let lastLetters = prefixes.reduce(into: [UInt32](repeating: 0, count: 12)) { letters, word in
        letters[word.utf8CodeUnitCount] |= letterBit(word.utf8Start[word.utf8CodeUnitCount - 1])
    }

    private static func letterBit(_ letter: UInt8) -> UInt32 { 1 << UInt32((letter | 0x20) & 31) }

    /// The end of such a word that begins at a place and is followed by no letter; nil where none does.
    static func end(of place: Int, in text: TextBytes) -> Int? {
        // French, and no `ref`.
        guard text[place].isLetter, !holds("refuser", at: place - 3, in: text) else { return nil }
        let found = suffixes.first {
            holds($0, at: place, in: text) && !text[place + $0.utf8CodeUnitCount].isLetter
        }
        return found.map { place + $0.utf8CodeUnitCount }
    }

    private static func holds(_ word: StaticString, at place: Int, in text: TextBytes) -> Bool {
        (0..<word.utf8CodeUnitCount).allSatisfy { text[place + $0] | 0x20 == word.utf8Start[$0] }
    }
}
