import HTTPTypes
import JSONPull
import Model

extension GraphClient {
    /// The sensitivity labels of a file, without its bytes: for files that are not downloaded or cannot be opened.
    ///
    /// `POST /drives/{id}/items/{id}/extractSensitivityLabels` answers from what SharePoint knows, or takes the labels out of the file and
    /// remembers them; nothing of the file changes, and permission to read is enough. The documentation shows the answer in two shapes,
    /// with and without `value` around it. No price is published for it: it is charged like a request without a token, 2 units.
    /// - Throws: `GraphError` (423 where the file cannot be decrypted, 4xx for kinds of files without labels), or `CancellationError`.
    public func labels(ofItem item: String, in drive: String) async throws -> [DocumentLabel] {
        let path = "/v1.0/drives/\(pathSegment(drive))/items/\(pathSegment(item))/extractSensitivityLabels"
        var asking = GraphRequest(origin: origin, target: path, headers: HTTPFields())
        asking.method = .post
        return try await send(asking, lane: .sharePoint, units: 2) {
            (_, body) throws(PageProblem) -> [DocumentLabel] in
            let found: [DocumentLabel]?
            do throws(JSONError) { found = try JSONReader.read(body, readResult) } catch {
                throw PageProblem(error, path: path)
            }
            guard let found else { throw .final(.malformed(path: path, what: "no labels")) }
            return found
        }
    }
}

/// Nil where `labels` is missing in both shapes.
private func readResult(_ reader: inout JSONReader) throws(JSONError) -> [DocumentLabel]? {
    var found: [DocumentLabel]?
    try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "labels":
            var labels: [DocumentLabel] = []
            try reader.optionalArray { (reader) throws(JSONError) in
                if let label = try readAssignment(&reader) { labels.append(label) }
            }
            found = labels
        case "value": if let inner = try readResult(&reader) { found = inner }
        default: break
        }
    }
    return found
}

/// Nil for what has no id.
private func readAssignment(_ reader: inout JSONReader) throws(JSONError) -> DocumentLabel? {
    var label = DocumentLabel(labelID: "", siteID: "", carrier: .sharePoint)
    try reader.optionalObject { (reader, key) throws(JSONError) in
        switch key {
        case "sensitivityLabelId": label.labelID = try reader.optionalString()?.lowercased() ?? ""
        case "tenantId": label.siteID = try reader.optionalString()?.lowercased() ?? ""
        case "assignmentMethod": label.method = try reader.optionalString()
        default: break
        }
    }
    return label.labelID.isEmpty ? nil : label
}
