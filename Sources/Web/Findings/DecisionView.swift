import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

/// The form of a decision: what is decided, on what terms, and what saving it would do.
struct DecisionView {
    enum Kind: String, CaseIterable { case ignore, activate, severity, owner, hide, unhide }

    let kind: Kind
    /// Findings (`3:file-public-write`) or instances (`3:fingerprint`), as forms hold them.
    let subjects: [String]
    /// What will be shifted, in sentences.
    var preview: [String] = []
    let next: String
    var owners: [String] = []
    /// What was filled in, by field.
    var filled: [String: String] = [:]
    /// What is wrong, by field.
    var errors: [String: String] = [:]
    /// The severities to choose from, with what each would do.
    var ranks: [[String: Any]] = []

    /// What is decided about, by name, for a page that shows no list of it.
    var names: [Name] = []

    /// One finding or instance, and where it is.
    struct Name {
        var title: String
        var note: String
        var link: Link
    }

    var isOfInstances: Bool { kind == .hide || kind == .unhide }
    private var noun: String { Numbers.counted(subjects.count, isOfInstances ? "instance" : "finding") }

    var heading: String {
        switch kind {
        case .ignore: "Ignore \(noun)"
        case .activate: "Activate \(noun)"
        case .severity: "Change severity of \(noun)"
        case .owner: "Set owner of \(noun)"
        case .hide: "Hide \(noun)"
        case .unhide: "Show \(noun) again"
        }
    }

    private static let mostNames = 20

    var values: [String: Any] {
        let hasTerms = kind == .ignore || kind == .hide
        var values: [String: Any] = [
            "heading": heading, "button": heading, "next": next,
            "action": isOfInstances ? "/instances/\(kind.rawValue)" : "/findings/\(kind.rawValue)",
            "field": isOfInstances ? "i" : "f", "subjects": subjects, "preview": preview,
            "hasPreview": !preview.isEmpty, "hasTerms": hasTerms, "isRank": kind == .severity,
            "isOwner": kind == .owner, "hasOwner": hasTerms || kind == .owner, "ranks": ranks,
            "comment": filled["comment"] ?? "", "owner": filled["owner"] ?? "", "until": filled["until"] ?? "",
            "owners": owners, "isEmptySelection": subjects.isEmpty, "hasNames": !names.isEmpty,
            "names": names.prefix(Self.mostNames).map { ["title": $0.title, "note": $0.note, "link": "\($0.link)"] },
            "moreNames": shown(
                names.count > Self.mostNames ? "and \(Numbers.grouped(names.count - Self.mostNames)) more" : nil),
        ]
        let reasons = Terms.usualReasons
        values["reason"] = filled["reason"] ?? ""
        values["usualReason"] = reasons[0]
        values["reasons"] = reasons
        for (field, words) in errors { values["\(field)Error"] = words }
        return values
    }

    /// The form that an address asks for (`?do=ignore&f=…`); nil where it asks for none or the visitor may not decide.
    static func asked(
        _ request: Request, _ all: [FindingEntry], _ book: FindingBook, _ visitor: Visitor, returningTo next: Link
    ) throws -> DecisionView? {
        let given = AddressQuery(request)
        guard visitor.role >= .analyst, let kind = try given.one("do", of: Kind.self), kind != .hide, kind != .unhide
        else { return nil }
        let chosen = given.texts("f").prefix(200)
        let keys = Set(chosen.compactMap { Finding.Key($0) })
        return try of(kind, all.filter { keys.contains($0.finding.key) }, among: all, book, returningTo: "\(next)")
    }

    /// The form of a decision about findings, with what it would do to the counts of all that are shown.
    static func of(
        _ kind: Kind, _ chosen: [FindingEntry], among all: [FindingEntry], _ book: FindingBook,
        returningTo next: String
    ) throws -> DecisionView {
        let keys = Set(chosen.map(\.finding.key))
        var view = DecisionView(kind: kind, subjects: chosen.map(\.finding.key.text), next: next)
        view.owners = Set(all.compactMap(\.finding.owner)).sorted()
        view.names = chosen.map {
            Name(title: $0.title, note: $0.finding.integration, link: FindingLink.page($0.finding))
        }
        func shifts(_ change: (inout Finding) -> Void) -> [String] {
            book.preview(all) { if keys.contains($0.key) { change(&$0) } }.map(words)
        }
        let active = chosen.map(\.finding.active).reduce(0, +)
        switch kind {
        case .ignore:
            view.preview =
                ["\(Numbers.counted(active, "active instance")) no longer \(active == 1 ? "counts" : "count")"]
                + shifts { $0.status = .ignored } + ["What is found anew joins them without a word"]
        case .activate:
            view.preview =
                ["\(Numbers.counted(active, "instance")) \(active == 1 ? "counts" : "count") again"]
                + shifts { $0.status = .active }
        case .severity:
            func ranked(_ severity: (Finding) -> Severity) throws -> [String] {
                // What was hidden when the finding was less severe comes back.
                let back = try Dictionary(
                    chosen.map {
                        ($0.finding.key, try book.store.hiddenBelow(severity($0.finding), of: $0.finding.key))
                    },
                    uniquingKeysWith: { first, _ in first })
                let again = back.values.reduce(0, +)
                return shifts {
                    $0.severity = severity($0)
                    $0.active += back[$0.key] ?? 0
                }
                    + (again == 0
                        ? []
                        : ["\(Numbers.counted(again, "hidden instance")) \(again == 1 ? "counts" : "count") again"])
            }
            view.ranks = try Severity.allCases.map { severity in
                rank(
                    severity.rawValue, severity.rawValue.capitalized, try ranked { _ in severity },
                    chosen.allSatisfy { $0.finding.severity == severity })
            }
            let standard = Set(chosen.map(\.finding.defaultSeverity.rawValue)).sorted().joined(separator: ", ")
            view.ranks.append(
                rank("default", "Default (\(standard))", try ranked(\.defaultSeverity), false))
        case .owner, .hide, .unhide: break
        }
        return view
    }

    /// The form of a decision about instances, with what it would do to the counts of all that are shown.
    /// - Parameter chosen: as forms hold them, `3:fingerprint`.
    static func of(
        _ kind: Kind, instances chosen: [String], among all: [FindingEntry], _ book: FindingBook,
        returningTo next: String
    ) throws -> DecisionView {
        var view = DecisionView(kind: kind, subjects: chosen, next: next)
        view.owners = Set(all.compactMap(\.finding.owner)).sorted()
        let instances = try chosen.compactMap { text in
            try Finding.Key(text).flatMap { try book.store.instance($0.check, of: $0.integration) }
        }
        view.names = instances.map { _, instance in
            Name(
                title: VisibleText.of(instance.resource.name),
                note: "\(CheckIndex.standard.title(of: instance.check)) · \(instance.integration)",
                link: FindingLink.page(instance))
        }
        let from: Instance.Status = kind == .hide ? .active : .hidden
        var moved: [Finding.Key: Int] = [:]
        for (key, instance) in instances where instance.status == from {
            moved[Finding.Key(integration: key, check: instance.check), default: 0] += 1
        }
        let sign = kind == .hide ? -1 : 1
        let count = moved.values.reduce(0, +)
        let shifts = book.preview(all) { $0.active += sign * (moved[$0.key] ?? 0) }.map(words)
        let verb = kind == .hide ? "to Hidden" : "back to Active"
        view.preview = ["\(Numbers.counted(count, "instance")) \(count == 1 ? "moves" : "move") \(verb)"] + shifts
        if kind == .hide {
            view.preview.append(
                "They come back by themselves when their last day is over, if you name one, when the check becomes graver, or when they get worse"
            )
        }
        return view
    }

    private static func rank(_ value: String, _ title: String, _ shifts: [String], _ isNow: Bool) -> [String: Any] {
        let effect = isNow ? "as it is now" : shifts.isEmpty ? "changes no count" : shifts.joined(separator: ", ")
        return ["value": value, "title": title, "effect": effect, "isNow": isNow]
    }

    /// `Critical: 9 → 7`.
    static func words(_ shift: FindingBook.Shift) -> String {
        "\(shift.severity.rawValue.capitalized): \(Numbers.grouped(shift.before)) → \(Numbers.grouped(shift.after))"
    }
}

extension Template {
    /// The form of a decision.
    static let decision = Template(
        "decision",
        #"""
        {{#isEmptySelection}}{{#subjectsError}}<p class="error">{{.}}</p>{{/subjectsError}}{{^subjectsError}}<p class="hint">Select at least one row first.</p>{{/subjectsError}}<p><a href="{{next}}">Back</a></p>{{/isEmptySelection}}
        {{^isEmptySelection}}
        <form method="post" action="{{action}}">{{> csrf}}<input type="hidden" name="next" value="{{next}}">{{#subjects}}<input type="hidden" name="{{field}}" value="{{.}}">{{/subjects}}
          {{#subjectsError}}<p class="error">{{.}}</p>{{/subjectsError}}
          {{#hasTerms}}
          <div class="field"><label for="reason">Reason</label><input class="input full" id="reason" name="reason" list="reasons" value="{{reason}}" placeholder="{{usualReason}}, for example" required{{#reasonError}} aria-describedby="reason-error" aria-invalid="true"{{/reasonError}}><datalist id="reasons">{{#reasons}}<option value="{{.}}"></option>{{/reasons}}</datalist>{{#reasonError}}<p class="error" id="reason-error">{{.}}</p>{{/reasonError}}</div>
          <div class="field"><label for="comment">In your words</label><textarea class="area" id="comment" name="comment" rows="2"{{#commentError}} aria-describedby="comment-error" aria-invalid="true"{{/commentError}}>{{comment}}</textarea>{{#commentError}}<p class="error" id="comment-error">{{.}}</p>{{/commentError}}</div>
          {{/hasTerms}}
          {{#hasOwner}}<div class="form-row"><div class="field"><label for="owner">Owner</label><input class="input full" id="owner" name="owner" list="owners" value="{{owner}}"{{#ownerError}} aria-describedby="owner-error" aria-invalid="true"{{/ownerError}}><datalist id="owners">{{#owners}}<option value="{{.}}"></option>{{/owners}}</datalist>{{#ownerError}}<p class="error" id="owner-error">{{.}}</p>{{/ownerError}}{{#isOwner}}<p class="hint">Empty for nobody.</p>{{/isOwner}}</div>
          {{#hasTerms}}<div class="field"><label for="until">Until</label><input class="input full" id="until" name="until" type="date" value="{{until}}"{{#expiresError}} aria-describedby="until-error" aria-invalid="true"{{/expiresError}}>{{#expiresError}}<p class="error" id="until-error">{{.}}</p>{{/expiresError}}</div>{{/hasTerms}}</div>{{/hasOwner}}
          {{#isRank}}<fieldset class="field"><legend>Severity here</legend>{{#ranks}}<div class="choice"><input type="radio" name="severity" id="rank-{{value}}" value="{{value}}"{{#isNow}} checked{{/isNow}}><label for="rank-{{value}}">{{title}} <span class="hint">{{effect}}</span></label></div>{{/ranks}}{{#severityError}}<p class="error">{{.}}</p>{{/severityError}}</fieldset>{{/isRank}}
          {{#hasPreview}}<div class="preview"><b>If you save this</b><ul>{{#preview}}<li>{{.}}</li>{{/preview}}</ul></div>{{/hasPreview}}
          <div class="actions"><button class="btn btn-primary" type="submit">{{button}}</button><a class="btn btn-quiet" href="{{next}}">Cancel</a></div>
        </form>
        {{/isEmptySelection}}
        """#)

    /// The form on a page of its own, where something in it was wrong.
    static let decisionPage = Template(
        "decision-page",
        #"""
        <div class="head"><div><h1>{{heading}}</h1></div></div>
        <div class="sec-body text">
        {{#hasNames}}<ul class="list">{{#names}}<li><a class="t" href="{{link}}"><bdi>{{title}}</bdi></a> <span class="small second"><bdi>{{note}}</bdi></span></li>{{/names}}{{#moreNames}}<li class="second">{{.}}</li>{{/moreNames}}</ul>{{/hasNames}}
        {{> decision}}</div>
        """#)
}
