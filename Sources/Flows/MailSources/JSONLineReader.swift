/// The lines of a JSONL file that hold something.
struct JSONLineReader {
    /// A line that is longer is no case: 256 MB of it are enough for a message of 190 MB.
    static let longestLine = 256 << 20

    private let reader: ByteReader
    private let path: String
    private var number = 0
    private var isAtEnd = false

    init(_ reader: ByteReader, path: String) {
        self.reader = reader
        self.path = path
    }

    mutating func next() -> MailItem? {
        var line: [UInt8] = []
        while !isAtEnd {
            line.removeAll(keepingCapacity: true)
            guard reader.appendLine(to: &line, limit: Self.longestLine) else {
                isAtEnd = true
                return reader.trouble.map { .trouble(MailTrouble("cannot read \(path): \($0)")) }
            }
            number += 1
            guard line.count < Self.longestLine else {
                return .trouble(MailTrouble("\(path):\(number): the line has more than \(Self.longestLine >> 20) MB"))
            }
            if line.contains(where: { $0 > 0x20 }) { return .line(line, number: number, path: path) }
        }
        return nil
    }
}
