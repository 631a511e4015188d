import Model
import Store

/// What the sensitivity labels that findings name are called now. Evidence keeps the name that a label had when its file was read; whoever
/// reads a finding is told the present one, by the label's id.
public struct LabelNames {
    private let store: Store
    /// The labels by their ids, of the integrations that were asked for.
    private var known: [String: [String: LabelBook.Row]] = [:]

    public init(_ store: Store) { self.store = store }

    /// The present path of a label of an integration; nil where its tenant never had it.
    public mutating func path(of label: String, in integration: String) throws -> String? {
        try rows(of: integration)[label]?.path
    }

    /// The same, with what became of it: `Confidential \\ Board Only (deleted)`.
    public mutating func told(of integration: String) throws -> [String: String] {
        try rows(of: integration).mapValues { $0.kept.deletedAt == nil ? $0.path : "\($0.path) (deleted)" }
    }

    /// An instance with the labels in its matches called as they are now.
    public mutating func named(_ instance: Instance) throws -> Instance {
        guard case .records(let matches)? = instance.evidence["matches"] else { return instance }
        var instance = instance
        instance.evidence["matches"] = .records(
            try matches.map { match in
                guard case .text(let entry)? = match["entry"], entry.hasPrefix(Self.prefix),
                    let path = try path(of: String(entry.dropFirst(Self.prefix.count)), in: instance.integration)
                else { return match }
                var match = match
                match["title"] = .text(path)
                return match
            })
        return instance
    }

    /// The same, with names in place of the ids of labels, for people to read.
    public mutating func readable(_ instance: Instance) throws -> Instance {
        var told = try named(instance)
        guard told.evidence["matches"] != nil else { return told }
        let names = try self.told(of: told.integration)
        let foreign = Self.outerForeign(told.evidence)
        if case .list(let ids)? = told.evidence["labels"] {
            told.evidence["labels"] = .list(
                ids.map { foreign.contains($0) ? "\($0) (label of another organization)" : names[$0] ?? $0 })
        }
        if case .records(let inner)? = told.evidence["innerLabels"] {
            told.evidence["innerLabels"] = .records(
                inner.map { record in
                    guard case .text(let id)? = record["label"], let name = names[id] else { return record }
                    var record = record
                    record["label"] = .text(name)
                    return record
                })
        }
        return told
    }

    /// Labels of other organizations on the file itself.
    private static func outerForeign(_ evidence: Evidence) -> Set<String> {
        guard case .records(let foreign)? = evidence["foreignLabels"] else { return [] }
        return Set(
            foreign.compactMap { record in
                guard case .text(let id)? = record["label"], record["part"] == Evidence.Value.none else { return nil }
                return id
            })
    }

    private static let prefix = LabelBook.Row.entryID(of: "")

    private mutating func rows(of integration: String) throws -> [String: LabelBook.Row] {
        if let known = known[integration] { return known }
        var rows: [String: LabelBook.Row] = [:]
        if let found = try store.integration(named: integration) {
            for row in try LabelBook(store: store).shelf(of: found).rows { rows[row.kept.id] = row }
        }
        known[integration] = rows
        return rows
    }
}
