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
        let rows = asked.query.select(entries, at: book.now)
        filter.narrow(to: rows, of: asked.query.tab)
        let summaries = try summaries(of: filter)
        guard asked.query.isSorted else { return try export(request, summaries, pages(of: filter)) }
        // In the order of the list, row after row.
        let wanted = filter.findings ?? []
        let filters = rows.map(\.finding.key).filter(wanted.contains).map { key -> InstanceFilter in
            var own = filter
            (own.integration, own.findings) = (key.integration, [key])
            return own
        }
        return try export(request, summaries) { write in
            for own in filters { try await pages(of: own)(write) }
        }
    }

    /// `GET /instances/export?format=`, and the same of the API: the instances that the list of instances shows.
    func exportInstances(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try InstanceRequest(request, self, await book())
        let chosen = try chosenInstances(request)
        guard chosen.isEmpty else {
            return try export(request, summaries(ofChosen: chosen)) { [store] write in
                var names = LabelNames(store)
                try await write(try chosen.map { try names.named($0) })
            }
        }
        return try export(request, summaries(of: asked.filter), pages(of: asked.filter))
    }

    /// Sends the instances of a document on, stretch by stretch.
    private typealias Pages = @Sendable (_ write: ([Instance]) async throws -> Void) async throws -> Void

    /// The instances of a filter as they are read; nothing is held.
    private func pages(of filter: InstanceFilter) -> Pages {
        { [store] write in
            var position: InstancePosition?
            repeat {
                try Task.checkCancellation()
                let page = try store.instances(filter, after: position, limit: 500)
                var names = LabelNames(store)
                try await write(try page.instances.map { try names.named($0) })
                position = page.next
            } while position != nil
        }
    }

    private func export(_ request: Request, _ summaries: [ScanSummary], _ pages: @escaping Pages) throws -> Response {
        let format = try AddressQuery(request).one("format", of: Format.self) ?? .jsonl
        guard format != .table else { throw AddressQuery.unknown("format", "table") }
        let version = version
        let body = ResponseBody { writer in
            let text = TextBuffer()
            var document = try InstanceWriter(format: format, version: version) { text.add($0) }
            try document.begin(summaries)
            try await pages { instances in
                for instance in instances { try document.write(instance) }
                try await writer.write(text.take())
            }
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
        try summaries {
            filter.integration ?? $0.id == $0.id
        } counts: { item, run in
            var own = filter
            own.integration = item.id
            return try ExportCounts(own, run: run, in: store)
        }
    }

    /// The same for instances that were chosen one by one.
    private func summaries(ofChosen chosen: [Instance]) throws -> [ScanSummary] {
        let names = Set(chosen.map(\.integration))
        return try summaries {
            names.contains($0.name)
        } counts: { item, run in
            ExportCounts(chosen.filter { $0.integration == item.name }, run: run)
        }
    }

    private func summaries(
        where isOf: (Integration) -> Bool, counts: (Integration, Run) throws -> ExportCounts
    ) throws -> [ScanSummary] {
        try store.integrations().filter(isOf).compactMap { item in
            guard let run = try store.runs(item.id, kind: .scan, limit: 1).first, let end = run.finishedAt else {
                return nil
            }
            let counts = try counts(item, run)
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
