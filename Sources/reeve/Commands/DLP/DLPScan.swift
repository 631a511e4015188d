import ArgumentParser
import DLP
import Flows
import Foundation
import Model
import Report

/// `reeve dlp scan`: looks through local documents.
struct DLPScan: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Look through files, folders, standard input or JSONL.",
        discussion: """
            reeve dlp scan report.txt exports/
            reeve dlp scan --profile "Credentials and Secrets" src/ --format csv
            cat mail.txt | reeve dlp scan - --detector iban --detector credit_card
            reeve dlp scan --jsonl texts.jsonl --min-confidence high
            Values are masked; --show-matches prints them.
            Exit status: 0 done, 1 something could not be read at all, 4 a document was not read whole with
            --require-coverage: it is encrypted, partial, over a limit or of an unknown kind.
            """)

    @Argument(help: ArgumentHelp("Files and folders; - is one document on standard input.", valueName: "path"))
    var paths: [String] = []
    @Option(help: ArgumentHelp("A file with {\"id\",\"text\"} a line; - is standard input.", valueName: "file"))
    var jsonl: String?
    @Option(
        name: .customLong("detector"),
        help: ArgumentHelp(
            "Only this detector or entry, by id or name; may be repeated.", valueName: "id"))
    var detectors: [String] = []
    @Option(name: .customLong("profile"), help: ArgumentHelp("Only this profile; may be repeated.", valueName: "name"))
    var profiles: [String] = []
    @Option(help: "low, medium or high; medium is the default, else the profile's.") var minConfidence:
        Match.Confidence?
    @Flag(help: "Print the values found, unmasked.") var showMatches = false
    @Flag(help: "Read the text in images too, by tesseract: seconds a page.") var ocr = false
    @Flag(help: "Follow symbolic links in folders too; those given as PATH are followed anyway.") var follow = false
    @Flag(help: "Exit with 4 where a document was not read whole.") var requireCoverage = false
    @Flag(help: "Say at the end how much was looked through and how long that took.") var stats = false
    @Option(
        help: ArgumentHelp("table, json, jsonl or csv; table on a terminal, else jsonl.", valueName: "format"),
        transform: Format.listed)
    var format: Format?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        guard !paths.isEmpty || jsonl != nil else {
            throw ValidationError("give files or folders, - for standard input, or --jsonl FILE")
        }
        guard (paths + [jsonl].compactMap(\.self)).count(where: { $0 == "-" }) < 2 else {
            throw ValidationError("standard input can be read once")
        }
    }

    func run() async throws {
        let started = ContinuousClock.now
        let chosen = try chosen()
        let scan = try chosen.scan()
        var documents = try Settings.load(options).documents
        if ocr { documents.readImages = true }
        let reader = reader(documents)
        let content = ContentScan(
            scan: scan, profiles: chosen.profiles, values: showMatches ? .shown : .hidden,
            largest: reader.limits.input, listed: documents.limits.findings, read: reader.callAsFunction)
        let writer = ContentWriter(format: shownFormat, style: options.style, labels: try labelNames())
        let outcome = try await ContentRun(content: content, writer: writer)(
            ContentSources(paths: GivenPaths.of(paths), jsonLines: jsonl, followsLinks: follow))
        let weakness = await reader.weakness
        await reader.stop()
        if let weakness, !options.quiet { Output.say("reeve: \(weakness)") }
        if outcome.links > 0, !options.quiet {
            Output.say("reeve: \(Numbers.counted(outcome.links, "symbolic link")) not followed (--follow does)")
        }
        if stats { say(outcome, in: ContinuousClock.now - started) }
        if outcome.troubles > 0 { throw ExitCode.failure }
        if requireCoverage, outcome.incomplete > 0 { throw ExitCode(4) }
    }

    private func say(_ outcome: ContentRun.Outcome, in time: Duration) {
        let speed = outcome.effort.megabytesPerSecond.map { String(format: ", %.0f MB/s a core", $0) } ?? ""
        // A table ends with this line anyway.
        if shownFormat != .table {
            Output.say(
                "\(Numbers.counted(outcome.documents, "document")), \(Numbers.counted(outcome.matches, "match", plural: "matches"))"
            )
        }
        Output.say("\(outcome.effort.bytes) bytes of text looked through")
        Output.say(String(format: "%.3f s of processor time for that", outcome.effort.seconds) + speed)
        Output.say(String(format: "%.3f s in all", time / .seconds(1)))
    }

    private func reader(_ documents: DocumentOptions) -> DocumentReader {
        let reader = DocumentReader.installed(documents)
        if let lack = reader.lack, !paths.isEmpty, !options.quiet { Output.say("reeve: \(lack)") }
        return reader
    }

    private var shownFormat: Format { format ?? (Terminal.columns(of: STDOUT_FILENO) == nil ? .jsonl : .table) }

    /// What the sensitivity labels are called that profiles or entries may find.
    private func labelNames() throws -> [String: String] {
        let isOwn = detectors.contains { !ChosenDetectors.predefined.contains($0) }
        guard shownFormat == .table, !profiles.isEmpty || isOwn else { return [:] }
        let labels = try ProfileBook(store: try Workplace(options).store).catalogue().entries.filter {
            $0.kind == .label
        }
        return Dictionary(labels.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    }

    /// Profiles and entries of one's own are kept in the data folder; without one named it is not opened.
    private func chosen() throws -> ChosenDetectors {
        do {
            let isOwn = { @Sendable (id: String) in !ChosenDetectors.predefined.contains(id) }
            guard !profiles.isEmpty || detectors.contains(where: isOwn) else {
                return try ChosenDetectors(detectors: detectors, wanted: .everything, minimum: minConfidence)
            }
            let book = ProfileBook(store: try Workplace(options).store)
            let catalogue = try book.catalogue()
            let detectors = try self.detectors.map { isOwn($0) ? try catalogue.idIfKnown($0) : $0 }
            let wanted = try book.wanted(profiles, and: detectors.filter(isOwn))
            if let idle = wanted.profiles.first(where: \.entries.isEmpty) {
                throw ProfileTrouble(
                    "no entry of \(idle.name) is on, nothing would be found for it (reeve dlp profile enable)")
            }
            return try ChosenDetectors(detectors: detectors, wanted: wanted, minimum: minConfidence)
        } catch let trouble as ProfileTrouble {
            throw Failure("\(trouble)", status: 64)
        } catch let trouble as MailTrouble {
            throw Failure("\(trouble)", status: 64)
        }
    }
}

extension Match.Confidence: ExpressibleByArgument {}
