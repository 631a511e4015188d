import ArgumentParser
import DLP
import Model
import Report

/// `reeve dlp detector`: what can be found.
struct DLPDetector: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detector", abstract: "What can be found.", subcommands: [DLPDetectorList.self])
}

struct DLPDetectorList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the predefined detectors.")

    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
    var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let rows = Detector.all.map { detector -> [Evidence.Value] in
            [
                .text(detector.id), .text(detector.title), .text(detector.family.rawValue), .text(detector.check),
                .list(detector.kinds.map(\.id)),
            ]
        }
        let listing = Listing(
            columns: ["id", "title", "family", "check", "entries"],
            titles: ["ID", "TITLE", "FAMILY", "CHECK", "ENTRIES"], shown: 4)
        Output.write(try listing.text(rows, format: format, style: options.style))
    }
}
