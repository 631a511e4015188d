/// What is worth trying in one part of a text, for the detectors that can count there: most words of a text are none of their values'
/// lengths and are passed by after one look.
///
/// Belongs to one run on one thread.
final class Watch {
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
    /// By the detectors' places.
    let isLive: UnsafeMutablePointer<Bool>
    /// By the lengths of words.
    let digits: UnsafeMutablePointer<UInt8>
    /// The separators that may stand after so many digits with letters to come.
    let gaps: UnsafeMutablePointer<UInt8>
    /// The lengths that a second group of digits may have, a bit each: a row for each separator, in it by the length of the first group.
    let pairs: UnsafeMutablePointer<UInt32>
    let mixed: UnsafeMutablePointer<UInt8>
    private(set) var hasLettersFirst = false
    private var live: DetectorMask?

    init(_ dispatch: Dispatch) {
        self.dispatch = dispatch
        isLive = .allocate(capacity: DetectorMask.most)
        isLive.initialize(repeating: false, count: DetectorMask.most)
        digits = .allocate(capacity: Dispatch.longestDigits + 1)
        gaps = .allocate(capacity: Dispatch.longestDigits + 1)
        pairs = .allocate(capacity: Separator.count * (Dispatch.longestDigits + 1))
        mixed = .allocate(capacity: Dispatch.longestWord + 1)
        turn(to: DetectorMask())
    }

    deinit {
        isLive.deallocate()
        digits.deallocate()
        gaps.deallocate()
        pairs.deallocate()
        mixed.deallocate()
    }

    /// Where the row of a separator's pairs begins.
    @inline(__always)
    static func row(_ kind: Separator.RawValue) -> Int { kind.trailingZeroBitCount &* (Dispatch.longestDigits &+ 1) }

    /// From here on these detectors count.
    func turn(to live: DetectorMask) {
        guard live != self.live else { return }
        self.live = live
        for place in 0..<dispatch.count { isLive[place] = live[place] }
        let masks = dispatch.masks
        let width = Dispatch.longestDigits + 1
        pairs.initialize(repeating: 0, count: Separator.count * width)
        for pair in dispatch.pairs where isLive[pair.detector] {
            for row in 0..<Separator.count where pair.kinds & (1 << UInt8(row)) != 0 {
                pairs[row * width + pair.first] |= pair.next
            }
        }
        for length in 0..<width {
            (digits + length).initialize(
                to: (masks.bare[length].intersects(live) ? Digits.bare : 0)
                    | (masks.digitFinders[length].intersects(live) ? Digits.finder : 0))
            var kinds: UInt8 = 0
            for choice in dispatch.digitsFirst[length] where isLive[choice.detector] { kinds |= choice.gap }
            (gaps + length).initialize(to: kinds)
        }
        for length in 0...Dispatch.longestWord {
            (mixed + length).initialize(
                to: (masks.mixed[length].intersects(live) ? Mixed.form : 0)
                    | (masks.mixedFinders[length].intersects(live) ? Mixed.finder : 0)
                    | (masks.letterFinders[length].intersects(live) ? Mixed.letterFinder : 0))
        }
        hasLettersFirst = masks.lettersFirst.intersects(live)
    }
}
