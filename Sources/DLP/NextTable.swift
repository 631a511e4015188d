import CBytes

/// Another table below one of as many columns, from which a row of nothing parts it, as sheets are written.
extension TableReader {
    /// Bytes of a row of nothing at most.
    private static let longestGap = 1_024
    /// Bytes of a cell of such a head at most.
    private static let longestName = 48

    /// The head of the last table that begins in a part of another behind a row of nothing.
    func nextHead(in part: Range<Int>, _ delimiter: UInt8, _ wanted: Int, by scan: TextScan) -> Range<Int>? {
        guard wanted > 0, delimiter != UInt8(ascii: "|") else { return nil }
        var found: Range<Int>?
        var at = part.lowerBound
        while case let end = bytes_next_pair(text.base, text.count, at, part.upperBound, 10, delimiter),
            end < part.upperBound
        {
            found = head(behindGap: end + 1, before: part.upperBound, delimiter, wanted, by: scan) ?? found
            at = end + 1
        }
        return found
    }

    /// The head of another table behind a row of nothing: words alone, with numbers above the gap and right below.
    private func head(
        behindGap gap: Int, before end: Int, _ delimiter: UInt8, _ wanted: Int, by scan: TextScan
    ) -> Range<Int>? {
        var at = gap
        while text[at] == delimiter || text[at] == 32 || text[at] == 13, at - gap < Self.longestGap { at += 1 }
        guard at > gap, text[at] == 10, at + 1 < end else { return nil }
        let head = line(at: at + 1)
        guard head.lowerBound < end, !hasDigits(head), count(delimiter, in: head) == wanted else { return nil }
        let filled = cells(of: head, delimiter).filter { $0.contains { text[$0] > 32 } }
        guard filled.count > 1, filled.allSatisfy({ $0.count <= Self.longestName }),
            hasDigits(line(at: head.upperBound + 1)), gap > 1, hasDigits(line(at: gap - 2))
        else { return nil }
        return head
    }

    func hasDigits(_ line: Range<Int>) -> Bool {
        stride(from: line.lowerBound, to: line.upperBound, by: 64).contains { start in
            bytes_digits(text.base, text.count, start) & TextBytes.bits(from: start, before: line.upperBound) != 0
        }
    }
}
