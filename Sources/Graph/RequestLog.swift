import Foundation
import Synchronization

/// A file of every request sent to Graph, a line each: `METHOD URL [ConsistencyLevel]`. No token, no body.
///
/// Lines are written whole and at once, so that the file can be read while the client runs.
public final class RequestLog: Sendable {
    private let file: Mutex<FileHandle>

    /// Appends to the file, which is made (for its owner alone) where there is none.
    public init(path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            let isMade = FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
        }
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw CocoaError(.fileWriteNoPermission, userInfo: [NSFilePathErrorKey: path])
        }
        try handle.seekToEnd()
        file = Mutex(handle)
    }

    struct Line: Sendable {
        var method: String
        var url: String
        var consistencyLevel: String?
    }

    /// A log that cannot be written stops no sync: the loss is the reader's to notice.
    func append(_ lines: [Line]) {
        let text = lines.map { line in
            [line.method, line.url, line.consistencyLevel].compactMap { $0 }.joined(separator: " ") + "\n"
        }
        let bytes = Data(text.joined().utf8)
        file.withLock { try? $0.write(contentsOf: bytes) }
    }
}
