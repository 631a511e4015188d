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
        for at in 0..<count {
            let start = origin + at * 64
            let isInside = start >= 0 && start + 64 <= text.count
            digits[at] = isInside ? Self.digits(text.base + start) : Self.bits(start, of: text, \.isDigit)
        }
        digits[count] = 0
        // Words are measured around digits alone: letters count in the same, the last and the next 64 bytes.
        var last: UInt64 = 0
        for at in 0..<count {
            let start = origin + at * 64
            let isInside = start >= 0 && start + 64 <= text.count
            if last | digits[at] | digits[at + 1] == 0 {
                members[at] = 0
            } else if isInside {
                members[at] = digits[at] | Self.letters(text.base + start)
            } else {
                members[at] = Self.bits(start, of: text, \.isAlphanumeric)
            }
            last = digits[at]
        }
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

    private static let (low, high): (UInt64, UInt64) = (0x7F7F_7F7F_7F7F_7F7F, 0x8080_8080_8080_8080)
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    /// Of sixty-four bytes, eight at a time. Adding to seven bits sets the eighth from a threshold on, and carries into no other byte.
    @inline(__always)
    private static func digits(_ base: UnsafePointer<UInt8>) -> UInt64 {
        guard holdsDigit(base) else { return 0 }
        var bits: UInt64 = 0
        for at in 0..<8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + at &* 8).loadUnaligned(as: UInt64.self))
            let plain = word & low
            let marks = (plain &+ ones &* 0x50) & ~(plain &+ ones &* 0x46) & ~word & high
            bits |= gathered(marks) &<< UInt64(at &* 8)
        }
        return bits
    }

    /// Whether there is one among sixty-four bytes.
    @inline(__always)
    private static func holdsDigit(_ base: UnsafePointer<UInt8>) -> Bool {
        var marks: UInt64 = 0
        for at in 0..<8 {
            let word = UnsafeRawPointer(base + at &* 8).loadUnaligned(as: UInt64.self) ^ ones &* 0x30
            // Below ten; a false mark stands above a true one only.
            marks |= (word &- ones &* 10) & ~word
        }
        return marks & high != 0
    }

    @inline(__always)
    private static func letters(_ base: UnsafePointer<UInt8>) -> UInt64 {
        var bits: UInt64 = 0
        for at in 0..<8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + at &* 8).loadUnaligned(as: UInt64.self))
            let small = (word | ones &* 0x20) & low
            let marks = (small &+ ones &* 0x1F) & ~(small &+ ones &* 0x05) & ~word & high
            bits |= gathered(marks) &<< UInt64(at &* 8)
        }
        return bits
    }

    /// The high bits of eight bytes as one byte, the first byte's lowest.
    @inline(__always)
    private static func gathered(_ marks: UInt64) -> UInt64 {
        ((marks &>> 7) &* 0x0102_0408_1020_4080) &>> 56
    }

    /// The same at either end of a text.
    private static func bits(_ start: Int, of text: TextBytes, _ isSet: (UInt8) -> Bool) -> UInt64 {
        (0..<64).reduce(0) { bits, offset in isSet(text[start + offset]) ? bits | 1 << UInt64(offset) : bits }
    }
}
