import ArgumentParser
import Foundation
import Model
import Report
import Store

/// `reeve audit`: the record of every change and sign-in.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "The record of every change and sign-in.",
        discussion: """
            What happened last:               reeve audit list --limit 20
            Whether anybody tampered with it: reeve audit verify
            """,
        subcommands: [AuditListing.self, AuditVerify.self])
}

struct AuditListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lines of the log, newest first.",
        discussion: "reeve audit list --actor user:ana --action session --format csv")
    @Option(help: "Only of this actor, such as user:ana.") var actor: String?
    @Option(help: "Only this action, such as finding.hide, or all of a noun, such as finding.") var action: String?
    @Option(help: "Only with this text somewhere.") var text: String?
    @Option(help: "How many at most; 0 for all.") var limit = 100
    @Option(help: ArgumentHelp("table, json, jsonl or csv.", valueName: "format"), transform: Format.listed) var format:
        Format = .table
    @OptionGroup var options: GlobalOptions

    private static let page = 1000

    func validate() throws {
        guard limit >= 0 else { throw ValidationError("--limit has to be 0 or more") }
    }

    func run() throws {
        let store = try Workplace(options).store
        let listing = Listing(
            columns: ["at", "actor", "action", "subject", "detail", "address", "id"],
            titles: ["AT", "WHO", "ACTION", "WHAT", "DETAIL", "FROM"], shown: 6, marks: { _, _ in nil })
        var printer = PagePrinter(listing: listing, format: format, style: options.style)
        let filter = AuditFilter(actor: actor, action: action, text: text)
        var (left, below) = (limit == 0 ? Int.max : limit, Int?.none)
        repeat {
            let page = try store.audit(filter, below: below, limit: min(left, Self.page))
            for record in page.records {
                let entry = record.entry
                try printer.add([
                    .text(Moments.iso(entry.at)), .text(entry.actor), .text(entry.action), .text(entry.subject),
                    .optional(entry.detail), .optional(entry.address), .text(String(record.id)),
                ])
            }
            left -= page.records.count
            below = page.next
        } while below != nil && left > 0
        try printer.finish(empty: "No line.")
    }
}

struct AuditVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Say whether a line was changed, put in or taken out behind Reeve's back.",
        discussion: """
            Each line is sealed, with a key made from the key file, together with the seal of the line before it. Lines cut off at the very
            end leave no trace: keep the number that this prints, and compare it with a later one. reeve audit verify
            """)
    @OptionGroup var options: GlobalOptions

    func run() throws {
        switch try Workplace(options).store.proveAudit() {
        case .whole(let count): Output.write("\(Numbers.counted(count, "line")), every seal holds\n")
        case .broken(let line, let count):
            throw Failure(
                "the seal of line \(line) of \(count) does not hold: it or a line before it was changed outside Reeve, or the log was begun with another key file (REEVE_KEY_FILE)"
            )
        }
    }
}
