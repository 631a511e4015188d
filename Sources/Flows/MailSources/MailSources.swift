/// Messages from wherever they lie: `.eml` files, mbox files, Maildirs, folders, standard input, JSONL. One is held at a time, and of
/// it the header block.
public struct MailSources: Sequence, IteratorProtocol {
    private enum Open {
        case mbox(MboxReader)
        case lines(JSONLineReader)
    }

    /// The next one last.
    private var paths: [LocalPath]
    private var lines: String?
    private var folders: Set<LocalPath.Identity> = []
    private var open: Open?

    /// - Parameters:
    ///   - paths: files and folders; `-` is one message on standard input.
    ///   - jsonLines: a file with a case a line; `-` is standard input.
    public init(paths: [LocalPath], jsonLines: String? = nil) {
        self.paths = paths.reversed()
        lines = jsonLines
    }

    public mutating func next() -> MailItem? {
        while true {
            if let item = nextOfOpen() { return item }
            do throws(MailTrouble) {
                if let item = try openNext() { return item }
                if open == nil, paths.isEmpty, lines == nil { return nil }
            } catch {
                return .trouble(error)
            }
        }
    }

    private mutating func nextOfOpen() -> MailItem? {
        switch open {
        case .mbox(var reader):
            let item = reader.next()
            open = item == nil ? nil : .mbox(reader)
            return item
        case .lines(var reader):
            let item = reader.next()
            open = item == nil ? nil : .lines(reader)
            return item
        case nil: return nil
        }
    }

    /// Opens what comes next; a file that is one message is handed out at once.
    private mutating func openNext() throws(MailTrouble) -> MailItem? {
        guard let path = paths.popLast() else {
            guard let file = lines else { return nil }
            lines = nil
            open = .lines(JSONLineReader(try ByteReader(path: file), path: file))
            return nil
        }
        let isInput = path == .standardInput
        if !isInput, let folder = path.folder {
            if folders.insert(folder).inserted { paths += try MailFolder.contents(path).reversed() }
            return nil
        }
        let reader = try ByteReader(path)
        if !isInput, MboxReader.recognises(reader.peek(200)) {
            open = .mbox(MboxReader(reader, path: path.text))
            return nil
        }
        let bytes = reader.header()
        if isInput { reader.drain() }
        if let why = reader.trouble { throw MailTrouble("cannot read \(path.text): \(why)") }
        return .message(id: path.text, bytes: bytes)
    }
}
