/// What belongs to a table of text without being a row: lines that only draw, and heads that are written in another way than the rows.
enum TableHead {
    /// Whether a line draws: `---+---`, `+====+`, `|---|`, `|-`, `\hline`.
    static func isRule(_ line: Range<Int>, in text: TextBytes) -> Bool {
        var at = line.lowerBound
        while text[at].isBlank, at < line.upperBound { at += 1 }
        if text[at] == UInt8(ascii: "\\") { return isRuleOfTeX(at + 1, in: text) }
        var strokes = 0
        while at < line.upperBound {
            switch text[at] {
            case UInt8(ascii: "-"), UInt8(ascii: "="): strokes += 1
            case UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: ":"), 32, 9, 13: break
            default: return false
            }
            at += 1
        }
        return strokes > 2 || (strokes > 0 && text[line.lowerBound] == UInt8(ascii: "|"))
    }

    private static func isRuleOfTeX(_ place: Int, in text: TextBytes) -> Bool {
        text.holds("hline", at: place) || text.holds("cline", at: place) || text.holds("toprule", at: place)
            || text.holds("midrule", at: place) || text.holds("bottomrule", at: place)
    }

    /// The cells of a head above rows that are parted by a delimiter, by the number of delimiters before a cell of a row:
    /// `||name||pesel||` above `|Ada|…|`, `! name !! pesel` above `| Ada || …`, `COPY people (name, pesel) FROM stdin;` above tabs.
    static func cells(_ line: Range<Int>, above delimiter: UInt8, in text: TextBytes) -> [Range<Int>] {
        var start = line.lowerBound
        while text[start].isBlank, start < line.upperBound { start += 1 }
        let line = start..<max(start, line.upperBound)
        let nothing = start..<start
        switch (delimiter, text[start]) {
        case (UInt8(ascii: "|"), UInt8(ascii: "|")) where text[start + 1] == UInt8(ascii: "|"):
            return [nothing] + parts(of: start + 2..<max(start + 2, line.upperBound), by: UInt8(ascii: "|"), in: text)
        case (UInt8(ascii: "|"), UInt8(ascii: "!")):
            return parts(of: start + 1..<line.upperBound, by: UInt8(ascii: "!"), in: text).flatMap { [nothing, $0] }
        case (9, UInt8(ascii: "C")), (9, UInt8(ascii: "c")):
            guard text.holds("COPY ", at: start) || text.holds("copy ", at: start),
                let open = line.first(where: { text[$0] == UInt8(ascii: "(") }),
                let close = (open..<line.upperBound).first(where: { text[$0] == UInt8(ascii: ")") })
            else { return [] }
            return single(of: open + 1..<close, by: UInt8(ascii: ","), in: text)
        default: return []
        }
    }

    /// The parts between signs that are written twice.
    private static func parts(of range: Range<Int>, by sign: UInt8, in text: TextBytes) -> [Range<Int>] {
        var (parts, start, at): ([Range<Int>], Int, Int) = ([], range.lowerBound, range.lowerBound)
        while at < range.upperBound {
            if text[at] == sign, text[at + 1] == sign {
                parts.append(start..<at)
                at += 2
                start = at
            } else {
                at += 1
            }
        }
        return start < range.upperBound ? parts + [start..<range.upperBound] : parts
    }

    /// The parts between single signs.
    static func single(of range: Range<Int>, by sign: UInt8, in text: TextBytes) -> [Range<Int>] {
        var (parts, start): ([Range<Int>], Int) = ([], range.lowerBound)
        for at in range where text[at] == sign {
            parts.append(start..<at)
            start = at + 1
        }
        return parts + [start..<range.upperBound]
    }
}

extension TextScan {
    /// What each of some cells in one part of a text names.
    func names(in cells: [Range<Int>], of text: TextBytes) -> [DetectorMask] {
        words(in: cells, of: text).names(in: cells)
    }

    /// The words in the part of a text that holds some cells.
    func words(in cells: [Range<Int>], of text: TextBytes) -> [WordIndex.Hit] {
        guard let first = cells.map(\.lowerBound).min(), let last = cells.map(\.upperBound).max() else { return [] }
        return hits(in: first..<max(first, last), of: text)
    }
}

extension [WordIndex.Hit] {
    /// What each of some cells names.
    func names(in cells: [Range<Int>]) -> [DetectorMask] {
        cells.map { cell in
            reduce(into: DetectorMask()) { mask, hit in
                if cell.contains(hit.start), hit.end <= cell.upperBound { mask.formUnion(hit.names) }
            }
        }
    }

    /// What each of some cells says its column is, and what not.
    func columns(in cells: [Range<Int>]) -> [TableReader.Column] {
        zip(names(in: cells), denials(in: cells)).map { TableReader.Column(names: $0, denies: $1) }
    }

    /// What each of some cells says its column is not: a word of it that is nearly the whole of the cell.
    private func denials(in cells: [Range<Int>]) -> [DetectorMask] {
        cells.map { cell in
            reduce(into: DetectorMask()) { mask, hit in
                guard cell.contains(hit.start), hit.end <= cell.upperBound else { return }
                if cell.count <= hit.end - hit.start + longestFrame { mask.formUnion(hit.denies) }
            }
        }
    }

    /// Bytes of quotes, blanks, a tag or `_reference` around the word that a column is called by.
    private var longestFrame: Int { 16 }
}
