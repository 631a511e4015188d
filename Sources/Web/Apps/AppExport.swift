import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Report
import Store

extension WebServer {
    private static let appsAtOnce = 200

    /// What a list or an export of apps is narrowed to.
    /// - Throws: `Problem` 400 for a word that no filter knows.
    static func askedApps(_ request: Request) throws -> AppFilter {
        AppFilter(
            text: request.asked("text"), standing: try request.asked("decision", as: AppFilter.Standing.self),
            publisher: try request.asked("publisher", as: AppFilter.Publisher.self))
    }

    /// `GET /apps/export?format=csv|json`: what the list shows under its filter, sent as it is read.
    func exportApps(_ request: Request, _ context: WebContext) async throws -> Response {
        let filter = try Self.askedApps(request)
        let format = request.asked("format") ?? "csv"
        guard ["csv", "json"].contains(format) else { throw AddressQuery.unknown("format", format) }
        guard let integration = try integrationShown(request) else {
            throw Problem(.notFound, "There is no integration yet.")
        }
        let listing = AppListing(store: store, of: integration, asOf: now())
        let areConsentsRead = try areConsentsRead(listing)
        let isJSON = format == "json"
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(string: isJSON ? "[\n" : CSV.record(Self.appColumns)))
            var seek = Seek<DirectoryPosition>.start
            var isFirst = true
            while true {
                let page = try listing.page(filter, seek, limit: Self.appsAtOnce)
                var text = ""
                for report in page.elements {
                    text +=
                        isJSON
                        ? (isFirst ? "" : ",\n") + Self.document(report, areConsentsRead).compact
                        : CSV.record(Self.record(report, integration, areConsentsRead))
                    isFirst = false
                }
                if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                guard page.hasNext, let last = page.elements.last else { break }
                seek = .after(Store.directoryPosition(of: last.app))
            }
            if isJSON { try await writer.write(ByteBuffer(string: "\n]\n")) }
            try await writer.finish(nil)
        }
        var headers = HTTPFields(["Content-Disposition": "attachment; filename=\"third-party-apps.\(format)\""])
        headers[.contentType] = isJSON ? "application/json" : "text/csv; charset=utf-8"
        return Response(status: .ok, headers: headers, body: body)
    }

    private static let appColumns = [
        "integration", "id", "appId", "name", "publisher", "isVerified", "isEnabled", "services", "servicesByItself",
        "people", "decision", "why", "owner", "askAgain", "by", "at",
    ]

    private static func record(_ report: AppReport, _ integration: Integration, _ areConsentsRead: Bool) -> [String] {
        func services(_ reaches: [AppReach]) -> String { distinct(reaches.map(\.service)).joined(separator: "; ") }
        let people = report.reaches.reduce(into: Set<String>()) { $0.formUnion($1.people) }.count
        let decision = report.decision
        return [
            integration.name, report.app.id, report.app.appId ?? "", report.app.resource.name,
            report.app.verifiedPublisher?.displayName ?? "", "\(report.isVerified)",
            report.app.accountEnabled.map { "\($0)" } ?? "", services(report.reaches),
            services(report.reaches.filter(\.isByItself)), areConsentsRead ? "\(people)" : "",
            decision?.answer.rawValue ?? "",
            decision?.why ?? "", decision?.owner ?? "",
            decision?.askAgain.map { ProtectWords.text(ofBeginning: $0) } ?? "", decision?.by ?? "",
            decision.map { Moments.iso($0.at) } ?? "",
        ]
    }
}
