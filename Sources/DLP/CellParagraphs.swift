/// A table each of whose cells is a paragraph of its own, as pages are read cell by cell: the heads, then the rows.
///
/// Only what is no name of a value is taken from it: the heads of the other columns, where its own names nothing.
struct CellParagraphs {
    /// In order of place.
    private var cells: [Range<Int>] = []
    /// Digits of each.
    private let digits: [Int]
    private let own: Int

    /// Bytes that are looked at on either side.
    private static let farthest = 700
    private static let longestCell = 80
    private static let mostColumns = 10

    /// Nil where no paragraph begins with the place.
    private init?(around place: Int, in text: TextBytes) {
        guard place > 2, text[place - 1] == 10, text[place - 2] == 10 else { return nil }
        var at = place
        while at > max(0, place - Self.farthest), let cell = Self.cell(before: at, in: text) {
            cells.append(cell)
            at = cell.lowerBound
        }
        cells.reverse()
        own = cells.count
        at = place
        while at < place + Self.farthest, let cell = Self.cell(from: at, in: text) {
            cells.append(cell)
            at = cell.upperBound + 2
            while text[at] == 10 { at += 1 }
        }
        guard own < cells.count else { return nil }
        digits = cells.map { $0.count { text[$0].isDigit } }
    }

    private static func cell(from start: Int, in text: TextBytes) -> Range<Int>? {
        var end = start
        while end < text.count, text[end] != 10 || text[end + 1] != 10 {
            end += 1
            guard end - start <= longestCell else { return nil }
        }
        return end > start ? start..<min(end, text.count) : nil
    }

    private static func cell(before place: Int, in text: TextBytes) -> Range<Int>? {
        var end = place
        while end > 0, text[end - 1] == 10 { end -= 1 }
        guard place - end > 1 else { return nil }
        var start = end
        while start > 0, text[start - 1] != 10 || text[start - 2] != 10 {
            start -= 1
            guard end - start <= longestCell else { return nil }
        }
        return start < end ? start..<end : nil
    }

    /// What heads of other columns name, above the first row of the table of a value; nil where its own may name it too.
    static func floor(at place: Int, in text: TextBytes, by scan: TextScan) -> WordFloor? {
        guard let table = CellParagraphs(around: place, in: text), let columns = table.columns,
            let (head, heads) = table.head(of: columns)
        else { return nil }
        let all = table.cells[heads]
        guard let first = all.first, let last = all.last else { return nil }
        var names = DetectorMask()
        for hit in scan.hits(in: first.lowerBound..<last.upperBound, of: text) {
            if hit.start >= table.cells[head].upperBound || hit.end <= table.cells[head].lowerBound {
                names.formUnion(hit.names)
            } else {
                guard hit.names.isEmpty else { return nil }
                names.formUnion(hit.denies)
            }
        }
        return names.isEmpty ? nil : WordFloor(place: last.upperBound, names: names)
    }

    /// The number of columns: after so many cells those with digits come again.
    private var columns: Int? {
        (2...Self.mostColumns).first { columns in
            isRepeated(columns, by: 1) || isRepeated(columns, by: -1)
        }
    }

    /// Whether the row that begins or ends with the value's cell is like the next one in a direction.
    private func isRepeated(_ columns: Int, by step: Int) -> Bool {
        let other = own + columns * step
        guard digits.indices.contains(other), digits[other] == digits[own] else { return false }
        let row = (0..<columns).map { own + $0 * step }.filter { digits.indices.contains($0 + columns * step) }
        return row.contains { digits[$0] == 0 }
            && row.allSatisfy { (digits[$0] > 0) == (digits[$0 + columns * step] > 0) }
    }

    /// The cell above the first of the value's column, and all that stand above the first number: at least the heads of one row, but not
    /// as many as two rows have.
    private func head(of columns: Int) -> (head: Int, heads: Range<Int>)? {
        var head = own
        repeat { head -= columns } while head >= 0 && digits[head] == digits[own]
        guard head >= 0, digits[head] == 0 else { return nil }
        var (first, last) = (head, head)
        while first > 0, digits[first - 1] == 0 { first -= 1 }
        while digits[last] == 0 { last += 1 }
        guard last - first >= columns, last - first < columns * 2 else { return nil }
        return (head, first..<last)
    }
}
