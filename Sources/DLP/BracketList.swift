/// Values in brackets that something before the bracket names: `"pesel": ["…", "…"]`, `pesel IN ('…', '…')`, rows below
/// `"columns": [...]` or below a first row of names, rows of an `INSERT`.
struct BracketList {
    private var known: Known?
    private var rows: (open: Int, columns: [DetectorMask])?
    private var names: (open: Int, names: DetectorMask)?
    private var inserts = InsertColumns()

    /// Where the last place was asked for: its bracket, and the commas between.
    private struct Known {
        let place: Int
        let quote: UInt8
        /// Nil where none is open.
        let open: Int?
        let commas: Int
    }

    static let farthest = 64 * 1024

    /// What names the value that begins at a place; nil where it stands in no list.
    mutating func names(at place: Int, in text: TextBytes, by scan: TextScan) -> DetectorMask? {
        var at = place
        while at > place - 64, isFiller(text[at - 1]) { at -= 1 }
        guard "[(,".utf8.contains(text[at - 1]) else { return nil }
        let last = text[place - 1]
        let quote = last == UInt8(ascii: "'") ? last : UInt8(ascii: "\"")
        guard let (open, commas) = opening(before: at, quote, in: text) else { return nil }
        return text[open] == UInt8(ascii: "[")
            ? array(open, commas, quote, in: text, by: scan) : parentheses(open, commas, in: text, by: scan)
    }

    /// All that the rows and statements name in which the last value stood.
    var open: DetectorMask {
        var all = names?.names ?? DetectorMask()
        for mask in rows?.columns ?? [] { all.formUnion(mask) }
        return all.union(inserts.open)
    }

    private func isFiller(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte.isLineEnd || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "\\")
    }

    /// The bracket that is open at a place, and the commas since.
    private mutating func opening(before place: Int, _ quote: UInt8, in text: TextBytes) -> (Int, Int)? {
        var (at, depth, commas, isQuoted) = (place, 0, 0, false)
        let least = max(0, place - Self.farthest)
        var open: Int?
        while at > least {
            if depth == 0, !isQuoted, let known, known.place == at, known.quote == quote {
                (open, commas) = (known.open, known.commas + commas)
                break
            }
            at -= 1
            switch text.base[at] {
            case quote: isQuoted.toggle()
            case _ where isQuoted: break
            case UInt8(ascii: ","): commas += depth == 0 ? 1 : 0
            case UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "}"): depth += 1
            case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "{"): depth -= 1
            default: break
            }
            if depth < 0 {
                open = text.base[at] == UInt8(ascii: "{") ? nil : at
                break
            }
        }
        known = Known(place: place, quote: quote, open: open, commas: commas)
        return open.map { ($0, commas) }
    }

    private mutating func array(
        _ open: Int, _ commas: Int, _ quote: UInt8, in text: TextBytes, by scan: TextScan
    ) -> DetectorMask? {
        var at = open
        while at > open - 64, text[at - 1] == 32 || text[at - 1] == 9 || text[at - 1].isLineEnd { at -= 1 }
        switch text[at - 1] {
        case UInt8(ascii: ":"), UInt8(ascii: "="):
            if names?.open != open {
                let field = FieldName(before: open, in: text)?.range ?? open..<open
                names = (open, scan.hits(in: field, of: text).reduce(into: DetectorMask()) { $0.formUnion($1.names) })
            }
            return names?.names
        case UInt8(ascii: ","), UInt8(ascii: "["):
            let row = known
            defer { known = row }
            known = nil
            let parent = text[at - 1] == UInt8(ascii: "[") ? at - 1 : rowParent(of: at - 1, quote, in: text)
            guard let parent, text[parent] == UInt8(ascii: "[") else { return nil }
            if rows?.open != parent { rows = (parent, columns(of: parent, row: open, in: text, by: scan)) }
            return rows.flatMap { $0.columns.indices.contains(commas) ? $0.columns[commas] : nil }
        default: return nil
        }
    }

    /// The bracket around rows; the last one found is believed as long as rows follow upon each other.
    private mutating func rowParent(of place: Int, _ quote: UInt8, in text: TextBytes) -> Int? {
        if let rows, rows.open < place, lastRow >= rows.open, lastRow <= place, place - lastRow < Self.farthest {
            var (at, depth) = (lastRow, 0)
            while at < place {
                if text.base[at] == UInt8(ascii: "[") {
                    depth += 1
                } else if text.base[at] == UInt8(ascii: "]") {
                    depth -= 1
                }
                if depth < 0 { break }
                at += 1
            }
            if depth == 0 {
                lastRow = place
                return rows.open
            }
        }
        lastRow = place
        return opening(before: place, quote, in: text)?.0
    }

    private var lastRow = -1

    private func columns(of parent: Int, row: Int, in text: TextBytes, by scan: TextScan) -> [DetectorMask] {
        var first = parent + 1
        while first < parent + 64, text[first] <= 32 { first += 1 }
        if text[first] == UInt8(ascii: "["), first < row {
            let names = scan.names(in: elements(of: first, in: text), of: text)
            if names.contains(where: { !$0.isEmpty }) { return names }
        }
        let keys: [StaticString] = ["columns\"", "fields\"", "headers\"", "header\"", "cols\"", "names\"", "schema\""]
        var at = parent
        while at > max(0, parent - 8 * 1024) {
            at -= 1
            guard text.base[at] == UInt8(ascii: "\"") else { continue }
            if let key = keys.first(where: { text.holds($0, at: at + 1) }) {
                var open = at + 1 + key.utf8CodeUnitCount
                while open < parent, text[open] != UInt8(ascii: "[") { open += 1 }
                return open < parent ? scan.names(in: elements(of: open, in: text), of: text) : []
            }
        }
        return []
    }

    /// The parts of a bracket between its commas.
    private func elements(of open: Int, in text: TextBytes) -> [Range<Int>] {
        var (found, start, at, depth): ([Range<Int>], Int, Int, Int) = ([], open + 1, open + 1, 0)
        while at < min(text.count, open + 8 * 1024) {
            switch text.base[at] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]") where depth == 0: return found + [start..<at]
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: ",") where depth == 0:
                found.append(start..<at)
                start = at + 1
            default: break
            }
            at += 1
        }
        return []
    }

    private mutating func parentheses(_ open: Int, _ commas: Int, in text: TextBytes, by scan: TextScan)
        -> DetectorMask?
    {
        var at = open
        while at > open - 16, text[at - 1] <= 32, at > 0 { at -= 1 }
        if text[at - 1] | 0x20 == UInt8(ascii: "n"), text[at - 2] | 0x20 == UInt8(ascii: "i"),
            !text[at - 3].isAlphanumeric
        {
            if names?.open != open {
                let line = text.lineStart(at, limit: 64)
                names = (open, lastWord(of: line..<(at - 2), in: text, by: scan))
            }
            return names?.names
        }
        guard text[at - 1] == UInt8(ascii: ",") || text[at - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
        return inserts.names(at: open, column: commas, in: text, by: scan)
    }

    private func lastWord(of range: Range<Int>, in text: TextBytes, by scan: TextScan) -> DetectorMask {
        let hits = scan.hits(in: range, of: text)
        let end = hits.map(\.end).max() ?? 0
        guard range.upperBound - end < 12 else { return DetectorMask() }
        return hits.filter { $0.end == end }.reduce(into: DetectorMask()) { $0.formUnion($1.names) }
    }
}
