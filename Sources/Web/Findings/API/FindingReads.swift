import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Report
import Store

/// `GET /api/v1/…` of checks, findings, instances, coverage and the overview.
extension WebServer {
    func apiChecks(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(.object([("items", .list(Check.all.map(FindingJSON.object))), ("next", .null)]))
    }

    func apiCheck(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let check = Check.named(try context.part("check")) else {
            throw Problem(.notFound, "There is no such check.")
        }
        return Response.json(FindingJSON.object(check))
    }

    func apiFindings(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try FindingRequest(request, self, tab: nil)
        let book = try await book(of: asked.query.integration)
        let rows = asked.query.select(try book.entries(of: asked.query.integration), at: book.now)
        let window = Window(rows, try PageRequest<FindingPosition>(request))
        return Response.json(
            .object([
                ("items", .list(window.rows.map(FindingJSON.object))),
                ("next", .optional(window.next.map { Cursor($0).text })),
            ]))
    }

    func apiFinding(_ request: Request, _ context: WebContext) async throws -> Response {
        let book = try await book()
        let key = try key(of: try context.part("integration"), try context.part("check"))
        guard let entry = try book.entry(key) else { throw Problem(.notFound, "There is no such finding.") }
        let history = try store.decisions(key).map(FindingJSON.object)
        guard case .object(let pairs) = FindingJSON.object(entry) else { return Response.json(.null) }
        let days = try store.days(of: key, from: dayNumber(book.now) - 90).map(FindingJSON.object)
        return Response.json(.object(pairs + [("decisions", .list(history)), ("days", .list(days))]))
    }

    func key(of integration: String, _ check: String) throws -> Finding.Key {
        guard let found = try store.integration(named: integration), Check.named(check) != nil else {
            throw Problem(.notFound, "There is no such finding.")
        }
        return Finding.Key(integration: found.id, check: check)
    }

    func apiInstances(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try InstanceRequest(request, self, await book())
        let window = try PageRequest<InstanceCursor>(request)
        let page = try store.instances(
            asked.filter, after: window.after?.position, window.after?.direction ?? .forward, limit: window.limit)
        var names = LabelNames(store)
        let instances = try page.instances.map { try names.named($0) }
        let next = page.next.map { Cursor(InstanceCursor(position: $0, direction: .forward)).text }
        return Response.json(
            .object([
                ("items", .list(instances.map { InstanceJSON(index: .standard).object($0) })),
                ("next", .optional(next)),
            ]))
    }

    func apiInstance(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await book()
        let (integration, instance) = try instance(request, context)
        let story = try InstanceStory(instance, of: integration.id, in: store)
        guard case .object(let pairs) = InstanceJSON(index: .standard).object(instance) else {
            return Response.json(.null)
        }
        return Response.json(
            .object(
                pairs + [
                    ("exception", story.acceptance.map(FindingJSON.object) ?? .null),
                    ("history", .list(story.entries.map(FindingJSON.object))),
                ]))
    }

    func apiCoverage(_ request: Request, _ context: WebContext) async throws -> Response {
        let lines = try askedBalances(request).flatMap { integration, lines in
            lines.map { FindingJSON.object($0, integration.name) }
        }
        return Response.json(.object([("items", .list(lines)), ("next", .null)]))
    }

    func apiOverview(_ request: Request, _ context: WebContext) async throws -> Response {
        let scope = try scope(request, amongAll: store.integrations())
        let overview = try Overview(try await book(of: scope?.id), of: scope?.id)
        return Response.json(
            .object([
                ("active", FindingJSON.counts(overview.totals)),
                ("newSinceYesterday", overview.sinceYesterday.map(FindingJSON.counts) ?? .null),
                ("newInSevenDays", FindingJSON.counts(overview.fresh)),
                ("resolvedInSevenDays", .number(overview.resolved)),
                ("reopenedInSevenDays", .number(overview.reopened)),
                ("withoutAnswer", .number(overview.withoutAnswer)),
                (
                    "days",
                    .list(
                        overview.days.map { day in
                            .object([
                                (
                                    "day",
                                    .text(
                                        String(
                                            Moments.iso(Date(timeIntervalSince1970: Double(day.day) * 86_400)).prefix(
                                                10)))
                                ),
                                ("active", day.active.map(FindingJSON.counts) ?? .null),
                                ("isIncomplete", .flag(day.isIncomplete)),
                            ])
                        })
                ),
            ]))
    }
}
