import CSpawn
import Glibc
import Model

/// A running worker. One task at a time speaks with it.
struct WorkerProcess: Sendable {
    /// Why it cannot be used any more.
    enum Fault: Error {
        /// It answered nothing in time.
        case late
        /// It ended, or said what no worker says.
        case gone
    }

    let process: pid_t
    private let input: Int32
    private let output: Int32
    private let workFolder: String?
    /// What it says stands around it.
    private(set) var walls = ""
    private(set) var jobCount = 0
    /// What it has said of the document so far; it counts though the worker should end in the middle.
    private(set) var gathered = Extraction(status: .error)

    /// - Returns: nil where it does not start, or does not say that it is ready.
    init?(executable: String, sandbox: Sandbox) {
        let folder = sandbox == .ownWalls ? Self.makeFolder() : nil
        let command = WorkerCommand(executable: executable, sandbox: sandbox, workFolder: folder ?? "/tmp")
        var down: [Int32] = [-1, -1]
        var up: [Int32] = [-1, -1]
        // A socket, not a pipe: writing to a worker that has ended must not end this process (SIGPIPE).
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &down) == 0, pipe2(&up, O_CLOEXEC) == 0 else { return nil }
        let child = Spawn(words: command.words, environment: command.environment).run(input: down[0], output: up[1])
        close(down[0])
        close(up[1])
        (input, output, workFolder) = (down[1], up[0], folder)
        process = child ?? 0
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        guard child != nil, case .ready(let walls)? = try? receive(until: Self.now + 10_000) else {
            end()
            return nil
        }
        self.walls = walls
    }

    /// Ends it, whatever it does, and what it left behind.
    func end() {
        close(input)
        close(output)
        if process > 0 {
            kill(-process, SIGKILL)
            kill(process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
        if let workFolder {
            // Files of a program that was ended in the middle.
            for suffix in ["pdf", "image"] { unlink("\(workFolder)/document-\(process).\(suffix)") }
            rmdir(workFolder)
        }
    }

    private static func makeFolder() -> String? {
        var name = Array("/tmp/reeve-extract-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { return nil }
        return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Milliseconds of a clock that only goes forward.
    static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

extension WorkerProcess {
    /// Has a document read. Blocks its thread.
    mutating func read(_ bytes: [UInt8], named name: String, limits: ExtractionLimits) throws -> Extraction {
        jobCount += 1
        gathered = Extraction(status: .error)
        // The worker stops by itself before; the rest is for passing the bytes to and fro.
        let end = Self.now + limits.wallTime + 1_000
        try send(.job(name: name, size: bytes.count, limits: limits), until: end)
        for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
            try send(.content(Array(bytes[start..<min(start + 1 << 20, bytes.count)])), until: end)
        }
        try send(.content([]), until: end)
        try gather(until: end, limits: limits)
        return gathered
    }

    /// What the worker says is not trusted: sizes and counts are bounded here again.
    private mutating func gather(until end: Int, limits: ExtractionLimits) throws {
        var size = 0
        while true {
            switch try receive(until: end) {
            case .segment(let segment):
                size += segment.bytes.count
                guard size <= limits.text * 2, gathered.segments.count < 1 << 20 else { throw Fault.gone }
                gathered.segments.append(segment)
            case .label(let label):
                guard gathered.labels.count < 10_000 else { throw Fault.gone }
                gathered.labels.append(label)
            case .end(let status, let reason):
                gathered.status = status
                gathered.reason = reason?.prefix(500)
                return
            case .job, .content, .ready: throw Fault.gone
            }
        }
    }

    private func send(_ frame: ExtractionFrame, until end: Int) throws {
        try frame.bytes.withUnsafeBytes { raw in
            var place = 0
            while place < raw.count {
                try wait(for: input, Int16(POLLOUT), until: end)
                let count = Glibc.send(
                    input, raw.baseAddress.map { $0 + place }, raw.count - place, Int32(MSG_NOSIGNAL))
                if count < 0, errno == EAGAIN || errno == EINTR { continue }
                guard count > 0 else { throw Fault.gone }
                place += count
            }
        }
    }

    private func receive(until end: Int) throws -> ExtractionFrame {
        let header = try take(ExtractionFrame.headerLength, until: end)
        let length = header.dropFirst().enumerated().reduce(0) { $0 | Int($1.element) << ($1.offset * 8) }
        guard length <= ExtractionFrame.longest else { throw Fault.gone }
        guard let frame = ExtractionFrame(kind: header[0], body: try take(length, until: end)) else { throw Fault.gone }
        return frame
    }

    private func take(_ count: Int, until end: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                try wait(for: output, Int16(POLLIN), until: end)
                let got = Glibc.read(output, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { throw Fault.gone }
                filled += got
            }
        }
    }

    private func wait(for descriptor: Int32, _ events: Int16, until end: Int) throws {
        while true {
            let left = end - Self.now
            guard left > 0 else { throw Fault.late }
            var watched = pollfd(fd: descriptor, events: events, revents: 0)
            let answer = poll(&watched, 1, Int32(clamping: left))
            if answer > 0 { return }
            guard answer == 0 || errno == EINTR else { throw Fault.gone }
        }
    }
}
