import Model

/// `{"summary":{...},"coverage":[...],"instances":[...]}`, an instance a line so that it can be read by eye and by line tools.
/// Without a scan (an export) it is `{"instances":[...]}`.
struct JSONDocument: InstanceDocument {
    private let index: CheckIndex
    private let json: InstanceJSON
    private var isFirst = true

    init(index: CheckIndex) {
        self.index = index
        json = InstanceJSON(index: index)
    }

    func begin(_ summaries: [ScanSummary]) -> String {
        guard !summaries.isEmpty else { return "{\"instances\":[" }
        let parts = SummaryJSON(index: index, summaries: summaries)
        return "{\"summary\":\(parts.summary.compact),\n\"coverage\":\(parts.coverage.compact),\n\"instances\":["
    }

    mutating func write(_ instance: Instance) -> String {
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + json.object(instance).compact
    }

    func end() -> String { isFirst ? "]}\n" : "\n]}\n" }
}

/// One object a line (JSON Lines).
struct JSONLinesDocument: InstanceDocument {
    private let json: InstanceJSON
    init(index: CheckIndex) { json = InstanceJSON(index: index) }
    func begin(_ summaries: [ScanSummary]) -> String { "" }
    func write(_ instance: Instance) -> String { json.object(instance).compact + "\n" }
    func end() -> String { "" }
}
