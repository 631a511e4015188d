import Foundation
import Model
import Posture

/// One SARIF 2.1.0 log with one run: the catalogue as rules, other catalogues as taxonomies, each instance a result.
/// What was not read is a notification of the invocation, so that an empty list of results is not taken for a clean tenant.
struct SARIFDocument: InstanceDocument {
    private let index: CheckIndex
    private let version: String
    private let ruleIndex: [String: Int]
    private var isFirst = true

    init(index: CheckIndex, version: String) {
        self.index = index
        self.version = version
        ruleIndex = Dictionary(index.checks.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func begin(_ summaries: [ScanSummary]) -> String {
        let driver: [(String, OrderedJSON)] = [
            ("name", .text("Reeve")), ("version", .text(version)), ("rules", .list(index.checks.map(rule))),
        ]
        var parts = ["\"tool\":" + OrderedJSON.object([("driver", .object(driver))]).compact]
        if !summaries.isEmpty {
            parts.append("\"invocations\":" + OrderedJSON.list(summaries.map(invocation)).compact)
        }
        if let only = summaries.count == 1 ? summaries.first : nil {
            let id = "reeve/\(only.integration)/\(Moments.iso(only.startedAt))"
            parts.append("\"automationDetails\":" + OrderedJSON.object([("id", .text(id))]).compact)
        }
        return
            "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json\","
            + "\"version\":\"2.1.0\",\"runs\":[{\n\(parts.joined(separator: ",\n")),\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":["
    }

    mutating func write(_ instance: Instance) -> String {
        defer { isFirst = false }
        return (isFirst ? "\n" : ",\n") + result(instance).compact
    }

    func end() -> String { isFirst ? "]}]}\n" : "\n]}]}\n" }

    private func rule(_ check: Check) -> OrderedJSON {
        let steps = check.fix.enumerated().map { "\($0.offset + 1). \($0.element)" }.joined(separator: "\n")
        var pairs: [(String, OrderedJSON)] = [
            ("id", .text(check.id)), ("name", .text(Self.pascalCase(check.id))),
            ("shortDescription", Self.message(check.title)), ("fullDescription", Self.message(check.why)),
        ]
        if let reference = check.references.first { pairs.append(("helpUri", .text(reference))) }
        let links = check.references.map { "\n\($0)" }.joined()
        let properties: [(String, OrderedJSON)] = [
            ("security-severity", .text(Self.score(check.severity))),
            ("tags", .texts(["security", "microsoft-365", check.family.rawValue] + check.mappings)),
        ]
        return .object(
            pairs + [
                ("help", Self.message(steps + links)),
                ("defaultConfiguration", .object([("level", .text(Self.level(check.severity)))])),
                ("properties", .object(properties)),
            ])
    }

    private func result(_ instance: Instance) -> OrderedJSON {
        var pairs: [(String, OrderedJSON)] = [("ruleId", .text(instance.check))]
        if let place = ruleIndex[instance.check] { pairs.append(("ruleIndex", .number(place))) }
        pairs += [
            ("kind", .text(instance.status == .resolved ? "pass" : "fail")),
            ("level", .text(instance.status == .resolved ? "none" : Self.level(instance.severity))),
            ("message", Self.message("\(instance.resource.name): \(index.sentence(for: instance))")),
            ("locations", .list([location(instance)])),
            ("fingerprints", .object([("reeve/v1", .text(instance.fingerprint))])),
            ("partialFingerprints", .object([("reeve/v1", .text(instance.fingerprint))])),
        ]
        if instance.status == .hidden {
            let hidden: [(String, OrderedJSON)] = [("kind", .text("external")), ("status", .text("accepted"))]
            pairs.append(("suppressions", .list([.object(hidden)])))
        }
        let properties: [(String, OrderedJSON)] = [
            ("severity", .text(instance.severity.rawValue)),
            ("security-severity", .text(Self.score(instance.severity))),
            ("integration", .text(instance.integration)), ("tenantId", .text(instance.tenantID)),
            ("resource", InstanceJSON.object(instance.resource)), ("subId", .optional(instance.subID)),
            ("firstSeen", .text(Moments.iso(instance.firstSeen))), ("lastSeen", .text(Moments.iso(instance.lastSeen))),
            ("evidence", InstanceJSON.object(instance.evidence)),
        ]
        return .object(
            pairs + [("occurrenceCount", .number(max(1, instance.timesSeen))), ("properties", .object(properties))])
    }

    /// A tenant has no source files: the resource is a logical location, and a physical one where it has an address.
    private func location(_ instance: Instance) -> OrderedJSON {
        let resource = instance.resource
        let path = [instance.tenantID, resource.type.rawValue, resource.id, instance.subID].compactMap { $0 }.joined(
            separator: "/")
        let logical: [(String, OrderedJSON)] = [
            ("name", .text(resource.name)), ("fullyQualifiedName", .text(path)), ("kind", .text("resource")),
        ]
        var pairs: [(String, OrderedJSON)] = [("logicalLocations", .list([.object(logical)]))]
        let address = resource.url.flatMap(WebAddress.init)?.text ?? WebAddress.urn(path)
        let artifact = OrderedJSON.object([("uri", .text(address))])
        pairs.append(("physicalLocation", .object([("artifactLocation", artifact)])))
        return .object(pairs)
    }

    private func invocation(_ summary: ScanSummary) -> OrderedJSON {
        let missing = summary.coverage.filter { !$0.state.isComplete }.map { count -> OrderedJSON in
            let text = "not read: \(CoverageWords.reason(count, in: index))"
            let checks = index.checks(reading: count.collector).filter { ruleIndex[$0] != nil }
            var pairs: [(String, OrderedJSON)] = [("level", .text("warning"))]
            pairs.append(("message", Self.message("\(count.collector.title), \(text)")))
            return .object(pairs + [("properties", .object([("checks", .texts(checks))]))])
        }
        return .object([
            ("executionSuccessful", .flag(true)),
            ("startTimeUtc", .text(Moments.iso(summary.startedAt))),
            ("endTimeUtc", .text(Moments.iso(summary.finishedAt))),
            ("toolExecutionNotifications", .list(missing)),
            (
                "properties",
                .object([("integration", .text(summary.integration)), ("tenantId", .text(summary.tenantID))])
            ),
        ])
    }

    private static func message(_ text: String) -> OrderedJSON { .object([("text", .text(text))]) }

    private static func level(_ severity: Severity) -> String {
        switch severity {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low: "note"
        }
    }

    /// A number on the scale of CVSS inside the band that code scanning tools give the word: above 9 critical, 7 high, 4 medium.
    private static func score(_ severity: Severity) -> String {
        switch severity {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "2.5"
        }
    }

    /// `mail-rule-forwards` -> `MailRuleForwards`.
    private static func pascalCase(_ id: String) -> String { id.split(separator: "-").map { $0.capitalized }.joined() }
}
