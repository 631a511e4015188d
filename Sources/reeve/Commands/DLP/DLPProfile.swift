import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve dlp profile`: what is looked for together, from which confidence and from how many matches on.
struct DLPProfile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "What is looked for together, and when it counts.",
        discussion: """
            Profiles are predefined, of the sensitivity labels of an integration, or your own.
              reeve dlp profile add "Project Falcon" --entry iban --entry visa --min-confidence high
              reeve dlp profile disable "Financial Information" swift_bic us_aba
              reeve dlp scan --profile "Project Falcon" exports/
            """,
        subcommands: [
            DLPProfileList.self, DLPProfileShow.self, DLPProfileAdd.self, DLPProfileRemove.self,
            DLPProfileEnable.self, DLPProfileDisable.self,
        ])
}

struct DLPProfileList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the profiles.")

    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
    var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let rows = try ProfileBook(store: workplace.store).items().map { item -> [Evidence.Value] in
            let profile = item.profile
            return [
                .text(profile.name), .text(item.origin.word), .number(Double(item.lines.count(where: \.isOn))),
                .text(profile.minimum.rawValue), .number(Double(profile.allowed)), .number(Double(profile.together)),
                .list(item.attachedTo), .flag(profile.usesContext),
                .number(Double(item.lines.count { !$0.isOn })),
            ]
        }
        let listing = Listing(
            columns: [
                "name", "origin", "entries", "minimumConfidence", "allowedMatches", "together", "integrations",
                "usesContext", "disabledEntries",
            ],
            titles: ["NAME", "ORIGIN", "ENTRIES", "CONFIDENCE", "ALLOWED", "TOGETHER", "INTEGRATIONS", "CONTEXT"],
            shown: 8)
        Output.write(try listing.text(rows, format: format, style: options.style))
    }
}

struct DLPProfileShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "List the entries of a profile, and say when they count.",
        discussion: "reeve dlp profile show \"Financial Information\"")

    @Argument(help: ArgumentHelp("The profile's name, in any letter case.", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
    var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let item = try ProfileBook(store: workplace.store).item(named: name)
        let rows = item.lines.map { line -> [Evidence.Value] in
            [
                .text(line.id), .text(line.entry.title), .text(line.isOn ? "on" : "off"),
                .text(line.entry.kind.rawValue),
                .text(format == .table && line.entry.isDeleted ? "\(line.entry.note), deleted" : line.entry.note),
                .flag(line.entry.isDeleted), .text(item.profile.minimum.rawValue),
                .number(Double(item.profile.allowed)), .number(Double(item.profile.together)),
                .flag(item.profile.usesContext),
            ]
        }
        let listing = Listing(
            columns: [
                "id", "title", "state", "kind", "note", "deleted", "minimumConfidence", "allowedMatches", "together",
                "usesContext",
            ],
            titles: ["ENTRY", "TITLE", "STATE", "KIND", "CHECK"], shown: 5)
        if format == .table { Output.write("\(VisibleText.of(item.profile.name)): \(item.profile.terms)\n\n") }
        Output.write(try listing.text(rows, format: format, style: options.style))
        guard case .labels(let integration) = item.origin else { return }
        let shelf = try LabelBook(store: workplace.store).shelf(of: try workplace.integration(named: integration))
        if let trouble = shelf.standing.trouble {
            Output.say("\(integration): the labels \(VisibleText.of(trouble)) (reeve dlp label sync \(integration))")
        }
    }
}

/// That a label which somebody names is deleted; nil for any other entry.
func deletedWords(_ entry: ContentEntry) -> String? {
    guard entry.isDeleted else { return nil }
    return
        "reeve: the label \"\(VisibleText.of(entry.title))\" is deleted in \(VisibleText.of(entry.note)): only files that carry it already are found"
}

/// When a profile tells of what it finds.
struct ProfileTerms: ParsableArguments {
    @Option(help: "From which confidence on a match counts: low, medium (the standard) or high.") var minConfidence:
        Match.Confidence?
    @Option(help: ArgumentHelp("How many different values a document may have before it counts.", valueName: "number"))
    var allowed: Int?
    @Option(help: ArgumentHelp("How many different entries have to stand close together.", valueName: "number"))
    var together: Int?
    @Flag(
        inversion: .prefixedNo,
        help: "Whether words around a value say how sure it is; without it shape and check are enough.")
    var context: Bool?

    func changed(_ profile: ContentProfile) -> ContentProfile {
        var profile = profile
        profile.minimum = minConfidence ?? profile.minimum
        profile.allowed = allowed ?? profile.allowed
        profile.together = together ?? profile.together
        profile.usesContext = context ?? profile.usesContext
        return profile
    }
}

struct DLPProfileAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make a profile, or change one of your own.",
        discussion: """
            reeve dlp profile add "Project Falcon" --entry iban --entry visa
            reeve dlp profile add "Cards only" --copy-of "Financial Information" --min-confidence high --allowed 5
            reeve dlp profile add "Project Falcon" --replace --entry iban
            """)

    @Argument(help: ArgumentHelp("The profile's name.", valueName: "name")) var name: String
    @Option(
        name: .customLong("entry"),
        help: ArgumentHelp(
            "The id or name of an entry (reeve dlp entry list); may be repeated.", valueName: "entry"))
    var entries: [String] = []
    @Option(help: ArgumentHelp("Begin with the entries and terms of this profile.", valueName: "name")) var copyOf:
        String?
    @Flag(help: "Put it in place of your profile of this name.") var replace = false
    @OptionGroup var terms: ProfileTerms
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !entries.isEmpty || copyOf != nil || replace else {
            throw ValidationError("give at least one --entry, or --copy-of a profile")
        }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let book = ProfileBook(store: workplace.store)
        let deed = Deed(by: whoAsks(), at: Date())
        let catalogue = try book.catalogue()
        let named = Set(try entries.map { try catalogue.id(meant: $0) })
        var profile = ContentProfile(name: name, entries: named)
        if let copyOf {
            let original = try book.item(named: copyOf)
            profile = original.profile
            // Each kind of a detector by itself, as the original lists them, so that one can be switched off.
            profile.entries = named.union(original.lines.filter(\.isOn).map(\.id))
        } else if replace {
            profile = try book.item(named: name).profile
            if !named.isEmpty { profile.entries = named }
        }
        profile.name = name
        profile = terms.changed(profile)
        let made =
            !replace
            ? try book.add(profile, deed)
            : named.isEmpty && copyOf == nil
                ? try book.change(name, to: profile, deed) : try book.replace(name, with: profile, deed)
        for id in named.sorted() { if let words = catalogue.entry(id).flatMap(deletedWords) { Output.say(words) } }
        guard !options.quiet else { return }
        Output.say(
            "\(replace ? "changed" : "added") \(VisibleText.of(made.name)) with \(Numbers.counted(made.entries.count, "entry", plural: "entries"))"
        )
        Output.say("Next: reeve dlp scan --profile \"\(VisibleText.of(made.name))\" PATH")
    }
}

struct DLPProfileRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a profile of your own that no integration uses.",
        discussion: "reeve dlp profile remove \"Project Falcon\"")

    @Argument(help: ArgumentHelp("The profile's name, in any letter case.", valueName: "name")) var name: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        try ProfileBook(store: workplace.store).remove(name, Deed(by: whoAsks(), at: Date()))
        if !options.quiet { Output.say("removed \(VisibleText.of(name))") }
    }
}

/// A profile and some of its entries.
struct ProfileSwitch: ParsableArguments {
    @Argument(help: ArgumentHelp("The profile's name, in any letter case.", valueName: "name")) var name: String
    @Argument(help: ArgumentHelp("Ids or names of entries.", valueName: "entry")) var entries: [String]
    @OptionGroup var options: GlobalOptions

    func turn(_ state: ProfileBook.SwitchState) throws {
        let workplace = try Workplace(options)
        let book = ProfileBook(store: workplace.store)
        let catalogue = try book.catalogue()
        let before = try book.item(named: name)
        let ids = Set(try entries.map { try catalogue.id(meant: $0, in: before) })
        let item = try book.turn(ids, state, in: name, Deed(by: whoAsks(), at: Date()))
        let on = item.lines.count(where: \.isOn)
        if state == .on {
            for id in ids.sorted() { if let words = catalogue.entry(id).flatMap(deletedWords) { Output.say(words) } }
        }
        guard !options.quiet else { return }
        let added = ids.subtracting(before.lines.map(\.id)).sorted()
        if !added.isEmpty {
            Output.say(
                "\(VisibleText.of(item.profile.name)) did not have \(added.joined(separator: ", ")): added to it")
        }
        let words =
            on == 0
            ? "none of \(item.lines.count) entries is on, nothing is found for it"
            : "\(on) of \(item.lines.count) entries are on"
        Output.say("\(VisibleText.of(item.profile.name)): \(words)")
    }
}

struct DLPProfileEnable: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "enable", abstract: "Switch entries of a profile on.",
        discussion: """
            reeve dlp profile enable "Financial Information" swift_bic
            A profile of your own gets an entry that it does not have.
            """)
    @OptionGroup var which: ProfileSwitch

    func run() throws { try which.turn(.on) }
}

struct DLPProfileDisable: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "disable", abstract: "Switch entries of a profile off.",
        discussion: "reeve dlp profile disable \"MIP Sensitivity Labels - contoso\" General")
    @OptionGroup var which: ProfileSwitch

    func run() throws { try which.turn(.off) }
}
