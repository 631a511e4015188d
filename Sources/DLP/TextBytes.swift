import CBytes
import Glibc

/// A text as bytes of UTF-8. Reading beyond either end gives 0, which is neither a letter nor a digit nor a separator.
struct TextBytes {
    let base: UnsafePointer<UInt8>
    let count: Int

    @inline(__always)
    subscript(place: Int) -> UInt8 {
        // One comparison for both ends: a place before the beginning is a large number without a sign.
        UInt(bitPattern: place) < UInt(bitPattern: count) ? base[place] : 0
    }

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

    /// Whether a part of the text is these small letters, in any case.
    func isFolded(_ word: StaticString, _ range: Range<Int>) -> Bool {
        range.count == word.utf8CodeUnitCount
            && range.indices.allSatisfy { self[$0] | 0x20 == word.utf8Start[$0 - range.lowerBound] }
    }

    /// Whether a part of the text ends with these small letters, in any case.
    func endsFolded(with word: StaticString, _ range: Range<Int>) -> Bool {
        range.count >= word.utf8CodeUnitCount
            && isFolded(word, range.upperBound - word.utf8CodeUnitCount..<range.upperBound)
    }

    /// Where a byte stands next in a part of the text.
    func next(_ byte: UInt8, from start: Int, to end: Int) -> Int? {
        guard start < end, let found = memchr(base + start, Int32(byte), end - start) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// The last line of a part that is wanted, among its last eight; none that reaches up to the part's beginning.
    func lastLine(of part: Range<Int>, limit: Int, where isWanted: (Range<Int>) -> Bool) -> Range<Int>? {
        var at = part.upperBound - 1
        for _ in 0..<8 {
            guard at > part.lowerBound, case let line = line(at: at, limit: limit), line.lowerBound > part.lowerBound
            else { return nil }
            if isWanted(line) { return line }
            at = line.lowerBound - 1
        }
        return nil
    }

    /// The first byte of the line that holds a place, looked for at most `limit` bytes away.
    func lineStart(_ place: Int, limit: Int) -> Int {
        let at = min(place, count)
        let least = max(0, at - limit)
        guard least < at else { return at }
        guard let found = memrchr(base + least, 10, at - least) else { return least }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }

    /// The line end after a place, or the end of the text.
    func lineEnd(_ place: Int, limit: Int) -> Int {
        var at = max(place, 0)
        let most = min(count, at + limit)
        guard at < most, let found = memchr(base + at, 10, most - at) else { return most > at ? most : at }
        at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        return at
    }

    /// The line that holds a place, looked for at most `limit` bytes either way.
    func line(at place: Int, limit: Int) -> Range<Int> {
        lineStart(place, limit: limit)..<lineEnd(place, limit: limit)
    }

    /// Where the next byte that is no ASCII stands; the end where there is none.
    func nextBeyondASCII(from start: Int) -> Int {
        var at = start
        while at + 8 <= count,
            UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            at += 8
        }
        while at < count, base[at] < 0x80 { at += 1 }
        return at
    }

    /// The place so many characters of UTF-8 before another, or one a little before that; 0 where the text is shorter.
    func place(characters: Int, before place: Int) -> Int {
        var (at, left) = (min(place, count), characters)
        while at >= 64, left > 0 {
            at -= 64
            left -= begun(from: at)
        }
        return left > 0 ? 0 : at
    }

    /// The place so many characters of UTF-8 behind another, or one a little behind that; the end where the text is shorter.
    func place(characters: Int, after place: Int) -> Int {
        var (at, left) = (place, characters)
        while at + 64 <= count, left > 0 {
            left -= begun(from: at)
            at += 64
        }
        return left > 0 ? count : at
    }
}

extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 48 < 10 }
    @inline(__always) var isUpper: Bool { self &- 65 < 26 }
    @inline(__always) var isLower: Bool { self &- 97 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
    @inline(__always) var isBlank: Bool { self == 32 || self == 9 }
    /// Whether it is a sign that parts cells: a tab, `|`, `;`, `,`.
    @inline(__always) var partsCells: Bool {
        self == 9 || self == UInt8(ascii: "|") || self == UInt8(ascii: ";") || self == UInt8(ascii: ",")
    }
    @inline(__always) var isLineEnd: Bool { self == 10 || self == 13 }
}
