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

    private let digits: UnsafeMutablePointer<UInt64>
    private let members: UnsafeMutablePointer<UInt64>
    private var origin = 0
    private var count = 0
    private let most: Int

    /// - Parameter part: bytes of the longest part.
    init(part: Int) {
        most = (Self.before + part + Self.behind) / 64 + 2
        digits = .allocate(capacity: most)
        members = .allocate(capacity: most)
        digits.initialize(repeating: 0, count: most)
        members.initialize(repeating: 0, count: most)
    }

    deinit {
        digits.deallocate()
        members.deallocate()
    }

    /// Reads a part no longer than the map was made for.
    func read(_ part: Range<Int>, of text: TextBytes) {
        origin = part.lowerBound - Self.before
        count = min((Self.before + part.count + Self.behind + 63) / 64, most - 1)
        bytes_words(text.base, text.count, origin, count, digits, members)
        digits[count] = 0
        members[count] = 0
    }

    /// A word of letters and digits that holds a digit.
    struct Word {
        let start: Int
        let end: Int
        let isDigits: Bool
        /// Where its first digit stands.
        let digit: Int
    }

    /// Calls the body with each word whose first digit is in the part; those longer than any value are left out.
    @inline(__always)
    func eachWord(of part: Range<Int>, _ body: (Word) -> Void) {
        var done = endOfCrossing(part.lowerBound)
        var last: UInt64 = digits[0] >> 63
        for at in (Self.before / 64)..<count {
            let here = digits[at]
            var starts = here & ~(here &<< 1 | last)
            last = here >> 63
            while starts != 0 {
                let place = origin &+ at &* 64 &+ starts.trailingZeroBitCount
                starts &= starts &- 1
                guard place >= done else { continue }
                guard place < part.upperBound else { return }
                let lead = (~window(members, place &- 64)).leadingZeroBitCount
                let length = (~window(members, place)).trailingZeroBitCount
                guard lead < 64, length < 64 else {
                    done = end(of: place)
                    continue
                }
                done = place &+ length
                body(
                    Word(
                        start: place &- lead, end: done,
                        isDigits: lead == 0 && (~window(digits, place)).trailingZeroBitCount >= length, digit: place))
            }
        }
    }

    /// How many digits stand from a place on: at most 64, and none beyond what is known.
    @inline(__always)
    func digits(from place: Int) -> Int { (~window(digits, place)).trailingZeroBitCount }

    /// Where a word ends that holds a digit before a place and lies across it; else the place.
    private func endOfCrossing(_ place: Int) -> Int {
        guard window(members, place) & 1 != 0 else { return place }
        let lead = (~members[0]).leadingZeroBitCount
        guard lead > 0 else { return place }
        let isLong = lead == 64
        return isLong || digits[0] >> UInt64(64 - lead) != 0 ? end(of: place) : place
    }

    /// The end of a word of any length, as far as is known.
    @inline(never)
    private func end(of place: Int) -> Int {
        var at = place
        while at < origin + count * 64 {
            let length = (~window(members, at)).trailingZeroBitCount
            at += length
            if length < 64 { return at }
        }
        return at
    }

    /// The bits of the 64 bytes from a place on.
    @inline(__always)
    private func window(_ bits: UnsafeMutablePointer<UInt64>, _ place: Int) -> UInt64 {
        let offset = place &- origin
        let at = offset &>> 6
        let shift = UInt64(truncatingIfNeeded: offset & 63)
        return bits[at] &>> shift | (bits[at &+ 1] &<< 1) &<< (63 &- shift)
    }
}
