import Flows
import Foundation
import Model
import Mustache
import Posture
import Report
import Store

/// One row of the list of findings.
struct FindingRowView: MustacheParent {
    let entry: FindingEntry
    let spark: String
    let now: Date
    let zone: TimeZone
    let isSelected: Bool

    func child(named name: String) -> Any? {
        let finding = entry.finding
        switch name {
        case "id": return finding.key.text
        case "link": return "\(FindingLink.page(finding))"
        case "severity": return SeverityView(finding.severity)
        case "title": return entry.title
        case "check": return finding.check
        case "family": return entry.check?.family.title ?? "Former check"
        case "integration": return finding.integration
        case "instances": return Numbers.grouped(finding.active)
        case "isUnknown": return finding.active == 0 && entry.sureness.hasNoAnswer
        case "fresh": return entry.fresh > 0 ? "+\(Numbers.grouped(entry.fresh))" : nil
        case "spark": return spark
        case "time": return entry.since.map { TimeView($0, asOf: now, in: zone) }
        case "state": return entry.sureness.view
        case "notes": return notes
        case "selected": return isSelected
        default: return nil
        }
    }

    /// ` · 2 hidden · owner R. Haas · Medium by decision`.
    private var notes: String {
        let finding = entry.finding
        var notes: [String] = []
        if finding.hidden > 0 { notes.append("\(Numbers.grouped(finding.hidden)) hidden") }
        if let owner = finding.owner { notes.append("owner \(owner)") }
        if finding.severity != finding.defaultSeverity {
            notes.append("by default \(finding.defaultSeverity.rawValue)")
        }
        if let acceptance = finding.acceptance {
            notes.append("ignored \(DecisionWords.end(acceptance.expires, asOf: now)): \(acceptance.reason)")
        }
        return notes.map { " · " + $0 }.joined()
    }
}

extension Finding.Key {
    /// As forms and addresses hold it: `3:file-public-write`.
    var text: String { "\(integration):\(check)" }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let integration = Int(parts[0]) else { return nil }
        self.init(integration: integration, check: String(parts[1]))
    }
}

/// Where findings and instances are shown.
enum FindingLink {
    static func page(_ finding: Finding, _ more: [(String, String?)] = []) -> Link {
        page(finding.check, of: finding.integration, more)
    }

    static func page(_ check: String, of integration: String, _ more: [(String, String?)] = []) -> Link {
        Link("/findings/\(Link.part(check))", [("integration", integration)] + more)
    }

    static func page(_ instance: Instance) -> Link {
        Link("/instances/\(instance.fingerprint)", ["integration": instance.integration])
    }
}
