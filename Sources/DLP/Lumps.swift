import CBytes

/// A text by lumps of sixty-four bytes: a machine word with a bit for each byte, the first byte's lowest.
extension TextBytes {
    /// Which bytes from a place on are this one.
    @inline(__always)
    func marks(of byte: UInt8, from place: Int) -> UInt64 { bytes_equal(base, count, place, byte) }

    /// How many characters of UTF-8 begin in sixty-four bytes.
    func begun(from place: Int) -> Int { bytes_characters(base, count, place).nonzeroBitCount }

    /// How many characters of UTF-8 begin in a part of the text.
    func characters(in range: Range<Int>) -> Int {
        var (found, at) = (0, range.lowerBound)
        while at < range.upperBound {
            let begun = bytes_characters(base, count, at) & Self.bits(from: at, before: range.upperBound)
            found += begun.nonzeroBitCount
            at += 64
        }
        return found
    }

    /// The bits of the bytes from a place on that are before an end.
    @inline(__always)
    static func bits(from place: Int, before end: Int) -> UInt64 {
        end - place >= 64 ? .max : end > place ? (1 &<< UInt64(end &- place)) &- 1 : 0
    }

    /// How often a byte stands in a part of the text, and how often a double quote does.
    func count(_ wanted: UInt8, in range: Range<Int>) -> (wanted: Int, quotes: Int) {
        var quotes = 0
        return (bytes_count(base, count, range.lowerBound, range.upperBound, wanted, &quotes), quotes)
    }

    /// Where a run of letters, digits and characters beyond ASCII ends.
    func endOfLetters(_ place: Int) -> Int {
        var at = place
        while at < count {
            var wide: UInt64 = 0
            let length = (~bytes_letters(base, count, at, &wide)).trailingZeroBitCount
            at += length
            if length < 64 { break }
        }
        return at
    }

    /// Whether a byte stands in a part of the text.
    func holds(_ byte: UInt8, in range: Range<Int>) -> Bool {
        range.lowerBound < range.upperBound && next(byte, from: range.lowerBound, to: range.upperBound) != nil
    }

    /// About how many bytes of a part are digits: a quarter of it is looked at.
    func digits(sampledIn range: Range<Int>) -> Int {
        bytes_digits_sampled(base, count, range.lowerBound, range.upperBound)
    }
}
