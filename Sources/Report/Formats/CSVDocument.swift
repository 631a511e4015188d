import Model
import Posture

/// One record an instance under a header; `summary` is the instance in words, `evidence` JSON.
struct CSVDocument: InstanceDocument {
    private let index: CheckIndex
    init(index: CheckIndex) { self.index = index }

    static let header = [
        "check", "title", "category", "severity", "status", "integration", "tenantId", "resourceType", "resourceId",
        "resourceName",
        "resourceUrl", "resourceLocation", "driveId", "subId", "summary", "firstSeen", "lastSeen", "resolvedAt",
        "timesSeen",
        "fingerprint", "evidence",
    ]

    func begin(_ summaries: [ScanSummary]) -> String { CSV.record(Self.header) }

    func write(_ instance: Instance) -> String {
        let resource = instance.resource
        return CSV.record([
            instance.check, index.title(of: instance.check), index[instance.check]?.family.rawValue ?? "",
            instance.severity.rawValue, instance.status.rawValue, instance.integration, instance.tenantID,
            resource.type.rawValue,
            resource.id, resource.name, resource.url ?? "", resource.location ?? "", resource.driveID ?? "",
            instance.subID ?? "",
            index.sentence(for: instance), Moments.iso(instance.firstSeen), Moments.iso(instance.lastSeen),
            instance.resolvedAt.map(Moments.iso) ?? "", String(instance.timesSeen), instance.fingerprint,
            InstanceJSON.object(instance.evidence).compact,
        ])
    }

    func end() -> String { "" }
}
