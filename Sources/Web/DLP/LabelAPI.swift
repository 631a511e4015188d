import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// The labels, and beside them how far they are known: an empty list alone would say that there are none.
    func apiLabels(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = request.asked("integration")
        let integrations = try store.integrations().filter { asked == nil || $0.name == asked }
        guard asked == nil || !integrations.isEmpty else { throw Problem(.notFound, "There is no such integration.") }
        let shelves = try integrations.map { try labelBook.shelf(of: $0) }
        let place = try PageRequest<Turn<ListPlace>>(request)
        let rows = shelves.flatMap { shelf in shelf.rows.map { (shelf: shelf, row: $0) } }
        let page = rows.page(place.seek(), limit: place.limit) { $0.shelf.integration.name + " " + $0.row.entryID }
        return Response.json(
            .object([
                ("items", .list(page.elements.map { Self.document($0.element.row, of: $0.element.shelf) })),
                ("readings", .list(shelves.map(Self.reading))), ("next", .optional(page.next(\.place))),
            ]))
    }

    private static func reading(_ shelf: LabelBook.Shelf) -> OrderedJSON {
        let (state, detail, at): (String, String?, Date?) =
            switch shelf.standing {
            case .unread: ("unread", nil, nil)
            case .read(let at, let isPreview): (isPreview ? "preview" : "ok", nil, at)
            case .unreadable(let state, let why, let at): (state.rawValue, why, at)
            }
        return .object([
            ("integration", .text(shelf.integration.name)), ("state", .text(state)), ("detail", .optional(detail)),
            ("at", .optional(at)),
        ])
    }

    private static func document(_ row: LabelBook.Row, of shelf: LabelBook.Shelf) -> OrderedJSON {
        let (kept, label) = (row.kept, row.kept.label)
        return .object([
            ("integration", .text(shelf.integration.name)), ("id", .text(label.id)), ("name", .optional(label.name)),
            ("path", .text(row.path)), ("parentId", .optional(label.parentID)),
            ("priority", label.priority.map { .number($0) } ?? .null), ("status", .text(kept.status.rawValue)),
            ("hasProtection", label.hasProtection.map { .flag($0) } ?? .null), ("isPreview", .flag(label.isPreview)),
            ("entry", .text(row.entryID)),
            (
                "formerNames",
                .list(
                    kept.formerNames.map {
                        .object([
                            ("name", .text($0.name)), ("since", .optional($0.since)), ("until", .optional($0.until)),
                        ])
                    })
            ),
            ("firstSeen", .optional(kept.firstSeen)), ("deletedAt", .optional(kept.deletedAt)),
        ])
    }

    private struct TestBody: Decodable {
        struct Document: Decodable {
            var name: String
            var content: Data
        }
        var text: String?
        var document: Document?
        var profile: String?
    }

    func apiTest(_ request: Request, _ context: WebContext) async throws -> Response {
        // Base64 makes a third more of a file.
        let body = try await decode(TestBody.self, request, context, atMost: ContentTrial.largest / 3 * 4 + (1 << 20))
        guard body.document?.content.count ?? 0 <= ContentTrial.largest else {
            throw Problem(.contentTooLarge, "The document is larger than \(ContentTrial.largest >> 20) MB.")
        }
        guard body.text?.utf8.count ?? 0 <= ContentTrial.largest else {
            throw Problem(.contentTooLarge, "The text is larger than \(ContentTrial.largest >> 20) MB.")
        }
        let tried: Extraction
        switch (body.text, body.document) {
        case (let text?, nil):
            tried = Extraction(segments: [ExtractedSegment(part: "", kind: .text, text: text)], status: .ok)
        case (nil, let document?): tried = await extraction(Array(document.content), document.name)
        default: throw Problem(.badRequest, "The body does not fit: give text or document, one of them.")
        }
        let result = try asProblem { try ContentTrial(profile: body.profile, in: profileBook) }.run(tried)
        let matches = result.found.map { found -> OrderedJSON in
            .object([
                ("detector", .text(found.match.detector)), ("entry", .text(found.match.entry)),
                ("title", .text(found.title)), ("start", .number(found.match.range.lowerBound)),
                ("end", .number(found.match.range.upperBound)), ("confidence", .text(found.match.confidence.rawValue)),
                ("match", .text(found.masked)), ("isSample", .flag(found.match.isSample)),
                ("counts", .flag(found.counts)), ("missing", .optional(found.miss?.word)),
                ("raisedBy", .texts(found.raisedBy)),
                ("loweredBy", .texts(found.loweredBy)), ("part", .text(found.part)), ("place", .optional(found.place)),
                ("likeness", .optional(found.likeness)),
            ])
        }
        return Response.json(
            .object([
                ("matches", .list(matches)), ("isCut", .flag(result.isCut)), ("status", .text(tried.status.rawValue)),
                ("detail", .optional(result.detail)), ("labels", .list(try triedLabels(result.labels).map(\.document))),
            ]))
    }
}
