import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve dlp entry`: what profiles look for.
struct DLPEntry: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entry", abstract: "What profiles look for.",
        subcommands: [DLPEntryList.self])
}

struct DLPEntryList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every entry that a profile may have.",
        discussion: "reeve dlp entry list --format json")
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
    var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let entries = try ProfileBook(store: workplace.store).catalogue().entries
        let rows = entries.map { entry -> [Evidence.Value] in
            [.text(entry.id), .text(entry.title), .text(entry.kind.rawValue), .text(entry.group), .text(entry.note)]
        }
        let listing = Listing(
            columns: ["id", "title", "kind", "group", "note"], titles: ["ID", "TITLE", "KIND", "GROUP", "CHECK"])
        Output.write(try listing.text(rows, format: format, style: options.style))
    }
}
