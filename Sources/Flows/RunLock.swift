import Foundation
import Store

/// Keeps two runs of one integration from working on it at the same time on one machine, and two servers from one data folder. It ends with the
/// process, however that ends.
public struct RunLock: Sendable {
    private let descriptor: Int32

    /// Why it was not taken.
    public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        case unwritable(path: String, why: String)
        /// A command, or the dashboard's own run.
        case taken

        public var description: String {
            switch self {
            case .unwritable(let path, let why): "cannot write \(path): \(why)"
            case .taken: "another run of it is under way: wait until that is done, then run again"
            }
        }
    }

    /// - Parameter home: the data folder.
    public init(_ integration: Integration, in home: URL) throws(Problem) {
        try self.init("integration-\(integration.id)", in: home)
    }

    /// That of the one server of a data folder.
    public init(ofServerIn home: URL) throws(Problem) { try self.init("serve", in: home) }

    /// That of the one server of a database, whatever data folder it is used from.
    /// - Parameter path: the database's file, which exists; by whatever name, the lock stands beside the file itself. It is not that file:
    ///   closing a descriptor of a database gives up the locks that SQLite holds on it.
    public init(ofServerOfDatabase path: String) throws(Problem) {
        let file = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        try self.init("\(file.lastPathComponent)-serve", in: file.deletingLastPathComponent())
    }

    private init(_ name: String, in home: URL) throws(Problem) {
        let path = home.appendingPathComponent("\(name).lock").path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unwritable(path: path, why: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .taken
        }
    }

    public func release() {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Notes where the server that holds it is reached, for the commands beside it.
    public func note(address: String) {
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, address, address.utf8.count, 0)
    }

    /// Where the server that is running now on a data folder is reached; nil where none runs, or it has not said so yet.
    public static func serverAddress(in home: URL) -> String? {
        let path = home.appendingPathComponent("serve.lock").path
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), !text.isEmpty else { return nil }
        do {
            try RunLock(ofServerIn: home).release()
            return nil
        } catch .taken {
            return text
        } catch {
            return nil
        }
    }
}
