/// Letters and digits without a pattern, as tokens, hashes and Base64 (RFC 4648) are made of: words in them stand there by chance.
enum RandomText {
    /// Letters and digits that say enough about a text.
    private static let least = 10
    /// Bytes that are looked at on either side.
    private static let reach = 64

    /// Whether a word is a small part of a text whose capitals, small letters and digits change more often than those of names do:
    /// `socialSecurityNumber2` has five letters a piece, `3P2ZlCvvArM` one or two.
    static func surrounds(_ word: Range<Int>, in text: TextBytes) -> Bool {
        guard isPart(text[word.lowerBound - 1]) || isPart(text[word.upperBound]) else { return false }
        var (start, end) = (word.lowerBound, word.upperBound)
        while start > word.lowerBound - reach, isPart(text[start - 1]) { start -= 1 }
        while end < word.upperBound + reach, isPart(text[end]) { end += 1 }
        guard end - start >= max(least, word.count * 3) else { return false }
        var pieces = Pieces()
        for place in start..<end { pieces.add(text[place]) }
        return pieces.areRandom
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
    }

    /// What a text falls into where its kind of letter changes; a capital belongs to the small letters behind it.
    private struct Pieces {
        private enum Kind { case none, capital, small, digit }
        private var last = Kind.none
        private var capitals = 0
        private var pieces = 0
        private var count = 0
        private var (hasCapital, hasSmall, hasDigit) = (false, false, false)

        mutating func add(_ byte: UInt8) {
            let kind: Kind = byte.isDigit ? .digit : byte.isUpper ? .capital : byte.isLower ? .small : .none
            defer { last = kind }
            guard kind != .none else { return }
            count += 1
            switch kind {
            case .capital: hasCapital = true
            case .small: hasSmall = true
            case .digit, .none: hasDigit = true
            }
            // Of several capitals the last begins the next word.
            if kind != last, kind != .small || last != .capital || capitals > 1 { pieces += 1 }
            capitals = kind == .capital ? capitals + 1 : 0
        }

        var areRandom: Bool {
            hasCapital && hasSmall && hasDigit && count >= RandomText.least && pieces * 5 > count * 2
        }
    }
}
