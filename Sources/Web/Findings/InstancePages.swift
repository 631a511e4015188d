import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Report
import Store

extension WebServer {
    /// `GET /instances`: the instances of all findings, worst first.
    func instancesPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let book = try await book()
        let page = try store.atOneMoment { try instances(book, request, context) }
        return try show(page, request, context)
    }

    private func instances(_ book: FindingBook, _ request: Request, _ context: WebContext) throws -> Page {
        let visitor = try context.somebody
        let asked = try InstanceRequest(request, self, book)
        let pairs = request.uri.queryParameters.map { (String($0.key), Optional(String($0.value))) }
        // A field of a form that nobody filled in is sent empty.
        let kept = pairs.filter {
            !["cursor", "limit", "open", "do", "i"].contains($0.0) && $0.1?.isEmpty == false
        }
        let table = InstanceTable(
            server: self, request: request, visitor: visitor, filter: asked.filter, isFlat: true,
            link: { Link("/instances", kept + $0) }, action: "/instances", kept: kept,
            now: book.now)
        let isSearch = asked.filter.text != nil
        let total = isSearch ? 0 : try store.instanceCounts(asked.filter).map(\.count).reduce(0, +)
        var view = try table.values(of: table.page(), total: total)
        view["heading"] =
            isSearch ? "Instances with this text" : Numbers.counted(total, "instance")
        view["search"] = asked.filter.text ?? ""
        view["contentFields"] = try ContentFields(asked.content, of: asked.filter.integration, in: store).values
        view["searchKept"] = kept.filter { $0.0 != "q" && !ContentAsked.names.contains($0.0) }.compactMap {
            name, value in
            value.map { ["name": name, "value": $0] }
        }
        view["about"] = Self.about(asked)
        view["isExported"] = true
        view["ending"] = shown(
            asked.filter.endsBefore.map { _ in
                ["all": "\(Link("/instances", kept.filter { $0.0 != "ends" }))"] as [String: Any]
            })
        view["contentAsked"] = try asked.content.lines(in: store) { name in
            Link("/instances", kept.filter { $0.0 != name })
        }
        view["hasPager"] = true
        view["exports"] = ExportMenu.links(
            "/instances/export",
            kept.filter { !["integration", "format"].contains($0.0) } + [
                ("integration", asked.integration ?? AddressQuery(request).text("integration"))
            ])
        if try book.entries(of: asked.filter.integration).isEmpty {
            // Of what nobody has looked at there is nothing to count, to narrow or to take away as a file.
            view["heading"] = "Instances"
            view["empty"] = Self.nothingScanned
            for name in ["about", "isExported", "hasPager", "ending"] { view[name] = false }
        }
        if let decision = try table.decision(book) { view["decision"] = decision.values }
        return Page(
            section: .findings, title: "Instances",
            crumbs: [.init("CASB"), .init("Findings", Link("/findings")), .init("Instances")], template: .instances,
            view: view)
    }

    /// What the list holds, in words.
    private static func about(_ asked: InstanceRequest) -> String {
        let filter = asked.filter
        var words = [filter.statuses.map(\.rawValue).joined(separator: " or ")]
        if !filter.severities.isEmpty { words.append(filter.severities.map(\.rawValue).joined(separator: " or ")) }
        if let since = filter.since { words.append("since \(Moments.day(since)) (UTC)") }
        if filter.endsBefore != nil { words.append("ending within 7 days") }
        if filter.before != nil { words.append("for more than 30 days") }
        if let integration = asked.integration { words.append("in \(integration)") }
        if filter.ignored == .only { words.append("of ignored findings") }
        if let tab = asked.tab { words.append("of the findings under “\(tab.title)”") }
        return words.joined(separator: ", ")
    }

    /// What the table of matches says already.
    private static func shownAbove(_ instance: Instance) -> Set<String> {
        instance.evidence["matches"] == nil ? [] : ["matches", "entries", "profiles", "confidence"]
    }

    /// `GET /instances/{fingerprint}`.
    func instancePage(_ request: Request, _ context: WebContext) async throws -> Response {
        let visitor = try context.somebody
        let book = try await book()
        let (integration, instance) = try instance(request, context)
        let story = try InstanceStory(instance, of: integration.id, in: store)
        let key = "\(integration.id):\(instance.fingerprint)"
        let here = FindingLink.page(instance)
        var names = LabelNames(store)
        var view: [String: Any] = [
            "name": VisibleText.of(instance.resource.name),
            "place": VisibleText.of(instance.resource.location ?? instance.resource.type.noun),
            "severity": SeverityView(instance.severity), "title": CheckIndex.standard.title(of: instance.check),
            "findingLink": "\(FindingLink.page(instance.check, of: instance.integration))",
            "sentence": VisibleText.of(CheckIndex.standard.sentence(for: instance)),
            "status": instance.status.title, "integration": instance.integration,
            "evidence": EvidenceView(
                now: book.now, zone: visitor.zone, leavingOut: Self.shownAbove(instance)
            ).markup(try names.readable(instance)),
            "fingerprint": instance.fingerprint,
            "resourceType": instance.resource.type.noun, "resourceID": instance.resource.id,
            "first": TimeView(instance.firstSeen, asOf: book.now, in: visitor.zone),
            "last": TimeView(instance.lastSeen, asOf: book.now, in: visitor.zone),
            "seen": Numbers.counted(instance.timesSeen, "time"),
            "fix": Check.named(instance.check)?.fix ?? [],
            "history": story.entries.reversed().prefix(60).map { entry in
                [
                    "time": TimeView(entry.at, asOf: book.now, in: visitor.zone),
                    "text": Self.words(entry, asOf: book.now),
                ]
                    as [String: Any]
            },
            "mayHide": visitor.role >= .analyst && instance.status == .active,
            "mayShow": visitor.role >= .analyst && instance.status == .hidden,
            "hideLink": "\(here)&do=hide&i=\(Link.part(key))#decide",
            "showLink": "\(here)&do=unhide&i=\(Link.part(key))#decide",
        ]
        let labels = try names.told(of: integration.name)
        if let block = MatchBlock(instance.evidence, labels: labels) { view["found"] = block.values }
        // Only an address of the web is a link: what Graph says is not ours.
        if let url = instance.resource.url, url.hasPrefix("https://") { view["url"] = url }
        view["subID"] = instance.subID
        if let acceptance = story.acceptance {
            view["hiddenWords"] = DecisionWords.terms("Hidden", acceptance, asOf: book.now)
            view["hiddenComment"] = shown(acceptance.comment)
        }
        let table = InstanceTable(
            server: self, request: request, visitor: visitor, filter: InstanceFilter(), isFlat: false,
            link: { _ in here }, action: "", kept: [], now: book.now)
        if let decision = try table.decision(book) { view["decision"] = decision.values }
        let page = Page(
            section: .findings, title: VisibleText.of(instance.resource.name),
            crumbs: [
                .init("CASB"), .init("Findings", Link("/findings")),
                .init(
                    CheckIndex.standard.title(of: instance.check),
                    FindingLink.page(instance.check, of: instance.integration)),
            ], template: .instance, view: view)
        return try show(page, request, context)
    }

    /// The instance that a path names.
    /// - Throws: `Problem` 404, or 409 where several integrations have it and none is named.
    func instance(_ request: Request, _ context: WebContext) throws -> (Integration, Instance) {
        let fingerprint = try context.part("fingerprint")
        let asked = AddressQuery(request).text("integration")
        let found = try store.integrations().filter { asked == nil || $0.name == asked }.compactMap { integration in
            try store.instance(fingerprint, of: integration.id).map { found in
                var names = LabelNames(store)
                return (integration, try names.named(found.instance))
            }
        }
        guard let first = found.first else { throw Problem(.notFound, "There is no such instance.") }
        guard found.count == 1 else {
            throw Problem(.conflict, "Several integrations have this instance: say which with ?integration=.")
        }
        return first
    }

    private static func words(_ entry: HistoryEntry, asOf now: Date) -> String {
        if let note = entry.note {
            return "\(DecisionWords.who(entry.by ?? "")) \(DecisionWords.told(note, asOf: now))"
        }
        switch entry.change {
        case .opened: return "opened"
        case .reopened: return "opened again"
        case .changed: return "evidence changed"
        case .resolved: return "resolved"
        case .hidden: return "came back, hidden as decided"
        case .unhidden: return "shown again"
        }
    }
}

extension Template {
    /// All instances that a filter names.
    static let instances = Template(
        "instances",
        #"""
        <div class="head"><div><h1 data-live="heading" data-calm>{{heading}}</h1>{{#about}}<p class="sub"><bdi>{{.}}</bdi></p>{{/about}}</div>{{#isExported}}<div class="actions">{{> export-menu}}</div>{{/isExported}}</div>
        <form class="filter" method="get" action="/instances" aria-label="Search instances">{{#searchKept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/searchKept}}<label class="vh" for="iq">Search names</label><input class="input" id="iq" name="q" type="search" placeholder="Person, file, domain, profile, entry, label" value="{{search}}"> {{> content-fields}}<button class="btn" type="submit">Search</button></form>
        {{#ending}}<p class="note">Only those whose exception ends within 7 days. <a href="{{all}}">Show all</a></p>{{/ending}}
        {{> content-asked}}
        {{#decision}}<section class="sec no-print" aria-labelledby="decide"><div class="sec-head"><h2 id="decide">{{heading}}</h2></div><div class="sec-body text">{{> decision}}</div></section>{{/decision}}
        <div data-live="instances">{{#isEmpty}}{{> empty}}{{/isEmpty}}{{^isEmpty}}{{> instance-rows}}{{/isEmpty}}
        {{#hasPager}}{{> pager}}{{/hasPager}}</div>
        """#)

    /// One instance: what was read, what to do, its life.
    static let instance = Template(
        "instance",
        #"""
        <div class="head">
          <div><h1><bdi>{{name}}</bdi></h1><div class="meta">{{> severity}}<span><a href="{{findingLink}}">{{title}}</a></span><span>{{status}}</span><span><bdi>{{integration}}</bdi></span></div></div>
          <div class="actions">{{#mayHide}}<a class="btn" href="{{hideLink}}">Hide…</a>{{/mayHide}}{{#mayShow}}<a class="btn" href="{{showLink}}">Show again…</a>{{/mayShow}}</div>
        </div>
        <p class="lead"><bdi>{{sentence}}</bdi></p>
        {{#hiddenWords}}<p class="lead"><b><bdi>{{.}}</bdi></b>{{#hiddenComment}}<br><bdi>{{.}}</bdi>{{/hiddenComment}}</p>{{/hiddenWords}}
        <div class="cols"><div>
        {{#found}}{{> matches}}{{/found}}
        <section class="sec" aria-labelledby="evid"><div class="sec-head"><h2 id="evid">What was read</h2></div><div class="sec-body">{{{evidence}}}</div></section>
        <section class="sec" aria-labelledby="fix"><div class="sec-head"><h2 id="fix">How to fix it</h2></div><div class="sec-body text"><ol class="numbered">{{#fix}}<li><span>{{.}}</span></li>{{/fix}}</ol></div></section>
        </div><div>
        {{#decision}}<section class="sec no-print" aria-labelledby="decide"><div class="sec-head"><h2 id="decide">{{heading}}</h2></div><div class="sec-body">{{> decision}}</div></section>{{/decision}}
        <section class="sec" aria-labelledby="facts"><div class="sec-head"><h2 id="facts">Facts</h2></div><div class="sec-body"><dl class="facts">
          <dt>Where</dt><dd><bdi>{{place}}</bdi></dd>{{#url}}<dt>Open</dt><dd><a class="break" href="{{.}}" rel="noreferrer">{{.}}</a></dd>{{/url}}
          <dt>First seen</dt><dd>{{#first}}<time datetime="{{iso}}" title="{{full}}">{{words}}</time>{{/first}}</dd>
          <dt>Last seen</dt><dd>{{#last}}<time datetime="{{iso}}" title="{{full}}">{{words}}</time>{{/last}}, {{seen}}</dd>
          <dt>{{resourceType}}</dt><dd class="mono break">{{resourceID}}</dd>{{#subID}}<dt>Part</dt><dd class="mono break">{{.}}</dd>{{/subID}}
          <dt>Fingerprint</dt><dd class="mono break">{{fingerprint}}</dd>
        </dl></div></section>
        <section class="sec" aria-labelledby="hist"><div class="sec-head"><h2 id="hist">History</h2></div><div class="sec-body"><ol class="hist">{{#history}}<li>{{> time}}<span><bdi>{{text}}</bdi></span></li>{{/history}}</ol></div></section>
        </div></div>
        """#)
}
