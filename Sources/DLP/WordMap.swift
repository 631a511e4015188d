import CBytes

/// Which bytes of a part of a text are digits, and which are letters or digits: a bit each, so that the words that hold a digit are found
/// and measured by arithmetic. Reaches a little beyond the part on either side.
///
/// Belongs to one run on one thread.
final class WordMap {
    /// Bytes before the part that are known; a longer word is no value.
    static let before = 64
    /// The same behind it.
    static let behind = 192

    private let kinds: UnsafeMutablePointer<bytes_kinds>
    private var origin = 0
    private var count = 0
    private let most: Int

    /// - Parameter part: bytes of the longest part.
    init(part: Int) {
        most = (Self.before + part + Self.behind) / 64 + 2
        kinds = .allocate(capacity: most)
        kinds.initialize(repeating: bytes_kinds(), count: most)
    }

    deinit { kinds.deallocate() }

    /// Reads a part no longer than the map was made for.
    func read(_ part: Range<Int>, of text: TextBytes) {
        origin = part.lowerBound - Self.before
        count = min((Self.before + part.count + Self.behind + 63) / 64, most - 1)
        bytes_words(text.base, text.count, origin, count, kinds)
        kinds[count] = bytes_kinds()
    }

    /// A word of letters and digits that holds a digit.
    struct Word {
        let start: Int
        let end: Int
        let isDigits: Bool
        let beginsWithLetter: Bool
    }

    /// Calls a body with each word whose first digit is in the part, another one for those of digits alone; those longer than any value
    /// are left out.
    /// - Parameters:
    ///   - leavesShort: whether words of up to four digits are left out too, but those with a separator behind them or a front.
    ///   - digits: gets the place of the digits, and whether capitals and a separator may stand before them.
    @inline(__always)
    func eachWord(
        of part: Range<Int>, leavesShort: Bool,
        digits: (_ start: Int, _ end: Int, _ hasFront: Bool) -> Void, mixed: (Word) -> Void
    ) {
        var done = endOfCrossing(part.lowerBound)
        var last = kinds[0]
        for at in (Self.before / 64)..<count {
            let here = kinds[at]
            let start = origin &+ at &* 64
            var starts = here.digits & ~(here.digits &<< 1 | last.digits &>> 63)
            starts &= TextBytes.bits(from: start, before: part.upperBound)
            let isInWord = here.members &<< 1 | last.members &>> 63
            last = here
            if starts == 0 { continue }
            // Of the digits in one word the first alone: a one added to the word is carried up to it.
            starts &= (here.members & ~starts) &+ (here.members & ~(here.members &<< 1))
            if leavesShort { starts &= ~Self.shortWithoutSeparator(starts & ~isInWord, here) }
            while starts != 0 {
                let offset = starts.trailingZeroBitCount
                starts &= starts &- 1
                let end = offset &+ (~(here.digits &>> UInt64(offset))).trailingZeroBitCount
                // Most are digits alone within these bytes.
                if end < 64, isInWord &>> UInt64(offset) & 1 == 0, here.members &>> UInt64(end) & 1 == 0 {
                    digits(start &+ offset, start &+ end, here.fronts &>> UInt64(offset) & 1 != 0)
                    continue
                }
                guard start &+ offset >= done else { continue }
                guard let word = word(around: start &+ offset) else {
                    done = self.end(of: start &+ offset)
                    continue
                }
                done = word.end
                if word.isDigits { digits(word.start, word.end, true) } else { mixed(word) }
            }
        }
    }

    /// Of the beginnings of words within 64 bytes those of up to four digits, behind which nothing stands that would make them longer or
    /// part them from others.
    @inline(__always)
    private static func shortWithoutSeparator(_ starts: UInt64, _ kinds: bytes_kinds) -> UInt64 {
        // Added to a row of ones, its first one is carried to the zero behind it.
        let ends = (starts &+ kinds.digits) & ~(kinds.members | kinds.separators)
        var last = ends &>> 1
        last |= kinds.digits & last &>> 1
        last |= kinds.digits & kinds.digits &>> 1 & last &>> 2
        return starts & last & ~kinds.fronts
    }

    /// The word that holds a digit; nil where it is longer than any value.
    @inline(__always)
    private func word(around place: Int) -> Word? {
        let lead = (~window(\.members, place &- 64)).leadingZeroBitCount
        let length = (~window(\.members, place)).trailingZeroBitCount
        guard lead < 64, length < 64 else { return nil }
        return Word(
            start: place &- lead, end: place &+ length,
            isDigits: lead == 0 && (~window(\.digits, place)).trailingZeroBitCount >= length, beginsWithLetter: lead > 0
        )
    }

    /// How many digits stand from a place on: at most 64, and none beyond what is known.
    @inline(__always)
    func digits(from place: Int) -> Int { (~window(\.digits, place)).trailingZeroBitCount }

    /// How many letters and digits do.
    @inline(__always)
    func members(from place: Int) -> Int { (~window(\.members, place)).trailingZeroBitCount }

    /// Where a word ends that holds a digit before a place and lies across it; else the place.
    private func endOfCrossing(_ place: Int) -> Int {
        guard window(\.members, place) & 1 != 0 else { return place }
        let lead = (~kinds[0].members).leadingZeroBitCount
        guard lead > 0 else { return place }
        let isLong = lead == 64
        return isLong || kinds[0].digits >> UInt64(64 - lead) != 0 ? end(of: place) : place
    }

    /// The end of a word of any length, as far as is known.
    @inline(never)
    private func end(of place: Int) -> Int {
        var at = place
        while at < origin + count * 64 {
            let length = (~window(\.members, at)).trailingZeroBitCount
            at += length
            if length < 64 { return at }
        }
        return at
    }

    /// The bits of the 64 bytes from a place on.
    @inline(__always)
    private func window(_ bits: (bytes_kinds) -> UInt64, _ place: Int) -> UInt64 {
        let offset = place &- origin
        let at = offset &>> 6
        let shift = UInt64(truncatingIfNeeded: offset & 63)
        return bits(kinds[at]) &>> shift | (bits(kinds[at &+ 1]) &<< 1) &<< (63 &- shift)
    }
}
