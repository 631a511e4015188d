/// UTF-8 text that grows up to a limit; of more, head and tail are kept.
struct TextBuffer {
    private(set) var bytes: [UInt8] = []
    private(set) var isCut = false
    private let limit: Int

    /// - Parameter limit: in bytes; some more may be held until the next cut.
    init(limit: Int) { self.limit = max(limit, 1 << 10) }

    /// With a text that is taken over as it is.
    init(_ text: [UInt8], limit: Int) {
        self.init(limit: limit)
        bytes = text
        cut()
    }

    var isEmpty: Bool { bytes.isEmpty }
    var count: Int { bytes.count }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        cut()
    }

    mutating func append(_ more: some Collection<UInt8>) {
        bytes.append(contentsOf: more)
        cut()
    }

    /// Ends the line unless it has just begun.
    mutating func endLine() {
        guard let last = bytes.last, last != 0x0A else { return }
        bytes.append(0x0A)
        cut()
    }

    mutating func line(_ text: String) {
        guard !text.isEmpty else { return }
        endLine()
        append(text)
        append(0x0A)
    }

    mutating func line(_ text: [UInt8]) {
        guard text.contains(where: { $0 > 0x20 }) else { return }
        endLine()
        append(text)
        append(0x0A)
    }

    mutating func removeLast(_ count: Int = 1) { bytes.removeLast(count) }

    /// Some of the text was left out before it came here.
    mutating func remarkCut() { isCut = true }

    /// An eighth of the limit is dropped at once, so that a long text is not moved for every word.
    private mutating func cut() {
        guard bytes.count > limit + limit / 8 else { return }
        let head = limit / 4 * 3
        bytes.removeSubrange(head..<(head + bytes.count - limit))
        isCut = true
    }
}

extension [UInt8] {
    /// Whether there is anything but blanks.
    var hasText: Bool { contains { $0 > 0x20 } }

    /// Whether no control stands in its first bytes that no text has.
    func isClear(within most: Int) -> Bool {
        prefix(most).allSatisfy { $0 >= 0x20 || (0x08...0x0A).contains($0) || [0x0C, 0x0D, 0x1B].contains($0) }
    }
}
