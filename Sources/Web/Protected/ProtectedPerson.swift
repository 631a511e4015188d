import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// One person of the list: show, add, change, remove.
extension WebServer {
    private func row(_ text: String) throws -> ProtectedList.Row {
        guard let key = Protection.Key(text), let row = try ProtectedList(store: store, asOf: now()).row(key) else {
            throw Problem(.notFound, "Nobody of that id is protected.")
        }
        return row
    }

    func personPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let row = try row(try context.part("key"))
        return try show(personPage(row, personValues(row, context), context), request, context)
    }

    private func personPage(
        _ row: ProtectedList.Row, _ values: [String: Any], _ context: WebContext, status: HTTPResponse.Status = .ok
    ) -> Page {
        protectedPage(row.entry.person.name, .protectedPerson, values, status: status)
    }

    private func personValues(_ row: ProtectedList.Row, _ context: WebContext) throws -> [String: Any] {
        let (person, mayChange) = (row.entry.person, try context.somebody.role >= .analyst)
        let isTyped = row.key.integration == nil
        let isListed = try store.protection(row.key) != nil
        return [
            "before": Self.version(row), "heading": person.name,
            "sub": row.entry.directory.map { "from the directory \($0)" } ?? "typed in by hand",
            "formTitle": isTyped ? "Person" : "Secondary emails", "action": "\(Self.personLink(row.key))",
            "isTyped": isTyped, "mayChange": mayChange, "name": person.name,
            "emails": person.addresses.joined(separator: "\n"), "pattern": person.addressPatterns.first ?? "",
            "secondary": person.secondaryEmails.map { ProtectWords.text(of: $0) }.joined(separator: "\n"),
            "comment": row.entry.comment ?? "", "expires": row.entry.expires.map { ProtectWords.text(of: $0) } ?? "",
            "known": [
                "chips": Provenance.chips(person.reasons), "mayRemove": mayChange && isListed, "key": row.key.text,
                "removeWords": "Remove \(person.name) from the list", "remarkText": row.entry.comment ?? "",
                "addresses": person.addresses + person.addressPatterns, "seen": try seen(row.key.id),
            ] as [String: Any],
        ]
    }

    /// Addresses that used the person's name lately, each once.
    private func seen(_ id: String) throws -> [[String: Any]] {
        var filter = VerdictFilter()
        filter.person = id
        filter.since = now().addingTimeInterval(-30 * 86_400)
        let verdicts = try store.verdicts(filter, limit: 200).elements
        let byAddress = Dictionary(grouping: verdicts) { $0.senderAddress?.description ?? $0.sender }
        return byAddress.sorted { $0.value.count > $1.value.count }.prefix(8).map { address, found in
            [
                "from": address, "link": "/mail/\(found[0].id)",
                "words": "\(Numbers.counted(found.count, "message")), \(found[0].verdict.disposition.rawValue)",
            ]
        }
    }

    func addPersonPage(_ request: Request, _ context: WebContext) async throws -> Response {
        try show(protectedPage("Add person", .protectedPerson, addValues(), status: .ok), request, context)
    }

    private func addValues() -> [String: Any] {
        [
            "heading": "Add person", "sub": "Somebody whom no directory knows, or who writes from elsewhere.",
            "formTitle": "Person", "action": "/protected/add", "isTyped": true, "mayChange": true, "name": "",
            "emails": "", "pattern": "", "secondary": "", "comment": "", "expires": "",
        ]
    }

    func addPerson(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let entry = try ProtectEdit(store: store, try deed(context)).keep(try Self.draft(context.form))
            return .seeOther(
                Self.personLink(entry.key), flash: .done("\(entry.name) is protected. Mail judged from now on uses it.")
            )
        } catch let error as ProtectError {
            let values = Self.filled(addValues(), context.form, "\(error)".sentence)
            return try show(
                protectedPage("Add person", .protectedPerson, values, status: .unprocessableContent), request, context)
        }
    }

    func savePerson(_ request: Request, _ context: WebContext) async throws -> Response {
        let row = try row(try context.part("key"))
        let edit = ProtectEdit(store: store, try deed(context))
        if let before = context.form["before"], before != Self.version(row) {
            let values = Self.filled(
                try personValues(row, context), context.form,
                "Somebody has changed \(row.entry.person.name) since you opened this page. Below is what you typed; saving it replaces what is there now: \(Self.words(row))."
            )
            return try show(personPage(row, values, context, status: .conflict), request, context)
        }
        do {
            if row.key.integration == nil {
                let entry = try edit.keep(try Self.draft(context.form), as: row.key)
                return .seeOther(Self.personLink(entry.key), flash: .done("\(entry.name) is saved."))
            }
            let secondary = try Self.secondary(context.form)
            let kept = try edit.setSecondary(secondary, of: row.key, named: row.entry.person.name)
            let count = Numbers.counted(kept, "secondary email")
            return .seeOther(
                Self.personLink(row.key), flash: .done("\(row.entry.person.name) has \(count) now."))
        } catch let error as ProtectError {
            let values = Self.filled(try personValues(row, context), context.form, "\(error)".sentence)
            return try show(personPage(row, values, context, status: .unprocessableContent), request, context)
        }
    }

    /// What a form was made from, so that nobody overwrites unseen what somebody else has saved meanwhile.
    private static func version(_ row: ProtectedList.Row) -> String {
        let person = row.entry.person
        let parts =
            [person.name] + person.addresses + person.addressPatterns
            + person.secondaryEmails.map { ProtectWords.text(of: $0) }
            + [row.entry.comment ?? "", row.entry.expires.map { ProtectWords.text(of: $0) } ?? ""]
        return parts.joined(separator: " | ").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func words(_ row: ProtectedList.Row) -> String {
        let secondary = row.entry.person.secondaryEmails.map { ProtectWords.text(of: $0) }
        return secondary.isEmpty ? "no secondary email" : secondary.prefix(5).joined(separator: ", ")
    }

    private static func filled(_ values: [String: Any], _ form: Form, _ error: String) -> [String: Any] {
        var values = values
        for name in ["name", "emails", "pattern", "secondary", "comment", "expires"] {
            if let text = form.all(name).first { values[name] = text }
        }
        values["error"] = error
        return values
    }

    static func lines(_ text: String?) -> [String] {
        (text ?? "").split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter {
            !$0.isEmpty
        }
    }

    private static func secondary(_ form: Form) throws -> [ProtectedPerson.SecondaryEmail] {
        let lines = lines(form["secondary"])
        guard lines.count <= 500 else { throw ProtectError.badAddress("", why: "there are more than 500") }
        return try lines.map { try ProtectWords.secondaryEmail($0) }
    }

    private static func draft(_ form: Form) throws -> ProtectEdit.Draft {
        var draft = ProtectEdit.Draft()
        draft.name = form["name"] ?? ""
        draft.emails = lines(form["emails"])
        draft.pattern = form["pattern"]
        draft.secondary = try secondary(form)
        draft.comment = form["comment"]
        if let text = form["expires"] {
            guard let moment = ProtectWords.moment(text) else { throw ProtectError.badDate(text) }
            draft.expires = moment
        }
        return draft
    }

    func removePerson(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let key = context.form["person"].flatMap({ Protection.Key($0) }) else {
            throw Problem(.unprocessableContent, "Say who.")
        }
        let change = try ProtectEdit(store: store, try deed(context)).remove([key])
        guard let name = change.names.first else {
            return .seeOther(Link("/protected"), flash: .warning("Nobody of that id is listed any more."))
        }
        return .seeOther(
            Link("/protected"),
            flash: .done("\(name) is no longer on the list.", undo: undo(change, backTo: Link("/protected"))))
    }

    /// One click from a verdict: the address is the person's own.
    func addSecondaryEmail(_ request: Request, _ context: WebContext) async throws -> Response {
        let back = Link(returningTo: context.form["next"]) ?? Link("/protected")
        let row = try row(context.form["person"] ?? "")
        do {
            let email = try ProtectWords.secondaryEmail(context.form["address"] ?? "")
            try ProtectEdit(store: store, try deed(context)).addSecondary(
                email, of: row.key, named: row.entry.person.name)
            return .seeOther(
                back, flash: .done("\(email.address) is a secondary email of \(row.entry.person.name) now."))
        } catch let error as ProtectError {
            return .seeOther(back, flash: .failed("\(error)".sentence))
        }
    }
}
