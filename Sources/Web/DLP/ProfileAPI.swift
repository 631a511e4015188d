import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    func apiProfiles(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let page = try profileBook.items().page(asked.seek(), limit: asked.limit) { $0.profile.name }
        return Response.json(page.document({ Self.document($0.element) }, \.place))
    }

    func apiProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        let name = try context.part("name")
        let document = Self.document(try asProblem { try profileBook.item(named: name) })
        return Response.json(document, tag: EntityTag(of: document))
    }

    /// Runs a change of the profile that the path names, unless `If-Match` forbids it.
    private func changingProfile<T>(
        _ request: Request, _ context: WebContext, _ body: (ProfileBook.Item) throws -> T
    ) throws -> T {
        let name = try context.part("name")
        let item = { try asProblem { try profileBook.item(named: name) } }
        return try changeTurn.take(request, { EntityTag(of: Self.document(try item())) }) {
            try asProblem { try body(try item()) }
        }
    }

    private struct ProfileBody: Decodable {
        var name: String?
        var entries: [String]?
        var minimumConfidence: Match.Confidence?
        var allowedMatches: Int?
        var together: Int?
        var usesContext: Bool?

        /// What is not said stays as it is.
        func changed(_ profile: ContentProfile) -> ContentProfile {
            ContentProfile(
                name: name ?? profile.name, entries: entries.map { Set($0) } ?? profile.entries,
                minimum: minimumConfidence ?? profile.minimum, allowed: allowedMatches ?? profile.allowed,
                together: together ?? profile.together, usesContext: usesContext ?? profile.usesContext)
        }
    }

    func apiAddProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(ProfileBody.self, request, context)
        let deed = try deed(context)
        let item = try changeTurn.take {
            try asProblem {
                let made = try profileBook.add(body.changed(ContentProfile(name: "", entries: [])), deed)
                return try profileBook.item(named: made.name)
            }
        }
        return Response.json(Self.document(item), status: .created)
    }

    func apiChangeProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(ProfileBody.self, request, context)
        let deed = try deed(context)
        let document = try changingProfile(request, context) { known in
            let made = try profileBook.change(known.profile.name, to: body.changed(known.profile), deed)
            return Self.document(try profileBook.item(named: made.name))
        }
        return Response.json(document, tag: EntityTag(of: document))
    }

    private struct EntriesBody: Decodable {
        var on: [String]
    }

    func apiSetEntries(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(EntriesBody.self, request, context)
        let deed = try deed(context)
        let document = try changingProfile(request, context) {
            Self.document(try profileBook.setEntries(Set(body.on), of: $0.profile.name, deed))
        }
        return Response.json(document, tag: EntityTag(of: document))
    }

    func apiRemoveProfile(_ request: Request, _ context: WebContext) async throws -> Response {
        let deed = try deed(context)
        try changingProfile(request, context) { try profileBook.remove($0.profile.name, deed) }
        return Response(status: .noContent)
    }

    private struct AttachBody: Decodable {
        var profiles: [String]
    }

    func apiAttach(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(AttachBody.self, request, context)
        let deed = try deed(context)
        let names = try changing(request, context) { integration in
            try asProblem { try profileBook.attach(body.profiles, to: integration, deed) }
        }
        let idle = try profileBook.idle(among: names)
        let integration = try askedIntegration(context)
        let others = try profileBook.ofOtherTenants(among: names, for: integration)
        return Response.json(
            .object([
                ("profiles", .texts(names)), ("withoutEntries", .texts(idle)), ("ofOtherTenants", .texts(others)),
            ]),
            tag: try tag(of: integration))
    }

    func apiEntries(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try PageRequest<Turn<ListPlace>>(request)
        let page = try profileBook.catalogue().entries.page(asked.seek(), limit: asked.limit, id: \.id)
        return Response.json(page.document({ .object(Self.members($0.element)) }, \.place))
    }

    func apiEntry(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = try context.part("id")
        guard let entry = try profileBook.catalogue().entries.first(where: { $0.id == id }) else {
            throw Problem(.notFound, "There is no entry of that id.")
        }
        let own = try entryBook.entries().first { $0.id == id }
        // What an entry looks for may be as secret as what it finds: it is for those who may change it, as on the pages.
        let shown = try context.somebody.role >= .analyst ? own : nil
        let document = OrderedJSON.object(Self.members(entry) + [("content", shown.map(Self.content) ?? .null)])
        return Response.json(document, tag: EntityTag(of: own.map(Self.content) ?? document))
    }

    /// What somebody wrote into an entry of their own, in the words of the body that makes one. Of tables and documents the names are kept.
    static func content(_ entry: CustomEntry) -> OrderedJSON { .object(contentMembers(entry)) }

    /// With who changed it last.
    private static func content(_ kept: KeptEntry) -> OrderedJSON {
        .object(
            contentMembers(kept.entry) + [
                ("changedBy", .text(kept.by)), ("changedAt", .text(Moments.iso(kept.at))),
            ])
    }

    private static func contentMembers(_ entry: CustomEntry) -> [(String, OrderedJSON)] {
        var parts: [String: OrderedJSON] = [:]
        switch entry.means {
        case .pattern(let expression): parts["expression"] = .text(expression)
        case .words(let list): parts["words"] = .texts(list)
        case .dataset(let columns, let supporting):
            parts["table"] = .object([
                ("primary", .optional(columns.first(where: \.isPrimary)?.name)),
                ("columns", .texts(columns.filter { !$0.isPrimary }.map(\.name))), ("supporting", .number(supporting)),
            ])
        case .fingerprint(let documents, let percent):
            parts["documents"] = .texts(documents)
            parts["percent"] = .number(percent)
        case .label, .foreignLabel: break
        }
        func hot(_ effect: CustomEntry.HotWords.Effect) -> OrderedJSON {
            .texts(entry.hotWords.filter { $0.effect == effect }.flatMap(\.words))
        }
        return ["expression", "words", "table", "documents", "percent"].map { ($0, parts[$0] ?? .null) } + [
            ("caseCounts", .flag(entry.letterCase == .counts)), ("exclusionWords", .texts(entry.exclusionWords)),
            ("raising", hot(.raise)), ("lowering", hot(.lower)),
        ]
    }

    private struct EntryBody: Decodable {
        struct Table: Decodable {
            var csv: String
            var primary: String
            var columns: [String]?
            var supporting: Int?
        }
        struct Document: Decodable {
            var name: String
            var text: String
        }
        var name: String?
        var expression: String?
        var words: [String]?
        var table: Table?
        var documents: [Document]?
        var percent: Int?
        var caseCounts: Bool?
        var exclusionWords: [String]?
        var raising: [String]?
        var lowering: [String]?
        /// As the answer that shows the entry has them.
        var title: String?
        var content: EntrySentBack?

        /// With what was sent back as it was read, where the body itself does not say otherwise.
        /// - Throws: `Problem` 422 where it cannot be so.
        func whole(inPlaceOf known: CustomEntry.Means) throws -> EntryBody {
            var whole = self
            whole.name = name ?? title
            guard let content else { return whole }
            if expression == nil, words == nil, table == nil, documents == nil {
                (whole.expression, whole.words) = (content.expression, content.words)
                try content.checkNames(against: known)
            }
            whole.percent = percent ?? content.percent
            whole.caseCounts = caseCounts ?? content.caseCounts
            whole.exclusionWords = exclusionWords ?? content.exclusionWords
            whole.raising = raising ?? content.raising
            whole.lowering = lowering ?? content.lowering
            return whole
        }

        /// What it is to look for in place of what a known entry does; what is not said stays.
        /// - Throws: `Problem` where it would become another kind of entry.
        func means(inPlaceOf known: CustomEntry.Means) throws -> (CustomEntry.Means, EntryMaterial?, EntryBulk.Table?) {
            let isSaid = expression != nil || words != nil || table != nil || documents != nil
            guard isSaid else {
                if case .fingerprint(let names, let before) = known {
                    return (.fingerprint(documents: names, percent: percent ?? before), nil, nil)
                }
                if case .dataset(let columns, let before) = known {
                    return (.dataset(columns: columns, supporting: content?.table?.supporting ?? before), nil, nil)
                }
                return (known, nil, nil)
            }
            var wish = self
            if case .fingerprint(_, let before) = known { wish.percent = percent ?? before }
            if case .dataset(_, let before) = known { wish.table?.supporting = table?.supporting ?? before }
            let (means, material, rows) = try wish.means()
            guard means.word == known.word else {
                throw Problem(
                    .unprocessableContent, "An entry stays of its kind: make another one, and put it into the profiles."
                )
            }
            return (means, material, rows)
        }

        /// - Throws: `Problem` where it is not one of the four kinds.
        func means() throws -> (CustomEntry.Means, EntryMaterial?, EntryBulk.Table?) {
            switch (expression, words, table, documents) {
            case (let expression?, nil, nil, nil): return (.pattern(expression: expression), nil, nil)
            case (nil, let words?, nil, nil): return (.words(list: words), nil, nil)
            case (nil, nil, let table?, nil):
                let made = try EntryBulk().table(
                    Array(table.csv.utf8), primary: table.primary, supporting: table.columns ?? [],
                    needed: table.supporting ?? 1)
                return (.dataset(columns: made.columns, supporting: table.supporting ?? 1), made.material, made)
            case (nil, nil, nil, let documents?):
                let material = try EntryBulk().fingerprints(of: documents.map { ($0.name, $0.text) })
                return (.fingerprint(documents: documents.map(\.name), percent: percent ?? 50), material, nil)
            default:
                throw Problem(.unprocessableContent, "Give expression, words, table or documents, one of them.")
            }
        }
    }

    func apiAddEntry(_ request: Request, _ context: WebContext) async throws -> Response {
        let body = try await decode(EntryBody.self, request, context, atMost: 32 << 20)
        let deed = try deed(context)
        guard let name = body.name else { throw Problem(.badRequest, "The body does not fit: \"name\" is missing.") }
        let (made, rows) = try asProblem {
            let (means, material, rows) = try body.means()
            let draft = EntryBook.Draft(
                name: name, means: means, letterCase: body.caseCounts == true ? .counts : .ignored,
                exclusionWords: body.exclusionWords ?? [], raising: body.raising ?? [], lowering: body.lowering ?? [])
            return (try changeTurn.take { try entryBook.add(draft, material: material, deed) }, rows)
        }
        return Response.json(
            .object(Self.members(ContentEntry(made)) + [("rows", Self.rows(rows))]), status: .created)
    }

    func apiChangeEntry(_ request: Request, _ context: WebContext) async throws -> Response {
        let id = try context.part("id")
        let sent = try await decode(EntryBody.self, request, context, atMost: 32 << 20)
        let deed = try deed(context)
        // Hashing a table takes its time: what it is made of does not depend on what is kept.
        let known = try asProblem { try entryBook.entry(id) }
        let body = try sent.whole(inPlaceOf: known.entry.means)
        let (means, material, rows) = try asProblem { try body.means(inPlaceOf: known.entry.means) }
        let tag = { EntityTag(of: Self.content(try asProblem { try entryBook.entry(id) })) }
        let document = try changeTurn.take(request, tag) {
            try asProblem {
                let old = try entryBook.entry(id).entry
                func hot(_ effect: CustomEntry.HotWords.Effect) -> [String] {
                    old.hotWords.filter { $0.effect == effect }.flatMap(\.words)
                }
                let draft = EntryBook.Draft(
                    name: body.name ?? old.name, means: means,
                    letterCase: body.caseCounts.map { $0 ? .counts : .ignored } ?? old.letterCase,
                    exclusionWords: body.exclusionWords ?? old.exclusionWords, raising: body.raising ?? hot(.raise),
                    lowering: body.lowering ?? hot(.lower))
                let made = try entryBook.change(old.id, to: draft, material: material, deed)
                return (ContentEntry(made), try entryBook.entry(made.id))
            }
        }
        let content = Self.content(document.1)
        return Response.json(
            .object(Self.members(document.0) + [("content", content), ("rows", Self.rows(rows))]),
            tag: EntityTag(of: content))
    }

    /// What became of the rows of a table that was sent; null where none was.
    private static func rows(_ table: EntryBulk.Table?) -> OrderedJSON {
        guard let table else { return .null }
        func left(_ out: EntryBulk.LeftOut) -> OrderedJSON {
            .object([("rows", .number(out.rows)), ("lines", .list(out.lines.map { .number($0) }))])
        }
        return .object([
            ("hashed", .number(table.rows)), ("withoutPrimary", .number(table.skipped)),
            ("uneven", left(table.uneven)), ("withoutOthers", left(table.bare)),
        ])
    }

    func apiRemoveEntry(_ request: Request, _ context: WebContext) async throws -> Response {
        let (id, deed) = (try context.part("id"), try deed(context))
        let tag = { EntityTag(of: Self.content(try asProblem { try entryBook.entry(id) })) }
        try changeTurn.take(request, tag) { try asProblem { _ = try entryBook.remove(id, deed) } }
        return Response(status: .noContent)
    }

    private static func members(_ entry: ContentEntry) -> [(String, OrderedJSON)] {
        [
            ("id", .text(entry.id)), ("title", .text(entry.title)), ("kind", .text(entry.kind.rawValue)),
            ("group", .text(entry.group)), ("note", .text(entry.note)), ("isDeleted", .flag(entry.isDeleted)),
        ]
    }

    private static func document(_ item: ProfileBook.Item) -> OrderedJSON {
        var (integration, by, at): (OrderedJSON, OrderedJSON, OrderedJSON) = (.null, .null, .null)
        if case .labels(let name) = item.origin { integration = .text(name) }
        if case .custom(let who, let when) = item.origin { (by, at) = (.text(who), .optional(when)) }
        return .object([
            ("name", .text(item.profile.name)), ("origin", .text(item.origin.word)), ("integration", integration),
            ("minimumConfidence", .text(item.profile.minimum.rawValue)),
            ("allowedMatches", .number(item.profile.allowed)), ("together", .number(item.profile.together)),
            ("usesContext", .flag(item.profile.usesContext)), ("integrations", .texts(item.attachedTo)),
            ("changedBy", by), ("changedAt", at),
            ("entries", .list(item.lines.map { .object(members($0.entry) + [("isOn", .flag($0.isOn))]) })),
        ])
    }
}
