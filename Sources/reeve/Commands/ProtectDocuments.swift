import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

struct ProtectImporting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Put the people of a CSV or JSON file on the list: all of them, or none.",
        discussion: """
            CSV begins with a line that names the columns: Display Name, Email, Secondary Emails, Comments, Is Regex.
            JSON is an array of {"name","emails","secondaryEmails","comments"}, or a directory snapshot.
            reeve protect import vips.csv
            """)
    @Argument(help: ArgumentHelp("The file; - for standard input.", valueName: "file")) var file: String
    @Flag(help: "Import the good rows although there are bad ones.") var skipInvalid = false
    @Flag(help: "Only say what would be imported.") var dryRun = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let people = try ProtectFile(
            try bytes(), name: file == "-" ? "stdin" : URL(fileURLWithPath: file).lastPathComponent)
        for column in people.unusedColumns {
            Output.say("\(file): the column \"\(VisibleText.of(column))\" is not used")
        }
        for refusal in people.refused.prefix(1_000) {
            Output.say("\(file):\(refusal.line): \(VisibleText.of(refusal.why))")
        }
        let bad = people.refused.count
        if bad > 1_000 { Output.say("… and \(Numbers.grouped(bad - 1_000)) more") }
        guard bad == 0 || skipInvalid else {
            throw Failure(
                "\(Numbers.counted(bad, "row")) of \(file) cannot be used, nothing was imported: mend \(bad == 1 ? "it" : "them"), or import the other \(Numbers.grouped(people.rows.count)) with --skip-invalid"
            )
        }
        if dryRun {
            Output.say("\(Numbers.counted(people.rows.count, "row")) could be imported; nothing was changed")
            return
        }
        let outcome = try ProtectImport(store: workplace.store, Deed(by: whoAsks(), at: Date())).run(people)
        let parts = [
            (outcome.matched, "found in a directory"), (outcome.added, "new"), (outcome.updated, "on the list before"),
            (outcome.unchanged, "unchanged"),
        ]
        let words = parts.filter { $0.0 > 0 }.map { "\(Numbers.grouped($0.0)) \($0.1)" }
        let detail = words.isEmpty ? "" : ": " + words.joined(separator: ", ")
        Output.say(
            "imported \(Numbers.counted(people.rows.count, "row")) of \(file)\(detail)\(bad > 0 ? "; \(bad) left out" : "")"
        )
        Output.say("Next: reeve protect list · reeve protect lint")
    }

    private func bytes() throws -> Data {
        if file == "-" { return try FileHandle.standardInput.readToEnd() ?? Data() }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: file))
        } catch {
            throw Failure("cannot read \(file): check the path and that you may read it")
        }
    }
}

struct ProtectExporting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "The protected people as CSV or JSON, in the form that import reads.",
        discussion: "reeve protect export --format json --output vips.json")
    @Option(help: ArgumentHelp("csv, json or jsonl.", valueName: "format"), transform: Format.exported) var format:
        Format = .csv
    @Option(help: ArgumentHelp("Only of this directory.", valueName: "name")) var integration: String?
    @Option(help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file")) var output: String?
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let directory = try integration.map { try workplace.integration(named: $0) }
        let sink = try Output.Sink(path: output)
        let people = ProtectedPeople(store: workplace.store, asOf: Date())
        var isFirst = true
        if format == .csv { try sink.write(CSV.exactRecord(ProtectExport.columns)) }
        func write(_ entry: ProtectedEntry) throws {
            switch format {
            case .csv: try sink.write(CSV.exactRecord(ProtectExport.record(entry)))
            case .json: try sink.write((isFirst ? "[" : ",\n ") + ProtectExport.object(entry))
            default: try sink.write(ProtectExport.object(entry) + "\n")
            }
            isFirst = false
        }
        if let directory {
            try people.forEachEntry(of: directory, write)
        } else {
            try people.forEachEntry(write)
        }
        if format == .json { try sink.write(isFirst ? "[]\n" : "]\n") }
        try sink.finish()
    }
}

struct ProtectLinting: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "What makes the list weaker or noisier than it could be.",
        discussion: "reeve protect lint --format json")
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed) var format:
        Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let listing = Listing(
            columns: ["remark", "name", "text", "id"], titles: ["REMARK", "NAME", "WHAT"], shown: 3, prose: true)
        var printer = PagePrinter(listing: listing, format: format, style: options.style)
        try ProtectLint(store: workplace.store, options: workplace.settings.mail, asOf: Date()).run { remark in
            try printer.add([.text(remark.kind.rawValue), .text(remark.name), .text(remark.text), .text(remark.id)])
        }
        try printer.finish(empty: "Nothing to remark.")
    }
}
