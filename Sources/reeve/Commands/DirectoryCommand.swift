import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve directory`: the users and groups of a tenant.
struct DirectoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory", abstract: "Users and groups.",
        subcommands: [Sync.self, List.self, Users.self, Groups.self])

    struct Sync: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read users, groups and memberships, without judging anything.",
            discussion: "Without INTEGRATION all active integrations are synced.")
        @Argument(help: "The name of an integration; all of them without it.") var integration: String?
        @Flag(help: "Read everything again, not only what changed.") var full = false
        @OptionGroup var options: GlobalOptions

        func run() async throws {
            let workplace = try Workplace(options)
            let chosen =
                try integration.map { [try workplace.integration(named: $0)] }
                ?? workplace.store.integrations().filter { $0.status != .paused }
            guard !chosen.isEmpty else {
                throw Failure("there is no integration yet: add one with reeve integration add")
            }
            let line = options.progressLine()
            let reporter = StageReporter(line)
            let isFull = full
            try await interruptible {
                for integration in chosen {
                    let lock = try RunLock(integration, in: workplace.home)
                    defer { lock.release() }
                    let outcome = try await Connection.with(integration, in: workplace, progress: line) { connection in
                        try await Scan(
                            integration: integration, store: workplace.store, graph: connection.graph,
                            resolve: connection.resolve,
                            options: workplace.settings.checks, freshness: workplace.settings.freshness,
                            log: workplace.log,
                            report: { reporter.report($0) }
                        ).syncDirectory(isFull: isFull)
                    }
                    line.finish()
                    try show(outcome, integration, in: workplace.store)
                }
            }
        }

        private func show(_ outcome: Scan.Outcome, _ integration: Integration, in store: Store) throws {
            let users = try store.count(.user, of: integration.id)
            let groups = try store.count(.group, of: integration.id)
            let seconds = Numbers.span(outcome.finishedAt.timeIntervalSince(outcome.startedAt))
            Output.write(
                "\(integration.name): \(Numbers.counted(users, "user")), \(Numbers.counted(groups, "group")) · \(seconds) · \(Numbers.counted(outcome.requests, "request"))\n"
            )
            for line in try store.coverageCounts(of: integration.id)
            where [.users, .groups].contains(line.collector) && !line.state.isComplete {
                Output.write("\(line.collector.title) not read: \(line.detail ?? line.state.rawValue)\n")
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The directories and when they were synced.")
        @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
        var format: Format = .table
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let workplace = try Workplace(options)
            let listing = Listing(
                columns: ["name", "type", "status", "users", "groups", "lastSync"],
                titles: ["NAME", "TYPE", "STATUS", "USERS", "GROUPS", "LAST SYNC"])
            let rows = try workplace.store.integrations().map { integration in
                let last = try workplace.store.runs(integration.id, limit: 1).first?.finishedAt
                return [
                    .text(integration.name), .text("Office 365"), .text(integration.status.rawValue),
                    .number(Double(try workplace.store.count(.user, of: integration.id))),
                    .number(Double(try workplace.store.count(.group, of: integration.id))),
                    .optional(last.map(Moments.iso)),
                ] as [Evidence.Value]
            }
            Output.write(try listing.text(rows, format: format, style: options.style))
        }
    }

    struct Users: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The users of a directory, with every address.",
            discussion: "reeve directory users contoso --group Executives --format csv")
        @Argument(help: "The name of an integration; may be left out where there is only one.") var integration: String?
        @Option(
            help: ArgumentHelp("Only members of this group (name or id), nested groups included.", valueName: "group"))
        var group: String?
        @Option(help: ArgumentHelp("Only where name or address has this text.", valueName: "text")) var search: String?
        @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
        var format: Format = .table
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let workplace = try Workplace(options)
            let integration = try workplace.onlyIntegration(integration)
            let members = try group.map {
                Set(
                    try workplace.store.transitiveUserIDs(
                        ofGroup: workplace.group($0, of: integration).id, of: integration.id))
            }
            let listing = Listing(
                columns: ["name", "mail", "kind", "enabled", "groups", "addresses", "id", "userPrincipalName"],
                titles: ["NAME", "MAIL", "KIND", "ENABLED", "GROUPS"], shown: 5)
            var printer = PagePrinter(listing: listing, format: format, style: options.style)
            try workplace.forEach(User.self, of: integration) { user in
                guard members?.contains(user.id) ?? true, matches(user) else { return }
                let groups = try workplace.store.groupIDs(ofMember: user.id, of: integration.id).count
                try printer.add([
                    .text(user.name), .optional(user.mail), .text(kind(user)), .optional(user.accountEnabled),
                    .number(Double(groups)),
                    .list(user.addresses.map(\.description)), .text(user.id), .optional(user.userPrincipalName),
                ])
            }
            try printer.finish(empty: "No user matches.")
        }

        private func matches(_ user: User) -> Bool {
            guard let search = search?.lowercased() else { return true }
            return user.name.lowercased().contains(search)
                || user.addresses.contains { $0.description.lowercased().contains(search) }
        }

        /// A disabled account with mail and without a licence is what a shared mailbox looks like.
        private func kind(_ user: User) -> String {
            if user.isGuest { return "guest" }
            if let purpose = user.mailboxPurpose, purpose != "user" { return purpose }
            return user.accountEnabled == false && user.mail != nil && user.assignedLicenseCount == 0
                ? "shared mailbox" : "member"
        }
    }

    struct Groups: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "The groups of a directory.")
        @Argument(help: "The name of an integration; may be left out where there is only one.") var integration: String?
        @Option(help: ArgumentHelp("Only where the name has this text.", valueName: "text")) var search: String?
        @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
        var format: Format = .table
        @OptionGroup var options: GlobalOptions

        func run() throws {
            let workplace = try Workplace(options)
            let integration = try workplace.onlyIntegration(integration)
            let counts = try workplace.store.memberCounts(of: integration.id)
            let listing = Listing(
                columns: ["name", "kind", "members", "usersInAll", "mail", "visibility", "id"],
                titles: ["NAME", "KIND", "MEMBERS", "USERS IN ALL", "MAIL"], shown: 5)
            var printer = PagePrinter(listing: listing, format: format, style: options.style)
            try workplace.forEach(Group.self, of: integration) { group in
                guard search.map({ group.name.lowercased().contains($0.lowercased()) }) ?? true else { return }
                try printer.add([
                    .text(group.name), .text(group.form.rawValue), .number(Double(counts[group.id] ?? 0)),
                    .number(Double(try workplace.store.transitiveUserIDs(ofGroup: group.id, of: integration.id).count)),
                    .optional(group.mail), .optional(group.visibility), .text(group.id),
                ])
            }
            try printer.finish(empty: "No group matches.")
        }
    }
}

extension Workplace {
    /// The integration of that name, or the only one there is.
    func onlyIntegration(_ name: String?) throws -> Integration {
        if let name { return try integration(named: name) }
        let all = try store.integrations()
        if all.count == 1 { return all[0] }
        guard !all.isEmpty else {
            throw Failure("there is no integration yet: add one with reeve integration add, or try reeve demo --once")
        }
        throw Failure(
            "there are several integrations: name one of \(all.map(\.name).joined(separator: ", "))", status: 64)
    }

    /// Hands over every entity of a kind, page by page.
    func forEach<E: Entity>(_ type: E.Type, of integration: Integration, _ body: (E) throws -> Void) throws {
        try store.forEachPage(of: type, of: integration.id) { page in
            for entity in page { try body(entity) }
        }
    }

    /// The group of that id or name.
    func group(_ text: String, of integration: Integration) throws -> Group {
        if let group = try store.entity(Group.self, of: integration.id, id: text) { return group }
        var found: [Group] = []
        try forEach(Group.self, of: integration) { group in
            if group.name.caseInsensitiveCompare(text) == .orderedSame { found.append(group) }
        }
        guard let group = found.first else {
            throw Failure(
                "there is no group \"\(text)\" in \(integration.name) (reeve directory groups \(integration.name))")
        }
        guard found.count == 1 else {
            throw Failure(
                "\(found.count) groups are called \"\(text)\": give an id (\(found.map(\.id).joined(separator: ", ")))")
        }
        return group
    }
}
