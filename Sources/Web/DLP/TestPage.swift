import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// `GET /dlp/test?profile=`: a text or a file to try a profile on.
    func testPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let profile = try request.asked("profile").map { name in
            try asProblem { try profileBook.item(named: name) }.profile.name
        }
        return try showTest(["text": ""], chosen: profile, request, context)
    }

    /// `POST /dlp/test`. Nothing of it is kept.
    func test(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        let text = form.all("text").first ?? ""
        var values: [String: Any] = ["text": text]
        let file = form.file("file")
        guard file != nil || !text.isEmpty else {
            values["error"] = "Type a text, or choose a file."
            return try showTest(values, chosen: form["profile"], request, context, status: .unprocessableContent)
        }
        guard file?.bytes.count ?? text.utf8.count <= ContentTrial.largest else {
            values["error"] = "The \(file == nil ? "text" : "file") is larger than \(ContentTrial.largest >> 20) MB."
            return try showTest(values, chosen: form["profile"], request, context, status: .contentTooLarge)
        }
        let trial = try asProblem { try ContentTrial(profile: form["profile"], in: profileBook) }
        let result = trial.run(
            await file.asyncMap { await extraction($0.bytes, $0.name) }
                ?? Extraction(segments: [ExtractedSegment(part: "", kind: .text, text: text)], status: .ok))
        values["result"] = Self.values(result, of: file?.name, labels: try triedLabels(result.labels).map(\.values))
        return try showTest(values, chosen: form["profile"], request, context)
    }

    /// The labels by their names; of a tenant that is not connected the file alone may know one.
    func triedLabels(_ labels: [DocumentLabel]) throws -> [TriedLabel] {
        guard !labels.isEmpty else { return [] }
        let shelves = try store.integrations().map { try labelBook.shelf(of: $0) }
        return labels.map { TriedLabel($0, among: shelves) }
    }

    private static func values(
        _ result: ContentTrial.Result, of file: String?, labels: [[String: Any]]
    ) -> [String: Any] {
        let counting = result.counting
        return [
            "file": shown(file), "state": state(result), "hasRows": !result.found.isEmpty,
            "count": tellsNothing(result)
                ? "Nothing is known of what stands"
                : Numbers.counted(counting, "match", plural: "matches") + (counting == 1 ? " counts" : " count")
                    + (result.different < counting && result.different > 0
                        ? ", \(Numbers.counted(result.different, "different value"))" : ""),
            "weak": shown(
                result.weak > 0 ? "\(Numbers.grouped(result.weak)) more would not" : nil),
            "cut": result.isCut
                ? "Only \(Numbers.grouped(ContentTrial.most)) are shown; those that count come first." : "",
            "labels": labels,
            "rows": result.found.map { found -> [String: Any] in
                [
                    "title": found.title, "entry": found.match.entry,
                    "masked": shown(found.masked.isEmpty ? nil : found.masked), "miss": shown(found.miss.map(words)),
                    "confidence": words(found.match.confidence), "counts": found.counts,
                    "likeness": shown(found.likeness.map { "\($0)% of a document" }),
                    "isSample": found.match.isSample, "raised": list(found.raisedBy), "lowered": list(found.loweredBy),
                    "place": [found.part, found.place ?? "line \(Numbers.grouped(found.line))"].filter { !$0.isEmpty }
                        .joined(separator: ", "),
                ]
            },
        ]
    }

    /// Of what was not read, no number says anything.
    private static func tellsNothing(_ result: ContentTrial.Result) -> Bool {
        switch result.status {
        case .ok, .partial: false
        case .encrypted, .limit, .error, .unsupported: result.found.isEmpty
        }
    }

    private static func words(_ miss: ContentTrial.Miss) -> String {
        switch miss {
        case .confidence(let least): "less sure than \(words(least).lowercased())"
        case .together(let entries): "fewer than \(entries) entries close together"
        case .number(let different, let allowed):
            "\(Numbers.counted(different, "value")), \(Numbers.grouped(allowed)) allowed"
        }
    }

    private static func list(_ words: [String]) -> Any {
        shown(words.isEmpty ? nil : words.joined(separator: ", "))
    }

    private static func state(_ result: ContentTrial.Result) -> StateView {
        let why = result.detail.map { ": \($0)" } ?? ""
        return switch result.status {
        case .ok: StateView(.ok, "Read to its end")
        case .partial: StateView(.warn, "Read in part\(why)")
        case .encrypted, .limit, .error, .unsupported: StateView(.unknown, "Could not be read\(why)")
        }
    }

    private func showTest(
        _ values: [String: Any], chosen: String?, _ request: Request, _ context: WebContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var view = values
        view["profiles"] = options(
            [("", "Every predefined detector")] + (try profileBook.items().map { ($0.profile.name, $0.profile.name) }),
            chosen: chosen)
        view["inTest"] = true
        view["most"] = "\(ContentTrial.largest)"
        view["mostWords"] = "\(ContentTrial.largest >> 20) MB"
        return try show(
            Page(
                section: .profiles, title: "Test a text or a file",
                crumbs: [.init("DLP"), .init("Profiles", Link("/dlp/profiles")), .init("Test a text or a file")],
                template: .dlpTest, view: view, status: status), request, context)
    }
}

extension Optional {
    fileprivate func asyncMap<T>(_ body: (Wrapped) async throws -> T) async rethrows -> T? {
        guard let self else { return nil }
        return try await body(self)
    }
}
