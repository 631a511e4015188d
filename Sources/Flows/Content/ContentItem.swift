import Model

/// A document to scan.
public enum ContentItem: Sendable {
    /// A file, by its path and by the name it is reported with.
    case file(path: LocalPath, name: String)
    /// What comes on standard input.
    case standardInput(name: String)
    /// Text of a JSONL line.
    case text(String, name: String)
    /// What could not be looked into, with what is told of it.
    case unread(Extraction, name: String)
    /// What is no document.
    case trouble(String)
    /// So many symbolic links in a folder, which were not followed.
    case links(Int)
    /// A folder with nothing in it.
    case emptyFolder(name: String)
}
