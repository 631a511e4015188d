/// Finds words that hold a digit, and tries on each the forms and finders for its length.
struct NumberPass {
    let text: TextBytes
    let check: CandidateCheck
    let dispatch: Dispatch
    private let classes = ByteClass.table

    init(text: TextBytes, check: CandidateCheck, dispatch: Dispatch) {
        self.text = text
        self.check = check
        self.dispatch = dispatch
    }

    @inline(__always)
    private func isMember(_ place: Int) -> Bool { classes[Int(text.base[place])] & ByteClass.alphanumeric != 0 }

    /// - Parameter core: words whose first digit is here.
    func run(over core: Range<Int>, into found: inout [Candidate]) {
        var at = firstWord(at: core.lowerBound)
        while at < core.upperBound {
            let digit = text.nextDigit(from: at, end: core.upperBound)
            guard digit < core.upperBound else { return }
            var start = digit
            while start > at, isMember(start - 1) { start -= 1 }
            var end = digit + 1
            while end < text.count, text.base[end].isDigit { end += 1 }
            let isDigits = start == digit && !text[end].isAlphanumeric
            while end < text.count, isMember(end) { end += 1 }
            if isDigits {
                digits(start, end, into: &found)
            } else {
                mixed(start, end, isLetter: start < digit, into: &found)
            }
            at = end
        }
    }

    /// Where to begin: a word that lies across the place belongs to the part with its first digit.
    private func firstWord(at place: Int) -> Int {
        var start = place
        while start > 0, place - start <= Dispatch.longestWord, isMember(start - 1), !text.base[start - 1].isDigit {
            start -= 1
        }
        guard start > 0, isMember(start - 1) else { return start }
        var end = place
        while end < text.count, isMember(end) { end += 1 }
        return end
    }

    @inline(__always)
    private func digits(_ start: Int, _ end: Int, into found: inout [Candidate]) {
        let length = end - start
        guard length < 32 else { return }
        let bare = dispatch.bare[length]
        if !bare.isEmpty, Boundary.isClean(before: start, in: text), Boundary.isClean(after: end, in: text) {
            for at in bare.indices { check.form(bare[at].detector, bare[at].need, start..<end, into: &found) }
        }
        if Separator.canBegin(text[end]) {
            let forms = dispatch.digitsFirst[length]
            for at in forms.indices { match(forms[at], from: start, into: &found) }
            if dispatch.pairs[length][0] != 0, Boundary.isClean(before: start, in: text) {
                grouped(start, end, into: &found)
            }
        }
        for finder in dispatch.digitFinders[length] { check.finder(finder, start..<end, into: &found) }
        if dispatch.hasLettersFirst { letters(before: start, into: &found) }
    }

    @inline(__always)
    private func mixed(_ start: Int, _ end: Int, isLetter: Bool, into found: inout [Candidate]) {
        let length = end - start
        let forms = dispatch.mixed[length]
        for at in forms.indices { match(forms[at], from: start, into: &found) }
        let finders = isLetter ? dispatch.letterFinders[length] : dispatch.mixedFinders[length]
        for finder in finders { check.finder(finder, start..<end, into: &found) }
        if dispatch.hasLettersFirst { letters(before: start, into: &found) }
    }

    /// Forms whose first group is capitals, that a separator parts from the word at a place; up to two groups before it.
    @inline(__always)
    private func letters(before start: Int, into found: inout [Candidate]) {
        let last = text[start - 1]
        guard last == 32 || last == UInt8(ascii: "-") || last >= 0x80, text[start - 2] < 0x60 || last >= 0x80 else {
            return
        }
        groupsOfLetters(before: start, into: &found)
    }

    private func groupsOfLetters(before start: Int, into found: inout [Candidate]) {
        var start = start
        for _ in 0..<2 {
            guard let gap = Separator.before(start, in: text), gap.kind != .lineEnd else { return }
            let end = start - gap.length
            var first = end
            while first > 0, end - first <= Dispatch.longestLetters, text.base[first - 1].isUpper { first -= 1 }
            let length = end - first
            guard length > 0, length <= Dispatch.longestLetters, !text[first - 1].isAlphanumeric else { return }
            let forms = dispatch.lettersFirst[length]
            for at in forms.indices { match(forms[at], from: first, into: &found) }
            start = first
        }
    }

    private func match(_ choice: Dispatch.Choice, from start: Int, into found: inout [Candidate]) {
        guard let end = choice.form.end(from: start, in: text), Boundary.isClean(after: end, in: text),
            Boundary.isClean(before: start, in: text)
        else { return }
        check.form(choice.detector, choice.need, start..<end, into: &found)
    }
}
