import Foundation
import Synchronization

/// A process that a test has started, by `posix_spawn` (Foundation's `Process` crashes now and then where many are started).
/// Its output goes to files, so that no pipe can fill up.
final class Running: Sendable {
    let processID: Int32
    private let start = ContinuousClock.now
    private let output: URL
    private let errors: URL
    private let isReaped: Mutex<Bool>
    private let ended: Task<Int32, Never>

    /// Starts `command`, a path, with exactly this environment; what it says is kept in the folder.
    init(_ command: String, _ arguments: [String], environment: [String: String], folder: URL, input: String? = nil)
        throws
    {
        let name = UUID().uuidString
        output = folder.appendingPathComponent("\(name).out")
        errors = folder.appendingPathComponent("\(name).err")
        let source = folder.appendingPathComponent("\(name).in")
        if let input { try Data(input.utf8).write(to: source) }
        let started = try Spawn.start(
            command, arguments, environment: environment,
            streams: (input == nil ? "/dev/null" : source.path, output.path, errors.path))
        processID = started
        isReaped = Mutex(false)
        let (statuses, end) = AsyncStream.makeStream(of: Int32.self)
        ended = Task {
            for await status in statuses { return status }; return Int32.min
        }
        Thread.detachNewThread { [self] in
            Spawn.waitForEnd(of: started)
            // Once the number is free, another process may get it.
            end.yield(
                isReaped.withLock {
                    $0 = true; return Spawn.reap(started)
                })
            end.finish()
        }
    }

    /// Waits for the end; kills what takes longer than `limit` seconds.
    func answer(limit: Double = 120) async throws -> Answer {
        let guardian = Task {
            try await Task.sleep(for: .seconds(limit))
            signal(SIGKILL)
            return true
        }
        let status = await ended.value
        guardian.cancel()
        let isLate = (try? await guardian.value) ?? false
        let took = (ContinuousClock.now - start) / .seconds(1)
        return Answer(
            status: status, output: try Data(contentsOf: output), errors: try Data(contentsOf: errors), seconds: took,
            isLate: isLate)
    }

    func signal(_ number: Int32) {
        isReaped.withLock { isReaped in
            if !isReaped { _ = kill(processID, number) }
        }
    }

    var hasEnded: Bool { isReaped.withLock { $0 } }

    /// What it has said so far.
    var outputSoFar: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    var errorsSoFar: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// The first line of its output, once it is whole; nil where the process ended or a minute passed without one.
    func firstLine() async throws -> String? {
        for _ in 0..<6000 {
            let isLast = hasEnded
            if let end = outputSoFar.firstIndex(of: "\n") { return String(outputSoFar[..<end]) }
            if isLast { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }
}
