import CBytes
import Model

/// A text in which numbers and names are spelled as they are elsewhere: digits and letters of full width are narrow, spaces and hyphens
/// of full width too, characters without width that stand within a word are left out, boxes are drawn in ASCII, letters are one with their marks, and references to
/// characters and escapes are the characters. Knows where each byte came from.
struct PlainText {
    let bytes: [UInt8]
    private let edits: [Edit]
    /// Whether letters were joined with their marks.
    let joinsMarks: Bool

    /// From a byte of the plain text on, the original is so many bytes ahead.
    ///
    /// Twelve bytes: a text of escapes has one for each three of its own.
    private struct Edit {
        private let packed: (place: UInt32, shift: Int32, width: UInt32)
        var place: Int { Int(packed.place) }
        var shift: Int { Int(packed.shift) }
        /// Bytes before the place that stand for a wider character; 0 where characters were left out.
        var width: Int { Int(packed.width) }

        init(place: Int, shift: Int, width: Int) {
            packed = (UInt32(place), Int32(shift), UInt32(width))
        }
    }

    /// What one character becomes.
    enum Change {
        case removed
        case byte(UInt8)
        /// A letter and its marks.
        case letter([UInt8])
        /// More than one byte: a quotation mark and the backslash before it, an em dash.
        case bytes([UInt8])
    }

    /// Bytes of the original, and what they become.
    typealias Changed = (range: Range<Int>, change: Change)

    /// What is changed.
    enum Scope {
        /// All of it; `unfolded` where lines that begin with a space go on with the line before (RFC 5545, section 3.1; RFC 2849, note 2).
        case all, unfolded
        /// All of it, in JSON: a backslash never begins a command.
        case escaped
        /// Marks alone.
        case marks
        /// Spaces of any width, dashes and apostrophes, and what stands for a character, as they are typed.
        case typed
    }

    /// Nil where there is nothing to change, and for a text of two gigabytes or more, which nobody reads at once.
    init?(_ text: UnsafeBufferPointer<UInt8>, _ scope: Scope = .all) {
        guard let base = text.baseAddress, text.count <= Int(Int32.max) else { return nil }
        let text = TextBytes(base: base, count: text.count)
        var changes = Changes(scope)
        guard var next = changes.next(from: 0, in: text) else { return nil }
        var bytes = [UInt8](unsafeUninitializedCapacity: text.count) { memory, _ in memory.takeInLargePages() }
        var (edits, at, joinsMarks): ([Edit], Int, Bool) = ([], 0, false)
        while true {
            bytes.append(contentsOf: text.slice(at..<next.range.lowerBound))
            at = next.range.upperBound
            let start = bytes.count
            switch next.change {
            case .removed: break
            case .byte(let byte): bytes.append(byte)
            case .bytes(let other): bytes += other
            case .letter(let letter):
                bytes += letter
                joinsMarks = true
            }
            if edits.count == edits.capacity, edits.count >= Self.manyEdits {
                // As many as there will be where the text goes on like this: twice as many would be held twice for a moment.
                edits.reserveCapacity(edits.count / 16 * 17 + edits.count * (text.count - at) / at)
            }
            edits.append(Edit(place: bytes.count, shift: at - bytes.count, width: bytes.count - start))
            guard let following = changes.next(from: at, in: text) else { break }
            next = following
        }
        bytes.append(contentsOf: text.slice(at..<text.count))
        (self.bytes, self.edits, self.joinsMarks) = (bytes, edits, joinsMarks)
    }

    private static let manyEdits = 1 << 16

    /// The bytes of the original that a part of the plain text stands for.
    func original(_ range: Range<Int>) -> Range<Int> {
        let start = range.lowerBound + shift { $0.place <= range.lowerBound }
        let end = range.upperBound
        let last = end + shift { $0.place < end || ($0.place == end && $0.width > 0) }
        return start..<max(start, last)
    }

    /// The byte of the plain text that stands for a byte of the original, or follows it.
    func plain(_ place: Int) -> Int {
        let shift = shift { $0.place + $0.shift <= place }
        let next = firstEdit { $0.place + $0.shift <= place }
        // Within a character that became narrower or none.
        let most = edits.indices.contains(next) ? edits[next].place - edits[next].width : bytes.count
        return min(place - shift, most)
    }

    /// The places in a part of it behind which it is written otherwise than the original.
    func changes(in range: Range<Int>) -> some Sequence<Int> {
        edits[firstEdit { $0.place < range.lowerBound }...].lazy.map(\.place).prefix { $0 <= range.upperBound }
    }

    private func shift(upTo isBefore: (Edit) -> Bool) -> Int {
        let at = firstEdit(where: isBefore)
        return at > 0 ? edits[at - 1].shift : 0
    }

    /// The first edit that is not before.
    private func firstEdit(where isBefore: (Edit) -> Bool) -> Int {
        var (low, high) = (0, edits.count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(edits[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// What is changed in a text, one place after the other.
private struct Changes {
    private let scope: PlainText.Scope
    private var letters = MarkedLetters()
    private let escapes: EscapedCharacters
    /// A backslash that stands behind another one, and so begins nothing.
    private var escaped = -1

    init(_ scope: PlainText.Scope) {
        self.scope = scope
        escapes = EscapedCharacters(isEverywhere: scope == .escaped || scope == .unfolded)
    }

    mutating func next(from start: Int, in text: TextBytes) -> PlainText.Changed? {
        var at = start
        while true {
            switch scope {
            case .unfolded: break
            case .marks: at = bytes_next_unusual(text.base, text.count, at)
            case .typed: at = text.nextUntyped(from: at)
            case .all, .escaped: at = bytes_next_change(text.base, text.count, at)
            }
            guard at < text.count else { return nil }
            if let found = change(at: at, from: start, in: text) { return found }
            at += 1
        }
    }

    private mutating func change(at place: Int, from start: Int, in text: TextBytes) -> PlainText.Changed? {
        if scope == .typed { return typed(at: place, in: text) }
        switch text[place] {
        case UInt8(ascii: "&"): return scope == .marks ? nil : CharacterReferences.change(at: place, in: text)
        case UInt8(ascii: "\\") where scope != .marks && place != escaped:
            if let found = escapes.change(at: place, in: text) { return found }
            escaped = place + 1
            return nil
        case UInt8(ascii: "%"): return scope == .marks ? nil : PercentEncoding.change(at: place, in: text)
        case 0x1B where scope != .marks:
            return TerminalColour.length(at: place + 1, in: text).map { (place..<place + 1 + $0, .removed) }
        default:
            if let (range, bytes) = letters.letter(markedAt: place, from: start, in: text) {
                return (range, .letter(bytes))
            }
            if scope != .marks, let found = PlainText.change(at: place, in: text) {
                return (place..<place + found.length, found.change)
            }
            if scope == .unfolded, let length = PlainText.fold(place, in: text) {
                return (place..<place + length, .removed)
            }
            return nil
        }
    }
}

extension Changes {
    fileprivate mutating func typed(at place: Int, in text: TextBytes) -> PlainText.Changed? {
        switch text[place] {
        case UInt8(ascii: "&"): return CharacterReferences.typed(at: place, in: text)
        case UInt8(ascii: "\\") where place != escaped:
            if let found = EscapedCharacters.typed(at: place, in: text) { return found }
            escaped = place + 1
            return nil
        case UInt8(ascii: "%"): return PercentEncoding.typed(at: place, in: text)
        default: return TypedSign.change(at: place, in: text)
        }
    }
}

extension TextBytes {
    /// The next byte at which something may be written otherwise than it is typed.
    fileprivate func nextUntyped(from start: Int) -> Int {
        var at = start
        while at + 8 <= count {
            let bytes = UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            if bytes & 0x8080_8080_8080_8080 != 0 || Self.holds("&", bytes) || Self.holds("\\", bytes)
                || Self.holds("%", bytes)
            {
                break
            }
            at += 8
        }
        while at < count, base[at] < 0x80, !"&\\%".utf8.contains(base[at]) { at += 1 }
        return at
    }

    /// Whether one of eight bytes is a certain one.
    @inline(__always)
    private static func holds(_ sign: Unicode.Scalar, _ bytes: UInt64) -> Bool {
        let others = bytes ^ (0x0101_0101_0101_0101 &* UInt64(sign.value))
        return (others &- 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080 != 0
    }
}

extension PlainText {
    fileprivate static func change(at place: Int, in text: TextBytes) -> (length: Int, change: Change)? {
        let (second, third) = (text[place + 1], text[place + 2])
        switch (text[place], second, third) {
        // Soft hyphen, word joiner.
        case (0xC2, 0xAD, _): return (2, .removed)
        case (0xE2, 0x81, 0xA0): return (3, .removed)
        // Characters without width, marks of direction; between letters of other scripts they part words.
        case (0xE2, 0x80, 0x8B...0x8F), (0xEF, 0xBB, 0xBF):
            return isWithinWord(place, 3, in: text) ? (3, .removed) : nil
        case (0xE3, 0x80, 0x80): return (3, .byte(32))
        // A table that is drawn with characters for boxes is one that is drawn with ASCII.
        case (0xE2, 0x94, 0x82), (0xE2, 0x94, 0x83), (0xE2, 0x95, 0x91): return (3, .byte(UInt8(ascii: "|")))
        case (0xE2, 0x94, 0x80), (0xE2, 0x94, 0x81), (0xE2, 0x95, 0x90): return (3, .byte(UInt8(ascii: "-")))
        case (0xE2, 0x94, 0x8C...0xBF), (0xE2, 0x95, 0x80...0xAC):
            // A plus sign would be a part of the value that stands right behind.
            return (3, .byte(text[place + 3].isAlphanumeric ? 32 : UInt8(ascii: "+")))
        case (0xE2, 0x80, 0x93): return isBetweenGroups(place, 3, in: text) ? (3, .byte(UInt8(ascii: "-"))) : nil
        case (0xE2, 0x80, 0x90...0x91), (0xE2, 0x81, 0x83), (0xEF, 0xB9, 0xA3), (0xEF, 0xBC, 0x8D):
            return (3, .byte(UInt8(ascii: "-")))
        case (0xEF, 0xBC, 0x8B), (0xEF, 0xBC, 0x8E), (0xEF, 0xBC, 0xA0), (0xEF, 0xBC, 0x90...0x99),
            (0xEF, 0xBC, 0xA1...0xBA):
            return (3, .byte(third &- 0x60))
        case (0xEF, 0xBD, 0x81...0x9A): return (3, .byte(third &- 0x20))
        default: return nil
        }
    }

    private static func isWithinWord(_ place: Int, _ length: Int, in text: TextBytes) -> Bool {
        let (before, after) = (text[place - 1], text[place + length])
        return before > 0 && after > 0 && before < 0x80 && after < 0x80
    }

    /// Whether blanks part a dash from the groups of a number: programs make an en dash of the hyphen there.
    private static func isBetweenGroups(_ place: Int, _ length: Int, in text: TextBytes) -> Bool {
        let (before, after) = (text[place - 2], text[place + length + 1])
        return text[place - 1] == 32 && text[place + length] == 32 && (before.isDigit || before.isUpper)
            && (after.isDigit || after.isUpper) && (before.isDigit || after.isDigit)
    }

    /// Bytes of a line end and the space behind it.
    fileprivate static func fold(_ place: Int, in text: TextBytes) -> Int? {
        if text[place] == 13, text[place + 1] == 10, text[place + 2].isBlank { return 3 }
        return text[place] == 10 && text[place + 1].isBlank ? 2 : nil
    }
}

extension Match {
    func over(_ range: Range<Int>) -> Match {
        Match(detector: detector, entry: entry, range: range, confidence: confidence, isSample: isSample)
    }
}
