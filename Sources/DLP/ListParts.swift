import Model

extension ScanRun {
    /// Where the words of a list can count: near what names them, and below what may be the header of their column.
    mutating func listParts(of core: Range<Int>) -> [Range<Int>] {
        guard !scan.listed.intersects(tables.named(at: core.lowerBound, by: scan)) else { return [core] }
        var parts: [Range<Int>] = []
        for hit in gateHits where scan.listed.intersects(hit.names) {
            let isCell = Self.partsCells(text[hit.end]) || Self.partsCells(text[hit.start - 1])
            let end = isCell ? core.upperBound : hit.end + Self.reach
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

    private static func partsCells(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|") || byte == 9
            || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    }

    /// Bytes before a word that names what stands there.
    private static let listReach = Surroundings.after * 4 + CustomEntry.Limits.wordLength
}
