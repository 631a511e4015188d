import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

struct ProtectListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Who is protected, with which addresses and why.",
        discussion: """
            Members of protected groups are listed by name; --entries shows what was put on the list, groups among it.
            reeve protect list --search vance --format json
            """)
    @Option(help: ArgumentHelp("Only of this directory.", valueName: "name")) var integration: String?
    @Option(help: ArgumentHelp("Only where a name or an address has this text.", valueName: "text")) var search: String?
    @Flag(help: "The entries of the list in place of the people: users, groups, people typed in.") var entries = false
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed) var format:
        Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let directory = try integration.map { try workplace.integration(named: $0) }
        if entries {
            try listEntries(workplace, directory)
        } else {
            try listPeople(workplace, directory)
        }
    }

    private func listPeople(_ workplace: Workplace, _ directory: Integration?) throws {
        let listing = Listing(
            columns: [
                "name", "state", "emails", "secondaryEmails", "reasons", "directory", "kind", "comments", "expires",
                "jobTitle", "id",
            ],
            titles: ["NAME", "PROTECTED", "ADDRESSES", "SECONDARY", "BECAUSE", "DIRECTORY"], shown: 6, marks: mark)
        var printer = PagePrinter(listing: listing, format: format, style: options.style)
        let people = ProtectedPeople(store: workplace.store, asOf: Date())
        func add(_ entry: ProtectedEntry) throws {
            guard matches(entry) else { return }
            let secondary = entry.person.secondaryEmails
            try printer.add([
                .text(entry.person.name), .text(entry.standing.rawValue),
                .list(entry.person.addresses + entry.person.addressPatterns),
                .list(format == .table ? secondary.map(\.address) : secondary.map { ProtectWords.text(of: $0) }),
                .list(entry.person.reasons), .text(entry.directory ?? "local"), .text(entry.kind.rawValue),
                .optional(entry.comment), .optional(entry.expires.map(ProtectWords.lastMoment).map(Moments.iso)),
                .optional(entry.person.jobTitle),
                .text(entry.person.id),
            ])
        }
        if let directory {
            try people.forEachEntry(of: directory, add)
        } else {
            try people.forEachEntry(add)
        }
        try printer.finish(empty: "Nobody matches.\nNext: reeve protect add --help")
    }

    /// Green where all is well, and the word says it too; of many addresses the first and how many more.
    private func mark(_ column: String, _ value: Evidence.Value) -> Table.Cell? {
        switch (column, value) {
        case ("state", .text(let state)):
            state == ProtectedEntry.Standing.active.rawValue
                ? Table.Cell("● active", .good) : Table.Cell("● \(state)", .severity(.medium))
        case ("emails", .list(let list)), ("secondaryEmails", .list(let list)):
            Table.Cell(list.count > 1 ? "\(list[0]) +\(list.count - 1)" : list.first ?? "–")
        default: nil
        }
    }

    private func matches(_ entry: ProtectedEntry) -> Bool {
        matches([entry.person.name] + entry.person.addresses + entry.person.secondaryEmails.map(\.address))
    }

    private func matches(_ entry: Protection) -> Bool { matches([entry.name] + entry.person.addresses) }

    private func matches(_ texts: [String]) -> Bool {
        guard let search = search?.lowercased() else { return true }
        return texts.contains { $0.lowercased().contains(search) }
    }

    private func listEntries(_ workplace: Workplace, _ directory: Integration?) throws {
        let listing = Listing(
            columns: [
                "name", "kind", "people", "directory", "reasons", "addedBy", "addedAt", "expires", "comments", "id",
            ],
            titles: ["NAME", "KIND", "PEOPLE", "DIRECTORY", "BECAUSE", "BY", "SINCE"], shown: 7)
        var printer = PagePrinter(listing: listing, format: format, style: options.style)
        let directories: [Integration?] = try directory.map { [$0] } ?? workplace.store.integrations() + [nil]
        for directory in directories {
            for kind in Protection.Kind.allCases {
                var last = ""
                while true {
                    let page = try workplace.store.protections(kind, in: directory?.id, after: last)
                    guard let end = page.last?.key.id else { break }
                    last = end
                    for entry in page where matches(entry) {
                        try printer.add(try row(entry, directory, workplace.store))
                    }
                }
            }
        }
        try printer.finish(empty: "The list is empty.\nNext: reeve protect add --help")
    }

    private func row(_ entry: Protection, _ directory: Integration?, _ store: Store) throws -> [Evidence.Value] {
        var people = 1
        if entry.key.kind == .group, let directory {
            people = try store.transitiveUserIDs(ofGroup: entry.key.id, of: directory.id).count
        }
        let oldest = entry.reasons.map(\.at).min()
        let ends = entry.reasons.compactMap(\.expires)
        let comments = entry.reasons.compactMap(\.comment)
        return [
            .text(entry.name), .text(entry.key.kind.rawValue), .number(Double(people)),
            .text(directory?.name ?? "local"), .list(entry.reasons.map(\.text)),
            .list(Array(Set(entry.reasons.map(\.by))).sorted()), .optional(oldest.map(Moments.iso)),
            .optional(
                ends.count == entry.reasons.count ? ends.max().map(ProtectWords.lastMoment).map(Moments.iso) : nil),
            .optional(comments.isEmpty ? nil : comments.joined(separator: "; ")), .text(entry.key.id),
        ]
    }
}
