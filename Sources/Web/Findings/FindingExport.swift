import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import NIOCore
import Posture
import Report
import Store

extension WebServer {
    /// `GET /findings/export?format=`: the instances that the list of findings counts.
    func exportFindings(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try FindingRequest(request, self)
        let book = try await book(of: asked.query.integration)
        var filter = InstanceFilter()
        filter.integration = asked.query.integration
        let chosen = try chosenFindings(request)
        if !chosen.isEmpty { filter.findings = chosen }
        let entries = try store.atOneMoment { try book.entries(of: asked.query.integration) }
        filter.narrow(to: asked.query.select(entries, at: book.now), of: asked.query.tab)
        return try export(filter, request)
    }

    /// `GET /instances/export?format=`, and the same of the API: the instances that the list of instances shows.
    func exportInstances(_ request: Request, _ context: WebContext) async throws -> Response {
        try export(try InstanceRequest(request, self, await book()).filter, request)
    }

    /// The instances of a filter, written as they are read; nothing is held.
    private func export(_ filter: InstanceFilter, _ request: Request) throws -> Response {
        let format = try AddressQuery(request).one("format", of: Format.self) ?? .jsonl
        guard format != .table else { throw AddressQuery.unknown("format", "table") }
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

    /// What the last scans could read, so that an export says what it rests on.
    private func summaries(of filter: InstanceFilter) throws -> [ScanSummary] {
        try store.integrations().filter { filter.integration == nil || $0.id == filter.integration }.compactMap {
            item in
            guard let run = try store.runs(item.id, kind: .scan, limit: 1).first, let end = run.finishedAt else {
                return nil
            }
            var own = filter
            own.integration = item.id
            let counts = try ExportCounts(own, run: run, in: store)
            return ScanSummary(
                integration: item.name, tenantName: item.tenantName ?? item.name, tenantID: item.tenantID,
                startedAt: run.startedAt, finishedAt: end, requests: run.requests,
                isFirst: try store.firstRun(item.id, kind: .scan)?.number == run.number, run: run.number,
                openedCount: counts.opened, resolvedCount: counts.resolved, unchangedCount: counts.unchanged,
                activeByCheck: counts.byCheck, activeBySeverity: counts.bySeverity,
                coverage: try store.balance(of: item.id))
        }
    }
}

/// The formats that pages offer, each a link.
enum ExportMenu {
    private static let titles: [(Format, String)] = [
        (.csv, "CSV"), (.jsonl, "JSON lines"), (.json, "JSON"), (.ocsf, "OCSF"), (.sarif, "SARIF"),
        (.html, "Report (HTML)"),
    ]

    /// - Parameter query: what the list is narrowed by.
    static func links(_ path: String, _ query: [(String, String?)]) -> [[String: Any]] {
        titles.map { ["title": $1, "link": "\(Link(path, query + [("format", $0.rawValue)]))"] }
    }
}

extension Template {
    /// What a list shows, as a file.
    static let exportMenu = Template(
        "export-menu",
        #"""
        <details class="drop"><summary class="btn">Export <svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6l4 4 4-4"/></svg></summary><div class="drop-body">{{#exports}}<a href="{{link}}">{{title}}</a>{{/exports}}</div></details>
        """#)
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
