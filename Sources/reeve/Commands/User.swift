import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve user`: who may sign in to the dashboard.
struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Who may sign in to the dashboard.",
        discussion: """
            Let somebody in:             reeve user add --name bo --role analyst
            Somebody forgot the password: reeve user link bo
            Take somebody's access away: reeve user remove bo
            """,
        subcommands: [UserAdd.self, UserListing.self, UserLink.self, UserRemove.self])
}

extension Role: ExpressibleByArgument {}

struct UserAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add somebody and print a link that sets the password, once.",
        discussion: """
            The link alone goes to standard output. It works once, within three days. With a password there is no link.
            reeve user add --name bo --role analyst
            reeve user add --name ana --role administrator --ask-password
            """)
    @Option(help: "What they sign in with; unique in any letter case.") var name: String
    @Option(help: "viewer, analyst or administrator.") var role: Role = .viewer
    @Option(
        help: ArgumentHelp(
            "A file whose first line is the password; - for standard input. Never on the command line, where others see it.",
            valueName: "file"))
    var passwordFile: String?
    @Flag(help: "Ask for the password on the terminal.") var askPassword = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard passwordFile == nil || !askPassword else {
            throw ValidationError("give --password-file or --ask-password, not both")
        }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let hash = try password().map { password in
            if let objection = PasswordRule.objection(to: password, of: name) {
                throw Failure("this password cannot be used: \(objection)")
            }
            return try PasswordHash(of: password)
        }
        let (account, code) = try workplace.store.changeAccounts(Deed(by: whoAsks(), at: Date())) { writer in
            let account = try writer.add(name, role: role)
            guard let hash else { return (account, Optional(try writer.makePasswordLink(for: account))) }
            try writer.setPassword(hash, of: account)
            return (account, nil)
        }
        if let code { Output.write(try workplace.passwordLink(code) + "\n") }
        guard !options.quiet else { return }
        Output.say(
            "\(VisibleText.of(account.name)) may sign in as \(account.role.rawValue)"
                + (code == nil ? "" : " once the link has set a password: pass it on, it is not shown again"))
    }

    private func password() throws -> String? {
        if askPassword { return try TypedPassword.ask() }
        guard let passwordFile else { return nil }
        let text =
            passwordFile == "-"
            ? readLine(strippingNewline: true)
            : try? String(contentsOfFile: passwordFile, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false
            ).first.map(String.init)
        guard let text else { throw Failure("cannot read a password from \(passwordFile): check the path") }
        return text.hasSuffix("\r") ? String(text.dropLast()) : text
    }
}

struct UserListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Users, their roles, and when they signed in last.",
        discussion: "reeve user list --format json")
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed) var format:
        Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let listing = Listing(
            columns: ["name", "role", "status", "lastSignIn", "createdAt", "createdBy", "entraAddress"],
            titles: ["NAME", "ROLE", "STATUS", "LAST SIGN-IN", "SINCE", "ADDED BY"], shown: 6, marks: mark,
            whole: ["role", "status", "lastSignIn", "createdAt"])
        var printer = PagePrinter(listing: listing, format: format, style: options.style)
        for account in try workplace.store.accounts() {
            try printer.add([
                .text(account.name), .text(account.role.rawValue), .text(account.standing.rawValue),
                .optional(account.lastSignIn.map(Moments.iso)), .text(Moments.iso(account.createdAt)),
                .text(account.createdBy), .optional(account.entra?.address),
            ])
        }
        try printer.finish(empty: "No user.\nNext: reeve serve, which prints a link that makes the administrator")
    }

    private func mark(_ column: String, _ value: Evidence.Value) -> Table.Cell? {
        if ["lastSignIn", "createdAt"].contains(column) {
            return ListedTime.cell(value, isDay: column == "createdAt")
        }
        guard column == "status", case .text(let state) = value else { return nil }
        let isActive = state == Account.Standing.active.rawValue
        return Table.Cell("● \(state)", isActive ? .good : .severity(.medium))
    }
}

struct UserLink: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Print a link that sets a user's password, once.",
        discussion: "An older link then opens nothing. reeve user link bo")
    @Argument(help: "Their name.") var name: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let account = try workplace.account(named: name)
        let code = try workplace.store.changeAccounts(Deed(by: whoAsks(), at: Date())) {
            try $0.makePasswordLink(for: account)
        }
        Output.write(try workplace.passwordLink(code) + "\n")
    }
}

struct UserRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take somebody's access away; their sessions end at once.",
        discussion: "What the audit log says of them stays. reeve user remove bo")
    @Argument(help: "Their name.") var name: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let account = try workplace.account(named: name)
        try workplace.store.changeAccounts(Deed(by: whoAsks(), at: Date())) { try $0.remove(account) }
        Output.say("removed \(VisibleText.of(account.name))")
    }
}

extension Workplace {
    fileprivate func account(named name: String) throws -> Account {
        if let account = try store.account(named: name) { return account }
        let hint = suggestion(for: name, among: try store.accounts().map(\.name)).map { "; did you mean \($0)?" } ?? ""
        throw Failure("there is no user \"\(VisibleText.of(name))\"\(hint) (reeve user list)")
    }

    fileprivate func passwordLink(_ code: RandomSecret) throws -> String {
        let listening = ListenAddress(settings.listen ?? "")?.localURL ?? "http://localhost:8080"
        let address = try settings.publicAddress ?? RunLock.serverAddress(in: home) ?? listening
        return "\(address)/set-password?code=\(code.text)"
    }
}
