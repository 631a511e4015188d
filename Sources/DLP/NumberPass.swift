/// Finds words that hold a digit, and tries on each the forms and finders for its length.
struct NumberPass {
    let text: TextBytes
    let check: CandidateCheck
    let watch: WatchTables
    let dispatch: Dispatch
    private let map: WordMap
    private let classes = Separator.Class.table

    init(text: TextBytes, check: CandidateCheck, watch: WatchTables, map: WordMap) {
        self.text = text
        self.check = check
        self.watch = watch
        self.map = map
        dispatch = watch.dispatch
    }

    /// - Parameter part: words whose first digit is here.
    func run(over part: Range<Int>, into found: inout [Candidate]) {
        map.read(part, of: text)
        let (continuations, hasLettersFirst, classes) = (watch.continuations, watch.hasLettersFirst, classes)
        let behindBlank = watch.digitLengthsBehindBlank
        map.eachWord(of: part, leavesShort: watch.shortNeedSeparator) { start, end, hasFront in
            let length = end &- start
            let separator = classes[Int(text[end])]
            let lengths = continuations[length &* Separator.Class.count &+ Int(separator)]
            if lengths != 0, lengths == .max || mayGoOn(length, with: lengths, behind: end, separator) {
                digits(start, end, into: &found)
            }
            if behindBlank &>> UInt64(length) & 1 != 0, text[start &- 1] == 32 {
                find(dispatch.blankFinders[length], start..<end, into: &found)
            }
            if hasLettersFirst, hasFront { letters(before: start, end, into: &found) }
        } mixed: { word in
            mixed(word, into: &found)
            if hasLettersFirst { letters(before: word.start, word.end, into: &found) }
        }
    }

    /// Whether a word of one of these lengths may stand behind so many digits and a separator, as far as one look tells.
    @inline(__always)
    private func mayGoOn(_ digits: Int, with lengths: UInt64, behind end: Int, _ separator: UInt8) -> Bool {
        let isWide = separator == Separator.Class.lineEnd && text[end] == 13 && text[end &+ 1] == 10
        let next = end &+ (isWide ? 2 : 1)
        let length = map.members(from: next)
        if length != 0, separator != Separator.Class.wide {
            guard length > 63 || lengths & (1 &<< UInt64(length)) != 0 else { return false }
            return watch.lettersNext &>> UInt64(digits) & 1 != 0 || !text[next].isLetter
        }
        return switch separator {
        case Separator.Class.space:
            text[next].isLineEnd || (text[next] == UInt8(ascii: "-") && text[next &+ 1] == 32)
                || (text[next] == 32 && text[next &+ 1].isDigit)
        case Separator.Class.wide: true
        case Separator.Class.dash: text[next].isLineEnd
        case Separator.Class.lineEnd: text[next].isBlank || text[next] == UInt8(ascii: ">")
        default: false
        }
    }

    @inline(never)
    private func digits(_ start: Int, _ end: Int, into found: inout [Candidate]) {
        let length = end - start
        let wanted = watch.digits[length]
        if wanted & WatchTables.Digits.bare != 0, Boundary.isClean(before: start, in: text),
            Boundary.isClean(after: end, in: text)
        {
            let bare = dispatch.bare[length]
            for at in bare.indices where watch.isLive[bare[at].detector] {
                check.form(bare[at].detector, bare[at].need, start..<end, into: &found)
            }
        }
        if let gap = Separator.at(end, in: text) {
            let next = end + gap.length
            if watch.gaps[length] & gap.kind.rawValue != 0, text[next].isAlphanumeric {
                match(
                    dispatch.digitsFirst[length], from: start, gap: gap.kind.rawValue, second: map.members(from: next),
                    into: &found)
            }
            if watch.pairs[WatchTables.row(gap.kind.rawValue) + length] & digitsBit(from: next) != 0,
                Boundary.isClean(before: start, in: text)
            {
                grouped(start, end, into: &found)
            }
            if text[next] == 32, gap.kind == .space,
                watch.pairs[WatchTables.row(gap.kind.rawValue) + length] & digitsBit(from: next + 1) != 0,
                Boundary.isClean(before: start, in: text)
            {
                grouped(start, end, blanks: 2, into: &found)
            }
        }
        guard wanted & WatchTables.Digits.finder != 0 else { return }
        find(dispatch.digitFinders[length], start..<end, into: &found)
    }

    /// The bit for the number of digits that stand from a place on, as in a watch's pairs.
    @inline(__always)
    private func digitsBit(from start: Int) -> UInt32 {
        let digits = map.digits(from: start)
        return digits <= Dispatch.longestDigits ? 1 &<< UInt32(digits) : 0
    }

    @inline(__always)
    private func mixed(_ word: WordMap.Word, into found: inout [Candidate]) {
        let length = word.end &- word.start
        guard length <= Dispatch.longestWord else { return }
        let finder = word.beginsWithLetter ? WatchTables.Mixed.letterFinder : WatchTables.Mixed.finder
        if watch.mixed[length] & (WatchTables.Mixed.form | finder) != 0 { mixed(word, finder, into: &found) }
    }

    @inline(never)
    private func mixed(_ word: WordMap.Word, _ finder: UInt8, into found: inout [Candidate]) {
        let length = word.end - word.start
        if watch.mixedStarts[length] & (1 << UInt32(FormStart.place(of: text[word.start]))) != 0 {
            match(dispatch.mixed[length], from: word.start, into: &found)
        }
        guard watch.mixed[length] & finder != 0 else { return }
        find(
            word.beginsWithLetter ? dispatch.letterFinders[length] : dispatch.mixedFinders[length],
            word.start..<word.end, into: &found)
    }

    private func find(_ finders: UnsafeBufferPointer<Int>, _ word: Range<Int>, into found: inout [Candidate]) {
        for finder in finders where watch.isLive[finder] { check.finder(finder, word, into: &found) }
    }

    /// Forms whose first group is capitals, that a separator parts from the word at a place; up to two groups before it.
    @inline(__always)
    private func letters(before start: Int, _ end: Int, into found: inout [Candidate]) {
        let last = text[start &- 1]
        guard last >= 0x80 || ((last == 32 || last == UInt8(ascii: "-")) && text[start &- 2].isUpper) else { return }
        groupsOfLetters(before: start, end, into: &found)
    }

    @inline(never)
    private func groupsOfLetters(before start: Int, _ wordEnd: Int, into found: inout [Candidate]) {
        var (start, second) = (start, wordEnd - start)
        for _ in 0..<2 {
            guard let end = endOfLetters(before: start) else { return }
            var first = end
            while first > 0, end - first <= Dispatch.longestLetters, text.base[first - 1].isUpper { first -= 1 }
            let length = end - first
            guard length > 0, length <= Dispatch.longestLetters, !text[first - 1].isAlphanumeric else { return }
            let seconds = watch.letterContinuations[length * FormStart.count + FormStart.place(of: text.base[first])]
            if second > 63 ? seconds != 0 : seconds & (1 << UInt64(second)) != 0 {
                match(dispatch.lettersFirst[length], from: first, second: second, into: &found)
            }
            (start, second) = (first, length)
        }
    }

    /// Where the word ends that a separator parts from a place; nil where none does so within the line.
    @inline(__always)
    private func endOfLetters(before start: Int) -> Int? {
        let last = text[start - 1]
        // Nearly always one sign behind a letter.
        if last == 32 || last == UInt8(ascii: "-"), text[start - 2].isUpper { return start - 1 }
        guard last >= 0x80 || classes[Int(last)] != 0, let gap = Separator.before(start, in: text),
            gap.kind != .lineEnd
        else { return nil }
        return start - gap.length
    }

    /// The forms that begin with the word at a place.
    /// - Parameters:
    ///   - gap: the separator that stands after the word; all where that is not known.
    ///   - second: letters and digits behind it; 64 where that is not known, or there are more.
    private func match(
        _ forms: UnsafeBufferPointer<Dispatch.Choice>, from start: Int, gap: Separator.RawValue = .max,
        second: Int = 64, into found: inout [Candidate]
    ) {
        let letter = text[start]
        let second: UInt64 = second < 64 ? 1 &<< UInt64(second) : .max
        for choice in forms where choice.second & second != 0 && watch.isLive[choice.detector] {
            guard choice.gap & gap != 0, choice.first == 0 || choice.first == letter else { continue }
            guard let last = Form.end(of: choice.steps, from: start, in: text), case let end = last &- choice.tail,
                Boundary.isClean(after: end, in: text), Boundary.isClean(before: start, in: text)
            else { continue }
            check.form(choice.detector, choice.need, start &+ choice.lead..<end, into: &found)
        }
    }
}
