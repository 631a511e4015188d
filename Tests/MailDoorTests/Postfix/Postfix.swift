import Foundation
import NIOCore
import NIOPosix

@testable import MailDoor

/// A Postfix of its own in a temporary folder, that asks a milter and sends everything on to a sink.
struct Postfix {
    struct Failed: Error { let words: String }

    /// It changes users, so it wants root.
    static let isUsable = geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/lib/postfix/sbin/master")

    let port: Int
    private let folder: URL

    /// Starts a Postfix, and stops it whatever comes of the test.
    static func running(
        milter: MilterAddress, without milterFails: String = "tempfail", sink: SMTPSink,
        _ test: (Postfix) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("postfix-\(UUID().uuidString)")
        let postfix = Postfix(port: try await freePort(), folder: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try postfix.writeFiles(milter: milter, milterFails: milterFails, sink: sink.port)
        do {
            try await postfix.run("/usr/sbin/postfix", ["-c", postfix.configuration, "start"])
            try await test(postfix)
        } catch {
            await postfix.stop()
            throw error
        }
        await postfix.stop()
    }

    static func freePort() async throws -> Int {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        try await channel.close()
        return port
    }

    /// What `postqueue -j` says: each message's queue and the reason of its being there.
    func queue() async throws -> [(name: String, id: String)] {
        let lines = try await run("/usr/sbin/postqueue", ["-c", configuration, "-j"]).split(separator: "\n")
        return try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return (object?["queue_name"] as? String ?? "", object?["queue_id"] as? String ?? "")
        }
    }

    func log() -> String {
        (try? String(contentsOf: folder.appendingPathComponent("mail.log"), encoding: .utf8)) ?? ""
    }

    private var configuration: String { folder.appendingPathComponent("conf").path }

    private func stop() async {
        let pidFile = folder.appendingPathComponent("queue/pid/master.pid")
        let pid = (try? String(contentsOf: pidFile, encoding: .utf8))
            .flatMap { pid_t($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        _ = try? await run("/usr/sbin/postfix", ["-c", configuration, "stop"])
        if let pid, pid > 1, kill(pid, 0) == 0 { kill(pid, SIGKILL) }
    }

    private func writeFiles(milter: MilterAddress, milterFails: String, sink: Int) throws {
        let files = FileManager.default
        for name in ["conf", "queue", "data"] {
            try files.createDirectory(
                at: folder.appendingPathComponent(name), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o755])
        }
        guard let user = getpwnam("postfix") else { throw Failed(words: "there is no user postfix") }
        guard chown(folder.appendingPathComponent("data").path, user.pointee.pw_uid, user.pointee.pw_gid) == 0 else {
            throw Failed(words: "chown of the data folder: errno \(errno)")
        }
        let socket =
            switch milter {
            case .tcp(let host, let port): "inet:\(host):\(port)"
            case .unix(let path, _): "unix:\(path)"
            }
        try main(milter: socket, milterFails: milterFails, sink: sink)
            .write(to: folder.appendingPathComponent("conf/main.cf"), atomically: true, encoding: .utf8)
        try services.write(to: folder.appendingPathComponent("conf/master.cf"), atomically: true, encoding: .utf8)
    }

    private func main(milter: String, milterFails: String, sink: Int) -> String {
        """
        compatibility_level = 3.6
        queue_directory = \(folder.path)/queue
        data_directory = \(folder.path)/data
        command_directory = /usr/sbin
        daemon_directory = /usr/lib/postfix/sbin
        maillog_file = \(folder.path)/mail.log
        maillog_file_prefixes = \(folder.path)
        myhostname = mx.reeve.test
        mydestination =
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mynetworks = 127.0.0.0/8
        relayhost = [127.0.0.1]:\(sink)
        smtp_dns_support_level = disabled
        alias_maps =
        local_recipient_maps =
        smtpd_peername_lookup = no
        smtpd_client_connection_count_limit = 0
        smtpd_recipient_restrictions = permit_mynetworks, reject
        smtpd_milters = \(milter)
        milter_default_action = \(milterFails)

        """
    }

    private var services: String {
        """
        127.0.0.1:\(port) inet n - n - 200 smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        verify unix - - n - 1 verify
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        smtp unix - - n - - smtp
        relay unix - - n - - smtp
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        discard unix - - n - - discard
        anvil unix - - n - 1 anvil
        scache unix - - n - 1 scache
        postlog unix-dgram n - n - 1 postlogd

        """
    }

    /// What the command wrote, where it ended well.
    @discardableResult
    private func run(_ path: String, _ arguments: [String]) async throws -> String {
        let (status, words) = try await Command.run(path, arguments)
        guard status == 0 else { throw Failed(words: "\(path) \(arguments): \(words) \(log())") }
        return words
    }
}
