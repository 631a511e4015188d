import ArgumentParser
import Flows
import Foundation
import Graph
import HTTPTypes
import Model
import Posture
import Report
import SimulatedTenant
import Store

/// `reeve demo`: the built-in sample tenant and a first scan, without a network and without an account.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "The built-in sample tenant, a first scan, then the dashboard; no network, no account.",
        discussion: """
            The data lies in a folder of its own (REEVE_HOME/demo) and is made anew each time.
              reeve demo --once     print the result and exit
              reeve demo            then serve the dashboard, and keep the tenant running so that everything can be tried on it
            """)
    @Option(help: "The port of the dashboard; 0 takes a free one.") var port = 8080
    @Option(help: "How many users it has; 0 for Contoso as it is.") var users = 0
    @Flag(help: "Print the result and exit.") var once = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard users >= 0, users <= 1_000_000 else { throw ValidationError("--users has to be 0 to 1,000,000") }
        guard (0...65535).contains(port) else { throw ValidationError("--port has to be 0 to 65535") }
    }

    func run() async throws {
        let home = Workplace.homeFolder().appendingPathComponent("demo", isDirectory: true)
        // What another demo is serving is not taken from under it.
        if FileManager.default.fileExists(atPath: home.path) { try RunLock(onlyServerIn: home).release() }
        for name in ["reeve.sqlite", "reeve.sqlite-wal", "reeve.sqlite-shm"] {
            try? FileManager.default.removeItem(at: home.appendingPathComponent(name))
        }
        let workplace = try Workplace(options, home: home)
        var configuration = SimulatedConfiguration()
        configuration.users = users
        if once {
            try await scanInMemory(configuration, workplace)
        } else {
            try await stay(configuration, workplace)
        }
    }

    /// The tenant answers from memory, DNS too: nothing listens anywhere.
    private func scanInMemory(_ configuration: SimulatedConfiguration, _ workplace: Workplace) async throws {
        let tenant = SimulatedTenant(configuration)
        let dns = try SimulatedDNS(zone: Contoso.zone)
        let integration = try add(configuration, dns: nil, to: workplace)
        let client = GraphClient(
            tenantID: integration.tenantID, clientID: integration.clientID,
            endpoint: try GraphEndpoint(graphURL: configuration.origin, loginURL: configuration.origin),
            credential: .secret(configuration.clientSecret),
            exchange: { try await tenant.exchange($0, $1) }, userAgent: "NONISV|Reeve|Reeve/\(Version.text)")
        let next = [
            "export REEVE_HOME=\(Shell.quoted(workplace.home.path)) and try reeve finding list",
            "reeve demo keeps the sample tenant running",
        ]
        try await scan(integration, client, resolve: { await dns.answer($0) }, workplace, next: next)
    }

    /// Serves the tenant; once it listens, scans it through the same doors a real one has.
    private func stay(_ configuration: SimulatedConfiguration, _ workplace: Workplace) async throws {
        let server = SimulatedServer(settings: configuration, port: 0, dnsPort: 0)
        let next = [
            "in another terminal: export REEVE_HOME=\(Shell.quoted(workplace.home.path)), then reeve scan, reeve finding list, reeve doctor",
            "Ctrl-C ends the dashboard and the sample tenant",
        ]
        let (readiness, announce) = AsyncStream.makeStream(of: SimulatedServer.Ready.self)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await server.run { announce.yield($0) } }
            tasks.addTask {
                for await ready in readiness {
                    let integration = try add(ready.configuration, dns: ready.dns, to: workplace)
                    try await Connection.with(integration, in: workplace) { connection in
                        try await scan(
                            integration, connection.graph, resolve: connection.resolve, workplace, next: next)
                    }
                    try await dashboard(ready, workplace)
                    return
                }
            }
            // The signal that ends the dashboard ends the tenant too; whichever fails ends the other.
            defer { tasks.cancelAll() }
            try await tasks.next()
        }
    }

    /// The dashboard of the demo's own folder; its app registration is that of the sample tenant, so that directories can be added.
    private func dashboard(_ ready: SimulatedServer.Ready, _ workplace: Workplace) async throws {
        let configuration = ready.configuration
        let deed = Deed(by: "reeve", at: Date())
        try workplace.store.keep(
            Registration(
                cloud: GraphEndpoint.Cloud.global.rawValue, clientID: configuration.clientID,
                tenantID: configuration.tenantID, credential: .secret, updatedAt: deed.at, updatedBy: deed.actor),
            credential: CredentialSecret(clientSecret: configuration.clientSecret),
            deed.entry("registration.credential", "the sample tenant"))
        let arguments = ["--listen", "127.0.0.1:\(port)", "--dns", ready.dns] + (options.quiet ? ["--quiet"] : [])
        try await Serve.parse(arguments).run(
            in: workplace,
            origins: CloudOrigins(graphURL: configuration.origin, loginURL: configuration.origin))
    }

    /// What is looked for in the sample tenant's files.
    private static let profiles = [
        "Financial Information", "Social Security, Insurance, Tax, and Identifier Numbers", "Credentials and Secrets",
        Integration.labelProfilePrefix + name,
    ]
    private static let name = "contoso"

    private func add(_ configuration: SimulatedConfiguration, dns: String?, to workplace: Workplace) throws
        -> Integration
    {
        try workplace.store.add(
            Integration(
                name: Self.name, tenantID: configuration.tenantID, clientID: configuration.clientID,
                graphURL: configuration.origin,
                loginURL: configuration.origin, dns: dns, dlpProfiles: Self.profiles, credential: .secret,
                createdAt: Date()),
            secret: CredentialSecret(clientSecret: configuration.clientSecret))
    }

    private func scan(
        _ integration: Integration, _ client: GraphClient, resolve: @escaping Resolve, _ workplace: Workplace,
        next: [String]
    ) async throws {
        let line = options.progressLine()
        let reporter = StageReporter(line)
        let outcome = try await interruptible {
            try await Scan(
                integration: integration, store: workplace.store, graph: client, resolve: resolve,
                options: workplace.settings.checks, freshness: workplace.settings.freshness,
                content: workplace.content, log: workplace.log,
                report: { reporter.report($0) }
            ).run()
        }
        line.finish()
        var summary = try summary(of: outcome, integration, in: workplace.store)
        summary.remark = "sample tenant"
        Output.write(try report(summary, checks: [], store: workplace.store, style: options.style, next: next))
    }
}

extension SimulatedDNS {
    /// The zone's answer in the words of the DNS seam.
    fileprivate func answer(_ question: DNSQuestion) async -> DNSAnswer {
        switch resolve(question.type.rawValue, question.name) {
        case .records(let records): DNSAnswer(question, .records(records))
        case .absent: DNSAnswer(question, .absent)
        case .failed(let why): DNSAnswer(question, .failed(why))
        }
    }
}

/// Words for a shell.
enum Shell {
    static func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "/._-~".contains($0) }
        return isPlain ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }
}
