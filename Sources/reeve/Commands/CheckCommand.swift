import ArgumentParser
import Foundation
import Model
import Posture
import Report

/// `reeve check`: the catalogue.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "The catalogue of checks.", subcommands: [List.self, Show.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Every check with its severity.")
        @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
        var format: Format = .table
        @Flag(name: .customLong("no-color"), help: "No colour.") var noColor = false

        func run() throws {
            let style = Terminal.style(of: STDOUT_FILENO, allowsColour: !noColor)
            guard format != .table else {
                Output.write(checkList(Check.all, style: style))
                return
            }
            let listing = Listing(
                columns: [
                    "id", "title", "severity", "category", "permissions", "collectors", "why", "remedy", "fix",
                    "references",
                ], titles: [])
            let rows = Check.all.map { check in
                [
                    .text(check.id), .text(check.title), .text(check.severity.rawValue), .text(check.family.rawValue),
                    .list(check.permissions.map(\.rawValue)), .list(check.collectors.map(\.rawValue)), .text(check.why),
                    .text(check.remedy), .list(check.fix), .list(check.references),
                ] as [Evidence.Value]
            }
            Output.write(try listing.text(rows, format: format, style: style))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "One check: what it finds, why it matters, how to mend it.")
        @Argument(help: "The id of a check, such as file-public-write.") var id: String
        @Flag(name: .customLong("no-color"), help: "No colour.") var noColor = false

        func run() throws {
            let check = try selectedChecks([id])[0]
            Output.write(checkDetail(check, style: Terminal.style(of: STDOUT_FILENO, allowsColour: !noColor)))
        }
    }
}
