import ArgumentParser
import Flows
import Foundation
import Graph
import Model
import Report
import Store

extension GraphEndpoint.Cloud: ExpressibleByArgument {}
extension Integration.Mode: ExpressibleByArgument {}
extension SyncFrequency: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
    public static var allValueStrings: [String] { allCases.map(\.word) }
}

extension Connecting.Problem.Part {
    /// The flags that say this part.
    fileprivate var flag: String {
        switch self {
        case .name: "--name"
        case .tenantID: "--tenant-id"
        case .clientID: "--client-id"
        case .credential: "--client-secret-file, --certificate, --refresh-token-file"
        case .dns: "--dns"
        }
    }
}

/// `reeve integration`: the connections to tenants.
struct IntegrationCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "integration", abstract: "Connect tenants and look after the connections.",
        subcommands: [
            Add.self, List.self, Show.self, IntegrationEdit.self, Test.self, Pause.self, Resume.self,
            IntegrationRemove.self,
        ])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Connect a tenant.",
            discussion: """
                The secret is read from a file, never from the command line, and stored encrypted.
                For a name and tenant that are connected already, the credential is replaced and what was read stays.
                  reeve integration add --name contoso --tenant-id GUID --client-id GUID --client-secret-file secret.txt
                  reeve integration add --name contoso --tenant-id GUID --client-id GUID --certificate app.pem
                """)
        @Option(help: "How it is called in lists and commands.") var name: String
        @Option(help: "The tenant's id (Directory ID).") var tenantID: String
        @Option(help: "The app registration's id (Application ID).") var clientID: String
        @Option(help: ArgumentHelp("A file with the client secret.", valueName: "file")) var clientSecretFile: String?
        @Option(help: ArgumentHelp("A PEM file with certificate and private key.", valueName: "file")) var certificate:
            String?
        @Option(help: ArgumentHelp("A file with a refresh token: the limited, delegated mode.", valueName: "file"))
        var refreshTokenFile: String?
        @Option(help: "global, usgov, usgov-dod or china.") var cloud: GraphEndpoint.Cloud = .global
        @Option(help: ArgumentHelp("Graph's origin in place of the cloud's.", valueName: "url")) var graphURL: String?
        @Option(help: ArgumentHelp("The sign-in origin in place of the cloud's.", valueName: "url")) var loginURL:
            String?
        @Option(help: ArgumentHelp("The DNS server to ask for SPF and DMARC.", valueName: "host:port")) var dns: String?
        @Option(
            help: ArgumentHelp("A DLP profile to use (reeve dlp profile list); may be repeated.", valueName: "name"))
        var dlpProfile: [String] = []
        @Option(help: "read or read-write.") var mode: Integration.Mode = .read
        @Option(
            help: ArgumentHelp(
                "How often reeve serve reads it: 15m, 1h (the standard), 6h, 12h, 24h or manual.",
                valueName: "frequency"))
        var syncFrequency: SyncFrequency?
        @OptionGroup var options: GlobalOptions

        func validate() throws {
            // The files themselves are read later; here it counts which of them are there.
            let secret = CredentialSecret(
                clientSecret: clientSecretFile, certificatePEM: certificate, refreshToken: refreshTokenFile)
            do {
                try Connecting.check(wish(secret))
            } catch let problem as Connecting.Problem {
                throw ValidationError("\(problem.part.flag): \(problem)")
            }
        }

        private func wish(_ secret: CredentialSecret) -> Connecting.Wish {
            var wish = Connecting.Wish(name: name, tenantID: tenantID, clientID: clientID, secret: secret)
            (wish.cloud, wish.mode, wish.dns, wish.syncFrequency) = (cloud, mode, dns, syncFrequency)
            if !dlpProfile.isEmpty { wish.dlpProfiles = dlpProfile }
            return wish
        }

        func run() throws {
            let workplace = try Workplace(options)
            let wish = wish(
                CredentialSecret(
                    clientSecret: try clientSecretFile.map { try readSecret($0, "client secret") },
                    certificatePEM: try certificate.map { try readSecret($0, "certificate") },
                    refreshToken: try refreshTokenFile.map { try readSecret($0, "refresh token") }))
            let connecting = Connecting(
                store: workplace.store,
                origins: CloudOrigins(
                    graphURL: graphURL ?? workplace.settings.graphUrl,
                    loginURL: loginURL ?? workplace.settings.loginUrl))
            let deed = Deed(by: whoAsks(), at: Date())
            let added: Integration
            do {
                if let known = try workplace.store.integration(named: name), known.tenantID == tenantID.lowercased() {
                    try connecting.renew(known, wish, deed)
                    Output.say("\(name) has a new credential; what was read stays")
                    Output.say("Next: reeve integration test \(name)")
                    return
                }
                added = try connecting.add(wish, deed)
            } catch let problem as Connecting.Problem {
                throw Failure("\(problem)")
            }
            let limits = " (delegated: it sees only what the person who signed in may see)"
            Output.say("added \(name)\(refreshTokenFile == nil ? "" : limits)")
            let book = ProfileBook(store: workplace.store)
            try IntegrationEdit.tellIdle(among: dlpProfile, book)
            try IntegrationEdit.tellForeign(among: dlpProfile, of: added, book)
            Output.say("Next: reeve integration test \(name) · reeve scan \(name)")
        }

        private func readSecret(_ path: String, _ what: String) throws -> String {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure("cannot read the \(what) file \(path): check the path and that you may read it")
            }
            guard data.count <= 64 * 1024, let text = String(data: data, encoding: .utf8) else {
                throw Failure("the \(what) file \(path) is no short text: it has to hold the \(what) and nothing else")
            }
            let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
            guard !secret.isEmpty else { throw Failure("the \(what) file \(path) is empty") }
            return secret
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The integrations and how they are.")
        @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
        var format: Format = .table
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let workplace = try Workplace(options)
            let integrations = try workplace.store.integrations()
            if integrations.isEmpty && format == .table {
                Output.write("No integration yet.\nNext: reeve integration add --help · reeve demo --once\n")
                return
            }
            let listing = Listing(
                columns: [
                    "name", "tenantId", "tenantName", "status", "users", "groups", "lastScan", "mode", "graphUrl",
                    "syncFrequency",
                ],
                titles: [
                    "NAME", "TENANT ID", "TENANT", "STATUS", "USERS", "GROUPS", "LAST SCAN", "MODE", "GRAPH", "EVERY",
                ])
            let rows = try integrations.map { integration in
                let last = try workplace.store.runs(integration.id, kind: .scan, limit: 1).first?.finishedAt
                return [
                    .text(integration.name), .text(integration.tenantID), .optional(integration.tenantName),
                    .text(integration.status.rawValue),
                    .number(Double(try workplace.store.count(.user, of: integration.id))),
                    .number(Double(try workplace.store.count(.group, of: integration.id))),
                    .optional(last.map(Moments.iso)),
                    .text(integration.mode.rawValue), .text(integration.graphURL),
                    .text(integration.syncFrequency.word),
                ] as [Evidence.Value]
            }
            Output.write(try listing.text(rows, format: format, style: options.style))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "One integration, without its secret.")
        @Argument(help: "The name of an integration.") var name: String
        @Flag(
            name: .customLong("consent-url"),
            help: "Print only the address at which an administrator grants the permissions.")
        var consentURL = false
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let workplace = try Workplace(options)
            let integration = try workplace.integration(named: name)
            let consent =
                "\(integration.loginURL)/\(integration.tenantID)/adminconsent?client_id=\(integration.clientID)"
            if consentURL {
                Output.write(consent + "\n")
                return
            }
            let last = try workplace.store.runs(integration.id, kind: .scan, limit: 1).first
            let facts: [(String, String)] = [
                ("name", integration.name),
                ("tenant", "\(integration.tenantName ?? "not read yet") (\(integration.tenantID))"),
                ("client", integration.clientID),
                ("credential", "\(integration.credential.rawValue), stored encrypted"),
                (
                    "status",
                    [integration.status.rawValue, integration.statusDetail].compactMap(\.self).joined(separator: ": ")
                ),
                ("mode", integration.mode.rawValue), ("every", integration.syncFrequency.word),
                ("graph", integration.graphURL), ("sign-in", integration.loginURL),
                ("dns", integration.dns ?? "the system's servers"),
                (
                    "dlp",
                    integration.dlpProfiles.isEmpty ? "no profile" : integration.dlpProfiles.joined(separator: ", ")
                ),
                ("last scan", last?.finishedAt.map(Moments.minute) ?? "none yet"), ("consent", consent),
            ]
            let width = facts.map(\.0.count).max() ?? 0
            for (name, value) in facts {
                Output.write(
                    name.padding(toLength: width + 2, withPad: " ", startingAt: 0) + VisibleText.of(value) + "\n")
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sign in and read the organization: does the connection work?")
        @Argument(help: "The name of an integration.") var name: String
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let workplace = try Workplace(options)
            let integration = try workplace.integration(named: name)
            let (token, organization) = try await Connection.with(integration, in: workplace) { connection in
                let token = try await connection.graph.token()
                return (token, try await connection.graph.page(of: .organization, for: ()).kept.first)
            }
            guard let organization else { throw Failure("\(name): Graph names no organization; check the tenant id") }
            guard organization.id.lowercased() == integration.tenantID else {
                throw Failure(
                    "\(name): signed in to another tenant (\(organization.id)); check --tenant-id and add the integration again"
                )
            }
            try workplace.store.setStatus(
                integration.status == .paused ? .paused : .active, detail: nil, of: integration.id)
            let kind = token.isDelegated ? "delegated" : "application"
            Output.write(
                "\(name): ok, \(VisibleText.of(organization.displayName ?? organization.id)), \(kind) token with \(Numbers.counted(token.permissions.count, "permission"))\n"
            )
            Output.say("Next: reeve doctor \(name) · reeve scan \(name)")
        }
    }

    struct Pause: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Leave an integration out of scans.")
        @Argument(help: "The name of an integration.") var name: String
        @OptionGroup var options: GlobalOptions
        func run() throws {
            let workplace = try Workplace(options)
            try workplace.store.setStatus(.paused, detail: nil, of: workplace.integration(named: name).id)
            try workplace.store.note(Deed(by: whoAsks(), at: Date()).entry("integration.pause", name))
            Output.say("paused \(name); resume it with reeve integration resume \(name)")
        }
    }

    struct Resume: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Take a paused integration back into scans.")
        @Argument(help: "The name of an integration.") var name: String
        @OptionGroup var options: GlobalOptions
        func run() throws {
            let workplace = try Workplace(options)
            try workplace.store.setStatus(.active, detail: nil, of: workplace.integration(named: name).id)
            try workplace.store.note(Deed(by: whoAsks(), at: Date()).entry("integration.resume", name))
            Output.say("resumed \(name)")
        }
    }
}
