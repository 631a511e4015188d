/// The columns of the statement that inserts a row: those it lists, or those of the `CREATE TABLE` above it.
struct InsertColumns {
    private var statement: (start: Int, last: Int, columns: [DetectorMask])?
    private var tables: [[UInt8]: [DetectorMask]] = [:]

    private static let farthest = 64 * 1024
    /// Tables whose columns are remembered.
    private static let mostTables = 256

    /// All that the columns of the last statement name.
    var open: DetectorMask {
        statement?.columns.reduce(into: DetectorMask()) { $0.formUnion($1) } ?? DetectorMask()
    }

    /// What the columns of the row name whose parenthesis opens at a place; nil where it is a row of no statement.
    mutating func columns(at open: Int, in text: TextBytes, by scan: TextScan) -> [DetectorMask]? {
        if let statement, statement.start < open, open <= statement.last { return statement.columns }
        var at = open
        let known = statement.flatMap { $0.last < open ? $0.last : nil } ?? -1
        let least = max(0, open - Self.farthest)
        while at > least, at > known, !isInto(at, in: text) { at -= 1 }
        if isInto(at, in: text), at > known {
            statement = (at, open, columns(of: at + 5, before: open, in: text, by: scan))
        } else if at <= known {
            statement?.last = open
        } else {
            return nil
        }
        return statement?.columns
    }

    private mutating func columns(of name: Int, before open: Int, in text: TextBytes, by scan: TextScan)
        -> [DetectorMask]
    {
        var end = name
        while end < open, text[end] > 32, text[end] != UInt8(ascii: "(") { end += 1 }
        var list = end
        while list < open, text[list] <= 32 { list += 1 }
        if list < open, text[list] == UInt8(ascii: "("),
            let close = (list..<open).first(where: { text[$0] == UInt8(ascii: ")") })
        {
            return scan.names(in: TableHead.single(of: list + 1..<close, by: UInt8(ascii: ","), in: text), of: text)
        }
        let key = Array(text.slice(name..<end))
        if let table = tables[key] { return table }
        if tables.count == Self.mostTables { tables = [:] }
        let table = created(key, before: name, in: text, by: scan)
        tables[key] = table
        return table
    }

    /// The columns of the table that a statement above created.
    private func created(_ name: [UInt8], before place: Int, in text: TextBytes, by scan: TextScan) -> [DetectorMask] {
        var at = place
        while at > max(0, place - Self.farthest) {
            at -= 1
            guard text.base[at] | 0x20 == UInt8(ascii: "t"), holds("table ", at: at, in: text) else { continue }
            let line = text.lineEnd(at, limit: 256)
            guard let open = (at..<min(text.count, line + 4)).first(where: { text[$0] == UInt8(ascii: "(") }) else {
                continue
            }
            var end = open
            while end > at, text[end - 1] <= 32 { end -= 1 }
            guard end - name.count > at, text.slice(end - name.count..<end).elementsEqual(name) else { continue }
            return scan.names(in: definitions(from: open + 1, in: text), of: text)
        }
        return []
    }

    /// The names of the columns that are defined up to the closing parenthesis.
    private func definitions(from start: Int, in text: TextBytes) -> [Range<Int>] {
        var (found, first, at, depth): ([Range<Int>], Int, Int, Int) = ([], start, start, 0)
        while at < min(text.count, start + 16 * 1024) {
            switch text.base[at] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")") where depth == 0: return found + [name(first..<at, in: text)]
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                found.append(name(first..<at, in: text))
                first = at + 1
            default: break
            }
            at += 1
        }
        return []
    }

    private func name(_ definition: Range<Int>, in text: TextBytes) -> Range<Int> {
        var start = definition.lowerBound
        while start < definition.upperBound, text[start] <= 32 { start += 1 }
        var end = start
        while end < definition.upperBound, text[end] > 32 { end += 1 }
        return start..<end
    }

    private func isInto(_ place: Int, in text: TextBytes) -> Bool {
        text[place] | 0x20 == UInt8(ascii: "i") && holds("into ", at: place, in: text)
    }

    private func holds(_ word: StaticString, at place: Int, in text: TextBytes) -> Bool {
        (0..<word.utf8CodeUnitCount).allSatisfy { text[place + $0] | 0x20 == word.utf8Start[$0] }
    }
}
