import ArgumentParser
import BEC
import DNS
import Flows
import Foundation
import Hummingbird
import Logging
import Model
import Report
import ServiceLifecycle
import Store
import Synchronization
import UnixSignals
import Web

/// `reeve serve`: the dashboard and the HTTP API.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the dashboard and the HTTP API.",
        discussion: """
            Says where it listens once it is ready, then serves until it is interrupted; requests under way are finished.
            As long as nobody has an account it prints a link that makes the administrator, another one each time it starts.
            Every program that asks needs a token (reeve token add). Paths: docs/use/http-api.md.

            Examples:
              reeve serve
              reeve serve --listen 127.0.0.1:0
              reeve serve --rspamd-action malicious=reject --rspamd-action suspicious=quarantine
            """)

    /// How long requests under way have after the signal to stop.
    private static let farewell = Duration.seconds(30)

    @Option(
        help: ArgumentHelp(
            "Where to listen, in place of REEVE_LISTEN and 127.0.0.1:8080; port 0 takes a free one.",
            valueName: "host:port"))
    var listen: String?
    @Option(
        help: ArgumentHelp(
            "What clients of rspamd are asked to do: no-action, add-header, rewrite-subject, quarantine, soft-reject or reject; may be repeated.",
            valueName: "disposition=action"))
    var rspamdAction: [String] = []
    @Option(help: ArgumentHelp("The DNS server to ask about SPF, in place of the system's.", valueName: "host:port"))
    var dns: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if let listen, ListenAddress(listen) == nil {
            throw ValidationError("--listen has to be HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080")
        }
        _ = try chosenActions()
    }

    func run() async throws {
        let workplace = try Workplace(options, standardLevel: .warning)
        let settings = workplace.settings
        let origins = CloudOrigins(graphURL: settings.graphUrl, loginURL: settings.loginUrl)
        do { _ = try origins.clouds() } catch {
            throw Failure("\(error) (REEVE_GRAPH_URL, REEVE_LOGIN_URL)")
        }
        try await run(in: workplace, origins: origins)
    }

    /// Serves a data folder until a signal ends it.
    func run(in workplace: Workplace, origins: CloudOrigins) async throws {
        let text = listen ?? workplace.settings.listen ?? "127.0.0.1:8080"
        guard let address = ListenAddress(text) else {
            throw Failure(
                "\"\(text)\" (REEVE_LISTEN) is no address to listen on: use HOST:PORT, such as 127.0.0.1:8080")
        }
        let lock = try RunLock(onlyServerIn: workplace.home)
        defer { lock.release() }
        let databaseLock = try RunLock(onlyServerOfDatabase: workplace.databasePath)
        defer { databaseLock.release() }
        try remarks(on: address, workplace)
        let resolver = try Resolver(server: dns)
        defer { resolver.shutDown() }
        let log = workplace.log
        let mail = workplace.settings.mail
        let limit = Duration.seconds(mail.timeLimit)
        var ledger = MailLedger.Limits()
        ledger.patience = min(ledger.patience, limit * 0.2)
        let inspect = Inspect(
            store: workplace.store, options: mail, resolve: resolver.resolve, limit: min(.seconds(3), limit * 0.6),
            ledger: ledger, notice: { log.note($0) })
        var dashboard = try server(in: workplace, inspect)
        dashboard.publicURL = try workplace.settings.publicAddress
        dashboard.settingsFile = workplace.settingsFile
        dashboard.settings = try SettingsSheet(
            settings: workplace.settings, home: workplace.home, file: workplace.settingsFile,
            environment: ProcessInfo.processInfo.environment
        ).lines(
            listen: (text, listen != nil),
            publicURL: dashboard.publicURL ?? address.localURL ?? "http://localhost: and the port that is taken")
        dashboard.origins = origins
        dashboard.jobs = jobs(in: workplace, events: dashboard.events)
        // The same workers as those of scans.
        dashboard.extraction = dashboard.jobs.surroundings.content.extract
        let server = dashboard
        try await whilePruning(workplace, finishing: inspect) {
            try await serve(server, at: address) { lock.note(address: $0) }
        }
    }

    private func server(in workplace: Workplace, _ inspect: Inspect) throws -> WebServer {
        let (log, settings) = (workplace.log, workplace.settings)
        var limits = WebLimits()
        limits.judging = .seconds(settings.mail.timeLimit)
        limits.connections = settings.http.connections
        limits.connectionsPerAddress = settings.http.connectionsPerAddress
        let actions = RspamdActions(settings.mail.rspamdActions.merging(try chosenActions()) { _, chosen in chosen })
        var server = WebServer(
            store: workplace.store, limits: limits, actions: actions, log: log, now: { Date() },
            judge: { try await inspect.verdict(of: $0.header, in: $0.envelope, door: Door($0.door)) })
        server.inspect = inspect
        server.mail = settings.mail
        server.recordsWaiting = { await inspect.recordsWaiting }
        server.judgeTroubles = {
            do {
                _ = try await inspect.people()
                return []
            } catch {
                log.error("not ready", metadata: ["why": "\(error)"])
                return ["the list of protected people cannot be read"]
            }
        }
        server.version = Version.text
        server.trustedProxies = Set(workplace.settings.trustedProxies)
        server.signIn.limits = workplace.settings.signIn.limits
        server.signIn.entra = try workplace.entraSignIn()
        return server
    }

    private func jobs(in workplace: Workplace, events: EventHub) -> Jobs {
        var surroundings = workplace.surroundings
        surroundings.dns = dns
        return Jobs(surroundings: surroundings) { news in
            for event in news.events { events.post(event) }
        }
    }

    /// - Parameter onReady: told where browsers reach it.
    private func serve(
        _ server: WebServer, at address: ListenAddress, onReady: @escaping @Sendable (String) -> Void
    ) async throws {
        let isReady = Mutex(false)
        let application = server.application(host: address.host, port: address.port) { port in
            isReady.withLock { $0 = true }
            onReady(server.address)
            announce(address.url(port: port), server)
        }
        var group = ServiceGroupConfiguration(
            services: [application, BackgroundWork(server: server)], gracefulShutdownSignals: [.sigterm, .sigint],
            logger: application.logger)
        group.maximumGracefulShutdownDuration = Self.farewell
        do {
            try await ServiceGroup(configuration: group).run()
        } catch  where !isReady.withLock({ $0 }) {
            throw Failure(
                "cannot listen on \(address.host):\(address.port): \(systemWords(error)); choose another --listen")
        }
    }

    /// - Parameter url: where it listens; links lead to its address.
    private func announce(_ url: String, _ server: WebServer) {
        let firstStart = firstStart(at: server.address, server.store)
        guard Terminal.columns(of: STDOUT_FILENO) != nil else {
            let member = firstStart.map { #","firstStart":"\#($0)""# } ?? ""
            Output.write(#"{"url":"\#(url)"\#(member)}"# + "\n")
            return
        }
        Output.write("Reeve listens on \(url) (Ctrl-C stops it)\n")
        if let firstStart {
            Output.write("Nobody has an account yet. Make the administrator here, within a day:\n  \(firstStart)\n")
        }
    }

    /// The link that makes the administrator; nil where somebody has an account.
    private func firstStart(at url: String, _ store: Store) -> String? {
        do {
            return try store.firstStartCode(at: Date()).map { "\(url)/first-start?code=\($0.text)" }
        } catch {
            Output.say("reeve: the link that makes the administrator could not be made: \(error)")
            return nil
        }
    }

    private func remarks(on address: ListenAddress, _ workplace: Workplace) throws {
        guard !options.quiet else { return }
        if !address.isLoopback {
            Output.say(
                "reeve: tokens and mail cross the network in clear on \(address.host): put a proxy with TLS in front")
            if try workplace.settings.publicAddress == nil {
                Output.say(
                    "reeve: links lead to http://localhost: set REEVE_PUBLIC_URL to the address that people open")
            }
        }
        let now = Date()
        if try !workplace.store.tokens().contains(where: { $0.standing(at: now) == .active }) {
            Output.say("reeve: no program has a token yet, so none may ask (reeve token add --name mail-server)")
        }
    }

    private func chosenActions() throws -> [Disposition: RspamdAction] {
        var chosen: [Disposition: RspamdAction] = [:]
        for text in rspamdAction {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let disposition = Disposition(rawValue: parts[0].uppercased()),
                let action = RspamdAction(word: parts[1])
            else {
                throw ValidationError(
                    "--rspamd-action has to be DISPOSITION=ACTION, such as malicious=reject; \"\(text)\" is not")
            }
            chosen[disposition] = action
        }
        return chosen
    }
}

extension RunLock {
    /// The lock of a server, or one clear line where another one uses the data folder: two would read every tenant twice, and what one of them
    /// tells its pages the other never hears.
    init(onlyServerIn home: URL) throws {
        try self.init(
            orSaying:
                "another reeve serve uses the data folder \(home.path): stop that one, or give this one a folder of its own (REEVE_HOME)"
        ) { () throws(RunLock.Problem) in try RunLock(ofServerIn: home) }
    }

    /// The same where another data folder leads to the same database.
    init(onlyServerOfDatabase path: String) throws {
        try self.init(
            orSaying:
                "another reeve serve uses the database \(path): stop that one, or give this one a database of its own (REEVE_DATABASE)"
        ) { () throws(RunLock.Problem) in try RunLock(ofServerOfDatabase: path) }
    }

    private init(orSaying taken: String, _ take: () throws(RunLock.Problem) -> RunLock) throws {
        do { self = try take() } catch {
            throw Failure(error == .taken ? taken : "\(error)")
        }
    }
}

extension Door {
    fileprivate init(_ door: Submission.Door) {
        switch door {
        case .http: self = .http
        case .rspamd: self = .rspamd
        }
    }
}

extension MailOptions {
    /// `mail.actions` as far as clients of rspamd can be asked for it; what they cannot do (`discard`, `redirect`) stays at the standard.
    fileprivate var rspamdActions: [Disposition: RspamdAction] {
        let pairs = actions.compactMap { name, word -> (Disposition, RspamdAction)? in
            guard let disposition = Disposition(rawValue: name.uppercased()), let action = RspamdAction(word: word)
            else { return nil }
            return (disposition, action)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
