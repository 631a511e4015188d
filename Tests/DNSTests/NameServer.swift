import Foundation
import Synchronization
import Testing

/// A real DNS server (Debian's nsd) with a zone of the test's own on a free port of the loopback, for as long as the
/// closure runs.
struct NameServer {
    static let program = "/usr/sbin/nsd"
    /// `127.0.0.1:PORT`
    let address: String

    static func serving<Result>(_ zone: String, named name: String, _ use: (NameServer) async throws -> Result)
        async throws -> Result
    {
        try #require(
            FileManager.default.isExecutableFile(atPath: program),
            "these tests ask a real DNS server: apt-get install nsd")
        let folder = FileManager.default.temporaryDirectory.appending(path: "reeve-nsd-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let port = try Loopback.freePort()
        try configuration(port, folder, name).write(
            to: folder.appending(path: "nsd.conf"), atomically: true, encoding: .utf8)
        try zone.write(to: folder.appending(path: "zone.txt"), atomically: true, encoding: .utf8)
        let process = try await onOwnThread { try start(folder) }
        do {
            let result = try await use(NameServer(address: "127.0.0.1:\(port)"))
            try await stop(process)
            return result
        } catch {
            try await stop(process)
            throw error
        }
    }

    private static func stop(_ process: Process) async throws {
        try await onOwnThread {
            process.terminate()
            process.waitUntilExit()
        }
    }

    /// On a thread that may wait, and whose signals are not blocked as those of Swift's own threads are: a program
    /// inherits
    /// the mask of the thread that starts it, and nsd would never hear that it should end.
    private static func onOwnThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws
        -> Value
    {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                var signals = sigset_t()
                sigemptyset(&signals)
                pthread_sigmask(SIG_SETMASK, &signals, nil)
                continuation.resume(with: Result { try work() })
            }
        }
    }

    private static func configuration(_ port: UInt16, _ folder: URL, _ name: String) -> String {
        """
        server:
          ip-address: 127.0.0.1@\(port)
          username: ""
          chroot: ""
          database: ""
          server-count: 1
          rrl-ratelimit: 0
          verbosity: 1
          zonesdir: "\(folder.path())"
          pidfile: "\(folder.path())/nsd.pid"
          xfrdfile: "\(folder.path())/xfrd.state"
          xfrdir: "\(folder.path())"
          zonelistfile: "\(folder.path())/zone.list"
        remote-control:
          control-enable: no
        zone:
          name: "\(name)"
          zonefile: "\(folder.path())/zone.txt"

        """
    }

    /// Foundation's `Process.run` is not safe to call on several threads at once.
    private static let starting = Mutex(())

    /// Comes back when nsd says that it has started: from then on what is sent waits in its sockets.
    private static func start(_ folder: URL) throws -> Process {
        let process = Process()
        let log = Pipe()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-d", "-c", folder.appending(path: "nsd.conf").path()]
        process.standardError = log
        process.standardOutput = FileHandle.nullDevice
        try starting.withLock { _ in try process.run() }
        var said = ""
        while !said.contains("nsd started") {
            let words = log.fileHandleForReading.availableData
            if words.isEmpty { break }
            said += String(decoding: words, as: UTF8.self)
        }
        try #require(said.contains("nsd started"), "nsd did not start: \(said)")
        return process
    }
}
