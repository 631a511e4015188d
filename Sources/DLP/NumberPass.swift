/// Finds words that hold a digit, and tries on each the forms and finders for its length.
struct NumberPass {
    let text: TextBytes
    let check: CandidateCheck
    let watch: Watch
    let dispatch: Dispatch
    private let map: WordMap
    private let isLive: UnsafeMutablePointer<Bool>
    private let digitWatch: UnsafeMutablePointer<UInt8>
    private let mixedWatch: UnsafeMutablePointer<UInt8>
    private let hasLettersFirst: Bool
    private let gaps: UnsafeMutablePointer<UInt8>
    private let pairs: UnsafeMutablePointer<UInt32>
    private let separators = Separator.kinds

    init(text: TextBytes, check: CandidateCheck, watch: Watch, map: WordMap) {
        self.text = text
        self.check = check
        self.watch = watch
        self.map = map
        dispatch = watch.dispatch
        isLive = watch.isLive
        digitWatch = watch.digits
        mixedWatch = watch.mixed
        hasLettersFirst = watch.hasLettersFirst
        gaps = watch.gaps
        pairs = watch.pairs
    }

    /// - Parameter part: words whose first digit is here.
    func run(over part: Range<Int>, into found: inout [Candidate]) {
        map.read(part, of: text)
        map.eachWord(of: part) { word in
            if word.isDigits {
                digits(word.start, word.end, into: &found)
            } else {
                mixed(word.start, word.end, isLetter: word.start < word.digit, into: &found)
            }
        }
    }

    @inline(__always)
    private func digits(_ start: Int, _ end: Int, into found: inout [Candidate]) {
        let length = end &- start
        guard length <= Dispatch.longestDigits else { return }
        let wanted = digitWatch[length] & (Watch.Digits.bare | Watch.Digits.finder)
        let gap = separators[Int(text[end])]
        if wanted != 0 || (gap != 0 && mayGoOn(gap, length, from: end &+ 1)) {
            digits(start, end, wanted: digitWatch[length], into: &found)
        }
        if hasLettersFirst { letters(before: start, into: &found) }
    }

    /// Whether a value may begin with so many digits and what stands behind them.
    @inline(__always)
    private func mayGoOn(_ gap: Separator.RawValue, _ length: Int, from next: Int) -> Bool {
        guard gap != Separator.unclear else { return true }
        if gaps[length] & gap != 0 { return true }
        let digits = map.digits(from: next)
        // A line may end behind a hyphen.
        if digits == 0, text[next].isLineEnd { return true }
        return digits <= Dispatch.longestDigits && pairs[Watch.row(gap) &+ length] & (1 &<< UInt32(digits)) != 0
    }

    @inline(never)
    private func digits(_ start: Int, _ end: Int, wanted: UInt8, into found: inout [Candidate]) {
        let length = end - start
        if wanted & Watch.Digits.bare != 0, Boundary.isClean(before: start, in: text),
            Boundary.isClean(after: end, in: text)
        {
            let bare = dispatch.bare[length]
            for at in bare.indices where isLive[bare[at].detector] {
                check.form(bare[at].detector, bare[at].need, start..<end, into: &found)
            }
        }
        if let gap = Separator.at(end, in: text) {
            let next = end + gap.length
            if gaps[length] & gap.kind.rawValue != 0, text[next].isAlphanumeric {
                match(dispatch.digitsFirst[length], from: start, gap: gap.kind.rawValue, into: &found)
            }
            if pairs[Watch.row(gap.kind.rawValue) + length] & digitsBit(from: next) != 0,
                Boundary.isClean(before: start, in: text)
            {
                grouped(start, end, into: &found)
            }
        }
        guard wanted & Watch.Digits.finder != 0 else { return }
        for finder in dispatch.digitFinders[length] where isLive[finder] {
            check.finder(finder, start..<end, into: &found)
        }
    }

    /// The bit for the number of digits that stand from a place on, as in a watch's pairs.
    @inline(__always)
    private func digitsBit(from start: Int) -> UInt32 {
        var at = start
        while text[at].isDigit, at - start <= Dispatch.longestDigits { at += 1 }
        return at - start <= Dispatch.longestDigits ? 1 << UInt32(at - start) : 0
    }

    @inline(__always)
    private func mixed(_ start: Int, _ end: Int, isLetter: Bool, into found: inout [Candidate]) {
        let length = end &- start
        if length <= Dispatch.longestWord {
            let wanted = mixedWatch[length]
            if wanted & (Watch.Mixed.form | (isLetter ? Watch.Mixed.letterFinder : Watch.Mixed.finder)) != 0 {
                mixed(start, end, isLetter: isLetter, wanted: wanted, into: &found)
            }
        }
        if hasLettersFirst { letters(before: start, into: &found) }
    }

    @inline(never)
    private func mixed(_ start: Int, _ end: Int, isLetter: Bool, wanted: UInt8, into found: inout [Candidate]) {
        let length = end - start
        if wanted & Watch.Mixed.form != 0 { match(dispatch.mixed[length], from: start, into: &found) }
        for finder in isLetter ? dispatch.letterFinders[length] : dispatch.mixedFinders[length] where isLive[finder] {
            check.finder(finder, start..<end, into: &found)
        }
    }

    /// Forms whose first group is capitals, that a separator parts from the word at a place; up to two groups before it.
    @inline(__always)
    private func letters(before start: Int, into found: inout [Candidate]) {
        let last = text[start - 1]
        guard last >= 0x80 || ((last == 32 || last == UInt8(ascii: "-")) && text[start - 2].isUpper) else { return }
        groupsOfLetters(before: start, into: &found)
    }

    @inline(never)
    private func groupsOfLetters(before start: Int, into found: inout [Candidate]) {
        var start = start
        for _ in 0..<2 {
            guard let gap = Separator.before(start, in: text), gap.kind != .lineEnd else { return }
            let end = start - gap.length
            var first = end
            while first > 0, end - first <= Dispatch.longestLetters, text.base[first - 1].isUpper { first -= 1 }
            let length = end - first
            guard length > 0, length <= Dispatch.longestLetters, !text[first - 1].isAlphanumeric else { return }
            match(dispatch.lettersFirst[length], from: first, into: &found)
            start = first
        }
    }

    /// The forms that begin with the word at a place.
    /// - Parameter gap: the separator that stands after the word; all where that is not known.
    private func match(
        _ forms: UnsafeBufferPointer<Dispatch.Choice>, from start: Int, gap: Separator.RawValue = .max,
        into found: inout [Candidate]
    ) {
        let letter = text[start]
        for choice in forms where isLive[choice.detector] {
            guard choice.gap & gap != 0, choice.first == 0 || choice.first == letter else { continue }
            guard let end = Form.end(of: choice.steps, from: start, in: text), Boundary.isClean(after: end, in: text),
                Boundary.isClean(before: start, in: text)
            else { continue }
            check.form(choice.detector, choice.need, start..<end, into: &found)
        }
    }
}
