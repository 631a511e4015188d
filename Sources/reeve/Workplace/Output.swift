import Foundation

/// Standard output, a file, and standard error.
enum Output {
    /// A line on standard error: progress, log, mistakes.
    static func say(_ line: String) {
        // Where nobody can be told, there is nobody to tell.
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Data on standard output. A reader who has gone away (`| head`) ends the program quietly, a full disk with a line that says so.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { exit(0) }
                let reason = String(cString: strerror(errno))
                say(
                    "reeve: cannot write the output: \(reason); what was written is not whole, make room or write elsewhere"
                )
                exit(1)
            }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Where a document goes: standard output, or a file that appears only when it is complete.
    final class Sink {
        private let path: String?
        private let temporary: String
        private var handle: FileHandle?
        /// A pipe or device is written into; there is nothing to put in its place.
        private var isInPlace = false

        /// A link to a file is written through, not replaced.
        private static func target(of path: String) -> String {
            isSpecial(path) ? path : URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        }

        /// Something that is there and neither is nor leads to a plain file.
        private static func isSpecial(_ path: String) -> Bool {
            guard FileManager.default.fileExists(atPath: path) else { return false }
            let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
            let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
            return type != .typeRegular && type != .typeDirectory
        }

        init(path: String?) throws {
            let path = path.map(Self.target)
            self.path = path
            temporary = (path ?? "") + ".part"
            guard let path else { return }
            if Self.isSpecial(path) {
                guard let opened = FileHandle(forWritingAtPath: path) else {
                    throw Failure("cannot write \(path): \(String(cString: strerror(errno))); choose another --output")
                }
                isInPlace = true
                handle = opened
                return
            }
            guard
                FileManager.default.createFile(
                    atPath: temporary, contents: nil, attributes: [.posixPermissions: 0o600]),
                let opened = FileHandle(forWritingAtPath: temporary)
            else { throw Failure("cannot write \(path): \(String(cString: strerror(errno))); choose another --output") }
            handle = opened
        }

        /// What was begun and not finished leaves nothing behind.
        deinit {
            if handle != nil, !isInPlace { unlink(temporary) }
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
            do {
                try handle.close()
            } catch {
                throw Failure("cannot write \(path): \(String(cString: strerror(errno))); choose another --output")
            }
            guard !isInPlace else {
                self.handle = nil
                return
            }
            guard rename(temporary, path) == 0 else {
                throw Failure("cannot write \(path): \(String(cString: strerror(errno))); choose another --output")
            }
            self.handle = nil
        }
    }
}
