import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Report
import Store

extension AuditRecord {
    /// As the API and the export have it.
    var json: OrderedJSON {
        .object([
            ("id", .number(id)), ("at", .text(Moments.iso(entry.at))), ("actor", .text(entry.actor)),
            ("action", .text(entry.action)), ("subject", .text(entry.subject)), ("detail", .optional(entry.detail)),
            ("address", .optional(entry.address)),
        ])
    }

    static let header = ["id", "at", "actor", "action", "subject", "detail", "address"]

    var fields: [String] {
        [
            "\(id)", Moments.iso(entry.at), entry.actor, entry.action, entry.subject, entry.detail ?? "",
            entry.address ?? "",
        ]
    }
}

extension WebServer {
    private static let exportPage = 1000

    /// `GET /settings/audit/export?format=csv|jsonl`: every line that fits, newest first, sent as it is read.
    func exportAudit(_ request: Request, _ context: WebContext) async throws -> Response {
        let query = try AuditQuery(request, in: try context.somebody.zone)
        let format = request.uri.queryParameters["format"].map(String.init) ?? "csv"
        guard ["csv", "jsonl"].contains(format) else { throw Problem(.badRequest, "format has to be csv or jsonl.") }
        let (store, filter, isCSV) = (store, query.filter, format == "csv")
        let body = ResponseBody { writer in
            if isCSV { try await writer.write(ByteBuffer(string: CSV.record(AuditRecord.header))) }
            var below: Int?
            repeat {
                let page = try store.audit(filter, below: below, limit: Self.exportPage)
                let text = page.records.map { isCSV ? CSV.record($0.fields) : $0.json.compact + "\n" }.joined()
                if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                below = page.next
            } while below != nil
            try await writer.finish(nil)
        }
        var headers = HTTPFields(["Content-Disposition": "attachment; filename=\"audit.\(format)\""])
        headers[.contentType] = isCSV ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8"
        return Response(status: .ok, headers: headers, body: body)
    }
}
