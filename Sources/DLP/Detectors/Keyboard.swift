/// Keys of functions, which are called as diagnoses are: `press F12`, `the F10 key`.
enum Keyboard {
    private static let verbs: Set<String> = [
        "press", "presses", "pressed", "pressing", "hit", "hitting", "key", "keys", "shift", "ctrl", "alt", "cmd", "fn",
        "drücke", "drücken", "taste", "tasten", "umschalt", "strg",
        "touche", "touches", "appuyez", "appuyer", "maj", "pulse", "pulsar", "presione", "tecla", "teclas", "premi",
        "premere", "premete", "tasto", "toets", "druk", "klawisz", "naciśnij",
    ]
    private static let nouns: Set<String> = ["key", "keys", "taste", "tasten"]
    private static let longest = 12

    /// Whether a code of three characters is a key: what stands beside it says so.
    static func isKey(_ code: Range<Int>, in text: TextBytes) -> Bool {
        guard text[code.lowerBound] == UInt8(ascii: "F"), (0x30...0x32).contains(text[code.lowerBound + 1]) else {
            return false
        }
        var end = code.lowerBound
        while end > code.lowerBound - 3, "+-<[ ".utf8.contains(text[end - 1]) { end -= 1 }
        var start = end
        while end - start < longest, text[start - 1].isLetter || text[start - 1] >= 0x80 { start -= 1 }
        if start < end, end < code.lowerBound, verbs.contains(text.string(start..<end).lowercased()) { return true }
        guard text[code.upperBound] == 32 || text[code.upperBound] == UInt8(ascii: "-") else { return false }
        (start, end) = (code.upperBound + 1, code.upperBound + 1)
        while end - start < longest, text[end].isLetter { end += 1 }
        return start < end && nouns.contains(text.string(start..<end).lowercased())
    }
}
