import Foundation
import Model

/// The bytes of a file on this machine.
enum LocalFile {
    enum Content {
        case bytes([UInt8])
        /// What is told of it instead.
        case unread(Extraction)
    }

    /// - Parameter largest: in bytes; of a larger one nothing is taken.
    static func read(_ path: String, largest: Int) -> Content {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return .unread(Extraction(status: .error, detail: "cannot read it: \(String(cString: strerror(errno)))"))
        }
        defer { try? handle.close() }
        do {
            let bytes = [UInt8](try handle.read(upToCount: largest + 1) ?? Data())
            guard bytes.count <= largest else {
                return .unread(Extraction(status: .limit, detail: "larger than \(largest >> 20) MB"))
            }
            return .bytes(bytes)
        } catch {
            return .unread(Extraction(status: .error, detail: "cannot read it: \(error.localizedDescription)"))
        }
    }
}
