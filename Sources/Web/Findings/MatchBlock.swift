import Flows
import Foundation
import Model
import Report

/// What was found in a file, as the page of its instance shows it: a row for each entry of each profile.
struct MatchBlock {
    let values: [String: Any]

    /// Nil for an instance that is not about the content of a file.
    /// - Parameter labels: the names of sensitivity labels by their ids.
    init?(_ evidence: Evidence, labels: [String: String]) {
        guard case .records(let records)? = evidence["matches"], !records.isEmpty else { return nil }
        // A label is told as it is: nothing of it is masked.
        let hasValues = records.contains { Self.list($0["samples"]).contains { !$0.isEmpty } }
        values = ["rows": records.map { Self.row($0, labels) }, "hasValues": hasValues]
    }

    private static func row(_ record: Evidence, _ labels: [String: String]) -> [String: Any] {
        let entry = Self.text(record["entry"])
        let samples = Self.list(record["samples"])
        let places = Self.list(record["places"])
        let shown = samples.enumerated().map { place, sample in
            ["masked": VisibleText.of(sample), "place": VisibleText.of(place < places.count ? places[place] : "")]
        }
        var count = 0
        if case .number(let number)? = record["count"] { count = Int(number) }
        var row: [String: Any] = [
            "profile": VisibleText.of(Self.text(record["profile"])),
            "title": VisibleText.of(
                labels[String(entry.dropFirst("label-".count))]
                    ?? Self.text(record["title"] ?? .text(EntryTitle.of(entry)))),
            "entry": VisibleText.of(entry), "count": Numbers.grouped(count),
            "confidence": Self.text(record["confidence"]), "samples": shown,
            "column": samples.allSatisfy(\.isEmpty) ? "Where" : "Samples",
        ]
        if case .number(let percent)? = record["likeness"] { row["likeness"] = "\(Int(percent))% of a document" }
        if count > samples.count { row["more"] = "and \(Numbers.grouped(count - samples.count)) more" }
        return row
    }

    private static func text(_ value: Evidence.Value?) -> String {
        if case .text(let text)? = value { text } else { "" }
    }

    private static func list(_ value: Evidence.Value?) -> [String] {
        if case .list(let list)? = value { list } else { [] }
    }
}

extension Template {
    static let matches = Template(
        "matches",
        #"""
        <section class="sec" aria-labelledby="found"><div class="sec-head"><h2 id="found">What was found in the file</h2></div>
        <div class="wrap" tabindex="0" role="region" aria-label="Table of matches"><table class="tbl tbl-tight stack">
          <caption class="vh">Matches by profile and entry</caption>
          <thead><tr><th scope="col">Entry</th><th scope="col" class="num">Count</th><th scope="col">Confidence</th><th scope="col">Samples, masked</th></tr></thead>
          <tbody>{{#rows}}<tr><td class="main"><b>{{title}}</b><span class="sub"><bdi>{{profile}}</bdi> · <span class="mono">{{entry}}</span></span></td><td class="num" data-label="Count"><b>{{count}}</b></td><td data-label="Confidence">{{confidence}}{{#likeness}}<span class="sub">{{.}}</span>{{/likeness}}</td><td data-label="{{column}}">{{#samples}}<span class="mono"><bdi>{{masked}}</bdi></span> <span class="muted small"><bdi>{{place}}</bdi></span><br>{{/samples}}{{#more}}<span class="muted small">{{.}}</span>{{/more}}</td></tr>{{/rows}}</tbody>
        </table></div>
        {{#hasValues}}<div class="sec-foot"><span>The values themselves are not kept. Open the file to see them.</span></div>{{/hasValues}}</section>
        """#)
}
