import Model

/// The rows of exact data that a document holds, to know their cells again where those stand by themselves, as in the name of a part.
///
/// A primary cell is a value that was found. The other cells of its row are told nowhere, and who reads them knows whose row it is.
public struct HeldRows: Sendable {
    private var probes: [CustomEntry.ID: DataSetProbe]
    /// The cells of the rows, by their entry.
    private var cells: [CustomEntry.ID: Set<ContentKey.Digest>] = [:]
    /// Primary cells that were noted.
    private var known: Set<Value> = []

    private struct Value: Hashable {
        let entry: CustomEntry.ID
        let text: [UInt8]
    }

    /// - Parameter scan: whose entries the matches are of.
    public init(of scan: CustomScan?) {
        probes = [:]
        if let scan { add(scan) }
    }

    /// From now on matches may be of these entries too.
    public mutating func add(_ scan: CustomScan) {
        for (entry, probe) in scan.probes where probe.set.columns.count > 1 {
            probes[scan.entries[entry].id] = probe
        }
    }

    /// Takes note of the rows of a match; of one of another kind there are none.
    public mutating func note(_ match: Match, in text: UnsafeBufferPointer<UInt8>) {
        guard let probe = probes[match.entry] else { return }
        let cell = DataSet.Cell(Array(match.text(in: text).utf8)).bytes
        guard known.insert(Value(entry: match.entry, text: cell)).inserted else { return }
        cells[match.entry, default: []].formUnion(probe.set.cells(ofRowsWith: probe.key.digest(cell)))
    }

    /// Where cells of the rows stand in a name, in bytes of UTF-8.
    public func ranges(in name: String) -> [Range<Int>] {
        guard !cells.isEmpty else { return [] }
        var name = name
        return name.withUTF8 { bytes in
            guard let joined = PlainText(bytes, .marks) else { return ranges(in: bytes) }
            return joined.bytes.withUnsafeBufferPointer { ranges(in: $0).map { joined.original($0) } }
        }
    }

    private func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        guard let base = bytes.baseAddress else { return [] }
        let text = TextBytes(base: base, count: bytes.count)
        return cells.flatMap { entry, cells in probes[entry]?.places(of: cells, in: text) ?? [] }
    }
}
