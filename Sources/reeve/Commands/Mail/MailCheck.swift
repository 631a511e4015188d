import ArgumentParser
import BEC
import DNS
import Flows
import Foundation
import Model
import Report

/// `reeve mail check`: judges stored messages.
struct MailCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Judge messages: .eml files, mbox files, Maildirs, standard input, JSONL.",
        discussion: """
            reeve mail check suspicious.eml
            reeve mail check archive.mbox ~/Maildir --format csv
            cat message.eml | reeve mail check - --rcpt adele@contoso.example
            reeve mail check --jsonl cases.jsonl --directory directory.json
            Exit status: 0 done, 1 something could not be read, 3 a message is MALICIOUS, SPOOF or SUSPICIOUS with --fail-on-hit.
            """)

    @Argument(help: ArgumentHelp("Files and folders; - is one message on standard input.", valueName: "path"))
    var paths: [String] = []
    @Option(
        help: ArgumentHelp(
            "A file with a case a line, {\"id\",\"raw_b64\",\"context\"}; - is standard input.", valueName: "file"))
    var jsonl: String?
    @Option(help: ArgumentHelp("A directory snapshot (JSON) in place of the database.", valueName: "file"))
    var directory: String?
    @Option(
        help: ArgumentHelp("table, json, jsonl or csv; table on a terminal, else jsonl.", valueName: "format"),
        transform: Format.listed) var format: Format?
    @Flag(help: "Exit with 3 where a message is MALICIOUS, SPOOF or SUSPICIOUS.") var failOnHit = false
    @Option(name: .customLong("rcpt"), help: ArgumentHelp("Who received it; may be repeated.", valueName: "address"))
    var recipients: [String] = []
    @Option(help: ArgumentHelp("The address of SMTP's MAIL FROM; empty for <>.", valueName: "address"))
    var envelopeFrom: String?
    @Option(
        name: .customLong("client-ip"),
        help: ArgumentHelp("The host that handed it in: SPF is evaluated.", valueName: "ip"))
    var clientIP: String?
    @Option(help: ArgumentHelp("What that host called itself.", valueName: "name")) var helo: String?
    @Option(help: ArgumentHelp("The DNS server to ask for SPF, in place of the system's.", valueName: "host:port"))
    var dns: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !paths.isEmpty || jsonl != nil else {
            throw ValidationError("give files or folders, - for standard input, or --jsonl FILE")
        }
        guard (paths + [jsonl].compactMap(\.self)).count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("standard input can be read once")
        }
        if let clientIP, clientIP.contains("/") || AddressRange(clientIP) == nil {
            throw ValidationError("--client-ip: \"\(clientIP)\" is no IP address")
        }
    }

    func run() async throws {
        let resolver = clientIP == nil && dns == nil ? nil : try Resolver(server: dns)
        defer { resolver?.shutDown() }
        let inspect = try inspect(resolve: resolver?.resolve)
        if try await inspect.people().company.protectedCount == 0, !options.quiet {
            Output.say("nobody is protected, so nobody can be imitated: reeve protect add --help, or --directory FILE")
        }
        let run = MailRun(
            inspect: inspect, writer: VerdictWriter(format: shownFormat, style: options.style), envelope: envelope)
        let (paths, jsonl) = (paths, jsonl)
        // Nothing is kept that a signal could spoil, and a read that waits for a pipe can be ended by nothing but the signal itself.
        let outcome = try await run(MailSources(paths: GivenPaths.of(paths), jsonLines: jsonl))
        if failOnHit, outcome.counts.contains(where: { $0.key.isHit && $0.value > 0 }) { throw ExitCode(3) }
        if outcome.troubles > 0 { throw ExitCode.failure }
    }

    private var shownFormat: Format { format ?? (Terminal.columns(of: STDOUT_FILENO) == nil ? .jsonl : .table) }

    /// What is known of every message beside its bytes.
    private var envelope: Envelope {
        Envelope(
            clientAddress: clientIP, helo: helo, mailFrom: envelopeFrom, recipients: recipients, received: Date())
    }

    /// With a snapshot the data folder is not opened, nor made.
    private func inspect(resolve: Resolve?) throws -> Inspect {
        guard let directory else {
            let workplace = try Workplace(options)
            return Inspect(store: workplace.store, options: workplace.settings.mail, resolve: resolve)
        }
        let settings = try Settings.load(options)
        do {
            return Inspect(try DirectorySnapshot(path: directory).roster(settings.mail), resolve: resolve)
        } catch let trouble as MailTrouble {
            throw Failure("\(trouble)")
        }
    }
}
