import Foundation
import Model

/// The rows of a table as keyed hashes: whether a text holds one of its rows can be asked, what stands in them cannot.
///
/// A cell is its letters and digits in small letters, so that `536-22-1840` is `536221840`. Kept of it are HMAC-SHA-256 cut to
/// 16 bytes, and of all cells a filter of keyed hashes, the lengths and the largest number of words.
public struct DataSet: Sendable {
    /// In the order of the entry.
    public let columns: [CustomEntry.DataColumn]
    public let rowCount: Int
    /// Rows that were left out: no primary cell, or one of fewer letters and digits than `shortestPrimary`.
    public let skipped: Int

    /// Letters and digits of the shortest primary cell, and of the shortest other one.
    public static let shortestPrimary = 4
    static let shortestSupporting = 2
    static let longestCell = 127
    /// Words of a cell that is looked for.
    static let mostTokens = 8

    /// Row by row.
    let cells: [ContentKey.Digest]
    /// The rows in order of their primary cell.
    let order: [UInt32]
    let primary: Shape
    let supporting: Shape

    /// What is known of cells before they are hashed.
    struct Shape: Sendable {
        let filter: BloomFilter
        /// Which numbers of letters and digits occur.
        let lengths: [Bool]
        /// Words of the cell that has the most; more are joined where they are groups (`CellGroups`).
        let mostTokens: Int
        let longest: Int

        init(filter: BloomFilter, lengths: [Bool], mostTokens: Int) {
            (self.filter, self.lengths, self.mostTokens) = (filter, lengths, mostTokens)
            longest = lengths.lastIndex(of: true) ?? 0
        }
    }

    init(
        columns: [CustomEntry.DataColumn], rowCount: Int, skipped: Int, cells: [ContentKey.Digest], primary: Shape,
        supporting: Shape
    ) {
        self.columns = columns
        self.rowCount = rowCount
        self.skipped = skipped
        self.cells = cells
        self.primary = primary
        self.supporting = supporting
        let (width, place) = (columns.count, columns.firstIndex(where: \.isPrimary) ?? 0)
        order = (0..<UInt32(rowCount)).sorted {
            cells[Int($0) * width + place].low < cells[Int($1) * width + place].low
        }
    }

    private var primaryPlace: Int { columns.firstIndex(where: \.isPrimary) ?? 0 }

    /// The rows with this primary cell; of very many alike the first ones.
    func rows(with digest: ContentKey.Digest) -> [Int] {
        let (width, place) = (columns.count, primaryPlace)
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if cells[Int(order[middle]) * width + place].low < digest.low { low = middle + 1 } else { high = middle }
        }
        return order[low...].lazy.prefix { cells[Int($0) * width + place].low == digest.low }.prefix(64)
            .map { Int($0) }.filter { cells[$0 * width + place] == digest }
    }

    /// All cells of the rows with this primary one.
    func cells(ofRowsWith digest: ContentKey.Digest) -> Set<ContentKey.Digest> {
        let width = columns.count
        var found: Set<ContentKey.Digest> = []
        for row in rows(with: digest) { found.formUnion(cells[(row * width)..<((row + 1) * width)]) }
        found.remove(.none)
        return found
    }

    /// How many of a row's other cells are among these.
    func supporting(row: Int, among digests: Set<ContentKey.Digest>) -> Int {
        let (width, place) = (columns.count, primaryPlace)
        return (0..<width).count { column in
            let digest = cells[row * width + column]
            return column != place && digest != .none && digests.contains(digest)
        }
    }
}

extension DataSet {
    private static let magic: UInt64 = 0x3154_4553_4154_4144

    /// The set as bytes: worth nothing without its key, and to be kept apart from it.
    public var encoded: [UInt8] {
        var packed = PackedWords()
        packed.put(Self.magic)
        packed.put(Self.json(columns))
        packed.put(UInt64(rowCount))
        packed.put(UInt64(skipped))
        for shape in [primary, supporting] {
            packed.put(UInt64(shape.mostTokens))
            packed.put(shape.lengths.map { $0 ? UInt64(1) : 0 })
            packed.put(shape.filter.words)
        }
        packed.put(cells.flatMap { [$0.low, $0.high] })
        return packed.bytes
    }

    /// The names of its members in order, so that equal sets have equal bytes.
    private static func json(_ columns: [CustomEntry.DataColumn]) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return [UInt8]((try? encoder.encode(columns)) ?? Data())
    }

    /// - Returns: nil for bytes that are not those of a set.
    public init?(encoded bytes: [UInt8]) {
        var packed = PackedWords(bytes)
        guard packed.word() == Self.magic, let json = packed.text(),
            let columns = try? JSONDecoder().decode([CustomEntry.DataColumn].self, from: Data(json)), !columns.isEmpty,
            let rows = packed.word(), rows <= UInt64(CustomEntry.Limits.cells), let skipped = packed.word(),
            let primary = Shape(&packed), let supporting = Shape(&packed), let words = packed.words(),
            words.count == Int(rows) * columns.count * 2, packed.isAtEnd
        else { return nil }
        let cells = stride(from: 0, to: words.count, by: 2).map {
            ContentKey.Digest(low: words[$0], high: words[$0 + 1])
        }
        self.init(
            columns: columns, rowCount: Int(rows), skipped: Int(clamping: skipped), cells: cells, primary: primary,
            supporting: supporting)
    }
}

extension DataSet.Shape {
    init?(_ packed: inout PackedWords) {
        guard let tokens = packed.word(), tokens <= UInt64(DataSet.mostTokens), let lengths = packed.words(),
            lengths.count == DataSet.longestCell + 1, let words = packed.words(), let filter = BloomFilter(words: words)
        else { return nil }
        self.init(filter: filter, lengths: lengths.map { $0 != 0 }, mostTokens: Int(tokens))
    }
}
