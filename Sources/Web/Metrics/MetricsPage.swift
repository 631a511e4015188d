import HTTPTypes
import Hummingbird
import NIOCore
import Store

extension WebServer {
    /// `GET /metrics`: for whoever asks from this machine itself, else with a token that may read.
    func metricsPage(_ request: Request, _ context: WebContext) async throws -> Response {
        if !Self.isLocal(request, context) { _ = try await admit(bearer(request.headers), to: .read, context) }
        return Response.text(await exposition().text, type: Exposition.contentType)
    }

    /// Behind a proxy everybody seems to be local: what came through one says so.
    private static func isLocal(_ request: Request, _ context: WebContext) -> Bool {
        let isForwarded = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"].contains {
            request.headers.first($0) != nil
        }
        guard !isForwarded, let address = context.remoteAddress?.ipAddress else { return false }
        return address == "::1" || address.hasPrefix("127.") || address.hasPrefix("::ffff:127.")
    }

    private func exposition() async -> Exposition {
        let counts = metrics.counts
        var page = Exposition()
        page.add(
            "reeve_http_requests_total", .counter, "Requests answered, by path, method and status.",
            counts.requests.map { key, count in
                ([("path", key.path), ("method", key.method), ("status", "\(key.status)")], Double(count))
            }.sorted { Self.order($0.0, $1.0) })
        page.add(
            "reeve_verdicts_total", .counter, "Verdicts given, by door and disposition.",
            counts.verdicts.map { ([("door", $0.door), ("disposition", $0.disposition)], Double($1)) }
                .sorted { Self.order($0.0, $1.0) })
        page.add(
            "reeve_unjudged_total", .counter, "Messages that got no verdict, by door.",
            counts.unjudged.map { ([("door", $0)], Double($1)) }.sorted { Self.order($0.0, $1.0) })
        page.addHistogram(
            "reeve_judging_seconds", "How long verdicts took.", bounds: Metrics.bounds, counts: counts.judging,
            sum: counts.judgingSeconds)
        page.add("reeve_http_connections", .gauge, "Connections that are open.", [([], Double(connections.count))])
        page.add(
            "reeve_http_connections_refused_total", .counter,
            "Connections closed at once because too many of their address were at work.",
            [([], Double(connections.refused))])
        page.add(
            "reeve_records_waiting", .gauge, "Verdicts that were given and wait to be recorded.",
            [([], Double(await recordsWaiting()))])
        return page
    }

    private static func order(_ left: [(String, String)], _ right: [(String, String)]) -> Bool {
        left.map(\.1).lexicographicallyPrecedes(right.map(\.1))
    }
}
