import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve token`: keys to the HTTP API.
struct TokenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Keys to the HTTP API.",
        discussion: """
            Let a mail server ask:  reeve token add --name mail-server
            Let a script read:      reeve token add --name report --scope read
            Take the key back:      reeve token revoke mail-server
            """,
        subcommands: [TokenAdd.self, TokenListing.self, TokenRevoke.self])
}

extension APIScope: ExpressibleByArgument {}

struct TokenAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a token and print it, once.",
        discussion: """
            The token alone goes to standard output. Reeve keeps a digest of it: nobody can print it again.
            reeve token add --name mail-server --expires 2027-06-30
            """)
    private static let longestName = 100

    @Option(help: "What it is for; unique among the tokens that are not revoked.") var name: String
    @Option(
        help:
            "What it opens: mail.check (hand in messages), read, write or admin; may be repeated. Without any: mail.check."
    )
    var scope: [APIScope] = []
    @Option(help: ArgumentHelp("The last day on which it opens anything.", valueName: "date")) var expires: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !trimmedName.isEmpty, trimmedName.count <= Self.longestName,
            !trimmedName.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw ValidationError("--name has to be 1 to \(Self.longestName) characters on one line") }
        guard let expires else { return }
        guard let moment = ProtectWords.moment(expires) else {
            throw ValidationError("--expires has to be a date such as 2026-12-31; \"\(expires)\" is none")
        }
        guard moment > Date() else { throw ValidationError("--expires \(expires) is over already") }
    }

    private var trimmedName: String { name.trimmingCharacters(in: .whitespaces) }

    func run() throws {
        let workplace = try Workplace(options)
        let scopes = scope.isEmpty ? [.mailCheck] : APIScope.allCases.filter(scope.contains)
        let made = try workplace.store.addToken(
            named: trimmedName, scopes: scopes, expires: expires.flatMap { ProtectWords.moment($0) },
            noting: Deed(by: whoAsks(), at: Date()))
        Output.write(made.secret.text + "\n")
        guard !options.quiet else { return }
        Output.say("token \(made.token.id) for \(VisibleText.of(trimmedName)): it is not shown again, so keep it now")
    }
}

struct TokenListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Tokens, what they open and when they were last used.",
        discussion: "The last use is kept to the hour. reeve token list --format json")
    @Flag(help: "Revoked and expired tokens too.") var all = false
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed) var format:
        Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let now = Date()
        let listing = Listing(
            columns: ["name", "status", "scopes", "lastUsed", "expires", "createdAt", "createdBy", "revokedAt", "id"],
            titles: ["NAME", "STATUS", "OPENS", "LAST USED", "EXPIRES", "SINCE"], shown: 6, marks: mark,
            whole: ["status", "lastUsed", "expires", "createdAt"])
        var printer = PagePrinter(listing: listing, format: format, style: options.style)
        for token in try workplace.store.tokens() where all || token.standing(at: now) == .active {
            try printer.add([
                .text(token.name), .text(token.standing(at: now).rawValue), .list(token.scopes),
                .optional(token.lastUsed.map(Moments.iso)),
                .optional(token.expires.map(ProtectWords.lastMoment).map(Moments.iso)),
                .text(Moments.iso(token.createdAt)), .text(token.createdBy),
                .optional(token.revokedAt.map(Moments.iso)),
                .text(token.id),
            ])
        }
        try printer.finish(empty: "No token.\nNext: reeve token add --name mail-server")
    }

    private func mark(_ column: String, _ value: Evidence.Value) -> Table.Cell? {
        if column == "expires" { return ListedTime.end(value) }
        if ["lastUsed", "createdAt"].contains(column) { return ListedTime.cell(value, isDay: column == "createdAt") }
        guard column == "status", case .text(let state) = value else { return nil }
        let isActive = state == APIToken.Standing.active.rawValue
        return Table.Cell("● \(state)", isActive ? .good : .severity(.medium))
    }
}

struct TokenRevoke: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Take a token back; it opens nothing from the next request on.",
        discussion: "reeve token revoke mail-server")
    @Argument(help: "Its name or its id.") var token: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let revoked = try Workplace(options).store.revokeToken(token, noting: Deed(by: whoAsks(), at: Date()))
        Output.say("revoked \(VisibleText.of(revoked.name)) (\(revoked.id))")
    }
}
