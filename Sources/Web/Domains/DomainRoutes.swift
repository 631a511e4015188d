import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// Domains and what the DNS says of them.
    var domainRoutes: [Route] {
        [
            .page("/domains", for: .viewer, domainPage),
            .form("/domains/ask", for: .analyst, askDomain),
            .api(.get, "/api/v1/domains", for: .viewer, .listDomains, listDomains),
            .api(.post, "/api/v1/domains/{name}/{domain}/ask", for: .analyst, .askDomain, askDomainByAPI),
        ]
    }

    var domainListing: DomainListing { DomainListing(store: store, keeping: domains) }

    func domainPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let integrations = try store.integrations()
        let scope = try scope(request, amongAll: integrations)?.name
        let rows = try domainListing.rows(of: scope)
        let wanted = request.asked("domain")
        let tenant = request.asked("of")
        let chosen = rows.first { row in
            row.explanation.domain.id == wanted && (tenant == nil || row.integration == tenant)
        }
        if wanted != nil, chosen == nil { throw Problem(.notFound, "No tenant has a domain of that name.") }
        var values: [String: Any] = [
            "summary": Self.summary(rows), "chosen": false,
            "empty": "No domain was read yet: they stand here after the first scan.",
        ]
        let asked = try PageRequest<Turn<ListPlace>>(request)
        var seek: Seek<ListPlace> = asked.seek()
        // Without a place the list begins at the page that the domain is on.
        if asked.after == nil, let index = rows.firstIndex(where: { $0 == chosen }), index >= asked.limit {
            let before = index / asked.limit * asked.limit - 1
            seek = .after(ListPlace(id: Self.placeID(rows[before]), index: before))
        }
        let slice = rows.page(seek, limit: asked.limit, id: Self.placeID)
        if let row = chosen ?? slice.elements.first?.element {
            var view = try chosenView(row, among: slice.elements.map(\.element), request.asked("cursor"), context)
            if slice.elements.count < rows.count {
                let words = "\(slice.elements.count) of \(Numbers.counted(rows.count, "domain"))"
                view["pages"] = ["pager": slice.pager("/domains", [], words: words, \.place)]
            }
            values["chosen"] = view
        }
        let page = Page(
            section: .domains, title: "Domains", crumbs: [.init("CASB"), .init("Domains")], template: .domains,
            view: values)
        return try show(page, request, context)
    }

    private static func placeID(_ row: DomainListing.Row) -> String {
        row.integration + " " + row.explanation.domain.id
    }

    private static func summary(_ rows: [DomainListing.Row]) -> String {
        guard !rows.isEmpty else { return "No domain is known yet." }
        let open = rows.count { [.bad, .warn].contains($0.explanation.standing.tone) }
        let unknown = rows.count { $0.explanation.standing.tone == .unknown }
        return "\(Numbers.counted(rows.count, "domain")). \(open) to mend; \(unknown) not known."
    }

    private static func state(_ judgement: DomainExplanation.Judgement) -> StateView {
        switch judgement.tone {
        case .ok: StateView(.ok, judgement.words)
        case .warn: StateView(.warn, judgement.words)
        case .bad: StateView(.bad, judgement.words)
        case .unknown: StateView(.unknown, judgement.words)
        }
    }

    private func chosenView(
        _ row: DomainListing.Row, among rows: [DomainListing.Row], _ cursor: String?, _ context: WebContext
    ) throws -> [String: Any] {
        let explanation = row.explanation
        let domain = explanation.domain
        let notes = [
            row.integration, domain.isDefault == true ? "main domain" : nil,
            domain.isInitial == true ? "initial domain" : nil,
            domain.supportsEmail ? "used for mail" : "not used for mail", domain.isFederated ? "federated" : nil,
        ]
        var sentence = [explanation.dmarc?.summary, explanation.spf?.summary].compactMap(\.self).joined(separator: " ")
        if sentence.isEmpty { sentence = "\(explanation.standing.words)." }
        if let asked = try domainListing.asked(about: row) { sentence += " Asked \(time(asked, context).words)." }
        let mayAsk = (try? context.somebody.role >= .analyst) == true && domain.isVerified == true
        return [
            "ask": shown(mayAsk ? ["domain": domain.id, "of": row.integration] : nil),
            "list": rows.map { other -> [String: Any] in
                [
                    "domain": other.explanation.domain.id, "state": Self.state(other.explanation.standing),
                    "isHere": other == row,
                    "link":
                        "\(Link("/domains", ["domain": other.explanation.domain.id, "of": other.integration, "cursor": cursor]))",
                ]
            },
            "title": domain.id, "note": notes.compactMap(\.self).joined(separator: " · "), "sentence": sentence,
            "records": [
                explanation.dmarc.map { recordView("dmarc", "DMARC", $0) },
                explanation.spf.map { recordView("spf", "SPF", $0) },
            ].compactMap(\.self),
        ]
    }

    private func recordView(_ id: String, _ heading: String, _ record: DomainExplanation.Record) -> [String: Any] {
        let isSPF = id == "spf"
        let marked = record.terms.filter { $0.judgement.tone == .bad || $0.judgement.tone == .warn }
        var view: [String: Any] = [
            "id": id, "heading": heading, "asked": record.name, "state": Self.state(record.standing),
            "explained": record.summary, "isAbsent": record.text == nil && record.standing.tone != .unknown,
            "published": shown(record.text.map { Self.marked($0, marked.map(\.text)) }),
            "column": isSPF ? "Term" : "Tag", "hasLookups": isSPF, "hasTerms": !record.terms.isEmpty,
            "terms": record.terms.map { term -> [String: Any] in
                [
                    "term": term.text,
                    "means": term.isForeign ? term.means.replacing("Foreign domain. ", with: "") : term.means,
                    "lookups": term.lookups.map(String.init) ?? "unknown", "state": Self.state(term.judgement),
                    "isForeign": term.isForeign, "isMarked": term.isPublished && marked.contains(term),
                ]
            }, "publish": shown(record.publish.map { ["line": $0, "id": id] as [String: Any] }),
            "hasNotes": !record.notes.isEmpty, "notes": record.notes, "total": false,
        ]
        if isSPF, !record.terms.isEmpty {
            let counts = record.terms.map(\.lookups)
            let isKnown = !counts.contains(nil)
            let sum = counts.compactMap(\.self).reduce(0, +)
            view["total"] =
                [
                    "limit": "the limit is 10", "count": isKnown ? "\(sum)" : "\(sum) or more",
                    "state": sum > 10
                        ? StateView(.bad, "Too many")
                        : isKnown ? StateView(.ok, "Fine") : StateView(.unknown, "Not all known"),
                ] as [String: Any]
        }
        return view
    }

    /// The record with the terms marked that are worth a look; HTML of ours from escaped parts.
    private static func marked(_ text: String, _ terms: [String]) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { piece in
            let bare = piece.hasSuffix(";") ? String(piece.dropLast()) : String(piece)
            let html = MarkedHeader.escaped(bare)
            let shown = terms.contains(bare) ? "<mark>\(html)</mark>" : html
            return shown + (piece.hasSuffix(";") ? ";" : "")
        }.joined(separator: " ")
    }

    func listDomains(_ request: Request, _ context: WebContext) async throws -> Response {
        let page = try PageRequest<Turn<ListPlace>>(request)
        let listing = domainListing
        let name = request.asked("integration")
        if let name, try store.integration(named: name) == nil {
            throw Problem(.notFound, "There is no integration of that name.")
        }
        let slice = try listing.rows(of: name)
            .page(page.seek(), limit: page.limit, id: Self.placeID)
        let rows = slice.elements.map(\.element)
        let asked = try Dictionary(
            rows.map { (Self.placeID($0), try listing.asked(about: $0)) }, uniquingKeysWith: { first, _ in first })
        return Response.json(
            slice.document({ Self.document($0.element, asked: asked[Self.placeID($0.element)] ?? nil) }, \.place))
    }

    static func document(_ row: DomainListing.Row, asked: Date?) -> OrderedJSON {
        func judgement(_ judgement: DomainExplanation.Judgement) -> OrderedJSON {
            .object([("tone", .text(judgement.tone.rawValue)), ("words", .text(judgement.words))])
        }
        func record(_ record: DomainExplanation.Record?) -> OrderedJSON {
            guard let record else { return .null }
            let terms = record.terms.map { term in
                OrderedJSON.object([
                    ("text", .text(term.text)), ("means", .text(term.means)), ("lookups", .optional(term.lookups)),
                    ("judgement", judgement(term.judgement)), ("isForeign", .flag(term.isForeign)),
                    ("isPublished", .flag(term.isPublished)),
                ])
            }
            return .object([
                ("name", .text(record.name)), ("text", .optional(record.text)),
                ("standing", judgement(record.standing)),
                ("summary", .text(record.summary)), ("terms", .list(terms)), ("publish", .optional(record.publish)),
                ("notes", .texts(record.notes)),
            ])
        }
        let explanation = row.explanation
        return .object([
            ("integration", .text(row.integration)), ("domain", .text(explanation.domain.id)),
            ("standing", judgement(explanation.standing)), ("asked", .optional(asked)),
            ("spf", record(explanation.spf)), ("dmarc", record(explanation.dmarc)),
        ])
    }
}

extension Operation {
    private static let judgement = JSONShape.object([
        ("tone", .text(oneOf: ["ok", "warn", "bad", "unknown"])), ("words", .text),
    ])
    private static let record = JSONShape.object([
        ("name", .text), ("text", .optional(.text)), ("standing", judgement), ("summary", .text),
        (
            "terms",
            .list(
                .object([
                    ("text", .text), ("means", .text), ("lookups", .optional(.integer)), ("judgement", judgement),
                    ("isForeign", .flag), ("isPublished", .flag),
                ]))
        ), ("publish", .optional(.text)), ("notes", .list(.text)),
    ])

    private static let domain = JSONShape.object([
        ("integration", .text), ("domain", .text), ("standing", judgement), ("asked", .optional(.moment)),
        ("spf", .optional(record)), ("dmarc", .optional(record)),
    ])

    static let askDomain = Operation(
        id: "askDomain", tag: "domains",
        summary: "Asks the DNS about one domain now, keeps what it answers, and lets the domain be judged again.",
        parameters: [
            .path("name", .text, "The integration's name."), .path("domain", .text, "The domain's name."),
        ],
        answers: [200: domain])
    static let listDomains = Operation(
        id: "listDomains", tag: "domains",
        summary: "Every domain, worst first, with its SPF and DMARC records explained.",
        parameters: [.query("integration", .text, "Of one integration only."), .limit, .cursor],
        answers: [200: .page(of: domain)])
}
