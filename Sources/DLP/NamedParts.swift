import Model

extension ScanRun {
    /// Where values of detectors can count that only a word or a column names: near the words, and below what may be the header of their
    /// column.
    /// - Parameter mayBeHeader: whether the values of a column may be below a word.
    mutating func parts(
        of core: Range<Int>, near mask: DetectorMask, _ mayBeHeader: (WordIndex.Hit, TextBytes) -> Bool
    ) -> [Range<Int>] {
        guard !mask.intersects(tables.named(at: core.lowerBound, by: scan)) else { return [core] }
        var parts: [Range<Int>] = []
        for hit in gateHits where mask.intersects(hit.names) {
            let end =
                mayBeHeader(hit, text)
                ? core.upperBound : text.place(characters: Surroundings.before, after: hit.end) + Self.longestGap
            let part = (max(0, hit.start - Self.listReach)..<max(end, hit.end)).clamped(to: core)
            if let last = parts.last, last.upperBound >= part.lowerBound {
                parts[parts.count - 1] =
                    min(last.lowerBound, part.lowerBound)..<max(last.upperBound, part.upperBound)
            } else if !part.isEmpty {
                parts.append(part)
            }
        }
        return parts
    }

    /// Whether a word is a cell of a table, or the beginning or end of one.
    static func isCell(_ hit: WordIndex.Hit, in text: TextBytes) -> Bool {
        partsCells(text[hit.end]) || partsCells(text[hit.start - 1])
    }

    /// Bytes by which a value may begin later than its word's reach ends: quotes and signs are not counted.
    private static let longestGap = 128

    fileprivate static func partsCells(_ byte: UInt8) -> Bool {
        byte.partsCells || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }

    /// Bytes before a word that names what stands there.
    private static let listReach = Surroundings.after * 4 + CustomEntry.Limits.wordLength
}

/// The lines in which words stand that follow upon each other. What is known of a line is kept: a long one may have very many words.
struct WordRows {
    let text: TextBytes
    private var line = 0..<0
    /// The word for which the line was read; far from it a line that is longer than its window is read again.
    private var center = 0
    private var hasCells = false

    private static let longest = 16 * 1024

    init(text: TextBytes) { self.text = text }

    /// Whether a word stands in a line that cells are parted in.
    mutating func isRow(of hit: WordIndex.Hit) -> Bool {
        if !line.contains(hit.start) || hit.end > line.upperBound || abs(hit.start - center) > Self.longest / 2 {
            line = text.lineStart(hit.start, limit: Self.longest)..<text.lineEnd(hit.end, limit: Self.longest)
            center = hit.start
            hasCells = line.contains {
                ScanRun.partsCells(text[$0]) || Self.parts(text[$0]) || (text[$0] == 32 && text[$0 + 1] == 32)
            }
        }
        // Or it is the whole of its line, or the last of it before what it names.
        return hasCells || line.count <= hit.end - hit.start + 16 || text[line.upperBound - 1] == UInt8(ascii: ":")
    }

    /// Whether a sign parts or opens the cells of other tables and lists.
    private static func parts(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(")
    }
}
