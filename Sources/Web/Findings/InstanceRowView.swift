import Foundation
import Model
import Report
import Store

/// One row of a list of instances.
struct InstanceRowView {
    let instance: Instance
    /// The same as people read it, with the names of sensitivity labels in place of their ids, where the evidence is unfolded under it.
    let unfolded: Instance?
    let integration: Int
    let now: Date
    let zone: TimeZone
    let isSelected: Bool
    /// Where it is unfolded, or folded.
    let twist: String
    /// Where instances of several findings stand in the list.
    let isFlat: Bool
    /// Why it is hidden; nil where it is not.
    var acceptance: Acceptance?

    /// How many columns the table has.
    static func columns(isFlat: Bool) -> Int { isFlat ? 6 : 4 }

    private var isOpen: Bool { unfolded != nil }

    var markup: Markup {
        guard let unfolded else { return cells }
        let columns = "\(Self.columns(isFlat: isFlat))"
        return """
            \(cells)<tr class="detail"><td colspan="\(columns)"><div class="in">\(EvidenceView(now: now, zone: zone).markup(unfolded))</div></td></tr>
            """
    }

    private var cells: Markup {
        let name = VisibleText.of(instance.resource.name)
        let place = instance.resource.location.map { VisibleText.of($0) } ?? instance.resource.type.noun
        let sentence = VisibleText.of(CheckIndex.standard.sentence(for: instance))
        let since = TimeView(instance.resolvedAt ?? instance.firstSeen, asOf: now, in: zone)
        let checked: Markup? = isSelected ? " checked" : nil
        let choice: Markup =
            """
            <td class="ck"><input type="checkbox" name="i" value="\("\(integration):\(instance.fingerprint)")" aria-label="Select \(name)"\(checked)></td>
            """
        let severity: Markup? = isFlat ? "<td class=\"first\">\(SeverityView(instance.severity).markup)</td>" : nil
        let finding: Markup? =
            isFlat
            ? """
            <td data-label="Finding"><a href="\(FindingLink.page(instance.check, of: instance.integration))">\(CheckIndex.standard.title(of: instance.check))</a><span class="sub"><bdi>\(instance.integration)</bdi></span></td>
            """ : nil
        let decision = acceptance.map { acceptance -> Markup in
            let comment: Markup? = acceptance.comment.map { ". \(VisibleText.of($0))" }
            return """
                <span class="sub"><bdi>\(VisibleText.of(DecisionWords.terms("Hidden", acceptance, asOf: now)))\(comment)</bdi></span>
                """
        }
        let arrow: Markup = isOpen ? "M4 6l4 4 4-4" : "M6 4l4 4-4 4"
        return """
            <tr class="\(isOpen ? "open" : "")\(isSelected ? " sel" : "")">\(choice)\(severity)<td class="main"><a class="twist open" href="\(twist)" aria-expanded="\(isOpen ? "true" : "false")" aria-label="Evidence for \(name)"><svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="\(arrow)"/></svg></a><a class="t" href="\(FindingLink.page(instance))"><bdi>\(name)</bdi></a><span class="sub lvl-sub"><bdi>\(place)</bdi></span></td>\(finding)<td data-label="Seen"><bdi>\(sentence)</bdi>\(decision)</td><td class="nowrap" data-label="Since">\(since.markup)</td></tr>
            """
    }
}

/// Evidence as rows of a list: words first, then what was read.
struct EvidenceView {
    let now: Date
    let zone: TimeZone
    /// Keys that the page shows elsewhere.
    var leavingOut: Set<String> = []

    /// What keys of findings in files are called; the others are words already.
    private static let titles = [
        "sharedThrough": "shared by way of", "ownerAddress": "owner's address",
        "size": "size in bytes", "modified": "last modified",
        "status": "how it was read", "statusDetail": "what was not read", "reach": "who reaches it",
        "guests": "guests who reach it", "foreignLabels": "labels of other organizations",
        "innerLabels": "labels of documents inside",
    ]

    /// - Parameter instance: with the names of sensitivity labels in place of their ids.
    func markup(_ instance: Instance) -> Markup {
        var evidence = Evidence(instance.evidence.values.filter { !leavingOut.contains($0.key) })
        let isOfFile = instance.evidence["matches"] != nil
        // A file that was read whole has nothing to tell of what was not.
        if isOfFile, evidence["statusDetail"] == Evidence.Value.none { evidence["statusDetail"] = nil }
        let rows = EvidenceWords.of(evidence).map { word -> Markup in
            let label = isOfFile ? Self.titles[word.key] ?? word.label : word.label
            let lines = word.lines.map { line -> Markup in "<bdi class=\"break\">\(told(line))</bdi><br>" }
            return "<dt><bdi>\(VisibleText.of(label))</bdi></dt><dd>\(lines)</dd>"
        }
        return "<dl class=\"facts facts-wide\">\(rows)</dl>"
    }

    /// A moment as pages show it, anything else as it stands.
    private func told(_ line: String) -> Markup {
        guard line.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil,
            let date = try? Date(line, strategy: .iso8601)
        else { return "\(VisibleText.of(line))" }
        return TimeView(date, asOf: now, in: zone).markup
    }
}

extension Template {
    /// The rows of a list of instances, with the form that acts on them.
    static let instanceRows = Template(
        "instance-rows",
        #"""
        <form method="get" action="{{formAction}}" aria-label="Selected instances">{{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/kept}}
        {{> no-submit}}<div class="bulk"><b data-count>With the selected</b>{{#mayDecide}}{{#mayHide}}<button class="btn btn-sm" name="do" value="hide">Hide…</button>{{/mayHide}}{{#mayShow}}<button class="btn btn-sm" name="do" value="unhide">Show again…</button>{{/mayShow}}{{/mayDecide}}<button class="btn btn-sm" name="format" value="csv" formaction="/instances/export">Export</button></div>
        <div class="wrap" tabindex="0" role="region" aria-label="Table of instances"><table class="tbl tbl-tight stack">
          <caption class="vh">Instances</caption>
          <thead><tr><th scope="col" class="ck">{{> select-all}}</th>{{#isFlat}}<th scope="col">Severity</th>{{/isFlat}}<th scope="col">Resource</th>{{#isFlat}}<th scope="col">Finding</th>{{/isFlat}}<th scope="col">What was seen</th><th scope="col">{{sinceHead}}</th></tr></thead>
          <tbody>{{{rows}}}</tbody>
        </table></div>
        </form>
        """#)
}
