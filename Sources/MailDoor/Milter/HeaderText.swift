import Foundation

/// Text of any origin as a header field's value: 7 bit, folded, without control characters, less than 998 bytes in all.
enum HeaderText {
    /// The longest text that is written whole, in bytes of UTF-8; the rest becomes an ellipsis.
    static let mostBytes = 540
    private static let lineLength = 70

    /// RFC 5322 3.2.3 folding where the text is printable ASCII, RFC 2047 words otherwise. Lines end with LF and a blank.
    static func written(_ text: String) -> String {
        let clean = shortened(collapsed(text))
        let words = clean.split(separator: " ")
        let isPlain = clean.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !clean.contains("=?")
        return isPlain && words.allSatisfy { $0.utf8.count <= lineLength } ? folded(words) : encoded(clean)
    }

    /// Printable ASCII on one line, everything else a question mark: what an SMTP reply can say.
    static func sevenBit(_ text: String, atMost count: Int) -> String {
        let ascii = collapsed(text).unicodeScalars.map { (0x20...0x7E).contains($0.value) ? Character($0) : "?" }
        return ascii.count <= count ? String(ascii) : String(ascii.prefix(count - 3)) + "..."
    }

    /// Control and line separating characters become blanks, and runs of blanks one.
    private static func collapsed(_ text: String) -> String {
        let blanked = text.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
                ? " " : scalar
        }
        return String(String.UnicodeScalarView(blanked)).split(separator: " ").joined(separator: " ")
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > mostBytes else { return text }
        var kept = String.UnicodeScalarView()
        var length = 3
        for scalar in text.unicodeScalars {
            length += UTF8.width(scalar)
            guard length <= mostBytes else { break }
            kept.append(scalar)
        }
        return String(kept) + "..."
    }

    private static func folded(_ words: [Substring]) -> String {
        var lines: [String] = []
        for word in words {
            if let last = lines.last, last.utf8.count + word.utf8.count < lineLength {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n ")
    }

    /// RFC 2047 encoded words of at most 75 characters that split no character.
    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            if words[words.count - 1].count + UTF8.width(scalar) > 45 { words.append([]) }
            words[words.count - 1] += Array(String(Character(scalar)).utf8)
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\n ")
    }
}
