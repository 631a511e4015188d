import Foundation

/// Standard output, a file, and standard error.
enum Output {
    /// A line on standard error: progress, log, mistakes.
    static func say(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// Data on standard output. A reader who has gone away (`| head`) ends the program quietly.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                exit(errno == EPIPE ? 0 : 1)
            }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Where a document goes: standard output, or a file that appears only when it is complete.
    final class Sink {
        private let path: String?
        private let temporary: String
        private var handle: FileHandle?

        init(path: String?) throws {
            self.path = path
            temporary = (path ?? "") + ".part"
            guard let path else { return }
            guard
                FileManager.default.createFile(
                    atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
                let opened = FileHandle(forWritingAtPath: temporary)
            else { throw Failure("cannot write \(path): \(String(cString: strerror(errno))); choose another --output") }
            handle = opened
        }

        /// What was begun and not finished leaves nothing behind.
        deinit {
            if handle != nil { unlink(temporary) }
        }

        func write(_ text: String) throws {
            guard let handle else {
                Output.write(text)
                return
            }
            do {
                try handle.write(contentsOf: Data(text.utf8))
            } catch {
                unlink(temporary)
                throw Failure(
                    "cannot write \(path ?? "output"): \(String(cString: strerror(errno))); nothing was left behind")
            }
        }

        /// Puts the file in its place.
        func finish() throws {
            guard let path, let handle else { return }
            try handle.close()
            guard rename(temporary, path) == 0 else {
                throw Failure("cannot write \(path): \(String(cString: strerror(errno))); choose another --output")
            }
            self.handle = nil
        }
    }
}
