/// Cuts the visible characters of a name into pieces, and the pieces into words.
struct WordScan {
    /// Words between two breaks.
    struct Piece {
        var words: [NameToken] = []
        /// What stands before it: a comma, or a break that starts something new (a bracket, " - ", "|").
        var after: Break = .start
    }

    enum Break { case start, comma, bracket, dash, quote }

    var pieces: [Piece] = [Piece()]
    var obfuscations: [Obfuscation] = []
    private let glyphs: [Glyph]

    /// - Parameter skipped: ranges of glyphs that are addresses.
    init(_ glyphs: [Glyph], skipping skipped: [Range<Int>]) {
        self.glyphs = glyphs
        var index = 0
        var skip = skipped[...]
        while index < glyphs.count {
            if let next = skip.first, next.lowerBound <= index {
                index = max(index, next.upperBound)
                skip = skip.dropFirst()
                continue
            }
            let limit = skip.first?.lowerBound ?? glyphs.count
            if isWordGlyph(index) {
                var end = index + 1
                while end < limit, continuesWord(end) { end += 1 }
                addWord(index..<end)
                index = end
            } else {
                breakAt(index)
                index += 1
            }
        }
        pieces.removeAll { $0.words.isEmpty }
    }

    private func isWordGlyph(_ index: Int) -> Bool {
        let code = glyphs[index].code
        if code < 0x80 { return code &- 0x61 < 26 || code &- 0x30 < 10 }
        if isApostrophe(code) { return false }
        return NameScript.of(code) != nil || Lookalikes.latin(glyphs[index].shape) != nil
    }

    private func continuesWord(_ index: Int) -> Bool {
        if isWordGlyph(index) { return true }
        let code = glyphs[index].code
        let isInner = isApostrophe(code) || code == 0x24 || code == 0x21 || code == 0x7C || code == 0x40
        return isInner && index + 1 < glyphs.count && isWordGlyph(index + 1)
    }

    private func isApostrophe(_ code: UInt32) -> Bool {
        switch code {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2032, 0x55A, 0x5F3: true
        default: false
        }
    }

    private mutating func breakAt(_ index: Int) {
        switch glyphs[index].code {
        case 0x2C, 0x60C, 0x3001, 0x3B: open(.comma)
        case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D, 0x3C, 0x3E, 0x3010, 0x3011: open(.bracket)
        case 0x2022, 0xB7, 0x2014: if !isBetweenWords(index) { open(.dash) }
        case 0x7C, 0x2F, 0x3A, 0x5C: open(.dash)
        case 0x2D, 0x2013, 0x2010, 0x2011, 0x2212:
            let before = index == 0 || isBlank(index - 1)
            let after = index + 1 == glyphs.count || isBlank(index + 1)
            if (before || after) && !isBetweenSingleLetters(index) { open(.dash) }
        default: break
        }
    }

    /// "H y e - j i n": the dash within a name that is written letter by letter.
    private func isBetweenSingleLetters(_ index: Int) -> Bool {
        guard index >= 3, index + 2 < glyphs.count, isBlank(index - 1), isBlank(index - 3), isBlank(index + 1) else {
            return false
        }
        return isWordGlyph(index - 2) && isWordGlyph(index + 2) && (index + 3 == glyphs.count || isBlank(index + 3))
    }

    /// "Adele·Vance": a sign that parts two words of a name, as a blank does.
    private func isBetweenWords(_ index: Int) -> Bool {
        index > 0 && index + 1 < glyphs.count && isWordGlyph(index - 1) && isWordGlyph(index + 1)
    }

    private func isBlank(_ index: Int) -> Bool {
        let code = glyphs[index].code
        return code == 0x20 || code == 0x09 || code == 0xA0 || code == 0x3000
    }

    private mutating func open(_ after: Break) {
        if pieces[pieces.count - 1].words.isEmpty {
            pieces[pieces.count - 1].after = after
        } else if pieces.count < 12 {
            pieces.append(Piece(after: after))
        }
    }

    private mutating func addWord(_ range: Range<Int>) {
        let words = pieces[pieces.count - 1].words
        guard words.count < 16 || (words.count < 48 && range.count == 1 && words[15].isInitial) else { return }
        let word = WordBuild(glyphs[range])
        if let token = word.token {
            pieces[pieces.count - 1].words.append(token)
            obfuscations.append(contentsOf: word.obfuscations)
        }
    }
}
