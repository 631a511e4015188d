import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve dlp label`: the sensitivity labels of the tenants.
struct DLPLabel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "label", abstract: "Sensitivity labels of the tenants.",
        subcommands: [DLPLabelList.self, DLPLabelSync.self])
}

struct DLPLabelList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List labels, deleted ones and former names too.",
        discussion: """
            reeve dlp label list contoso
            reeve dlp label list --format csv
            Each label is an entry of the profile "MIP Sensitivity Labels - NAME" of its integration.
            """)
    @Argument(help: "The name of an integration; all of them without it.") var integration: String?
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
    var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let chosen = try integration.map { [try workplace.integration(named: $0)] } ?? workplace.store.integrations()
        guard !chosen.isEmpty else { throw Failure("there is no integration yet: add one with reeve integration add") }
        let shelves = try chosen.map { try LabelBook(store: workplace.store).shelf(of: $0) }
        let listing = Listing(
            columns: [
                "label", "integration", "status", "priority", "protects", "preview", "formerNames", "id", "parent",
                "entry", "firstSeen", "deleted",
            ],
            titles: ["LABEL", "INTEGRATION", "STATUS", "PRIORITY", "PROTECTS", "PREVIEW", "FORMER NAMES"], shown: 7)
        Output.write(try listing.text(shelves.flatMap(rows), format: format, style: options.style))
        for shelf in shelves { say(shelf) }
    }

    private func rows(_ shelf: LabelBook.Shelf) -> [[Evidence.Value]] {
        shelf.rows.map { row in
            let label = row.kept.label
            return [
                .text(row.path), .text(shelf.integration.name), .text(row.kept.status.rawValue),
                label.priority.map { .number(Double($0)) } ?? .none, .optional(label.hasProtection),
                .flag(label.isPreview), former(row.kept), .text(label.id),
                .optional(label.parentID), .text(row.entryID), .text(Moments.iso(row.kept.firstSeen)),
                .optional(row.kept.deletedAt.map(Moments.iso)),
            ]
        }
    }

    /// The names alone for people, for programs with their times.
    private func former(_ kept: KeptLabel) -> Evidence.Value {
        if format == .table { return .list(kept.formerNames.map(\.name)) }
        return .records(
            kept.formerNames.map {
                ["name": .text($0.name), "since": .text(Moments.iso($0.since)), "until": .text(Moments.iso($0.until))]
            })
    }

    /// No labels and unread labels are different things.
    private func say(_ shelf: LabelBook.Shelf) {
        let name = shelf.integration.name
        if let trouble = shelf.standing.trouble {
            Output.say("\(name): the labels \(VisibleText.of(trouble)) (reeve dlp label sync \(name))")
        } else if shelf.rows.isEmpty {
            Output.say("\(name): the tenant has no labels")
        }
    }
}

struct DLPLabelSync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Read the labels now, and nothing else.",
        discussion: """
            Without INTEGRATION the labels of all active integrations are read. Every scan reads them as well.
            Exit status: 0 done, 1 the labels of one could not be read.
            """)
    @Argument(help: "The name of an integration; all of them without it.") var integration: String?
    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let workplace = try Workplace(options)
        let chosen =
            try integration.map { [try workplace.integration(named: $0)] }
            ?? workplace.store.integrations().filter { $0.status != .paused }
        guard !chosen.isEmpty else { throw Failure("there is no integration yet: add one with reeve integration add") }
        let line = options.progressLine()
        let unread = try await interruptible {
            var unread = 0
            for integration in chosen {
                let lock = try RunLock(integration, in: workplace.home)
                defer { lock.release() }
                _ = try await Connection.with(integration, in: workplace, progress: line) { connection in
                    try await Scan(
                        integration: integration, store: workplace.store, graph: connection.graph,
                        resolve: connection.resolve, options: workplace.settings.checks,
                        freshness: workplace.settings.freshness, log: workplace.log
                    ).syncLabels()
                }
                line.finish()
                if try !show(integration, in: workplace.store) { unread += 1 }
            }
            return unread
        }
        if unread > 0 { throw ExitCode.failure }
    }

    /// - Returns: whether they could be read.
    private func show(_ integration: Integration, in store: Store) throws -> Bool {
        let shelf = try LabelBook(store: store).shelf(of: integration)
        let trouble = shelf.standing.trouble.map { VisibleText.of($0) }
        guard shelf.standing.isRead else {
            Output.say("reeve: \(integration.name): the labels \(trouble ?? "could not be read")")
            return false
        }
        let deleted = shelf.rows.count { $0.kept.deletedAt != nil }
        Output.write(
            "\(integration.name): \(Numbers.counted(shelf.rows.count - deleted, "label"))"
                + (deleted > 0 ? ", \(deleted) deleted" : "") + (trouble.map { " · they \($0)" } ?? "") + "\n")
        return true
    }
}
