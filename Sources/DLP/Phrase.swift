/// A word or phrase as it is looked for: one of its words is found by the literal database, the others are compared beside it.
struct Phrase: Sendable {
    /// The words before the one that is looked for, nearest first, and those after it; lower case.
    let before: [[UInt8]]
    let after: [[UInt8]]
    /// Written in capitals: it counts in capitals or as a field's name.
    let isCapital: Bool
    /// Written with an exclamation mark: never a part of a longer name, as in `run_id` and `runs`.
    let isWhole: Bool
    /// Written with a star: the beginning of a longer word.
    let isBeginning: Bool
    /// Detectors that it names, and those whose values it speaks against.
    var names = DetectorMask()
    var denies = DetectorMask()

    /// Where the whole phrase stands, given its looked-for word; nil where only a part of it stands there.
    func place(around word: Range<Int>, in text: TextBytes) -> Range<Int>? {
        var start = word.lowerBound
        for piece in before {
            guard let at = Self.step(back: start, over: piece, in: text) else { return nil }
            start = at
        }
        var end = word.upperBound
        for piece in after {
            guard let at = Self.step(on: end, over: piece, in: text) else { return nil }
            end = at
        }
        guard WordEdge.isStart(start, in: text), let tail = isBeginning ? end : WordEdge.end(end, in: text) else {
            return nil
        }
        if isWhole, tail > end || text[end] == UInt8(ascii: "_") || text[start - 1] == UInt8(ascii: "_") { return nil }
        if isCapital, !Self.isWritten(inCapitals: start..<end, in: text),
            !WordEdge.isField(start..<tail, in: text)
        {
            return nil
        }
        return start..<tail
    }

    /// The letter, in its small form, with which the word before a place ends.
    static func letter(before end: Int, in text: TextBytes) -> UInt8 { small(text[wordEnd(before: end, in: text) - 1]) }

    /// The letter, in its small form, with which the word behind a place begins.
    static func letter(behind start: Int, in text: TextBytes) -> UInt8 {
        small(text[wordStart(behind: start, in: text)])
    }

    private static func small(_ byte: UInt8) -> UInt8 { byte.isUpper ? byte | 0x20 : byte }

    private static func wordEnd(before place: Int, in text: TextBytes) -> Int {
        var at = place
        while at > place - 3 {
            if WordEdge.joins(text[at - 1]) {
                at -= 1
            } else if text[at - 1] == 0x99, text.holds("’", at: at - 3) {
                at -= 3
            } else {
                break
            }
        }
        return at
    }

    private static func wordStart(behind place: Int, in text: TextBytes) -> Int {
        var at = place
        while at < place + 3 {
            if WordEdge.joins(text[at]) {
                at += 1
            } else if text[at] == 0xE2, text.holds("’", at: at) {
                at += 3
            } else {
                break
            }
        }
        return at
    }

    private static func step(back end: Int, over piece: [UInt8], in text: TextBytes) -> Int? {
        let start = wordEnd(before: end, in: text) - piece.count
        return equals(piece, at: start, in: text) ? start : nil
    }

    private static func step(on start: Int, over piece: [UInt8], in text: TextBytes) -> Int? {
        let at = wordStart(behind: start, in: text)
        return equals(piece, at: at, in: text) ? at + piece.count : nil
    }

    private static func equals(_ piece: [UInt8], at place: Int, in text: TextBytes) -> Bool {
        guard place >= 0 else { return false }
        for (offset, letter) in piece.enumerated() {
            guard small(text[place + offset]) == letter else { return false }
        }
        return true
    }

    private static func isWritten(inCapitals range: Range<Int>, in text: TextBytes) -> Bool {
        range.allSatisfy { !text[$0].isLower }
    }
}
