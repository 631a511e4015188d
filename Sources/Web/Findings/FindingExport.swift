import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Posture
import NIOCore
import Report
import Store

extension WebServer {
    /// `GET /findings/export?format=`: the instances of the filter in force, written as they are read; nothing is held.
    func exportFindings(_ request: Request, _ context: WebContext) async throws -> Response {
        _ = try await book()
        let format = try AddressQuery(request).one("format", of: Format.self) ?? .jsonl
        guard format != .table else { throw AddressQuery.unknown("format", "table") }
        let filter = try exportFilter(request)
        let summaries = try summaries(of: filter)
        let (store, version) = (store, version)
        let body = ResponseBody { writer in
            let text = TextBuffer()
            var document = try InstanceWriter(format: format, version: version) { text.add($0) }
            try document.begin(summaries)
            var position: InstancePosition?
            repeat {
                try Task.checkCancellation()
                let page = try store.instances(filter, after: position, limit: 500)
                for instance in page.instances { try document.write(instance) }
                try await writer.write(text.take())
                position = page.next
            } while position != nil
            try document.end()
            try await writer.write(text.take())
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: format.contentType,
                .contentDisposition: "attachment; filename=\"reeve-findings.\(format.fileEnding)\"",
            ], body: body)
    }

    /// The filter of the list of findings or of instances, whichever the address holds.
    private func exportFilter(_ request: Request) throws -> InstanceFilter {
        var filter = try InstanceRequest(request, self).filter
        switch try AddressQuery(request).one("tab", of: FindingTab.self) {
        case .ignored: filter.ignored = .only
        case .content where filter.checks.isEmpty: filter.checks = Check.content.map(\.id)
        case .posture, .content, .passed, .unanswered, nil: break
        }
        return filter
    }

    /// What the last scans could read, so that an export says what it rests on.
    private func summaries(of filter: InstanceFilter) throws -> [ScanSummary] {
        try store.integrations().filter { filter.integration == nil || $0.id == filter.integration }.compactMap {
            item in
            guard let run = try store.runs(item.id, kind: .scan, limit: 1).first, let end = run.finishedAt else {
                return nil
            }
            var own = filter
            own.integration = item.id
            let counts = filter.text == nil ? try store.instanceCounts(own) : []
            return ScanSummary(
                integration: item.name, tenantName: item.tenantName ?? item.name, tenantID: item.tenantID,
                startedAt: run.startedAt, finishedAt: end, requests: run.requests,
                isFirst: try store.firstRun(item.id, kind: .scan)?.number == run.number, run: run.number,
                openedCount: run.opened, resolvedCount: run.resolved,
                activeByCheck: Dictionary(counts.map { ($0.check, $0.count) }, uniquingKeysWith: +),
                activeBySeverity: Dictionary(counts.map { ($0.severity, $0.count) }, uniquingKeysWith: +),
                coverage: try store.balance(of: item.id))
        }
    }
}

/// Collects the pieces of a document until they are sent. Used by one response, one piece after the other.
private final class TextBuffer {
    private var buffer = ByteBuffer()
    func add(_ text: String) { buffer.writeString(text) }
    func take() -> ByteBuffer {
        defer { buffer = ByteBuffer() }
        return buffer
    }
}

extension Format {
    var contentType: String {
        switch self {
        case .csv: "text/csv; charset=utf-8"
        case .jsonl, .ocsf: "application/x-ndjson"
        case .json, .sarif: "application/json"
        case .html: "text/html; charset=utf-8"
        case .table: "text/plain; charset=utf-8"
        }
    }

    fileprivate var fileEnding: String {
        switch self {
        case .ocsf: "ocsf.jsonl"
        case .sarif: "sarif"
        case .csv, .jsonl, .json, .html: rawValue
        case .table: "txt"
        }
    }
}
