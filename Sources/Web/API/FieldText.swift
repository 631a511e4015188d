import Foundation

/// Text of any origin as a header field's value on one line of printable ASCII.
enum FieldText {
    /// The longest text that is written whole, in bytes of UTF-8.
    static let mostBytes = 540

    /// As it is where it is printable ASCII, else in encoded words (RFC 2047), which split no character.
    static func oneLine(_ text: String) -> String {
        let clean = shortened(collapsed(text))
        let isPlain = clean.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !clean.contains("=?")
        return isPlain ? clean : encoded(clean)
    }

    /// Control and line separating characters become blanks, and runs of blanks one.
    private static func collapsed(_ text: String) -> String {
        let pieces = text.unicodeScalars.split { scalar in
            scalar == " " || scalar.properties.generalCategory == .control || (0x2028...0x2029).contains(scalar.value)
        }
        return pieces.map(String.init).joined(separator: " ")
    }

    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > mostBytes else { return text }
        var length = 0
        let kept = text.unicodeScalars.prefix { scalar in
            length += UTF8.width(scalar)
            return length <= mostBytes
        }
        return String(kept) + "..."
    }

    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            if words[words.count - 1].count + UTF8.width(scalar) > 45 { words.append([]) }
            words[words.count - 1] += Array(String(Character(scalar)).utf8)
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: " ")
    }
}
