/// How instances are written (`--format`).
public enum Format: String, Sendable, CaseIterable {
    case table, json, jsonl, csv, ocsf, sarif, html

    /// What a file of it is called, without the dot.
    public var fileExtension: String {
        switch self {
        case .table: "txt"
        case .json: "json"
        case .jsonl, .ocsf: "jsonl"
        case .csv: "csv"
        case .sarif: "sarif"
        case .html: "html"
        }
    }

    /// The formats of every list; `scan` and `finding export` know all of them.
    public static let ofLists: [Format] = [.table, .json, .jsonl, .csv]
}
