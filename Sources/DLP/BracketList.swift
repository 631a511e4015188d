/// Values in brackets that something before the bracket names: `"pesel": ["…", "…"]`, `pesel IN ('…', '…')`, rows below
/// `"columns": [...]` or below a first row of names, rows of an `INSERT`.
struct BracketList {
    private var marks = BracketMarks()
    private var last: Named?
    private var rows: Rows?
    private var inserts = InsertColumns()

    /// What names the elements of the bracket in which a value stood.
    private struct Named {
        var open: Int
        let means: Means

        enum Means {
            case all(DetectorMask)
            /// By the commas before an element.
            case columns([DetectorMask])
        }

        func names(after commas: Int) -> DetectorMask? {
            switch means {
            case .all(let names): names
            case .columns(let columns): columns.indices.contains(commas) ? columns[commas] : nil
            }
        }
    }

    /// The bracket around rows, and where the last of them was asked for.
    private struct Rows {
        var open: Int
        let columns: [DetectorMask]
        var last: Int
    }

    static let farthest = 64 * 1024

    /// Whether the last value asked for stands in a row whose columns have names.
    private(set) var isInRow = false

    /// What names the value that begins at a place; nil where it stands in no list.
    mutating func names(at place: Int, in text: TextBytes, by scan: TextScan) -> DetectorMask? {
        isInRow = false
        var at = place
        while at > place - 64, isFiller(text[at - 1]) { at -= 1 }
        // `"sin": {"0": "…", "1": "…"}`, as data frames are written.
        let numbered = text[at - 1] == UInt8(ascii: ":") ? Self.numberedKey(before: at - 1, in: text) : nil
        if let numbered { at = numbered }
        guard "[(,{".utf8.contains(text[at - 1]) else { return nil }
        let sign = text[place - 1]
        let quote = sign == UInt8(ascii: "'") ? sign : UInt8(ascii: "\"")
        guard let (open, commas) = opening(before: at, quote, in: text),
            (text[open] == UInt8(ascii: "{")) == (numbered != nil)
        else { return nil }
        if last?.open != open {
            let means =
                switch text[open] {
                case UInt8(ascii: "["): array(open, quote, in: text, by: scan)
                case UInt8(ascii: "{"): field(of: open, in: text, by: scan)
                default: parentheses(open, in: text, by: scan)
                }
            guard let means else { return nil }
            last = Named(open: open, means: means)
        }
        if text[open] == UInt8(ascii: "["), case .columns(let columns)? = last?.means {
            isInRow = columns.contains { !$0.isEmpty }
        }
        return last?.names(after: commas)
    }

    /// All that the rows and statements name in which the last value stood.
    var open: DetectorMask {
        var all = inserts.open
        if case .all(let names) = last?.means { all.formUnion(names) }
        for mask in rows?.columns ?? [] { all.formUnion(mask) }
        return all
    }

    private func isFiller(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte.isLineEnd || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            || byte == UInt8(ascii: "\\")
    }

    /// The bracket that is open at a place, and the commas since.
    private mutating func opening(before place: Int, _ quote: UInt8, in text: TextBytes) -> (Int, Int)? {
        let found = Self.opening(before: place, quote, in: text, knowing: marks)
        marks.add(BracketMarks.Mark(place: place, quote: quote, open: found.open, commas: found.commas))
        return found.open.map { ($0, found.commas) }
    }

    private static func opening(
        before place: Int, _ quote: UInt8, in text: TextBytes, knowing marks: BracketMarks
    ) -> (open: Int?, commas: Int) {
        var (at, depth, commas, isQuoted) = (place, 0, 0, false)
        let least = max(0, place - farthest)
        var mark = marks.nearest(place)
        while at > least {
            if let known = mark, known.place == at {
                if depth == 0, !isQuoted, known.quote == quote { return (known.open, known.commas + commas) }
                mark = marks.before(at)
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
            if depth < 0 { return (at, commas) }
        }
        return (nil, commas)
    }

    private mutating func array(_ open: Int, _ quote: UInt8, in text: TextBytes, by scan: TextScan) -> Named.Means? {
        var at = open
        while at > open - 64, text[at - 1] == 32 || text[at - 1] == 9 || text[at - 1].isLineEnd { at -= 1 }
        switch text[at - 1] {
        case UInt8(ascii: ":"), UInt8(ascii: "="): return field(of: open, in: text, by: scan)
        case UInt8(ascii: ","), UInt8(ascii: "["):
            let parent = text[at - 1] == UInt8(ascii: "[") ? at - 1 : rowParent(of: at - 1, quote, in: text)
            guard let parent else { return nil }
            if rows?.open != parent {
                guard text[parent] == UInt8(ascii: "[") else { return nil }
                rows = Rows(open: parent, columns: columns(of: parent, row: open, in: text, by: scan), last: at - 1)
            }
            return (rows?.columns).map { .columns($0) }
        default: return nil
        }
    }

    /// What the field is called whose value is the bracket.
    private func field(of open: Int, in text: TextBytes, by scan: TextScan) -> Named.Means {
        let field = FieldName(before: open, in: text)?.range ?? open..<open
        return .all(scan.hits(in: field, of: text).reduce(into: DetectorMask()) { $0.formUnion($1.names) })
    }

    /// Before a quoted number that ends at a colon, and the blanks before it; nil where something else stands there.
    private static func numberedKey(before colon: Int, in text: TextBytes) -> Int? {
        var at = colon
        while text[at - 1] == 32 { at -= 1 }
        guard text[at - 1] == UInt8(ascii: "\"") else { return nil }
        at -= 1
        let end = at
        while text[at - 1].isDigit, end - at < 10 { at -= 1 }
        guard at < end, text[at - 1] == UInt8(ascii: "\"") else { return nil }
        at -= 1
        while at > 0, text[at - 1] <= 32, end - at < 64 { at -= 1 }
        return at
    }

    /// The bracket around rows; the last one found is believed as long as rows follow upon each other.
    private mutating func rowParent(of place: Int, _ quote: UInt8, in text: TextBytes) -> Int? {
        defer { rows?.last = place }
        if let rows, rows.open < place, isLevel(min(rows.last, place)..<max(rows.last, place), in: text) {
            return rows.open
        }
        return Self.opening(before: place, quote, in: text, knowing: BracketMarks()).open
    }

    /// Whether all brackets that open in a part of the text are closed in it, and no others.
    private func isLevel(_ part: Range<Int>, in text: TextBytes) -> Bool {
        guard part.count < Self.farthest, part.lowerBound >= 0 else { return false }
        var depth = 0
        for at in part {
            if text.base[at] == UInt8(ascii: "[") {
                depth += 1
            } else if text.base[at] == UInt8(ascii: "]") {
                depth -= 1
            }
            if depth < 0 { return false }
        }
        return depth == 0
    }

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

    private mutating func parentheses(_ open: Int, in text: TextBytes, by scan: TextScan) -> Named.Means? {
        var at = open
        while at > open - 16, text[at - 1] <= 32, at > 0 { at -= 1 }
        if text[at - 1] | 0x20 == UInt8(ascii: "n"), text[at - 2] | 0x20 == UInt8(ascii: "i"),
            !text[at - 3].isAlphanumeric
        {
            let line = text.lineStart(at, limit: 64)
            return .all(lastWord(of: line..<(at - 2), in: text, by: scan))
        }
        guard text[at - 1] == UInt8(ascii: ",") || text[at - 1] | 0x20 == UInt8(ascii: "s") else { return nil }
        return inserts.columns(at: open, in: text, by: scan).map { .columns($0) }
    }

    private func lastWord(of range: Range<Int>, in text: TextBytes, by scan: TextScan) -> DetectorMask {
        let hits = scan.hits(in: range, of: text)
        let end = hits.map(\.end).max() ?? 0
        guard range.upperBound - end < 12 else { return DetectorMask() }
        return hits.filter { $0.end == end }.reduce(into: DetectorMask()) { $0.formUnion($1.names) }
    }
}
