import Foundation
import JSONPull
import Model

/// Documents from wherever they lie: files, folders with what is in them, standard input, the lines of a JSONL file. Links in
/// folders are not followed unless that is asked for: whoever filled the folder may point them anywhere.
public struct ContentSources: Sequence, IteratorProtocol {
    /// The next one last: the path, and the name it is reported with.
    private var paths: [(path: LocalPath, name: String)]
    private let followsLinks: Bool
    private var jsonLines: String?
    private var lines: JSONLineReader?
    private var folders: Set<LocalPath.Identity> = []

    /// - Parameters:
    ///   - paths: files and folders; `-` is one document on standard input.
    ///   - jsonLines: a file with `{"id","text"}` a line; `-` is standard input.
    ///   - followsLinks: whether symbolic links in folders are followed too.
    public init(paths: [LocalPath], jsonLines: String?, followsLinks: Bool = false) {
        self.followsLinks = followsLinks
        self.paths = paths.reversed().map { ($0, $0.text) }
        self.jsonLines = jsonLines
    }

    public mutating func next() -> ContentItem? {
        while let (path, name) = paths.popLast() {
            if path == .standardInput { return .standardInput(name: name) }
            guard let folder = path.folder else { return .file(path: path, name: name) }
            guard folders.insert(folder).inserted else { continue }
            do throws(LocalPath.Refusal) {
                let entries = try path.names().map { (path: path.appending($0), name: Self.joined(name, $0.text)) }
                guard !entries.isEmpty else { return .emptyFolder(name: name) }
                let followed = followsLinks ? entries : entries.filter { !$0.path.isLink }
                paths += followed.reversed()
                if followed.count < entries.count { return .links(entries.count - followed.count) }
            } catch {
                return .unread(Extraction(status: .error, detail: error.description), name: name)
            }
        }
        return nextLine()
    }

    private static func joined(_ folder: String, _ entry: String) -> String {
        folder.hasSuffix("/") ? folder + entry : "\(folder)/\(entry)"
    }

    private mutating func nextLine() -> ContentItem? {
        do throws(MailTrouble) {
            if let path = jsonLines {
                jsonLines = nil
                lines = JSONLineReader(try ByteReader(path: path), path: path)
            }
        } catch {
            return .trouble("\(error)")
        }
        switch lines?.next() {
        case .line(let bytes, let number, let path): return Self.item(bytes, number: number, path: path)
        case .trouble(let trouble): return .trouble("\(trouble)")
        case .message, nil: return nil
        }
    }

    private static func item(_ bytes: [UInt8], number: Int, path: String) -> ContentItem {
        var (id, text): (String?, String?)
        let isRead: Void? = try? JSONReader.read(bytes) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                switch key {
                case "id": id = try reader.string()
                case "text": text = try reader.string()
                default: break
                }
            }
        }
        guard isRead != nil, let id, let text else {
            return .trouble("\(path):\(number): no {\"id\": \"...\", \"text\": \"...\"} of texts")
        }
        return .text(text, name: id)
    }
}
