import DLP
import Glibc
import Model

/// The bytes of a file on this machine.
enum LocalFile {
    enum Content {
        case bytes([UInt8])
        /// What is told of it instead.
        case unread(Extraction)
    }

    /// - Parameter largest: in bytes; of a larger one nothing is taken.
    static func read(_ path: LocalPath, largest: Int) -> Content {
        // A pipe into which nobody writes must not hold up the files behind it.
        let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
        guard descriptor >= 0 else {
            let told = unreadable
            return .unread(path.isSocket ? Extraction(status: .unsupported, detail: "a socket") : told)
        }
        defer { close(descriptor) }
        let content = read(descriptor, largest: largest)
        var status = stat()
        if case .bytes([]) = content, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFIFO {
            return .unread(Extraction(status: .unsupported, detail: "a pipe into which nobody writes"))
        }
        return content
    }

    /// - Parameter largest: in bytes; of more than that nothing is taken, and the rest is not read.
    static func readStandardInput(largest: Int) -> Content { read(STDIN_FILENO, largest: largest) }

    static func read(_ descriptor: Int32, largest: Int) -> Content {
        var status = stat()
        let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        guard size <= largest else { return .unread(tooLarge(largest)) }
        // One more than it says: its end is seen without another look.
        guard var bytes = piece(of: descriptor, atMost: size + 1) else { return .unread(unreadable) }
        // A pipe does not say, and a file may grow.
        while bytes.count > size, bytes.count <= largest {
            // No more than tells that it is too much: whoever writes may wait with the rest.
            guard let more = piece(of: descriptor, atMost: min(1 << 20, largest + 1 - bytes.count)) else {
                return .unread(unreadable)
            }
            if more.isEmpty { break }
            bytes += more
        }
        return bytes.count <= largest ? .bytes(bytes) : .unread(tooLarge(largest))
    }

    private static func tooLarge(_ largest: Int) -> Extraction {
        Extraction(
            status: .limit, detail: "larger than \(largest < 1 << 20 ? "\(largest) bytes" : "\(largest >> 20) MB")")
    }

    private static var unreadable: Extraction {
        Extraction(status: .error, detail: "cannot read it: \(String(cString: strerror(errno)))")
    }

    /// - Returns: fewer bytes than asked for at the end only; nil where it cannot be read.
    private static func piece(of descriptor: Int32, atMost count: Int) -> [UInt8]? {
        var isReadable = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            buffer.takeInLargePages()
            while filled < count {
                let got = Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR || (errno == EAGAIN && isReady(descriptor)) { continue }
                isReadable = got >= 0
                guard got > 0 else { return }
                filled += got
            }
        }
        return isReadable ? bytes : nil
    }

    /// Waits for whoever writes into a pipe, ten seconds at most.
    private static func isReady(_ descriptor: Int32) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, 10_000) == 0 else { return true }
        errno = ETIMEDOUT
        return false
    }
}
