import Foundation

/// Runs a program without holding a thread: the server under test needs the few that there are.
enum Command {
    /// - Returns: the exit status, and what was written to standard output and error.
    static func run(_ path: String, _ arguments: [String]) async throws -> (status: Int32, words: String) {
        // A file and not a pipe: daemons that the program leaves behind would hold a pipe open.
        let output = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
        try Data().write(to: output)
        defer { try? FileManager.default.removeItem(at: output) }
        let handle = try FileHandle(forWritingTo: output)
        defer { try? handle.close() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        (process.standardInput, process.standardOutput, process.standardError) = (FileHandle.nullDevice, handle, handle)
        let (ends, end) = AsyncStream<Int32>.makeStream()
        process.terminationHandler = { end.yield($0.terminationStatus) }
        try process.run()
        for await status in ends { return (status, try String(contentsOf: output, encoding: .utf8)) }
        return (-1, "")
    }
}
