import Foundation
import Model
import Mustache
import Report
import Store

/// One row of a list of instances.
struct InstanceRowView: MustacheParent {
    let instance: Instance
    let integration: Int
    let now: Date
    let zone: TimeZone
    let isSelected: Bool
    /// Whether the evidence is unfolded under it.
    let isOpen: Bool
    /// Where it is unfolded, or folded.
    let twist: String
    let isListed: Bool
    /// What is the same for every row stands here too: it is asked for in each.
    let mayDecide: Bool
    let isFlat: Bool

    func child(named name: String) -> Any? {
        let resource = instance.resource
        switch name {
        case "isOpen": return isOpen
        case "selected": return isSelected
        case "mayDecide": return mayDecide
        case "isFlat": return isFlat
        case "id": return "\(integration):\(instance.fingerprint)"
        case "link": return "\(FindingLink.page(instance))"
        case "name": return VisibleText.of(resource.name)
        case "place": return resource.location.map { VisibleText.of($0) } ?? resource.type.rawValue
        case "sentence": return VisibleText.of(CheckIndex.standard.sentence(for: instance))
        case "severity": return SeverityView(instance.severity)
        case "title": return CheckIndex.standard.title(of: instance.check)
        case "findingLink": return "\(FindingLink.page(instance.check, of: instance.integration))"
        case "integration": return instance.integration
        case "time": return TimeView(instance.resolvedAt ?? instance.firstSeen, asOf: now, in: zone)
        case "twist": return twist
        case "expanded": return isOpen ? "true" : "false"
        case "evidence": return isOpen ? EvidenceView.rows(instance) : []
        case "isListed": return isListed
        default: return nil
        }
    }
}

/// Evidence as rows of a list: words first, then what was read.
enum EvidenceView {
    static func rows(_ instance: Instance) -> [[String: Any]] {
        EvidenceWords.of(instance.evidence).map { word in
            ["label": VisibleText.of(word.label), "lines": word.lines.map { VisibleText.of($0) }]
        }
    }
}

extension Template {
    /// The rows of a list of instances, with the form that acts on them.
    static let instanceRows = Template(
        "instance-rows",
        #"""
        <form method="get" action="{{formAction}}" aria-label="Selected instances">{{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/kept}}
        {{#mayDecide}}<div class="bulk"><b data-count>With the selected</b>{{#mayHide}}<button class="btn btn-sm" name="do" value="hide">Hide…</button>{{/mayHide}}{{#mayShow}}<button class="btn btn-sm" name="do" value="unhide">Show again…</button>{{/mayShow}}</div>{{/mayDecide}}
        <div class="wrap" tabindex="0" role="region" aria-label="Table of instances"><table class="tbl tbl-tight stack">
          <caption class="vh">Instances</caption>
          <thead><tr>{{#mayDecide}}<th scope="col" class="ck"><input type="checkbox" aria-label="Select all on this page"></th>{{/mayDecide}}{{#isFlat}}<th scope="col">Severity</th>{{/isFlat}}<th scope="col">Resource</th>{{#isFlat}}<th scope="col">Finding</th>{{/isFlat}}<th scope="col">What was seen</th><th scope="col">{{sinceHead}}</th></tr></thead>
          <tbody>{{#rows}}<tr class="{{#isOpen}}open{{/isOpen}}{{#selected}} sel{{/selected}}">{{#mayDecide}}<td class="ck"><input type="checkbox" name="i" value="{{id}}" aria-label="Select {{name}}"{{#selected}} checked{{/selected}}></td>{{/mayDecide}}{{#isFlat}}<td class="first">{{> severity}}</td>{{/isFlat}}<td class="main"><a class="twist open" href="{{twist}}" aria-expanded="{{expanded}}" aria-label="Evidence for {{name}}"><svg class="i" viewBox="0 0 16 16" aria-hidden="true">{{#isOpen}}<path d="M4 6l4 4 4-4"/>{{/isOpen}}{{^isOpen}}<path d="M6 4l4 4-4 4"/>{{/isOpen}}</svg></a><a class="t" href="{{link}}"><bdi>{{name}}</bdi></a><span class="sub lvl-sub"><bdi>{{place}}</bdi></span></td>{{#isFlat}}<td data-label="Finding"><a href="{{findingLink}}">{{title}}</a><span class="sub"><bdi>{{integration}}</bdi></span></td>{{/isFlat}}<td data-label="Seen"><bdi>{{sentence}}</bdi></td><td class="nowrap" data-label="Since">{{> time}}</td></tr>{{#isOpen}}<tr class="detail"><td colspan="{{columns}}"><div class="in">{{> evidence}}</div></td></tr>{{/isOpen}}{{/rows}}</tbody>
        </table></div>
        </form>
        """#)

    static let evidence = Template(
        "evidence",
        #"<dl class="facts facts-wide">{{#evidence}}<dt><bdi>{{label}}</bdi></dt><dd>{{#lines}}<bdi class="break">{{.}}</bdi><br>{{/lines}}</dd>{{/evidence}}</dl>"#
    )
}
