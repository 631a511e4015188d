/// A document to scan.
public enum ContentItem: Sendable {
    /// A file, by its path and by the name it is reported with.
    case file(path: LocalPath, name: String)
    /// What comes on standard input.
    case standardInput(name: String)
    /// Text of a JSONL line.
    case text(String, name: String)
    /// What could not be read at all.
    case trouble(String)
}
