import Model

/// Makes a data set from a table in CSV that comes in pieces: a cell is hashed as soon as it is read and not kept.
public struct DataSetReader {
    /// Why there is no set, in one sentence.
    public struct Trouble: Error, Hashable, Sendable, CustomStringConvertible {
        public let description: String
    }

    private let columns: [CustomEntry.DataColumn]
    private let key: ContentKey
    private var rows = DelimitedRows()
    /// The place in the file of each column; empty before the header was read.
    private var places: [Int] = []
    private var cells: [ContentKey.Digest] = []
    private var (primary, supporting) = (Draft(), Draft())
    private var (rowCount, skipped) = (0, 0)

    public init(columns: [CustomEntry.DataColumn], key: ContentKey) {
        self.columns = columns
        self.key = key
    }

    /// Takes the next piece of the file.
    public mutating func add(_ piece: some Sequence<UInt8>) throws(Trouble) {
        for byte in piece {
            if let row = rows.add(byte) { try take(row) }
        }
    }

    public mutating func finish() throws(Trouble) -> DataSet {
        guard !rows.isUnclosed else { throw Trouble(description: "a quote in the table is never closed") }
        if let row = rows.finish() { try take(row) }
        guard !places.isEmpty else { throw Trouble(description: "the table is empty") }
        guard rowCount > 0 else {
            throw Trouble(
                description: "no row has a primary cell of \(DataSet.shortestPrimary) letters and digits or more")
        }
        return DataSet(
            columns: columns, rowCount: rowCount, skipped: skipped, cells: cells, primary: primary.shape,
            supporting: supporting.shape)
    }

    private mutating func take(_ row: [[UInt8]]) throws(Trouble) {
        guard !places.isEmpty else { return try takeHeader(row) }
        guard row.contains(where: { !$0.isEmpty }) else { return }
        var digests: [ContentKey.Digest] = []
        for (column, place) in zip(columns, places) {
            let cell = place < row.count ? DataSet.Cell(row[place]) : DataSet.Cell([])
            let least = column.isPrimary ? DataSet.shortestPrimary : DataSet.shortestSupporting
            let isUsable = (least...DataSet.longestCell).contains(cell.bytes.count) && cell.tokens <= DataSet.mostTokens
            if column.isPrimary, !isUsable {
                skipped += 1
                return
            }
            digests.append(isUsable ? key.digest(cell.bytes) : .none)
            guard isUsable else { continue }
            if column.isPrimary { primary.add(cell, key) } else { supporting.add(cell, key) }
        }
        cells += digests
        rowCount += 1
        guard cells.count <= CustomEntry.Limits.cells else {
            throw Trouble(description: "the table has more than \(CustomEntry.Limits.cells) cells")
        }
    }

    private mutating func takeHeader(_ row: [[UInt8]]) throws(Trouble) {
        let names = row.map { String(decoding: $0, as: UTF8.self).lowercased().trimmed }
        for column in columns {
            guard let place = names.firstIndex(of: column.name.lowercased().trimmed) else {
                throw Trouble(description: "the table has no column \"\(column.name)\"")
            }
            places.append(place)
        }
    }

    private struct Draft {
        private var hashes: [UInt64] = []
        private var lengths = [Bool](repeating: false, count: DataSet.longestCell + 1)
        private var mostTokens = 1

        mutating func add(_ cell: DataSet.Cell, _ key: ContentKey) {
            hashes.append(key.hash(cell.bytes))
            lengths[cell.bytes.count] = true
            mostTokens = max(mostTokens, cell.tokens)
        }

        var shape: DataSet.Shape {
            var filter = BloomFilter(count: hashes.count)
            for hash in hashes { filter.insert(hash) }
            return DataSet.Shape(filter: filter, lengths: lengths, mostTokens: mostTokens)
        }
    }
}

extension DataSet {
    /// What is hashed of a cell: its letters and digits, in small letters.
    struct Cell {
        var bytes: [UInt8] = []
        var tokens = 0

        init(_ written: [UInt8]) {
            let joined = written.withUnsafeBufferPointer { PlainText($0, .marks)?.bytes } ?? written
            joined.withUnsafeBufferPointer { buffer in
                guard let base = buffer.baseAddress else { return }
                let text = TextBytes(base: base, count: buffer.count)
                for token in TextTokens(of: text, in: 0..<buffer.count) {
                    text.fold(token, into: &bytes)
                    tokens += 1
                }
            }
        }
    }
}

extension String {
    /// Without the white space, and the byte order mark, at its ends.
    fileprivate var trimmed: Substring {
        func isOuter(_ letter: Character) -> Bool { letter.isWhitespace || letter == "\u{FEFF}" }
        let head = drop(while: isOuter)
        return head.lastIndex { !isOuter($0) }.map { head[...$0] } ?? ""
    }
}
