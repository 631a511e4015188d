import ArgumentParser
import Flows
import Foundation
import Model
import Report
import Store

struct ProtectAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Put somebody on the list, or add addresses and reasons to an entry.",
        discussion: """
            reeve protect add --group Executives --comment "decided by the board"
            reeve protect add --user adele@contoso.example --secondary adele@vance.example --expires 2026-12-31
            reeve protect add --name "Hjördis Quellmalz" --email hjordis@quellmalz.example
            """)
    @OptionGroup var who: ProtectSelector
    @Option(help: ArgumentHelp("A private address of theirs; may be repeated.", valueName: "address")) var secondary:
        [String] = []
    @Flag(
        inversion: .prefixedNo,
        help:
            "The secondary addresses count only where DKIM or DMARC passes in alignment. What is there already stays as it is unless one of the two is given."
    )
    var needsAuthentication: Bool?
    @Option(
        help: ArgumentHelp(
            "The last day of the secondary addresses; without any, of the entry itself. never takes an end away; without the option what is there keeps its end.",
            valueName: "date|never"))
    var expires: String?
    @Option(help: ArgumentHelp("Why; kept with the entry.", valueName: "text")) var comment: String?
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if who.name != nil && who.emails.isEmpty && who.pattern == nil {
            throw ValidationError("--name needs an --email (or a --pattern)")
        }
        if who.group != nil && !secondary.isEmpty {
            throw ValidationError("a group has no addresses of its own: --secondary is for --user and --name")
        }
        if needsAuthentication != nil && secondary.isEmpty {
            throw ValidationError("--needs-authentication is about --secondary")
        }
        if let expires, expires != "never" {
            guard let moment = ProtectWords.moment(expires) else {
                throw ValidationError("--expires has to be a date such as 2026-12-31; \"\(expires)\" is none")
            }
            guard moment > Date() else { throw ValidationError("--expires \(expires) is over already") }
        }
        try checked { for address in secondary { _ = try ProtectWords.address(address) } }
    }

    private var end: Protect.End {
        guard let expires else { return .unchanged }
        return ProtectWords.moment(expires).map { .on($0) } ?? .never
    }

    func run() throws {
        let workplace = try Workplace(options)
        let end = self.end
        let emails = try secondary.map {
            Protect.SecondaryTerms(
                address: try ProtectWords.address($0), end: end, needsAuthentication: needsAuthentication)
        }
        let terms = Protect.Terms(comment: comment, end: emails.isEmpty ? end : .unchanged)
        let entry = try who.flow(in: workplace).add(try who.selector(), secondary: emails, terms)
        let name = VisibleText.of(entry.name)
        if entry.key.kind == .group, let integration = entry.key.integration {
            let count = try workplace.store.transitiveUserIDs(ofGroup: entry.key.id, of: integration).count
            Output.say(
                "protected the group \(name): \(Numbers.counted(count, "person", plural: "people")), and who joins it")
            if let remark = Coincidence.remark(listed: count) { Output.say(remark) }
        } else {
            let known = entry.person.addresses.count + entry.person.addressPatterns.count
            let more =
                emails.isEmpty
                ? "" : ", \(Numbers.counted(emails.count, "secondary address", plural: "secondary addresses")) kept"
            Output.say("protected \(name) (\(Numbers.counted(known, "address", plural: "addresses"))\(more))")
        }
        let ends = entry.reasons.compactMap(\.expires)
        if expires == nil, ends.count == entry.reasons.count, let last = ends.max() {
            Output.say(
                "the protection ends on \(ProtectWords.text(of: last)), as before; --expires never takes that away")
        }
        Output.say("Next: reeve protect list · reeve protect lint")
    }
}

struct ProtectRemove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take somebody off the list, or forget secondary addresses.",
        discussion: """
            reeve protect remove --group Executives
            reeve protect remove --user adele@contoso.example --secondary adele@vance.example
            """)
    @OptionGroup var who: ProtectSelector
    @Option(help: ArgumentHelp("Forget only this secondary address; may be repeated.", valueName: "address"))
    var secondary: [String] = []
    @OptionGroup var options: GlobalOptions

    func validate() throws {
        if who.group != nil && !secondary.isEmpty { throw ValidationError("a group has no secondary addresses") }
        try checked { for address in secondary { _ = try ProtectWords.address(address) } }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let name = try who.flow(in: workplace).remove(try who.selector(), secondary: secondary)
        Output.say(
            secondary.isEmpty
                ? "\(VisibleText.of(name)) is off the list"
                : "forgot \(secondary.joined(separator: ", ")) of \(VisibleText.of(name))")
    }
}
