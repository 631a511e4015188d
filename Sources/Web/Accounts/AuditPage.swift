import Foundation
import HTTPTypes
import Hummingbird
import Report
import Store

extension Template {
    static let audit = Template(
        "audit",
        #"""
        <div class="head"><div><h1>Audit log</h1><p class="sub">Every change and every sign-in, refused ones too. Nobody can change or shorten it, whatever their role; <span class="mono">reeve audit verify</span> shows whether it was touched behind Reeve's back.</p></div><div class="actions"><a class="btn" href="{{csv}}">Export as CSV</a><a class="btn" href="{{jsonl}}">Export as JSON lines</a></div></div>
        <section class="sec" aria-label="Lines of the log">
        <form class="filter" action="/settings/audit" aria-label="Filter the log">
        <label class="vh" for="text">Search</label><input class="input" id="text" name="text" type="search" placeholder="Name, address, detail" value="{{text}}">
        <label class="vh" for="action">Action</label><select class="select" id="action" name="action"><option value="">Any action</option>{{#actions}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/actions}}</select>
        <label class="vh" for="actor">Who</label><input class="input" id="actor" name="actor" placeholder="Who, such as ana" value="{{actor}}" autocomplete="off">
        <span class="span"><label for="from">From</label><input class="input date" id="from" name="from" type="date" value="{{from}}"></span><span class="span"><label for="to">to</label><input class="input date" id="to" name="to" type="date" value="{{to}}"></span>
        <button class="btn" type="submit">Filter</button>{{#isFiltered}}<a class="btn btn-quiet" href="/settings/audit">Clear</a>{{/isFiltered}}</form>
        {{#hasRows}}<div class="wrap" tabindex="0" role="region" aria-label="Audit log table"><table class="tbl tbl-tight stack"><thead><tr><th scope="col">When</th><th scope="col">What was done</th><th scope="col">Record</th><th scope="col">From</th></tr></thead><tbody>
        {{#rows}}<tr><td class="nowrap" data-label="When">{{#at}}{{> moment}}{{/at}}</td><td class="main"><a href="{{actorLink}}"><bdi>{{who}}</bdi></a> {{verb}}{{#subject}} <a class="t" href="{{subjectLink}}"><bdi>{{.}}</bdi></a>{{/subject}}<bdi>{{rest}}</bdi></td><td data-label="Record"><a class="mono" href="{{actionLink}}">{{action}}</a>{{#detail}}<span class="sub"><bdi class="clip">{{.}}</bdi></span>{{/detail}}</td><td class="mono" data-label="From">{{address}}</td></tr>{{/rows}}
        </tbody></table></div>{{/hasRows}}
        {{^hasRows}}<div class="empty"><p>{{emptyWords}}</p></div>{{/hasRows}}
        {{> pager}}</section>
        """#)
}

/// Which lines are asked for, as a query or the API has it.
struct AuditQuery: Sendable {
    private static let names = ["text", "action", "actor", "subject", "from", "to"]

    let filter: AuditFilter
    /// As they were asked for, without what was empty.
    let fields: [String: String]

    /// - Parameter zone: in which a day begins.
    /// - Throws: `Problem` 400 for a day or time that is none, and where the end lies before the beginning.
    init(_ request: Request, in zone: TimeZone) throws {
        var fields: [String: String] = [:]
        for name in Self.names {
            let value = request.uri.queryParameters[name[...]].map(String.init)?.trimmingCharacters(in: .whitespaces)
            if let value, !value.isEmpty { fields[name] = String(value.prefix(200)) }
        }
        self.fields = fields
        filter = AuditFilter(
            actor: fields["actor"].map(Self.actor), action: fields["action"], subject: fields["subject"],
            text: fields["text"],
            from: try fields["from"].map { try Self.moment($0, in: zone, plus: 0) },
            to: try fields["to"].map { try Self.moment($0, in: zone, plus: 86_400) })
        if let from = filter.from, let to = filter.to, from >= to {
            throw Problem(
                .badRequest,
                "from (\(fields["from"] ?? "")) lies behind to (\(fields["to"] ?? "")): give the earlier one as from.")
        }
    }

    /// A name alone is a person's.
    private static func actor(_ text: String) -> String {
        text.contains(":") || ["reeve", "nobody"].contains(text) ? text : "user:\(text)"
    }

    /// A link to the same lines, or to others where `change` says so.
    func link(_ path: String, _ change: KeyValuePairs<String, String> = [:]) -> Link {
        let changed = fields.merging(change.map { ($0.key, $0.value) }) { $1 }
        return Link(path, changed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    }

    /// `2026-11-21` is the whole day in the zone, an ISO 8601 time itself.
    private static func moment(_ text: String, in zone: TimeZone, plus seconds: TimeInterval) throws -> Date {
        if let moment = try? Date(text, strategy: .iso8601) { return moment }
        guard text.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil,
            let midnight = try? Date(text + "T00:00:00Z", strategy: .iso8601)
        else { throw Problem(.badRequest, "from and to have to be a day such as 2026-11-21, or an ISO 8601 time.") }
        return midnight.addingTimeInterval(seconds - Double(zone.secondsFromGMT(for: midnight)))
    }
}

extension WebServer {
    /// `GET /settings/audit`.
    func auditPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let (visitor, now) = (try context.somebody, now())
        let query = try AuditQuery(request, in: visitor.zone)
        let wanted = try PageRequest<Turn<Int>>(request)
        let page =
            switch wanted.seek() {
            case .start: try store.audit(query.filter, limit: wanted.limit)
            case .after(let id): try store.audit(query.filter, below: id, limit: wanted.limit)
            case .before(let id): try store.audit(query.filter, above: id, limit: wanted.limit)
            }
        func turn(_ id: Int, isBackward: Bool) -> String {
            let cursor = Cursor(Turn(position: id, isBackward: isBackward)).text
            guard let limit = AddressQuery(request).text("limit") else {
                return "\(query.link("/settings/audit", ["cursor": cursor]))"
            }
            return "\(query.link("/settings/audit", ["cursor": cursor, "limit": limit]))"
        }
        var pager: [String: Any] = ["words": Self.words(page, isFirst: page.previous == nil)]
        pager["next"] = page.next.map { turn($0, isBackward: false) }
        pager["previous"] = page.previous.map { turn($0, isBackward: true) }
        let view: [String: Any] = [
            "rows": page.records.map { Self.row($0, asOf: now, in: visitor.zone) }, "hasRows": !page.records.isEmpty,
            "emptyWords": page.next == nil
                ? "No line fits." : "No line fits among those looked at so far: go on with Next.",
            "isFiltered": !query.fields.isEmpty, "pager": pager,
            "actions": try actionChoices(query.filter.action),
            "csv": "\(query.link("/settings/audit/export", ["format": "csv"]))",
            "jsonl": "\(query.link("/settings/audit/export", ["format": "jsonl"]))",
            "text": query.fields["text"] ?? "", "actor": query.fields["actor"] ?? "",
            "from": query.fields["from"] ?? "", "to": query.fields["to"] ?? "",
        ]
        return try show(
            Page(section: .audit, title: "Audit log", template: .audit, view: view), request, context)
    }

    /// Nouns, each with what is done to it.
    private func actionChoices(_ chosen: String?) throws -> [[String: Any]] {
        var choices: [[String: Any]] = []
        var lastNoun: Substring?
        for action in try store.auditActions() {
            let noun = action.prefix { $0 != "." }
            if noun != lastNoun {
                choices.append(["value": noun, "title": "Anything: \(noun)", "isChosen": chosen == String(noun)])
            }
            lastNoun = noun
            let title = AuditPhrase.of(action)?.title ?? action
            choices.append(["value": action, "title": title, "isChosen": chosen == action])
        }
        return choices
    }

    private static func words(_ page: AuditPage, isFirst: Bool) -> String {
        guard let newest = page.records.first, let oldest = page.records.last else { return "" }
        let count = "\(page.records.count) \(page.records.count == 1 ? "line" : "lines")"
        let numbers = newest.id == oldest.id ? "number \(newest.id)" : "numbers \(newest.id) to \(oldest.id)"
        return "\(count), \(numbers)\(isFirst ? ", newest first" : "")"
    }

    private static func row(_ record: AuditRecord, asOf now: Date, in zone: TimeZone) -> [String: Any] {
        let entry = record.entry
        let sentence = AuditSentence(entry)
        var row: [String: Any] = [
            "at": TimeView(entry.at, asOf: now, in: zone), "who": sentence.who, "verb": sentence.verb,
            "rest": sentence.rest, "action": entry.action, "address": entry.address ?? "",
            "actorLink": "\(Link("/settings/audit", ["actor": entry.actor]))",
            "actionLink": "\(Link("/settings/audit", ["action": entry.action]))",
            "subjectLink": "\(Link("/settings/audit", ["subject": entry.subject]))",
        ]
        row["subject"] = sentence.subject
        // What the sentence says already is not said twice.
        if let detail = entry.detail, sentence.rest.isEmpty { row["detail"] = detail }
        return row
    }
}
