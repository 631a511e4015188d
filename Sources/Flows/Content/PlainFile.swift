import Foundation
import Model

/// Reads a file that is text by itself.
public enum PlainFile {
    /// Bytes of the largest file that is read.
    static let largest = 100 << 20

    @Sendable public static func read(path: String, name: String) async -> Extraction {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            return Extraction(status: .error, detail: "cannot read it: \(String(cString: strerror(errno)))")
        }
        defer { try? handle.close() }
        do {
            let bytes = [UInt8](try handle.read(upToCount: largest + 1) ?? Data())
            guard bytes.count <= largest else {
                return Extraction(status: .limit, detail: "larger than \(largest >> 20) MB")
            }
            return PlainText.extraction(bytes)
        } catch {
            return Extraction(status: .error, detail: "cannot read it: \(error.localizedDescription)")
        }
    }
}
