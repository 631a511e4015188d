/// The mark of a PDF near the beginning of a file. Whatever came before it came by accident, or is a text that speaks of PDF.
struct PDFSignature {
    /// Where the mark stands.
    let start: Int
    private let bytes: [UInt8]

    init?(_ bytes: [UInt8]) {
        guard let start = bytes.offset(of: "%PDF-", within: 1024) else { return nil }
        self.start = start
        self.bytes = bytes
    }

    /// Whether nothing but blanks or a byte order mark stands before it.
    var isAtStart: Bool { bytes[..<start].allSatisfy { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) } }

    /// Whether the file is text without an object of a PDF, and not called one.
    func isMention(named name: String) -> Bool {
        !name.hasSuffix(".pdf") && bytes.isClear(within: 4096) && !hasObjects
    }

    /// Whether a line begins an object: `12 0 obj`.
    private var hasObjects: Bool {
        var place = start
        while let found = bytes[place...].offset(of: " obj") {
            place += found
            if beginsObject(before: place) { return true }
            place += 1
        }
        return false
    }

    /// Whether two numbers stand there, and nothing else in their line.
    private func beginsObject(before end: Int) -> Bool {
        var place = end
        func pass(_ belongs: (UInt8) -> Bool) -> Bool {
            let last = place
            while place > 0, belongs(bytes[place - 1]) { place -= 1 }
            return place < last
        }
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        _ = pass(isBlank)
        guard pass(isDigit), pass(isBlank), pass(isDigit) else { return false }
        _ = pass(isBlank)
        return place == 0 || bytes[place - 1] < 0x20
    }
}
