import Foundation
import Synchronization

/// A process that a test has started. Its output goes to files, so that no pipe can fill up and no thread waits.
final class Running: Sendable {
    let processID: Int32
    private let start = ContinuousClock.now
    /// Foundation's `Process.run` is not safe to call on several threads at once.
    private static let starting = Mutex(())
    private let output: URL
    private let errors: URL
    private let ended: Task<Int32, Never>

    /// Starts `command`, a path, with exactly this environment.
    init(_ command: String, _ arguments: [String], environment: [String: String], folder: URL, input: String? = nil) throws {
        let name = UUID().uuidString
        output = folder.appendingPathComponent("\(name).out")
        errors = folder.appendingPathComponent("\(name).err")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: command)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardInput = try input.map { try Running.file(holding: $0, at: folder.appendingPathComponent("\(name).in")) } ?? FileHandle.nullDevice
        process.standardOutput = try Running.newFile(at: output)
        process.standardError = try Running.newFile(at: errors)
        let (statuses, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            end.yield(process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus)
            end.finish()
        }
        try Self.starting.withLock { _ in try process.run() }
        processID = process.processIdentifier
        ended = Task { for await status in statuses { return status }; return Int32.min }
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
        return Answer(status: status, output: try Data(contentsOf: output), errors: try Data(contentsOf: errors), seconds: took, isLate: isLate)
    }

    func signal(_ number: Int32) { kill(processID, number) }

    /// What it has said so far.
    var outputSoFar: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }
    var errorsSoFar: String { (try? String(contentsOf: errors, encoding: .utf8)) ?? "" }

    /// The first line of its output, once it is whole; nil where the process ended or twenty seconds passed without one.
    func firstLine() async throws -> String? {
        for _ in 0..<2000 {
            if let end = outputSoFar.firstIndex(of: "\n") { return String(outputSoFar[..<end]) }
            if kill(processID, 0) != 0 { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }

    private static func newFile(at url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    private static func file(holding text: String, at url: URL) throws -> FileHandle {
        try Data(text.utf8).write(to: url)
        return try FileHandle(forReadingFrom: url)
    }
}
