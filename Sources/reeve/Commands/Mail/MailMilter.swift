import ArgumentParser
import BEC
import DNS
import Flows
import Foundation
import Logging
import MailDoor
import Model
import Store
import UnixSignals

/// `reeve mail milter`: the filter for Postfix and Sendmail.
struct MailMilter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "milter", abstract: "Judge mail as it comes in: a filter for Postfix and Sendmail.",
        discussion: """
            Prints one line once it is ready, then serves until it is interrupted. What becomes of a message: mail.actions in reeve.yaml.
            reeve mail milter --listen 127.0.0.1:8891
            reeve mail milter --listen unix:/var/spool/postfix/reeve/milter.sock
            """)

    @Option(help: ArgumentHelp("Where the MTA finds it; port 0 takes a free one.", valueName: "host:port|unix:path"))
    var listen: MilterAddress
    @Option(help: ArgumentHelp("Permissions of the socket file, in octal.", valueName: "mode")) var socketMode = "660"
    @Option(help: ArgumentHelp("The DNS server to ask for SPF, in place of the system's.", valueName: "host:port"))
    var dns: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard let mode = UInt32(socketMode, radix: 8), mode <= 0o777 else {
            throw ValidationError("--socket-mode: three octal digits, such as 660")
        }
    }

    func run() async throws {
        let workplace = try Workplace(options, standardLevel: .warning)
        let mail = workplace.settings.mail
        let policy = try mail.milterPolicy()
        let resolver = try Resolver(server: dns)
        defer { resolver.shutDown() }
        let log = workplace.log
        let limit = Duration.seconds(mail.timeLimit)
        let inspect = Inspect(
            store: workplace.store, options: mail, resolve: resolver.resolve, limit: limit * 0.6,
            notice: { log.note($0) })
        // A list that cannot be read is told now, not by the first message.
        _ = try await inspect.people()
        let server = MilterServer(
            listen: address, policy: policy, limits: .init(judging: limit),
            judge: { envelope, header in try await inspect.judged(header, in: envelope, door: .milter).verdict },
            judged: { judged in
                do {
                    guard let verdict = judged.verdict else { return }
                    try await inspect.keep(verdict, on: judged.header, in: judged.envelope, door: .milter)
                } catch {
                    log.error("the verdict on \(judged.envelope.queueID ?? "a message") is not on record: \(error)")
                }
            }, notice: { log.warning("\($0)") })
        try await whilePruning(workplace, finishing: inspect) { try await serve(server) }
    }

    private var address: MilterAddress {
        guard case .unix(let path, _) = listen, let mode = UInt32(socketMode, radix: 8) else { return listen }
        return .unix(path: path, mode: mode)
    }

    /// Until SIGTERM or SIGINT.
    private func serve(_ server: MilterServer) async throws {
        let listen = listen
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                do {
                    try await server.run { Output.write("milter listens on \($0)\n") }
                } catch is CancellationError {
                    return
                } catch {
                    throw Failure("cannot listen on \(listen): \(systemWords(error)); choose another --listen")
                }
            }
            tasks.addTask {
                for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) { return }
            }
            defer { tasks.cancelAll() }
            _ = try await tasks.next()
            tasks.cancelAll()
            try await tasks.waitForAll()
        }
    }
}

extension MilterAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
