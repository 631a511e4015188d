/// How many columns of a terminal a text takes, and how it is cut and padded to a number of columns.
public enum DisplayWidth {
    /// Columns: two for East Asian wide characters and emoji, none for combining marks, one for the rest.
    public static func of(_ text: String) -> Int {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
        return text.reduce(0) { $0 + of($1) }
    }

    /// The columns of one character as people count them (a grapheme cluster).
    static func of(_ character: Character) -> Int {
        let scalars = character.unicodeScalars
        if scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        return scalars.reduce(0) { max($0, of($1)) }
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        if (0x1160...0x11FF).contains(value) { return 0 }
        return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
    }

    /// The blocks of East_Asian_Width W and F (Unicode Standard Annex 11).
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
            0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F320, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Where a text that is too long loses a piece.
    public enum Cut: Sendable {
        /// In the middle: both ends of a name tell what it is.
        case middle
        /// At the end: prose.
        case end
        /// Nowhere: prose of a table's last column goes on in the next line, under itself.
        case never
    }

    /// The text within `width` columns, `…` standing for what was left out.
    public static func cut(_ text: String, to width: Int, _ place: Cut = .middle) -> String {
        guard of(text) > width, place != .never else { return text }
        guard width > 1 else { return width == 1 ? "…" : "" }
        let room = width - 1
        let front = place == .end ? room : (room + 1) / 2
        var head = ""
        var used = 0
        for character in text {
            guard used + of(character) <= front else { break }
            head.append(character)
            used += of(character)
        }
        guard place == .middle else { return trimmedEnd(head) + "…" }
        var tail: [Character] = []
        var left = room - used
        for character in text.reversed() {
            guard of(character) <= left else { break }
            tail.append(character)
            left -= of(character)
        }
        return head + "…" + String(tail.reversed())
    }

    /// The text with blanks behind it (or before it) up to `width` columns.
    static func padded(_ text: String, to width: Int, alignment: Table.Alignment = .left) -> String {
        let blanks = String(repeating: " ", count: max(0, width - of(text)))
        return alignment == .left ? text + blanks : blanks + text
    }

    private static func trimmedEnd(_ text: String) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }

    /// Prose in lines of at most `width` columns, broken at blanks; a word that is longer has a line of its own.
    static func lines(of text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if line.isEmpty {
                line = String(word)
            } else if of(line) + 1 + of(String(word)) <= width {
                line += " " + word
            } else {
                lines.append(line)
                line = String(word)
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
