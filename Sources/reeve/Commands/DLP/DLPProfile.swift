import ArgumentParser
import DLP
import Model
import Report

/// `reeve dlp profile`: sets of entries to be told of.
struct DLPProfile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile", abstract: "Sets of entries to be told of.",
        subcommands: [DLPProfileList.self, DLPProfileShow.self])
}

struct DLPProfileList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the profiles.")

    @Option(help: "table, json, jsonl or csv.") var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let rows = Profile.all.map { profile -> [Evidence.Value] in
            [
                .text(profile.name), .number(Double(profile.entries.count)), .text(profile.minimum.rawValue),
                .number(Double(profile.allowed)), .number(Double(profile.together)),
            ]
        }
        let listing = Listing(
            columns: ["name", "entries", "minimumConfidence", "allowedMatches", "together"],
            titles: ["NAME", "ENTRIES", "CONFIDENCE", "ALLOWED", "TOGETHER"])
        Output.write(try listing.text(rows, format: format, style: options.style))
    }
}

struct DLPProfileShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "List the entries of a profile.",
        discussion: "reeve dlp profile show \"Financial Information\"")

    @Argument(help: ArgumentHelp("The profile's name, in any letter case.", valueName: "name")) var name: String
    @Option(help: "table, json, jsonl or csv.") var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        guard let profile = Profile.all.first(where: { $0.name.lowercased() == name.lowercased() }) else {
            throw Failure("there is no profile \"\(name)\" (reeve dlp profile list)")
        }
        let rows = Detector.all.filter { profile.entries.contains($0.id) }.map { detector -> [Evidence.Value] in
            [.text(detector.id), .text(detector.title), .text(detector.check)]
        }
        let listing = Listing(columns: ["id", "title", "check"], titles: ["ENTRY", "TITLE", "CHECK"])
        Output.write(try listing.text(rows, format: format, style: options.style))
    }
}
