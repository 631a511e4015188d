import Foundation
import Glibc

/// A file read from its beginning, line by line, through a buffer of a quarter of a megabyte.
final class ByteReader {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    private var place = 0
    private var end = 0
    /// Why reading stopped before the end of the file; nil where it did not.
    private(set) var trouble: String?

    /// - Parameter path: `-` is standard input.
    /// - Throws: `MailTrouble` in words for a person.
    init(_ path: LocalPath) throws(MailTrouble) {
        descriptor =
            path == .standardInput ? dup(STDIN_FILENO) : path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw MailTrouble(path: path.text, errno: errno) }
    }

    convenience init(path: String) throws(MailTrouble) { try self.init(LocalPath(path)) }

    deinit { close(descriptor) }

    /// Appends the next line with its line feed.
    /// - Parameter limit: what the line would make longer than that is read past.
    /// - Returns: false at the end of the file.
    func appendLine(to line: inout [UInt8], limit: Int = .max) -> Bool {
        var isAny = false
        while fill() {
            isAny = true
            let (stop, isWhole) = lineEnd()
            let room = max(0, min(stop - place, limit - line.count))
            if room > 0 { line.append(contentsOf: buffer[place..<place + room]) }
            place = stop
            if isWhole { return true }
        }
        return isAny
    }

    /// Up to `count` bytes from where it stands, which stay to be read.
    func peek(_ count: Int) -> ArraySlice<UInt8> {
        guard fill() else { return [] }
        return buffer[place..<min(end, place + count)]
    }

    /// Reads to the end and forgets it, so that who writes into a pipe is not cut off.
    func drain() {
        while fill() { place = end }
    }

    private func lineEnd() -> (stop: Int, isWhole: Bool) {
        buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let found = memchr(start + place, 10, end - place) else {
                return (end, false)
            }
            return (start.distance(to: UnsafeRawPointer(found)) + 1, true)
        }
    }

    /// Whether there is anything to read.
    private func fill() -> Bool {
        guard place == end else { return true }
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { trouble = String(cString: strerror(errno)) }
            (place, end) = (0, max(0, count))
            return count > 0
        }
    }
}

/// Why a file of messages cannot be read: one line for a person.
public struct MailTrouble: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }

    init(path: String, errno code: Int32) {
        description = "cannot read \(path): \(String(cString: strerror(code)))"
    }
}
