import Model
import Mustache
import Posture

/// One page that needs nothing else: no script, no other file. Instances of the same check that follow each other share a section.
struct HTMLDocument: InstanceDocument {
    private let index: CheckIndex
    private let version: String
    private let head: MustacheTemplate
    private let section: MustacheTemplate
    private let row: MustacheTemplate
    private let foot: MustacheTemplate
    private var current: String?
    private var seen: Set<String> = []
    private var count = 0
    private var hasSummary = false

    init(index: CheckIndex, version: String) throws {
        self.index = index
        self.version = version
        head = try ScalarHTML.template(HTMLTemplates.head)
        section = try ScalarHTML.template(HTMLTemplates.section)
        row = try ScalarHTML.template(HTMLTemplates.row)
        foot = try ScalarHTML.template(HTMLTemplates.foot)
    }

    mutating func begin(_ summaries: [ScanSummary]) -> String {
        hasSummary = !summaries.isEmpty
        let values: [String: Any] = [
            "title": "Findings", "style": HTMLTemplates.style,
            "scans": summaries.map { HTMLSummary(summary: $0, index: index).values },
        ]
        return head.render(values)
    }

    mutating func write(_ instance: Instance) -> String {
        count += 1
        var text = ""
        if current != instance.check {
            if current != nil { text += HTMLTemplates.sectionEnd }
            text += section.render(sectionValues(instance))
            current = instance.check
        }
        return text + row.render(rowValues(instance))
    }

    mutating func end() -> String {
        let close = current == nil ? "" : HTMLTemplates.sectionEnd
        let counted = count == 0 ? "No instance is listed." : "\(Numbers.counted(count, "instance")) listed."
        return close + foot.render(["version": version, "count": counted, "isEmpty": count == 0] as [String: Any])
    }

    private mutating func sectionValues(_ instance: Instance) -> [String: Any] {
        let check = index[instance.check]
        let isNew = seen.insert(instance.check).inserted
        var values: [String: Any] = [
            "check": instance.check, "title": index.title(of: instance.check), "family": check?.family.title ?? "",
            "fix": check?.fix ?? [], "why": check?.why ?? "",
            "references": (check?.references ?? []).compactMap { WebAddress($0)?.text },
            "hasGuide": check != nil && isNew,
        ]
        if isNew { values["anchor"] = "check-\(instance.check)" }
        return values
    }

    private func rowValues(_ instance: Instance) -> [String: Any] {
        let resource = instance.resource
        var values: [String: Any] = [
            "severity": instance.severity.rawValue, "mark": HTMLTemplates.mark(instance.severity),
            "name": resource.name, "place": Place.of(instance), "sentence": index.sentence(for: instance),
            "id": String(instance.fingerprint.prefix(8)), "since": Moments.day(instance.firstSeen),
            "sinceFull": Moments.iso(instance.firstSeen), "integration": instance.integration,
            "evidence": EvidenceWords.of(instance.evidence).map {
                ["label": $0.label, "lines": $0.lines] as [String: Any]
            },
        ]
        if let url = resource.url.flatMap(WebAddress.init)?.text { values["url"] = url }
        if instance.status != .active { values["status"] = instance.status.rawValue }
        return values
    }
}
