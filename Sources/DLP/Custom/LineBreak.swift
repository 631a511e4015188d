/// One line end within a cell: people's programs wrap letters and mails.
enum LineBreak {
    /// Blanks and marks of a quotation at the beginning of a line.
    private static let widest = 8

    /// Where the next line begins, behind what quotes or indents it; nil where a place is no line end, or the line is empty.
    static func end(_ place: Int, in text: TextBytes) -> Int? {
        var at = place
        if text[at] == 13 { at += 1 }
        guard text[at] == 10 else { return nil }
        at += 1
        let start = at
        while at < start + widest, text[at] == 32 || text[at] == UInt8(ascii: ">") { at += 1 }
        return at < text.count && !text[at].isLineEnd ? at : nil
    }

    /// Where the line before ends that a place is the beginning of, behind what quotes or indents it; nil where it is none.
    static func start(_ place: Int, in text: TextBytes) -> Int? {
        var at = place
        while at > 0, place - at < widest, text[at - 1] == 32 || text[at - 1] == UInt8(ascii: ">") { at -= 1 }
        guard at > 0, text[at - 1] == 10 else { return nil }
        at -= 1
        if at > 0, text[at - 1] == 13 { at -= 1 }
        return at
    }
}
