import Foundation
import Synchronization

/// A file of every request sent to Graph, a line each: `METHOD URL [ConsistencyLevel]`. No token, no body.
///
/// Lines are written whole and at once, so that the file can be read while the client runs.
public final class RequestLog: Sendable {
    private let file: Mutex<FileHandle>

    /// The file cannot be written.
    public struct Unwritable: Error, Hashable, Sendable, CustomStringConvertible {
        public let path: String
        public let why: String
        public var description: String {
            "cannot write the log of requests \(path): \(why); set REEVE_REQUEST_LOG to a file you may write, or leave it out"
        }
    }

    /// Appends to the file, which is made (for its owner alone) where there is none.
    /// - Throws: `Unwritable`.
    public init(path: String) throws(Unwritable) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Unwritable(path: path, why: String(cString: strerror(errno))) }
        file = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
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
