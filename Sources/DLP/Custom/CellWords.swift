/// The words of a text one by one, with those behind each that may be further groups of one number: people write `412-22-1841`, and
/// `DE89 3704 0044 …`, where a table has one word.
struct CellWords {
    private let text: TextBytes
    private let end: Int
    private var tokens: TextTokens
    /// From the present word on, as far as they were asked for; a ring.
    private let words = UnsafeMutablePointer<Word>.allocate(capacity: Self.most)
    private var (head, known) = (0, 0)
    /// The next digit from the present word on.
    private var digit = -1
    private let classes = ByteClass.table

    /// Letters and digits of the shortest cell that is written in groups.
    private static let shortest = 5
    /// Groups of one cell; a power of two.
    private static let most = 16
    /// Letters of a group that has no digit, and such groups that may follow each other: the bank in `NL91 ABNA …`, `RSS MRA 85T10 …`.
    private static let longestLetters = 6
    private static let mostLettered = 2
    /// Bytes behind a word in which the first digit of a number that begins with it has to stand.
    private static let reach = mostLettered * (longestLetters + DataSetProbe.widestGap)

    private struct Word {
        let start: Int
        let end: Int
        let kind: Kind
        /// What stands between the word before and it.
        let gap: Gap

        enum Gap {
            /// More than signs that part groups; such signs alone; a line end with them.
            case wide, narrow, wrapped
        }

        enum Kind {
            /// With letters beyond ASCII; too long for a group without a digit; a group.
            case wide, long, letters, digits
            var isGroup: Bool { self == .letters || self == .digits }
        }
    }

    /// - Parameter range: words that begin here.
    init(of text: TextBytes, in range: Range<Int>) {
        self.text = text
        end = range.upperBound
        tokens = TextTokens(of: text, in: range.lowerBound..<text.count)
    }

    func free() { words.deallocate() }

    mutating func next() -> Range<Int>? {
        head = (head &+ 1) & (Self.most - 1)
        known = max(0, known &- 1)
        guard has(0), words[head].start < end else { return nil }
        return words[head].start..<words[head].end
    }

    /// Whether the present word has as many letters and digits as bytes.
    var isPlain: Bool { words[head].kind != .wide }

    /// Where cells of more than so many words end that may begin with the present word, with the letters and digits that they have.
    mutating func eachGrouped(_ shape: DataSet.Shape, _ body: (_ end: Int, _ length: Int) -> Void) {
        let first = words[head]
        guard first.kind.isGroup, first.end < text.count, case let sign = text.base[first.end],
            Self.parts(sign) || sign.isLineEnd, isDigitNear(first)
        else { return }
        var (length, count) = (first.end &- first.start, 1)
        var hasDigit = first.kind == .digits
        var (lettered, isWrapped) = (hasDigit ? 0 : 1, false)
        while count < Self.most, has(count) {
            let next = words[(head &+ count) & (Self.most - 1)]
            guard next.gap == .narrow || (next.gap == .wrapped && !isWrapped) else { return }
            isWrapped = isWrapped || next.gap == .wrapped
            length &+= next.end &- next.start
            lettered = next.kind == .digits ? 0 : lettered &+ 1
            guard length <= shape.longest, lettered <= Self.mostLettered else { return }
            hasDigit = hasDigit || next.kind == .digits
            count &+= 1
            // Not one that is written letter by letter.
            if shape.lengths[length], count > shape.mostTokens, hasDigit, length >= Self.shortest,
                length + 2 >= 2 * count, !isPartOfLonger(first, next)
            {
                body(next.end, length)
            }
        }
    }

    private mutating func isDigitNear(_ word: Word) -> Bool {
        if digit < word.start {
            digit = word.start
            while digit < text.count, !text.base[digit].isDigit { digit &+= 1 }
        }
        return digit < min(word.end &+ Self.reach, text.count)
    }

    /// Whether there is a word so many behind the present one.
    @inline(__always)
    private mutating func has(_ count: Int) -> Bool {
        while known <= count {
            guard let range = tokens.next() else { return false }
            words[(head &+ known) & (Self.most - 1)] = word(range)
            known &+= 1
        }
        return true
    }

    @inline(__always)
    private func word(_ range: Range<Int>) -> Word {
        var (all, any) = (UInt8.max, UInt8(0))
        for place in range {
            let bits = classes[Int(text.base[place])]
            all &= bits
            any |= ~bits
        }
        let hasDigit = any & ByteClass.letter != 0
        let kind: Word.Kind =
            if all & ByteClass.alphanumeric == 0 {
                .wide
            } else if hasDigit {
                .digits
            } else {
                range.count <= Self.longestLetters ? .letters : .long
            }
        return Word(
            start: range.lowerBound, end: range.upperBound, kind: kind,
            gap: kind.isGroup ? gap(before: range.lowerBound) : .wide)
    }

    @inline(__always)
    private func gap(before start: Int) -> Word.Gap {
        if goesOn(before: start) { return .narrow }
        guard start > 0, text.base[start &- 1] <= 62, let end = LineBreak.start(start, in: text) else { return .wide }
        let isWord = end > 0 && classes[Int(text.base[end &- 1])] & ByteClass.alphanumeric != 0
        return isWord || goesOn(before: end) ? .wrapped : .wide
    }

    /// Whether only a few signs that part groups stand between a place and a word before it.
    @inline(__always)
    private func goesOn(before start: Int) -> Bool {
        var at = start &- 1
        while at >= 0, start &- at <= DataSetProbe.widestGap, Self.parts(text.base[at]) { at &-= 1 }
        return at >= 0 && at < start &- 1 && classes[Int(text.base[at])] & ByteClass.alphanumeric != 0
    }

    /// Whether a sign that is no blank parts the groups from one more group of digits of the same length.
    private func isPartOfLonger(_ first: Word, _ last: Word) -> Bool {
        goesOn(first.start, by: -1, first.end - first.start) || goesOn(last.end - 1, by: 1, last.end - last.start)
    }

    private func goesOn(_ edge: Int, by step: Int, _ length: Int) -> Bool {
        let sign = text[edge + step]
        guard sign != 32, Self.parts(sign), text[edge].isDigit else { return false }
        return (2...length + 1).allSatisfy { text[edge + step * $0].isDigit }
            && !text[edge + step * (length + 2)].isAlphanumeric
    }

    /// Blank, `(`, `)`, `-`, `.`, `/`, `:`, `_`.
    @inline(__always)
    private static func parts(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 40 || byte == 41 || (byte >= 45 && byte <= 47) || byte == 58 || byte == 95
    }
}
