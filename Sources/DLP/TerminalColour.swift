/// What programs write to a terminal to colour their words (ECMA-48, section 8.3.117): `ESC [ 31 m`.
enum TerminalColour {
    /// Bytes from the bracket behind the escape on; nil where it is another command.
    static func length(at bracket: Int, in text: TextBytes) -> Int? {
        guard text[bracket] == UInt8(ascii: "[") else { return nil }
        var at = bracket + 1
        while at < bracket + 24, text[at].isDigit || text[at] == UInt8(ascii: ";") || text[at] == UInt8(ascii: ":") {
            at += 1
        }
        // The rest of a line is cleared with it.
        return text[at] == UInt8(ascii: "m") || text[at] == UInt8(ascii: "K") ? at + 1 - bracket : nil
    }
}
