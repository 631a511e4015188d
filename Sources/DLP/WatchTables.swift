/// What the words of a text can be as long as some detectors count, by their lengths and what stands around them.
///
/// `@unchecked Sendable`, because everything it holds is written in `init` alone; what its pointers lead to is freed in `deinit`.
final class WatchTables: @unchecked Sendable {
    /// What the words of digits of a length can be.
    enum Digits {
        static let bare: UInt8 = 1
        static let finder: UInt8 = 2
    }
    /// What the words of letters and digits of a length can be.
    enum Mixed {
        static let form: UInt8 = 1
        static let finder: UInt8 = 2
        static let letterFinder: UInt8 = 4
    }

    let dispatch: Dispatch
    let live: DetectorMask
    /// By the detectors' places.
    let isLive: UnsafeMutablePointer<Bool>
    /// By the lengths of words.
    let digits: UnsafeMutablePointer<UInt8>
    /// The lengths at which a word of digits is worth a look behind a blank, a bit each.
    private(set) var digitLengthsBehindBlank: UInt64 = 0
    /// Whether words of up to four digits are worth a look only where a separator stands behind them.
    private(set) var shortNeedSeparator = false
    /// The lengths of words of digits behind which a word may follow that begins with a letter, a bit each.
    private(set) var lettersNext: UInt64 = 0
    /// How many letters and digits may stand behind the separator after a word of digits, a bit each; all where the word is worth a look
    /// by itself. By its length, up to 63, then by the class of the separator's first byte.
    let continuations: UnsafeMutablePointer<UInt64>
    /// The separators that may stand after so many digits with letters to come.
    let gaps: UnsafeMutablePointer<UInt8>
    /// The lengths that a second group of digits may have, a bit each: a row for each separator, in it by the length of the first group.
    let pairs: UnsafeMutablePointer<UInt32>
    let mixed: UnsafeMutablePointer<UInt8>
    /// The beginnings of forms of letters and digits mixed, a bit each, by the length of the first word.
    let mixedStarts: UnsafeMutablePointer<UInt32>
    /// How many letters and digits may follow upon a first word of letters, a bit each: by its length, then by its first letter.
    let letterContinuations: UnsafeMutablePointer<UInt64>
    let hasLettersFirst: Bool

    init(_ dispatch: Dispatch, live: DetectorMask) {
        self.dispatch = dispatch
        self.live = live
        isLive = .allocate(capacity: DetectorMask.most)
        for place in 0..<DetectorMask.most { (isLive + place).initialize(to: live[place]) }
        let width = Dispatch.longestDigits + 1
        digits = .allocate(capacity: width)
        gaps = .allocate(capacity: width)
        pairs = .allocate(capacity: Separator.count * width)
        continuations = .allocate(capacity: 64 * Separator.Class.count)
        continuations.initialize(repeating: 0, count: 64 * Separator.Class.count)
        mixed = .allocate(capacity: Dispatch.longestWord + 1)
        mixedStarts = .allocate(capacity: Dispatch.longestWord + 1)
        letterContinuations = .allocate(capacity: (Dispatch.longestLetters + 1) * FormStart.count)
        hasLettersFirst = dispatch.masks.lettersFirst.intersects(live)
        fillPairs()
        fillDigits()
        shortNeedSeparator = (1...4).allSatisfy { digits[$0] == 0 && digitLengthsBehindBlank & 1 << UInt64($0) == 0 }
        fillMixed()
    }

    deinit {
        isLive.deallocate()
        digits.deallocate()
        gaps.deallocate()
        pairs.deallocate()
        continuations.deallocate()
        mixed.deallocate()
        mixedStarts.deallocate()
        letterContinuations.deallocate()
    }

    /// Where the row of a separator's pairs begins.
    @inline(__always)
    static func row(_ kind: Separator.RawValue) -> Int { kind.trailingZeroBitCount &* (Dispatch.longestDigits &+ 1) }

    private func fillPairs() {
        let width = Dispatch.longestDigits + 1
        pairs.initialize(repeating: 0, count: Separator.count * width)
        for pair in dispatch.pairs where isLive[pair.detector] {
            for row in 0..<Separator.count where pair.kinds & (1 << UInt8(row)) != 0 {
                pairs[row * width + pair.first] |= pair.next
            }
        }
    }

    private func fillDigits() {
        let masks = dispatch.masks
        for length in 0...Dispatch.longestDigits {
            (digits + length).initialize(
                to: (masks.bare[length].intersects(live) ? Digits.bare : 0)
                    | (masks.digitFinders[length].intersects(live) ? Digits.finder : 0))
            if masks.blankFinders[length].intersects(live) { digitLengthsBehindBlank |= 1 << UInt64(length) }
            var kinds: UInt8 = 0
            for choice in dispatch.digitsFirst[length] where isLive[choice.detector] {
                kinds |= choice.gap
                if choice.secondMayBeginWithLetter { lettersNext |= 1 << UInt64(length) }
            }
            (gaps + length).initialize(to: kinds)
            for (place, kinds) in Separator.Class.kinds.enumerated() {
                continuations[length * Separator.Class.count + place] =
                    digits[length] != 0 ? .max : continuation(of: length, by: kinds)
            }
        }
    }

    /// How many letters and digits may follow upon so many digits and one of these separators.
    private func continuation(of length: Int, by kinds: Separator.RawValue) -> UInt64 {
        var found: UInt64 = 0
        for choice in dispatch.digitsFirst[length] where isLive[choice.detector] && choice.gap & kinds != 0 {
            found |= choice.second
        }
        for row in 0..<Separator.count where kinds & (1 << UInt8(row)) != 0 {
            found |= UInt64(pairs[row * (Dispatch.longestDigits + 1) + length])
        }
        return found
    }

    private func fillMixed() {
        let masks = dispatch.masks
        for length in 0...Dispatch.longestWord {
            (mixed + length).initialize(
                to: (masks.mixed[length].intersects(live) ? Mixed.form : 0)
                    | (masks.mixedFinders[length].intersects(live) ? Mixed.finder : 0)
                    | (masks.letterFinders[length].intersects(live) ? Mixed.letterFinder : 0))
            (mixedStarts + length).initialize(to: starts(of: dispatch.mixed[length]))
        }
        letterContinuations.initialize(repeating: 0, count: (Dispatch.longestLetters + 1) * FormStart.count)
        for length in 0...Dispatch.longestLetters {
            for choice in dispatch.lettersFirst[length] where isLive[choice.detector] {
                let starts = FormStart.of(choice.steps)
                for place in 0..<FormStart.count where starts & (1 << UInt32(place)) != 0 {
                    letterContinuations[length * FormStart.count + place] |= choice.second
                }
            }
        }
    }

    private func starts(of forms: UnsafeBufferPointer<Dispatch.Choice>) -> UInt32 {
        forms.reduce(0) { isLive[$1.detector] ? $0 | FormStart.of($1.steps) : $0 }
    }
}
