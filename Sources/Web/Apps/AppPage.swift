import Flows
import Foundation
import Graph
import HTTPTypes
import Hummingbird
import Model
import Posture
import Report
import Store

extension WebServer {
    func report(_ context: WebContext) throws -> (AppListing, Integration, AppReport) {
        let integration = try askedIntegration(context)
        let listing = AppListing(store: store, of: integration, asOf: now())
        guard let report = try listing.report(try context.part("id")) else {
            throw Problem(.notFound, "The tenant has no app of that id.")
        }
        return (listing, integration, report)
    }

    func appPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let (listing, integration, report) = try report(context)
        return try show(try appPage(listing, integration, report, context), request, context)
    }

    /// - Parameter refused: the form that was sent and what is wrong with it, by field; nil where none was.
    func appPage(
        _ listing: AppListing, _ integration: Integration, _ report: AppReport, _ context: WebContext,
        refused: (form: Form, errors: [String: String])? = nil
    ) throws -> Page {
        let decision = report.decision
        let sent = refused?.form
        let answer = sent?["decision"].flatMap { AppDecision.Answer(rawValue: $0) } ?? decision?.answer
        let unread = try unread(listing, integration)
        let (open, past) = (
            try listing.instances(of: report, [.active, .hidden]), try listing.instances(of: report, [.resolved])
        )
        let story = try listing.story(of: report, open.instances + past.instances)
        let isMore = open.isMore || past.isMore || open.instances.count > Self.mostFindings
        let values: [String: Any] = [
            "title": report.app.resource.name, "publisher": shown(report.app.verifiedPublisher?.displayName),
            "states": [["state": Self.verified(report)], ["state": decisionState(decision)]],
            "lead": Self.lead(report, isUnread: unread != nil), "unread": shown(unread),
            "hasReaches": !report.reaches.isEmpty,
            "reaches": try report.reaches.map { try reachRow($0, integration, context) },
            "noReach": unread == nil
                ? "Nobody has granted it anything." : "Nothing that was read: it may have consents of people.",
            "hasFindings": !open.instances.isEmpty,
            "allFindings": shown(isMore ? "\(Self.findings(of: report.app, integration))" : nil),
            "findings": open.instances.prefix(Self.mostFindings).map { instance -> [String: Any] in
                [
                    "severity": SeverityView(instance.severity),
                    "what": CheckIndex.standard.title(of: instance.check),
                    "link": "\(Link("/instances/\(instance.fingerprint)"))", "time": time(instance.firstSeen, context),
                ]
            },
            "mayChange": try context.somebody.role >= .analyst, "action": "\(Self.link(report.app, integration))",
            "choices": Self.choices.map { choice, title, hint -> [String: Any] in
                [
                    "value": choice.rawValue, "title": title, "hint": hint,
                    "isChosen": choice == answer,
                ]
            },
            "reason": sent.map { $0["why"] ?? "" } ?? decision?.why ?? "",
            "owner": sent.map { $0["owner"] ?? "" } ?? decision?.owner ?? "",
            "again": sent.map { $0["again"] ?? "" } ?? decision?.askAgain.map { String(Moments.iso($0).prefix(10)) }
                ?? "",
            "whyError": shown(refused?.errors["reason"]), "ownerError": shown(refused?.errors["owner"]),
            "againError": shown(refused?.errors["expires"]), "decisionError": shown(refused?.errors["decision"]),
            "decided": shown(
                decision.map { ["state": decisionState($0), "sentence": words(of: $0, context)] as [String: Any] }),
            "appID": report.app.appId ?? "not said", "home": report.app.appOwnerOrganizationId ?? "not said",
            "facts": Self.facts(report), "entra": Self.entraLink(report.app, integration),
            "verification": Self.verification(report, asOf: now()),
            "credentials": report.registration == nil
                ? "Held by the publisher: Microsoft does not show them to other tenants."
                : "Not read: Entra shows when those of your own registration end.",
            "replyURLs": "Not read: Entra shows them under Authentication.",
            "history": story.events.prefix(60).map { historyRow($0, integration, context) },
            "hasHistory": !story.events.isEmpty, "times": timeRows(story, context),
        ]
        return Page(
            section: .apps, title: report.app.resource.name,
            crumbs: [.init("CASB"), .init("Third-party apps", Link("/apps")), .init(integration.name)],
            template: .app, view: values, status: refused == nil ? .ok : .unprocessableContent)
    }

    /// More open findings than these stand in the list of all.
    private static let mostFindings = 20

    /// Every instance about the app, open and past.
    private static func findings(of app: ServicePrincipal, _ integration: Integration) -> Link {
        Link(
            "/instances",
            [("integration", integration.name), ("q", app.id)]
                + Instance.Status.allCases.map { ("status", $0.rawValue) })
    }

    /// The app's own page in the admin center of the tenant's cloud.
    private static func entraLink(_ app: ServicePrincipal, _ integration: Integration) -> String {
        let cloud = GraphEndpoint.Cloud.allCases.first {
            GraphEndpoint.cloud($0).graphURL == integration.graphURL
        }
        let blade = "#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview"
        return "\((cloud ?? .global).portal)/\(blade)/objectId/\(Link.part(app.id))/appId/\(Link.part(app.appId ?? ""))"
    }

    /// Who Microsoft says the publisher is, and until when a certification holds.
    private static func verification(_ report: AppReport, asOf now: Date) -> [[String: Any]] {
        var facts: [(String, String)] = []
        if let publisher = report.app.verifiedPublisher, publisher.isVerified {
            facts.append(("Publisher's name", publisher.displayName ?? "not said"))
            facts.append(("Publisher id", publisher.verifiedPublisherId ?? "not said"))
        }
        if let domain = report.registration?.publisherDomain { facts.append(("Publisher's domain", domain)) }
        if let end = report.registration?.certification?.certificationExpirationDateTime {
            facts.append((end < now ? "Certification ended" : "Certification ends", Moments.day(end)))
        }
        if let audience = report.app.signInAudience { facts.append(("Open to", Self.words(ofAudience: audience))) }
        return facts.map { ["term": $0.0, "value": $0.1] }
    }

    /// Who may sign in to an app, as Graph's `signInAudience` says it.
    private static func words(ofAudience audience: String) -> String {
        switch audience {
        case "AzureADMyOrg": "accounts of its own organization"
        case "AzureADMultipleOrgs": "accounts of any organization"
        case "AzureADandPersonalMicrosoftAccount": "accounts of any organization, and personal Microsoft accounts"
        case "PersonalMicrosoftAccount": "personal Microsoft accounts"
        default: audience
        }
    }

    private func historyRow(
        _ event: AppStory.Event, _ integration: Integration, _ context: WebContext
    ) -> [String: Any] {
        let link = event.instance.map { Link("/instances/\($0)", ["integration": integration.name]) }
        return [
            "time": time(event.at, context), "words": DecisionWords.told(event.words, asOf: now()),
            "link": shown(link.map { "\($0)" }),
        ]
    }

    /// When it was stored, told of and looked for.
    private func timeRows(_ story: AppStory, _ context: WebContext) -> [[String: Any]] {
        [
            ("Entry stored or changed", story.times?.changed), ("Named by the tenant", story.times?.told),
            ("List of apps read", story.read),
        ].map { term, at in
            ["term": term, "at": shown(at.map { ["time": time($0, context)] as [String: Any] })]
        }
    }

    private static let choices: [(AppDecision.Answer, String, String)] = [
        (.allowed, "Allowed", "asked again on the day below, if you name one"),
        (.underReview, "Under review", "stays in the list"),
        (.notAllowed, "Not allowed", "remove it in Entra: Enterprise applications, the app, Properties, Delete"),
    ]

    private func words(of decision: AppDecision, _ context: WebContext) -> String {
        let parts = [
            "\(decision.who), \(time(decision.at, context).words)", decision.owner.map { "owner \($0)" }, decision.why,
            decision.again.map { DecisionWords.told($0, asOf: now()) },
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }

    private static func lead(_ report: AppReport, isUnread: Bool) -> String {
        let alone = distinct(report.reaches.filter(\.isByItself).map(\.service))
        if !alone.isEmpty {
            return "It reaches \(alone.joined(separator: ", ")) of the whole organization, without anyone signed in."
        }
        if report.reaches.contains(where: \.isForEverybody) {
            return "It acts in the name of whoever signs in to it, by one consent for everybody."
        }
        let people = report.reaches.reduce(into: Set<String>()) { $0.formUnion($1.people) }.count
        if people > 0 { return "\(Numbers.counted(people, "person", plural: "people")) let it act in their name." }
        return isUnread
            ? "Whether people let it act in their name was not read." : "It may do nothing that was granted to it."
    }

    private func reachRow(_ reach: AppReach, _ integration: Integration, _ context: WebContext) throws -> [String: Any]
    {
        let verbs = reach.verbs.sorted().map { $0 == .change ? "change" : $0.rawValue }.joined(separator: " and ")
        let how = reach.isByItself ? ", nobody signed in" : ", as the person"
        var whom = reach.isByItself ? "The whole organization" : reach.isForEverybody ? "Everybody who signs in" : ""
        if whom.isEmpty {
            let users = try store.found(User.self, of: integration.id, ids: Array(reach.people.sorted().prefix(20)))
            whom = DirectoryWords.listed(reach.people.sorted().map { users[$0]?.name ?? $0 })
        }
        return [
            "service": reach.service, "may": String(sentence(verbs).dropLast()) + how,
            "permissions": reach.permissions.sorted().joined(separator: ", "), "whom": whom,
            "granted": shown(reach.granted.map { ["time": time($0, context)] as [String: Any] }),
        ]
    }

    private static func facts(_ report: AppReport) -> [[String: Any]] {
        let hint = "Microsoft publishes this only for apps registered in your own tenant."
        func fact(_ term: String, _ value: Bool?, _ yes: String, _ no: String) -> [String: Any] {
            let state = value.map { $0 ? StateView(.ok, yes) : StateView(.warn, no) } ?? StateView(.unknown, "unknown")
            return ["term": term, "state": state, "hint": shown(value == nil ? hint : nil)]
        }
        let status = report.app.disabledByMicrosoftStatus
        let isDisabled = status != nil && status != "NotDisabled"
        return [
            fact("Publisher", report.isVerified, "verified", "not verified"),
            fact("Certified", report.isCertified, "by Microsoft", "not certified"),
            fact("Attested", report.isAttested, "by its publisher", "not attested"),
            [
                "term": "Microsoft", "hint": false,
                "state": isDisabled ? StateView(.bad, "has disabled it") : StateView(.ok, "has not disabled it"),
            ],
            [
                "term": "Sign-in", "hint": false,
                "state": report.app.accountEnabled.map { $0 ? StateView(.ok, "on") : StateView(.off, "off") }
                    ?? StateView(.unknown, "not said"),
            ],
        ]
    }
}
