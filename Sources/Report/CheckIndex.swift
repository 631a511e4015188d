import Model
import Posture

/// The catalogue of checks, looked up by id: where titles, reasons and remedies of reports come from.
public struct CheckIndex: Sendable {
    public let checks: [Check]
    private let byID: [String: Check]
    private let readBy: [Collector: [String]]

    public init(_ checks: [Check]) {
        self.checks = checks
        byID = Dictionary(checks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var readBy: [Collector: [String]] = [:]
        for check in checks { for collector in check.collectors { readBy[collector, default: []].append(check.id) } }
        self.readBy = readBy
    }

    public static let standard = CheckIndex(Check.all)

    /// The check of that id; nil where an instance is older than the removal of its check.
    public subscript(_ id: String) -> Check? { byID[id] }

    /// The ids of the checks that need what this collector reads, in the order of the catalogue.
    public func checks(reading collector: Collector) -> [String] { readBy[collector] ?? [] }

    /// The title of a check; its id where the catalogue has none.
    public func title(of id: String) -> String { byID[id]?.title ?? id }

    /// The instance in words; the check's title where nothing better is known.
    public func sentence(for instance: Instance) -> String {
        guard let check = byID[instance.check] else { return instance.check }
        let sentence = check.sentence(instance.evidence)
        return sentence.isEmpty ? check.title : sentence
    }
}
