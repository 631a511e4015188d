import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

/// `reeve dlp entry`: what profiles look for.
struct DLPEntry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "entry", abstract: "What profiles look for: predefined, your own, labels.",
        subcommands: [DLPEntryList.self, DLPEntryAdd.self, DLPEntryRemove.self])
}

struct DLPEntryList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List every entry that a profile may have.",
        discussion: "reeve dlp entry list --own --format json")
    @Flag(help: "Only your own.") var own = false
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed)
    var format: Format = .table
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let entries = try ProfileBook(store: workplace.store).catalogue().entries
        let shown = own ? entries.filter { $0.kind != .detector && $0.kind != .label } : entries
        let rows = shown.map { entry -> [Evidence.Value] in
            [
                .text(entry.id), .text(entry.title), .text(entry.kind.rawValue), .text(entry.group),
                .text(format == .table && entry.isDeleted ? "\(entry.note), deleted" : entry.note),
                .flag(entry.isDeleted),
            ]
        }
        let listing = Listing(
            columns: ["id", "title", "kind", "group", "note", "deleted"],
            titles: ["ID", "TITLE", "KIND", "GROUP", "CHECK"], shown: 5)
        Output.write(try listing.text(rows, format: format, style: options.style))
    }
}

struct DLPEntryAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Make an entry: an expression, a word list, exact data, documents.",
        discussion: """
            Expressions have PCRE's syntax without back-references and look-around; they are matched in linear time.
            Of exact data and of documents keyed hashes are kept and nothing else.
              reeve dlp entry add "Personnel number" --pattern "P-[0-9]{6}" --raise personnel --sample "P-204117"
              reeve dlp entry add "Project names" --words projects.txt --profile "Project Falcon"
              reeve dlp entry add "Customers" --dataset customers.csv --primary iban --supporting 1
              reeve dlp entry add "Contracts" --document contract.txt --document annex.txt --percent 40
            """)

    @Argument(help: ArgumentHelp("The entry's name.", valueName: "name")) var name: String
    @Option(help: ArgumentHelp("A regular expression, found anywhere in a text.", valueName: "expression")) var pattern:
        String?
    @Option(help: ArgumentHelp("A file with a word or phrase a line.", valueName: "file")) var words: String?
    @Option(help: ArgumentHelp("A CSV file with a header: exact data.", valueName: "file")) var dataset: String?
    @Option(help: ArgumentHelp("Of exact data: the column that is looked for first.", valueName: "column")) var primary:
        String?
    @Option(
        help: ArgumentHelp("Of exact data: how many other cells of the row have to stand near.", valueName: "number"))
    var supporting = 1
    @Option(
        help: ArgumentHelp("Of exact data: only this other column; may be repeated.", valueName: "column"))
    var column: [String] = []
    @Option(help: ArgumentHelp("A document whose passages are looked for; may be repeated.", valueName: "file"))
    var document: [String] = []
    @Option(help: ArgumentHelp("Of documents: from how much of one on another text counts.", valueName: "percent"))
    var percent = 50
    @Flag(help: "Letter case counts.") var caseSensitive = false
    @Option(help: ArgumentHelp("A value that is not told; may be repeated.", valueName: "word")) var exclude: [String] =
        []
    @Option(help: ArgumentHelp("A word near a match that makes it more sure; may be repeated.", valueName: "word"))
    var raise: [String] = []
    @Option(help: ArgumentHelp("A word near a match that makes it less sure; may be repeated.", valueName: "word"))
    var lower: [String] = []
    @Option(help: ArgumentHelp("A text in which the expression has to match, else nothing is made.", valueName: "text"))
    var sample: String?
    @Option(help: ArgumentHelp("Put it into this profile of yours; made where there is none.", valueName: "name"))
    var profile: String?
    @Flag(help: "Put it in place of your entry of this name.") var replace = false
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        let given = [pattern != nil, words != nil, dataset != nil, !document.isEmpty].count(where: \.self)
        guard given == 1 else {
            throw ValidationError("give --pattern, --words, --dataset or --document, one of them")
        }
        guard (dataset == nil) == (primary == nil) else { throw ValidationError("--dataset needs --primary COLUMN") }
        if sample != nil && pattern == nil { throw ValidationError("--sample is for --pattern") }
    }

    func run() async throws {
        let workplace = try Workplace(options)
        let book = EntryBook(store: workplace.store)
        let deed = Deed(by: whoAsks(), at: Date())
        let (means, material, note) = try await means(workplace.settings.documents)
        let draft = EntryBook.Draft(
            name: name, means: means, letterCase: caseSensitive ? .counts : .ignored, exclusionWords: exclude,
            raising: raise, lowering: lower)
        let segment = ExtractedSegment(part: "", kind: .text, text: sample ?? "")
        if sample != nil,
            try ContentTrial(trying: draft).run(Extraction(segments: [segment], status: .ok)).found.isEmpty
        {
            throw Failure("the expression does not match the sample: nothing was made")
        }
        if let profile { try ProfileBook(store: workplace.store).checkRoom(in: profile) }
        let entry =
            replace
            ? try book.change(name, to: draft, material: material, deed)
            : try book.add(draft, material: material, deed)
        if let profile { try put(entry.id, into: profile, of: workplace.store, deed) }
        guard !options.quiet else { return }
        if let note { Output.say(note) }
        Output.say("\(replace ? "changed" : "added") \(VisibleText.of(entry.name)) as \(entry.id)")
        let next =
            profile.map { "scan --profile \"\(VisibleText.of($0))\" PATH" } ?? "profile add NAME --entry \(entry.id)"
        Output.say("Next: reeve dlp \(next)")
    }

    private func put(_ id: String, into name: String, of store: Store, _ deed: Deed) throws {
        let book = ProfileBook(store: store)
        if try book.items().contains(where: { KeptProfile.key($0.profile.name) == KeptProfile.key(name) }) {
            try book.turn([id], .on, in: name, deed)
        } else {
            try book.add(ContentProfile(name: name, entries: [id]), deed)
        }
    }

    /// - Returns: also what was hashed, in a sentence for the person.
    private func means(
        _ documents: DocumentOptions
    ) async throws -> (means: CustomEntry.Means, material: EntryMaterial?, note: String?) {
        if let pattern { return (.pattern(expression: pattern), nil, nil) }
        if let dataset {
            let table = try EntryBulk().table(
                at: dataset, primary: primary ?? "", supporting: column, needed: supporting)
            return (.dataset(columns: table.columns, supporting: supporting), table.material, words(of: table, dataset))
        }
        if let words { return (.words(list: EntryBook.words(try text(of: words))), nil, nil) }
        let reader = DocumentReader.installed(documents)
        var files: [(name: String, read: Extraction)] = []
        for path in document { files.append((path, await reader(try bytes(of: path), path))) }
        await reader.stop()
        let names = document.map { URL(fileURLWithPath: $0).lastPathComponent }
        return (.fingerprint(documents: names, percent: percent), try EntryBulk().fingerprints(of: files), nil)
    }

    private func words(of table: EntryBulk.Table, _ path: String) -> String {
        (["hashed \(Numbers.counted(table.rows, "row")) of \(path)"] + table.remarks)
            .map { VisibleText.of($0) }.joined(separator: "; ")
    }

    private func bytes(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Failure("cannot read \(path): check the path and that you may read it")
        }
        return [UInt8](data)
    }

    private func text(of path: String) throws -> String {
        let data = Data(try bytes(of: path))
        guard let text = String(data: data, encoding: .utf8) else {
            throw Failure("the word list \(path) is not UTF-8: save it as UTF-8, a word or phrase a line")
        }
        return text
    }
}

struct DLPEntryRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove an entry of your own that no profile has.",
        discussion: "reeve dlp entry remove \"Project names\"")

    @Argument(help: ArgumentHelp("The entry's name or id.", valueName: "entry")) var name: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
        let workplace = try Workplace(options)
        let gone = try EntryBook(store: workplace.store).remove(name, Deed(by: whoAsks(), at: Date()))
        if !options.quiet { Output.say("removed \(VisibleText.of(gone.name))") }
    }
}
