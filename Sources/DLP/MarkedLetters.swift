import Foundation

/// Letters that are followed by marks of their own (U+0300 to U+036F), as file names and PDF often have them, become the letters that word
/// lists, tables and keywords are written with (Unicode, normalization form C).
struct MarkedLetters {
    /// A letter with its marks, and the bytes of what it becomes; none where it stays as it is. Few letters make up a text.
    private var known: [UInt64: [UInt8]] = [:]

    private static let mostKnown = 4_096
    /// Bytes of marks that are looked at behind a letter.
    private static let longest = 4

    /// The letter that a mark belongs to with its marks, and what they become together.
    /// - Parameter floor: nothing before it is looked at.
    mutating func letter(
        markedAt place: Int, from floor: Int, in text: TextBytes
    ) -> (range: Range<Int>, bytes: [UInt8])? {
        guard Self.isMark(place, in: text), place > floor else { return nil }
        let start = TextTokens.before(place, in: text)
        guard start >= floor, place - start <= 3, text[start].isLetter || text[start] >= 0xC3,
            !Self.isMark(start, in: text)
        else { return nil }
        var end = place + 2
        while end < place + Self.longest, Self.isMark(end, in: text) { end += 2 }
        let bytes = composed(start..<end, in: text)
        return bytes.isEmpty ? nil : (start..<end, bytes)
    }

    private mutating func composed(_ range: Range<Int>, in text: TextBytes) -> [UInt8] {
        let key = range.reduce(UInt64(0)) { $0 << 8 | UInt64(text[$1]) }
        if let bytes = known[key] { return bytes }
        let written = text.slice(range)
        let composed = Array(String(decoding: written, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
        let bytes = composed.elementsEqual(written) ? [] : composed
        if known.count == Self.mostKnown { known = [:] }
        known[key] = bytes
        return bytes
    }

    private static func isMark(_ place: Int, in text: TextBytes) -> Bool {
        text[place] == 0xCC || (text[place] == 0xCD && text[place + 1] < 0xB0)
    }
}

extension String {
    /// With letters and their marks as one.
    var withMarksJoined: String {
        utf8.contains(where: { $0 == 0xCC || $0 == 0xCD }) ? precomposedStringWithCanonicalMapping : self
    }
}
