import Glibc

/// A text as bytes of UTF-8. Reading beyond either end gives 0, which is neither a letter nor a digit nor a separator.
struct TextBytes {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    subscript(place: Int) -> UInt8 { place >= 0 && place < count ? base[place] : 0 }

    func slice(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        let bounds = range.clamped(to: 0..<count)
        return UnsafeBufferPointer(start: base + bounds.lowerBound, count: bounds.count)
    }

    func string(_ range: Range<Int>) -> String { String(decoding: slice(range), as: UTF8.self) }

    /// Whether the bytes at a place are these.
    func holds(_ text: StaticString, at place: Int) -> Bool {
        guard place >= 0, place + text.utf8CodeUnitCount <= count else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { base[place + $0] == text.utf8Start[$0] }
    }

    /// Where a byte stands next in a part of the text.
    func next(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The first byte of the line that holds a place, looked for at most `limit` bytes away.
    func lineStart(_ place: Int, limit: Int) -> Int {
        var at = min(place, count)
        let least = max(0, at - limit)
        // Eight bytes at a time, the last eight singly.
        let ones: UInt64 = 0x0101_0101_0101_0101
        while at - 8 >= least {
            let word = UnsafeRawPointer(base + at - 8).loadUnaligned(as: UInt64.self) ^ (ones &* 10)
            guard Self.zeros(word) == 0 else { break }
            at -= 8
        }
        while at > least, base[at - 1] != 10 { at -= 1 }
        return at
    }

    /// The line end after a place, or the end of the text.
    func lineEnd(_ place: Int, limit: Int) -> Int {
        var at = max(place, 0)
        let most = min(count, at + limit)
        guard at < most, let found = memchr(base + at, 10, most - at) else { return most > at ? most : at }
        at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        return at
    }

    /// How often a byte stands in a part of the text, and how often a double quote does. Eight bytes at a time.
    @inline(__always)
    func count(_ wanted: UInt8, in range: Range<Int>) -> (wanted: Int, quotes: Int) {
        var (found, quotes, at) = (0, 0, range.lowerBound)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let (pattern, quotePattern) = (ones &* UInt64(wanted), ones &* 0x22)
        while at + 8 <= range.upperBound {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            found += Self.zeros(word ^ pattern)
            quotes += Self.zeros(word ^ quotePattern)
            at += 8
        }
        while at < range.upperBound {
            if base[at] == wanted { found += 1 }
            if base[at] == 0x22 { quotes += 1 }
            at += 1
        }
        return (found, quotes)
    }

    /// The place so many characters of UTF-8 before another, or one a little before that; 0 where the text is shorter.
    func place(characters: Int, before place: Int) -> Int {
        var (at, left) = (min(place, count), characters)
        while at >= 8, left > 0 {
            let word = UnsafeRawPointer(base + at - 8).loadUnaligned(as: UInt64.self)
            // Bytes that continue a character have the two high bits 1 and 0.
            left -= 8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            at -= 8
        }
        return left > 0 ? 0 : at
    }

    /// The place so many characters of UTF-8 behind another, or one a little behind that; the end where the text is shorter.
    func place(characters: Int, after place: Int) -> Int {
        var (at, left) = (place, characters)
        while at + 8 <= count, left > 0 {
            let word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            left -= 8 - (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            at += 8
        }
        return left > 0 ? count : at
    }

    /// Which of four bytes stand in a part of the text. Eight bytes at a time.
    func presence(of wanted: [UInt8], in range: Range<Int>) -> SIMDMask<SIMD4<Int64>> {
        let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        let patterns = SIMD4<UInt64>(wanted.map { ones &* UInt64($0) })
        var (marks, at) = (SIMD4<UInt64>(), range.lowerBound)
        while at < range.upperBound {
            var word: UInt64 = 0
            if at + 8 <= range.upperBound {
                word = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            } else {
                for place in at..<range.upperBound { word = word << 8 | UInt64(base[place]) }
            }
            let differences = patterns ^ SIMD4(repeating: word)
            // Zero bytes are where they are equal; a false mark stands above a true one only.
            marks |= (differences &- SIMD4(repeating: ones)) & ~differences & SIMD4(repeating: high)
            at += 8
        }
        return marks .!= SIMD4()
    }

    /// How many of eight bytes are zero.
    @inline(__always)
    private static func zeros(_ word: UInt64) -> Int {
        let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        return (~(((word & low) &+ low) | word | low)).nonzeroBitCount
    }

    /// About how many bytes of a part are digits: a quarter of it is looked at.
    func digits(sampledIn range: Range<Int>) -> Int {
        let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var (found, at) = (0, range.lowerBound)
        while at + 8 <= range.upperBound {
            let from0 = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) ^ (ones &* 0x30)
            found += ((from0 &- (ones &* 10)) & ~from0 & high).nonzeroBitCount
            at += 32
        }
        return found * 4
    }

    /// The first digit at or after a place; `end` if there is none before it. Eight bytes at a time.
    @inline(__always)
    func nextDigit(from start: Int, end: Int) -> Int {
        var at = start
        let high: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        while at + 8 <= end {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
            // A digit differs from "0" by less than ten. The lowest byte that is marked is always a true one.
            let from0 = word ^ (ones &* 0x30)
            let below = (from0 &- (ones &* 10)) & ~from0 & high
            if below != 0 { return at + below.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < end, base[at] &- 48 > 9 { at += 1 }
        return at
    }
}

extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 48 < 10 }
    @inline(__always) var isUpper: Bool { self &- 65 < 26 }
    @inline(__always) var isLower: Bool { self &- 97 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
    @inline(__always) var isBlank: Bool { self == 32 || self == 9 }
    @inline(__always) var isLineEnd: Bool { self == 10 || self == 13 }
}
