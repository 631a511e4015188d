import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

/// People in, people out.
extension WebServer {
    func importPage(_ request: Request, _ context: WebContext) async throws -> Response {
        try show(
            protectedPage("Import people", .protectedImport, ["rows": "", "skip": false] as [String: Any]), request,
            context)
    }

    func importPeople(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        let pasted = form.all("rows").first ?? ""
        let skips = form.isOn("skip")
        func refuse(_ error: String?, _ refused: [ProtectRow.Refusal] = []) throws -> Response {
            var values: [String: Any] = ["rows": pasted, "skip": skips]
            if let error { values["error"] = error }
            values["hasRefused"] = !refused.isEmpty
            values["refusedCount"] = refused.count
            values["refused"] = refused.prefix(200).map { ["line": $0.line, "why": $0.why] as [String: Any] }
            return try show(
                protectedPage("Import people", .protectedImport, values, status: .unprocessableContent), request,
                context)
        }
        let (bytes, name): (Data, String)
        if let file = form.file("file") {
            (bytes, name) = (Data(file.bytes), Self.plainName(file.name))
        } else {
            (bytes, name) = (Data(pasted.utf8), "pasted")
        }
        guard !bytes.isEmpty else { return try refuse("Choose a file, or paste its text.") }
        do {
            let file = try ProtectFile(bytes, name: name)
            if !file.refused.isEmpty, !skips {
                let count = Numbers.counted(file.refused.count, "row")
                return try refuse("\(count) cannot be used, so nothing was imported.", file.refused)
            }
            let words = try ProtectImport(store: store, try deed(context)).run(file).words
            let skipped = file.refused.isEmpty ? "" : " \(Numbers.counted(file.refused.count, "row")) left out."
            return .seeOther(Link("/protected"), flash: .done("Imported: \(words).\(skipped)"))
        } catch let error as ProtectError {
            return try refuse("\(error)".sentence)
        }
    }

    /// The last part of a path, as some browsers send it.
    static func plainName(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? "file"
        return String(last.filter { !$0.isNewline && $0 != ":" }.prefix(80))
    }

    /// What the list shows under its filter; without one, everybody.
    func exportPeople(_ request: Request, _ context: WebContext) async throws -> Response {
        let asked = try askedPeople(request)
        let format = request.asked("format") ?? "csv"
        guard ["csv", "json"].contains(format) else { throw AddressQuery.unknown("format", format) }
        let isJSON = format == "json"
        var lines: [String] = []
        func add(_ entry: ProtectedEntry) throws {
            lines.append(isJSON ? try ProtectExport.object(entry) : CSV.exactRecord(ProtectExport.record(entry)))
        }
        try ProtectedList(store: store, asOf: now(), keeping: members)
            .forEachRow(directory: asked.directory, text: asked.text) { try add($0.entry) }
        let text =
            isJSON
            ? "[\n" + lines.joined(separator: ",\n") + "\n]\n"
            : CSV.exactRecord(ProtectExport.columns) + lines.joined()
        return Response.text(
            text, type: isJSON ? "application/json" : "text/csv; charset=utf-8",
            headers: HTTPFields([
                "Content-Disposition": "attachment; filename=\"protected-people.\(isJSON ? "json" : "csv")\""
            ]))
    }
}
