/// The messages of an mbox file (RFC 4155), one header block at a time; bodies are read past.
///
/// A message begins at a line `From …` that has a time in it, at the start of the file or behind an empty line: so neither a field
/// written `From : x` nor a sentence of a body begins one. Header lines that mboxrd has quoted (`>From `) lose one `>`.
struct MboxReader {
    private let reader: ByteReader
    private let path: String
    private var count = 0
    private var isAtMessage = false
    private var line: [UInt8] = []

    /// Whether a file that begins so is an mbox.
    static func recognises(_ start: ArraySlice<UInt8>) -> Bool {
        start.starts(with: from) && !start.dropFirst(from.count).drop { $0 == 0x20 }.starts(with: [UInt8(ascii: ":")])
    }

    init(_ reader: ByteReader, path: String) {
        self.reader = reader
        self.path = path
    }

    mutating func next() -> MailItem? {
        if count == 0, !isAtMessage { isAtMessage = readLine() }
        while !isAtMessage { guard skipToMessage() else { return nil } }
        isAtMessage = false
        count += 1
        return .message(id: "\(path)#\(count)", bytes: header())
    }

    private mutating func header() -> [UInt8] {
        var block: [UInt8] = []
        while readLine() {
            let room = ByteReader.longestHeader - block.count
            block.append(contentsOf: Self.unquoted(line[...]).prefix(room))
            if ByteReader.isBlank(line[...]) {
                // An empty body: the next message's line may follow at once.
                isAtMessage = readLine() && Self.begins(line)
                return block
            }
        }
        return block
    }

    /// False at the end of the file.
    private mutating func skipToMessage() -> Bool {
        var isBehindBlank = ByteReader.isBlank(line[...])
        while readLine() {
            if isBehindBlank, Self.begins(line) {
                isAtMessage = true
                return true
            }
            isBehindBlank = ByteReader.isBlank(line[...])
        }
        return false
    }

    private mutating func readLine() -> Bool {
        line.removeAll(keepingCapacity: true)
        return reader.appendLine(to: &line, limit: ByteReader.longestHeader)
    }

    private static let from = Array("From ".utf8)

    /// `From somebody Sat Jan  3 01:05:34 1996`: what counts is two digits, a colon, two digits.
    private static func begins(_ line: [UInt8]) -> Bool {
        guard line.starts(with: from), line.count < 1000 else { return false }
        return line.indices.dropFirst(2).dropLast(2).contains { place in
            line[place] == UInt8(ascii: ":")
                && [place - 2, place - 1, place + 1, place + 2].allSatisfy { (0x30...0x39).contains(line[$0]) }
        }
    }

    private static func unquoted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard line.first == UInt8(ascii: ">") else { return line }
        return line.drop { $0 == UInt8(ascii: ">") }.starts(with: from) ? line.dropFirst() : line
    }
}
