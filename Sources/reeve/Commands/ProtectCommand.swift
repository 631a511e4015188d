import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve protect`: the people whose names may come from their own addresses only.
struct ProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect", abstract: "The Business Email Compromise list: whose names nobody else may use.",
        discussion: """
            Protect a group:     reeve protect add --group Executives
            Protect a person:    reeve protect add --user adele@contoso.example --secondary adele@vance.example
            Type somebody in:    reeve protect add --name "Hjördis Quellmalz" --email hjordis@quellmalz.example
            """,
        subcommands: [
            ProtectAdd.self, ProtectRemove.self, ProtectListing.self, ProtectImporting.self, ProtectExporting.self,
            ProtectLinting.self,
        ])
}

/// Who is meant: a user, a group, or somebody typed in.
struct ProtectSelector: ParsableArguments {
    @Option(help: ArgumentHelp("A user of a directory, by id or address.", valueName: "id-or-address")) var user:
        String?
    @Option(
        help: ArgumentHelp(
            "A group of a directory, by id or name: all its members, now and later.", valueName: "id-or-name"))
    var group: String?
    @Option(help: "The name of somebody who is in no directory.") var name: String?
    @Option(
        name: .customLong("email"), help: ArgumentHelp("An address of theirs; may be repeated.", valueName: "address"))
    var emails: [String] = []
    @Option(help: ArgumentHelp("A regular expression of their addresses, in place of --email.", valueName: "regex"))
    var pattern: String?
    @Option(help: ArgumentHelp("Only look in the directory of this integration.", valueName: "name")) var integration:
        String?

    func validate() throws {
        guard [user, group, name].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("give one of --user, --group and --name")
        }
        if name == nil && (!emails.isEmpty || pattern != nil) {
            throw ValidationError(
                "--email and --pattern belong to --name; an additional address of a user is --secondary")
        }
        if pattern != nil && !emails.isEmpty { throw ValidationError("give --email or --pattern, not both") }
        if name != nil && integration != nil { throw ValidationError("--integration is for --user and --group") }
        try checked {
            _ = try name.map { try ProtectWords.name($0) }
            for email in emails { _ = try ProtectWords.address(email) }
        }
        if let pattern, let why = ProtectFile.compile(pattern) { throw ValidationError("--pattern: \(why)") }
    }

    func selector() throws -> Protect.Selector {
        if let user { return .user(user) }
        if let group { return .group(group) }
        let name = try ProtectWords.name(name ?? "")
        if let pattern { return .pattern(name: name, expression: pattern) }
        return .person(name: name, addresses: try emails.map { try ProtectWords.address($0) })
    }

    func flow(in workplace: Workplace) throws -> Protect {
        Protect(
            store: workplace.store, integration: try integration.map { try workplace.integration(named: $0) },
            by: whoAsks(), now: Date())
    }
}

/// Wrong words on the command line are wrong usage, whoever finds them.
func checked(_ body: () throws -> Void) throws {
    do {
        try body()
    } catch let error as ProtectError {
        throw ValidationError("\(error)")
    }
}

/// Who makes a change, as it is written down beside it: `cli:ana`.
func whoAsks(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
    let user = environment["SUDO_USER"] ?? environment["USER"] ?? environment["LOGNAME"] ?? ""
    return "cli:\(user.isEmpty ? "uid \(getuid())" : user)"
}
