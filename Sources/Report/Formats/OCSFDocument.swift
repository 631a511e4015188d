import Foundation
import Model
import Posture

/// One OCSF Compliance Finding (class 2003) a line, for SIEMs and data lakes.
struct OCSFDocument: InstanceDocument {
    /// The version of the Open Cybersecurity Schema Framework that the objects follow.
    static let schemaVersion = "1.5.0"
    private let index: CheckIndex
    private let version: String

    init(index: CheckIndex, version: String) {
        self.index = index
        self.version = version
    }

    func begin(_ summaries: [ScanSummary]) -> String { "" }
    func write(_ instance: Instance) -> String { object(instance).compact + "\n" }
    func end() -> String { "" }

    private func object(_ instance: Instance) -> OrderedJSON {
        let activity = Activity(instance)
        let sentence = index.sentence(for: instance)
        var pairs: [(String, OrderedJSON)] = [
            ("activity_id", .number(activity.rawValue)), ("activity_name", .text(activity.name)),
            ("category_uid", .number(2)), ("category_name", .text("Findings")),
            ("class_uid", .number(2003)), ("class_name", .text("Compliance Finding")),
            ("type_uid", .number(2003 * 100 + activity.rawValue)),
            ("type_name", .text("Compliance Finding: \(activity.name)")),
            ("time", .number(Moments.milliseconds(instance.resolvedAt ?? instance.lastSeen))),
            ("severity_id", .number(6 - instance.severity.rank)),
            ("severity", .text(Self.caption(instance.severity))),
            ("status_id", .number(Self.status(instance).id)), ("status", .text(Self.status(instance).name)),
            ("message", .text("\(instance.resource.name): \(sentence)")),
            ("count", .number(max(1, instance.timesSeen))),
            ("start_time", .number(Moments.milliseconds(instance.firstSeen))),
            ("end_time", .number(Moments.milliseconds(instance.lastSeen))),
            ("finding_info", findingInfo(instance)),
            ("compliance", compliance(instance, sentence: sentence)),
            ("resources", .list([Self.resource(instance)])),
            ("evidences", .list([.object([("data", InstanceJSON.object(instance.evidence))])])),
        ]
        if let check = index[instance.check] {
            let remedy: [(String, OrderedJSON)] = [
                ("desc", .text(check.fix.joined(separator: "\n"))), ("references", .texts(check.references)),
            ]
            pairs.append(("remediation", .object(remedy)))
        }
        pairs.append(("metadata", metadata(instance)))
        return .object(pairs)
    }

    private func findingInfo(_ instance: Instance) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [
            ("uid", .text(instance.fingerprint)), ("title", .text(index.title(of: instance.check))),
        ]
        if let check = index[instance.check] {
            pairs += [("desc", .text(check.why)), ("types", .texts([check.family.title]))]
        }
        return .object(
            pairs + [
                ("created_time", .number(Moments.milliseconds(instance.firstSeen))),
                ("first_seen_time", .number(Moments.milliseconds(instance.firstSeen))),
                ("last_seen_time", .number(Moments.milliseconds(instance.lastSeen))),
            ])
    }

    /// Status 3 is Fail, 1 Pass: a resolved instance passes.
    private func compliance(_ instance: Instance, sentence: String) -> OrderedJSON {
        let isResolved = instance.status == .resolved
        let mappings = index[instance.check]?.mappings ?? []
        return .object([
            ("control", .text(instance.check)),
            ("standards", .texts(["Reeve"] + mappings)),
            ("desc", .text(sentence)),
            ("status", .text(isResolved ? "Pass" : "Fail")), ("status_id", .number(isResolved ? 1 : 3)),
        ])
    }

    private static func resource(_ instance: Instance) -> OrderedJSON {
        let resource = instance.resource
        var data = [
            ("subId", instance.subID), ("url", resource.url), ("driveId", resource.driveID),
            ("location", resource.location),
        ]
        .compactMap { key, value in value.map { (key, OrderedJSON.text($0)) } }
        data.append(("integration", .text(instance.integration)))
        return .object([
            ("uid", .text(resource.id)), ("name", .text(resource.name)), ("type", .text(resource.type.rawValue)),
            ("data", .object(data)),
        ])
    }

    private func metadata(_ instance: Instance) -> OrderedJSON {
        let product: [(String, OrderedJSON)] = [
            ("name", .text("Reeve")), ("vendor_name", .text("Reeve")), ("version", .text(version)),
        ]
        return .object([
            ("version", .text(Self.schemaVersion)), ("product", .object(product)),
            ("tenant_uid", .text(instance.tenantID)),
            ("uid", .text("\(instance.fingerprint)-\(Moments.milliseconds(instance.resolvedAt ?? instance.lastSeen))")),
        ])
    }

    private static func caption(_ severity: Severity) -> String {
        switch severity {
        case .critical: "Critical"
        case .high: "High"
        case .medium: "Medium"
        case .low: "Low"
        }
    }

    private static func status(_ instance: Instance) -> (id: Int, name: String) {
        switch instance.status {
        case .active: (1, "New")
        case .hidden: (3, "Suppressed")
        case .resolved: (4, "Resolved")
        }
    }

    private enum Activity: Int {
        case create = 1
        case update = 2
        case close = 3

        init(_ instance: Instance) {
            self = instance.status == .resolved ? .close : instance.timesSeen > 1 ? .update : .create
        }
        var name: String {
            switch self {
            case .create: "Create"
            case .update: "Update"
            case .close: "Close"
            }
        }
    }
}
