import CBytes
import Model
import Pattern

/// Lists of words, looked for together: up to a thousand words by the literal database, more by a table of their longest tokens.
struct WordFinder: Sendable {
    /// Words up to which the literal database serves; it grows slow to make beyond.
    static let mostLiterals = 1_000

    private let phrases: [(list: Int, phrase: WordPhrase)]
    private let byToken: [[UInt8]: [Int]]
    private let database: LiteralDatabase?
    /// Which beginnings, ends and lengths the tokens have, a bit each: most words of a text are none of the list's at first sight.
    private let heads: [UInt64]
    /// The first letters of the tokens that have letters beyond ASCII; a bit for those that begin with one.
    private let wideHeads: [Bool]
    /// The lengths of the tokens of ASCII, a bit each; all where one has more than 63 letters.
    private let lengths: UInt64
    /// The folded token of each literal.
    private let literals: [[UInt8]]

    /// - Parameter lists: each with its place among the entries.
    init(_ lists: [(list: Int, words: [String], letterCaseCounts: Bool)]) throws(PatternError) {
        let phrases = lists.flatMap { list, words, counts in
            words.flatMap { WordPhrase.all(of: $0, letterCaseCounts: counts) }.map { (list: list, phrase: $0) }
        }
        self.phrases = phrases
        byToken = Dictionary(grouping: phrases.indices) { phrases[$0].phrase.keyToken }
        var heads = [UInt64](repeating: 0, count: 1 << 10)
        var wideHeads = [Bool](repeating: false, count: 256)
        for token in byToken.keys {
            let head = Self.head(of: token)
            heads[head >> 6] |= 1 << UInt64(head & 63)
            if token.contains(where: { $0 >= 0x80 }) { wideHeads[Self.wideHead(token[0])] = true }
        }
        (self.heads, self.wideHeads) = (heads, wideHeads)
        lengths = byToken.keys.reduce(0) { $0 | ($1.count < 64 ? 1 << UInt64($1.count) : .max) }
        guard !phrases.isEmpty, phrases.count <= Self.mostLiterals else {
            (database, literals) = (nil, [])
            return
        }
        let written = byToken.keys.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { token in
            Self.spellings(of: token).map { (token, $0) }
        }
        literals = written.map(\.0)
        database = try LiteralDatabase(written.map { LiteralDatabase.Literal($0.1, letterCase: .ignored) })
    }

    /// The token in small letters and, where it has letters beyond ASCII, in capitals and with a capital too.
    private static func spellings(of token: [UInt8]) -> Set<String> {
        let word = String(decoding: token, as: UTF8.self)
        guard token.contains(where: { $0 >= 0x80 }) else { return [word] }
        // In capitals ß is SS, or since 2017 a letter of its own.
        let capitals = word.split(separator: "ß", omittingEmptySubsequences: false).map { $0.uppercased() }
        return [
            word, word.uppercased(), capitals.joined(separator: "ẞ"), word.prefix(1).uppercased() + word.dropFirst(),
        ]
    }

    /// A number from the length, the first four letters and the last of a folded token.
    private static func head(of token: [UInt8]) -> Int {
        token.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { head(of: TextBytes(base: $0, count: bytes.count), 0..<bytes.count) } ?? 0
        }
    }

    @inline(__always)
    private static func head(of text: TextBytes, _ token: Range<Int>) -> Int {
        var number = UInt32(truncatingIfNeeded: token.count)
        if token.count >= 4 {
            let first = UnsafeRawPointer(text.base + token.lowerBound).loadUnaligned(as: UInt32.self)
            number = number &* 31 &+ (first | 0x2020_2020)
        } else {
            for place in token { number = number &* 31 &+ UInt32(text.base[place] | 0x20) }
        }
        number = number &* 31 &+ UInt32(text.base[token.upperBound - 1] | 0x20)
        return Int((number &* 0x9E37_79B1) >> 16)
    }

    /// Letters beyond ASCII change their bytes with their case, so that they are not told apart.
    @inline(__always)
    private static func wideHead(_ first: UInt8) -> Int { first < 0x80 ? Int(first | 0x20) : 0xFF }

    /// Whether a token may be one of the list's.
    @inline(__always)
    private func mayBeListed(_ token: Range<Int>, in text: TextBytes) -> Bool {
        let head = Self.head(of: text, token)
        if heads[head >> 6] & (1 << UInt64(head & 63)) != 0 { return true }
        guard token.contains(where: { text.base[$0] >= 0x80 }) else { return false }
        // A capital I with a dot is the one letter beyond ASCII whose small one begins with a letter of ASCII.
        return wideHeads[Self.wideHead(text.base[token.lowerBound])] || text[token.lowerBound + 1] == 0xB0
    }

    /// Every place of every phrase whose looked-for token begins in a part of the text.
    func each(in range: Range<Int>, of text: TextBytes, _ body: (_ list: Int, _ place: Range<Int>) -> Void) {
        guard let database else {
            eachByTable(in: range, of: text, body)
            return
        }
        // A literal that lies across the part's end still begins in it.
        let end = min(text.count, range.upperBound + CustomEntry.Limits.wordLength)
        var hits: [LiteralHit] = []
        _ = database.scan(text.slice(range.lowerBound..<end), into: &hits)
        for hit in hits {
            let last = range.lowerBound + Int(hit.end)
            guard let token = TextTokens.token(endingAt: last, in: text), range.contains(token.lowerBound) else {
                continue
            }
            check(literals[Int(hit.literal)], token, in: text, body)
        }
    }

    private func eachByTable(
        in range: Range<Int>, of text: TextBytes, _ body: (_ list: Int, _ place: Range<Int>) -> Void
    ) {
        guard !byToken.isEmpty else { return }
        var folded: [UInt8] = []
        eachToken(in: range, of: text) { token in
            guard token.count <= CustomEntry.Limits.wordLength, mayBeListed(token, in: text) else { return }
            folded.removeAll(keepingCapacity: true)
            text.fold(token, into: &folded)
            if byToken[folded] != nil { check(folded, token, in: text, body) }
        }
    }

    /// The tokens that begin in a part of the text and may have the length of one of the list's.
    @inline(__always)
    private func eachToken(in range: Range<Int>, of text: TextBytes, _ body: (Range<Int>) -> Void) {
        var at = range.lowerBound
        // What began before, and what has letters beyond ASCII, is told apart character by character.
        var isWithin = at > 0 && (text[at - 1].isAlphanumeric || text[at - 1] >= 0x80)
        while at < range.upperBound {
            var (wide, left): (UInt64, Int) = (0, 64)
            var letters = bytes_letters(text.base, text.count, at, &wide)
            while left > 0, at < range.upperBound {
                let gap = letters.trailingZeroBitCount
                let length = gap > 0 ? min(gap, left) : (~letters).trailingZeroBitCount
                if gap == 0 {
                    // What goes on beyond these bytes is looked at from its beginning.
                    if length == left, left < 64 { break }
                    if isWithin || length == 64 || wide & TextBytes.bits(from: 0, before: length) != 0 {
                        let end = length == 64 ? text.endOfLetters(at) : at + length
                        for token in TextTokens(of: text, in: at..<min(end, range.upperBound)) { body(token) }
                        at = end - length
                    } else if lengths & (1 &<< UInt64(length)) != 0 {
                        body(at..<(at + length))
                    }
                }
                isWithin = false
                at += length
                left -= length
                letters = length < 64 ? letters &>> UInt64(length) : 0
                wide = length < 64 ? wide &>> UInt64(length) : 0
            }
        }
    }

    private func check(
        _ folded: [UInt8], _ token: Range<Int>, in text: TextBytes, _ body: (_ list: Int, _ place: Range<Int>) -> Void
    ) {
        guard let candidates = byToken[folded], text.folded(token) == folded else { return }
        for candidate in candidates {
            if let place = phrases[candidate].phrase.place(around: token, in: text) {
                body(phrases[candidate].list, place)
            }
        }
    }
}
