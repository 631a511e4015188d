import Foundation

/// A command whose output goes into a pipe that is read a piece at a time, with rests between.
final class SlowReader {
    private let processID: pid_t
    private let pipe: Int32
    private var taken = Data()

    init(_ reeve: Reeve, _ arguments: [String]) throws {
        let path = reeve.file("\(UUID().uuidString).pipe").path
        guard mkfifo(path, 0o600) == 0 else { throw Surprise("no pipe at \(path)") }
        // Without a reader nobody can open it for writing.
        pipe = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        processID = try Spawn.start(
            Reeve.command, arguments, environment: reeve.surroundings, streams: ("/dev/null", path, "/dev/null"))
    }

    deinit { close(pipe) }

    func signal(_ number: Int32) { kill(processID, number) }

    func read(pieces: Int) async throws {
        var left = pieces
        for _ in 0..<6_000 where left > 0 {
            if take() > 0 { left -= 1 }
            try await Task.sleep(for: .milliseconds(5))
        }
        guard left == 0 else { throw Surprise("nothing was written for too long") }
    }

    /// Reads to the end and gives the exit status with all that was written.
    func rest() async throws -> (status: Int32, text: Data) {
        var status: Int32?
        for _ in 0..<60_000 {
            if status == nil { status = ended() }
            let count = take()
            if count == 0, let status { return (status, taken) }
            try await Task.sleep(for: .milliseconds(1))
        }
        kill(processID, SIGKILL)
        _ = Spawn.reap(processID)
        throw Surprise("the command does not end")
    }

    /// - Returns: the number of bytes; 0 where there are none now, or none any more.
    private func take() -> Int {
        var piece = [UInt8](repeating: 0, count: 4_096)
        let count = Foundation.read(pipe, &piece, piece.count)
        if count > 0 { taken += piece[..<count] }
        return max(count, 0)
    }

    private func ended() -> Int32? {
        var information = siginfo_t()
        guard waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT | WNOHANG) == 0,
            information.si_signo == SIGCHLD
        else { return nil }
        return Spawn.reap(processID)
    }
}
