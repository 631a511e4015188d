import Model

/// The messages of an mbox file (RFC 4155), one behind the other.
struct Mailbox {
    private let bytes: ArraySlice<UInt8>
    private var place: Int

    /// - Returns: nil for a file that begins with no line of an mbox.
    init?(_ file: [UInt8]) {
        let mark = file.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        bytes = file.dropFirst(mark).drop { $0 <= 0x20 }
        place = bytes.startIndex
        guard bytes.starts(with: "From ".utf8), MessageHead.fieldName(of: Self.line(bytes)) == nil else { return nil }
    }

    /// The next message with the line before it; nil at the end.
    mutating func next() -> ArraySlice<UInt8>? {
        guard place < bytes.endIndex else { return nil }
        let start = place
        var isBehindBlank = false
        var line = Self.line(bytes[place...])
        while true {
            place = min(line.endIndex + 1, bytes.endIndex)
            guard place < bytes.endIndex else { break }
            isBehindBlank = line.isEmpty || line.elementsEqual([0x0D])
            line = Self.line(bytes[place...])
            if line.starts(with: "From ".utf8), begins(line, isBehindBlank: isBehindBlank) { break }
        }
        return bytes[start..<place]
    }

    private static func line(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes[..<(bytes.firstIndex(of: 0x0A) ?? bytes.endIndex)]
    }

    /// Fields of a message follow, at once: no sentence that begins with this word, and no list of dates, cuts a message.
    /// Some programs write no date, some no empty line before it.
    private func begins(_ line: ArraySlice<UInt8>, isBehindBlank: Bool) -> Bool {
        let isSeparator = MessageHead.isSeparator(line)
        guard isSeparator || isBehindBlank, line.endIndex < bytes.endIndex else { return false }
        let head = bytes[(line.endIndex + 1)...].prefix(MessageHead.size)
        let first = Self.line(head)
        guard first.starts(with: ">From ".utf8) || MessageHead.fieldName(of: first) != nil else { return false }
        return MessageHead.opens(head, named: isSeparator ? ".mbox" : "")
    }
}
