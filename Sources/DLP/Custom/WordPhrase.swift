/// A word or phrase of a list, taken apart: tokens, white space, and signs that have to stand there as they are typed.
struct WordPhrase: Sendable {
    enum Piece: Hashable, Sendable {
        case token([UInt8])
        case gap
        case sign(UInt8)
    }

    let pieces: [Piece]
    /// The piece that is looked for: the longest token.
    let key: Int
    /// As typed, where its letter case counts.
    let exact: [UInt8]?

    /// - Returns: nil where there is no token in it.
    init?(_ written: String, letterCaseCounts: Bool) {
        let trimmed = written.withMarksJoined.typed.drop { $0.isWhitespace }
        let pieces = withText(String(trimmed), Self.pieces) ?? []
        let lengths = pieces.enumerated().compactMap { place, piece in
            if case .token(let bytes) = piece { (place, bytes.count) } else { nil }
        }
        guard let key = lengths.max(by: { $0.1 < $1.1 })?.0 else { return nil }
        self.pieces = pieces.last == .gap ? pieces.dropLast() : pieces
        self.key = key
        exact = letterCaseCounts ? Array(trimmed.utf8) : nil
    }

    /// A word or phrase as it may be written: capitals have no ß of their own but for a rare one.
    static func all(of written: String, letterCaseCounts: Bool) -> [WordPhrase] {
        var spellings = [written]
        let small = written.lowercased()
        if !letterCaseCounts, small.contains("ß") {
            spellings.append(small.replacing("ß", with: "ss"))
        } else if !letterCaseCounts, written.contains("SS"), written == written.uppercased() {
            spellings.append(small.replacing("ss", with: "ß"))
        }
        return spellings.compactMap { WordPhrase($0, letterCaseCounts: letterCaseCounts) }
    }

    /// The folded bytes of the piece that is looked for.
    var keyToken: [UInt8] {
        if case .token(let bytes) = pieces[key] { bytes } else { [] }
    }

    private static func pieces(of text: TextBytes) -> [Piece] {
        var pieces: [Piece] = []
        var at = 0
        while at < text.count {
            if let token = TextTokens.token(at: at, in: text) {
                pieces.append(.token(text.folded(token)))
                at = token.upperBound
            } else if let length = gap(at, in: text) {
                if pieces.last != .gap, !pieces.isEmpty { pieces.append(.gap) }
                at += length
            } else {
                pieces.append(.sign(text[at]))
                at += 1
            }
        }
        return pieces
    }

    /// Where the whole phrase stands, given the token that is looked for.
    func place(around token: Range<Int>, in text: TextBytes) -> Range<Int>? {
        var start = token.lowerBound
        for piece in pieces[..<key].reversed() {
            guard let at = Self.step(back: start, over: piece, in: text) else { return nil }
            start = at
        }
        var end = token.upperBound
        for piece in pieces[(key + 1)...] {
            guard let at = Self.step(on: end, over: piece, in: text) else { return nil }
            end = at
        }
        if let exact, !isExact(exact, start..<end, in: text) { return nil }
        return start..<end
    }

    /// White space that a gap may consist of at most: a line end with what indents the next line.
    private static let widestGap = 16

    private static func step(on start: Int, over piece: Piece, in text: TextBytes) -> Int? {
        switch piece {
        case .token(let bytes):
            guard let token = TextTokens.token(at: start, in: text), text.folded(token) == bytes else { return nil }
            return token.upperBound
        case .sign(let byte): return text[start] == byte ? start + 1 : nil
        case .gap:
            var at = start
            while at - start < widestGap, let length = gap(at, in: text) { at += length }
            return at > start ? at : nil
        }
    }

    private static func step(back end: Int, over piece: Piece, in text: TextBytes) -> Int? {
        switch piece {
        case .token(let bytes):
            guard let token = TextTokens.token(endingAt: end, in: text), text.folded(token) == bytes else { return nil }
            return token.lowerBound
        case .sign(let byte): return text[end - 1] == byte ? end - 1 : nil
        case .gap:
            var at = end
            while end - at < widestGap, at > 0 {
                let before = TextTokens.before(at, in: text)
                guard gap(before, in: text) == at - before else { break }
                at = before
            }
            return at < end ? at : nil
        }
    }

    /// Bytes of the white space at a place; nil where none stands.
    static func gap(_ place: Int, in text: TextBytes) -> Int? {
        switch text[place] {
        case 32, 9, 10, 13: 1
        case 0xC2 where text[place + 1] == 0xA0: 2
        default: nil
        }
    }

    /// The same letters, whatever white space parts them.
    private func isExact(_ exact: [UInt8], _ range: Range<Int>, in text: TextBytes) -> Bool {
        func bare(_ text: TextBytes, _ range: Range<Int>) -> [UInt8] {
            var (bytes, at) = ([UInt8](), range.lowerBound)
            while at < range.upperBound {
                if let length = Self.gap(at, in: text) {
                    at += length
                } else {
                    bytes.append(text[at])
                    at += 1
                }
            }
            return bytes
        }
        let written = exact.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { bare(TextBytes(base: $0, count: buffer.count), 0..<buffer.count) }
        }
        return bare(text, range) == written
    }
}
