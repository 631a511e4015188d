import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension ContentEntry {
    /// What lists have room for; the whole stands on the entry's own page.
    var shortNote: String { DisplayWidth.cut(note, to: 120, .end) }
}

extension WebServer {
    var entryBook: EntryBook { EntryBook(store: store) }

    /// `GET /dlp/entries`: those that people made.
    func entriesPage(_ request: Request, _ context: WebContext) async throws -> Response {
        // All of them stand on one page: a cursor can only be of another list.
        _ = try PageRequest<Turn<ListPlace>>(request)
        let found = try store.instancesByEntry()
        let rows = try entryBook.entries().map { kept -> [String: Any] in
            let entry = ContentEntry(kept.entry)
            return [
                "name": entry.title, "link": "\(Link("/dlp/add-entry", ["entry": entry.id]))", "id": entry.id,
                "remove": "\(Link("/dlp/entries/remove", ["entry": entry.id]))",
                "kind": entry.kind.title, "note": entry.shortNote, "by": AuditSentence.who(kept.by),
                "time": time(kept.at, context),
                "files": "\(Link("/instances", ["entry": entry.id, "integration": "all"]))",
                "fileCount": Numbers.grouped(found[entry.id] ?? 0),
                "fileWords": Numbers.counted(found[entry.id] ?? 0, "finding in a file", plural: "findings in files"),
                "users": try store.profiles(with: entry.id).map {
                    ["user": $0, "userLink": "\(ContentProfile.page(of: $0))"]
                },
            ]
        }
        let mayChange = try context.somebody.role >= .analyst
        let page = Page(
            section: .profiles, title: "Entries of your own",
            crumbs: [.init("DLP"), .init("Profiles", Link("/dlp/profiles")), .init("Entries of your own")],
            template: .dlpEntries,
            view: [
                "rows": rows, "hasRows": !rows.isEmpty, "mayChange": mayChange, "inEntries": true,
                "kinds": EntryForm.kinds.map { ["title": $0.1, "link": "/dlp/add-entry?kind=\($0.0.rawValue)"] },
            ] as [String: Any])
        return try show(page, request, context)
    }

    /// `GET /dlp/add-entry?kind=` and `?entry=`.
    func addEntryPage(_ request: Request, _ context: WebContext) async throws -> Response {
        if let id = request.asked("entry") {
            return try showEntry(EntryForm(try asProblem { try entryBook.entry(id) }), request, context)
        }
        let kind = try request.asked("kind").map { word in
            guard let kind = EntryForm.kinds.first(where: { $0.0.rawValue == word })?.0 else {
                let words = EntryForm.kinds.map(\.0.rawValue).joined(separator: ", ")
                throw AddressQuery.unknown("kind", word, "it is one of: \(words)")
            }
            return kind
        }
        return try showEntry(EntryForm(kind ?? .pattern), request, context)
    }

    /// `POST /dlp/add-entry`: saves an entry, or tries an expression on a sample.
    func addEntry(_ request: Request, _ context: WebContext) async throws -> Response {
        var form = EntryForm(context.form)
        form.former = try keptEntry(form.id)?.entry
        do {
            if context.form["do"] == "try" {
                form.found = try ContentTrial(trying: form.draft(.pattern(expression: form.expression))).run(
                    Extraction(segments: [ExtractedSegment(part: "", kind: .text, text: form.sample)], status: .ok))
                return try showEntry(form, request, context)
            }
            return try await keep(form, request, context)
        } catch let trouble as ProfileTrouble {
            form.problem = trouble.reason
            return try showEntry(form, request, context, status: .unprocessableContent)
        }
    }

    private func keep(_ form: EntryForm, _ request: Request, _ context: WebContext) async throws -> Response {
        // Hashing a table takes its time: what it is made of does not depend on what is kept.
        let (means, material, rows) = try await means(form, context.form)
        let deed = try deed(context)
        let draft = form.draft(means)
        return try changeTurn.take {
            if let stale = try stale(form, context.form) {
                return try showEntry(stale, request, context, status: .conflict)
            }
            let made =
                try form.id.map { try entryBook.change($0, to: draft, material: material, deed) }
                ?? entryBook.add(draft, material: material, deed)
            let isSame = material == nil && made == form.former
            let effect = try isSame ? "Nothing about it changed." : effect(of: made)
            return .seeOther(
                Link("/dlp/entries"),
                flash: .done("\(made.name) is saved. \(rows.map { "\(sentence($0)) " } ?? "")\(effect)"))
        }
    }

    /// The form as it comes back where somebody else changed or removed the entry since it was opened; nil where nobody did.
    private func stale(_ form: EntryForm, _ sent: Form) throws -> EntryForm? {
        guard let id = form.id else { return nil }
        var form = form
        guard let kept = try keptEntry(id) else {
            form.problem = StaleForm.gone("entry \"\(id.prefix(200))\"", "removed")
            (form.id, form.version) = (nil, nil)
            return form
        }
        guard let told = form.stale(beside: kept, hasFile: sent.file("file") != nil) else { return nil }
        form.problem = told
        form.version = EntryForm(kept).version
        return form
    }

    /// What a new or changed entry means for what was scanned already.
    private func effect(of entry: CustomEntry) throws -> String {
        let profiles = try store.profiles(with: entry.id)
        guard !profiles.isEmpty else { return "Put it into a profile to look for it." }
        let users = try profileBook.items().filter { profiles.contains($0.profile.name) }.flatMap(\.attachedTo)
        return try users.isEmpty
            ? "Documents scanned from now on with \(profiles.joined(separator: ", ")) are looked through for it."
            : effect(onScansOf: users)
    }

    /// What the entry looks for, the bulk that belongs to it, and what became of the rows of a table.
    private func means(_ form: EntryForm, _ sent: Form) async throws -> (CustomEntry.Means, EntryMaterial?, String?) {
        switch form.kind {
        case .words:
            return (.words(list: EntryBook.words(form.words)), nil, nil)
        case .dataset:
            guard let supporting = Int(form.supporting) else { throw ProfileTrouble("numbers are written in digits") }
            guard let file = sent.file("file") else {
                guard case .dataset(let columns, _) = form.former?.means else {
                    throw ProfileTrouble("choose a CSV file with a header")
                }
                return (.dataset(columns: columns, supporting: supporting), nil, nil)
            }
            let table = try EntryBulk().table(
                file.bytes, primary: form.primary, supporting: form.columns, needed: supporting)
            let hashed = "hashed \(Numbers.counted(table.rows, "row"))"
            let rows = ([hashed] + table.remarks).joined(separator: "; ")
            return (.dataset(columns: table.columns, supporting: supporting), table.material, rows)
        case .fingerprint:
            guard let percent = Int(form.percent) else { throw ProfileTrouble("numbers are written in digits") }
            let files = sent.files("file")
            guard !files.isEmpty else {
                guard case .fingerprint(let documents, _) = form.former?.means else {
                    throw ProfileTrouble("choose at least one document")
                }
                return (.fingerprint(documents: documents, percent: percent), nil, nil)
            }
            var read: [(name: String, read: Extraction)] = []
            for file in files { read.append((file.name, await extraction(file.bytes, file.name))) }
            let prints = try EntryBulk().fingerprints(of: read)
            return (.fingerprint(documents: read.map(\.name), percent: percent), prints, nil)
        case .pattern, .detector, .label: return (.pattern(expression: form.expression), nil, nil)
        }
    }

    /// `POST /dlp/entries/remove`.
    func removeEntry(_ request: Request, _ context: WebContext) async throws -> Response {
        do {
            let gone = try entryBook.remove(context.form["entry"] ?? "", try deed(context))
            return .seeOther(Link("/dlp/entries"), flash: .done("\(gone.name) is removed."))
        } catch let trouble as ProfileTrouble {
            return .seeOther(Link("/dlp/entries"), flash: .failed(sentence(trouble.reason)))
        }
    }

    private func keptEntry(_ id: String?) throws -> KeptEntry? {
        try id.flatMap { id in try entryBook.entries().first { $0.id == id } }
    }

    private func showEntry(
        _ form: EntryForm, _ request: Request, _ context: WebContext, status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var form = form
        form.former = try keptEntry(form.id)?.entry
        let title = form.former?.name ?? "Add entry"
        return try show(
            Page(
                section: .profiles, title: title,
                crumbs: [
                    .init("DLP"), .init("Profiles", Link("/dlp/profiles")),
                    .init("Entries of your own", Link("/dlp/entries")), .init(title),
                ], template: .dlpEntryForm, view: form.values, status: status), request, context)
    }
}
