import Model

/// Looks through a text that comes in pieces and is never held whole: memory does not grow with it.
public struct ScanStream {
    private let scan: TextScan
    private var buffer: [UInt8] = []
    /// Where the buffer begins, where looking goes on, and where the last match ended, in bytes of the whole text.
    private var base = 0
    private var next = 0
    private var lastEnd = 0
    private var tables = TableReader.Known()
    /// Where looking goes on, in the plain bytes of the last part.
    private var tableNext = 0
    private var scope: PlainText.Scope?
    private var own: CustomRun?

    /// Bytes that are looked through at a time.
    static let window = 1 << 20
    /// Bytes that are waited for behind, for the ends of values and lines.
    static let margin = 64 << 10
    /// Bytes that are kept before: a row, the list around it, what creates its table, each looked for in 64 KiB.
    static let memory = 256 << 10

    public init(_ scan: TextScan) {
        self.scan = scan
        own = scan.custom.map { CustomRun($0, minimum: scan.minimum) }
    }

    /// Takes the next piece.
    /// - Returns: the matches that are certain by now, in order of place, their ranges in bytes of the whole text.
    public mutating func add(_ piece: UnsafeBufferPointer<UInt8>) -> [Match] {
        buffer.append(contentsOf: piece)
        var found: [Match] = []
        while base + buffer.count - next >= Self.window + Self.margin { found += look(Self.window) }
        return found
    }

    /// The matches of what has not been looked through yet.
    public mutating func finish() -> [Match] {
        let found = look(base + buffer.count - next)
        buffer = []
        return found
    }

    private mutating func look(_ size: Int) -> [Match] {
        let (start, base) = (next - base, base)
        let found = lookForPredefined(start..<(start + size))
        let fresh = found.map { $0.moved(by: base) }.filter { $0.range.lowerBound >= lastEnd }
        lastEnd = fresh.last?.range.upperBound ?? lastEnd
        let others = lookForOwn(start..<(start + size))
        next += size
        forget()
        return TextScan.merged(fresh, others)
    }

    /// The matches that begin in a part of the buffer, their ranges in bytes of the buffer.
    private mutating func lookForPredefined(_ range: Range<Int>) -> [Match] {
        let scope = scope ?? buffer.withUnsafeBufferPointer(PlainText.scope)
        self.scope = scope
        let plain = buffer.withUnsafeBufferPointer { PlainText($0, scope) }
        let bounds = plain.map { $0.plain(range.lowerBound)..<$0.plain(range.upperBound) } ?? range
        let (scan, known, moved) = (scan, tables, tableNext - bounds.lowerBound)
        let (found, tables) = (plain?.bytes ?? buffer).withUnsafeBufferPointer {
            bytes -> ([Match], TableReader.Known) in
            guard let pointer = bytes.baseAddress else { return ([], TableReader.Known()) }
            let text = TextBytes(base: pointer, count: bytes.count)
            var run = ScanRun(scan, text, TableReader(text: text, after: known, moved: moved))
            let end = min(bytes.count, bounds.upperBound + ScanRun.longestBeginning)
            let matches = run.matches(from: bounds.lowerBound, to: end)
            return (matches.filter { $0.range.lowerBound < bounds.upperBound }, run.tables.known)
        }
        (self.tables, tableNext) = (tables, bounds.upperBound)
        return plain.map { plain in found.map { $0.over(plain.original($0.range)) } } ?? found
    }

    private mutating func lookForOwn(_ range: Range<Int>) -> [Match] {
        guard var run = own else { return [] }
        own = nil
        let (base, scope) = (base, scope ?? .all)
        let found = buffer.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { pointer in
                run.matches(
                    in: range, of: TextBytes(base: pointer, count: bytes.count), PlainText(bytes, .marks),
                    TypedText(bytes, plain: PlainText(bytes, scope)), base: base)
            } ?? []
        }
        own = run
        return found
    }

    private mutating func forget() {
        let surplus = next - base - Self.memory
        guard surplus > 0 else { return }
        buffer.removeFirst(surplus)
        base += surplus
    }
}

extension Match {
    func moved(by offset: Int) -> Match {
        Match(
            detector: detector, entry: entry, range: (range.lowerBound + offset)..<(range.upperBound + offset),
            confidence: confidence, isSample: isSample)
    }
}
