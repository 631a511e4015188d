import BEC
import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// Verdicts on mail.
    var mailRoutes: [Route] {
        [
            .page("/mail", for: .viewer, mailList),
            .page("/mail/test", for: .analyst, mailTestPage),
            .form("/mail/test", for: .analyst, limit: Self.largestTest, mailTest),
            .page("/mail/{key}", for: .viewer, verdictPage),
            .api(.get, "/api/v1/mail/verdicts", for: .viewer, .listVerdicts, listVerdicts),
            .api(.get, "/api/v1/mail/verdicts/{key}", for: .viewer, .showVerdict, showVerdict),
        ]
    }

    private static let doors = Door.allCases.map(\.rawValue)

    /// What a request narrows the list to, and the query that says it again.
    private func verdictFilter(
        _ request: Request, standardDays: Int?
    ) throws -> (filter: VerdictFilter, query: [(String, String?)]) {
        var filter = VerdictFilter()
        let dispositions = request.uri.queryParameters[values: "disposition"].map(String.init).filter { !$0.isEmpty }
        filter.dispositions = try dispositions.flatMap { text -> [Disposition] in
            if text == "detections" { return [.malicious, .spoof, .suspicious] }
            guard let found = Disposition(rawValue: text.uppercased()) else {
                throw Problem(.badRequest, "There is no disposition \"\(text.prefix(40))\".")
            }
            return [found]
        }
        if let door = request.asked("door") {
            guard Self.doors.contains(door) else {
                throw Problem(.badRequest, "door has to be one of \(Self.doors.joined(separator: ", ")).")
            }
            filter.door = door
        }
        filter.sender = request.asked("sender")
        filter.recipient = request.asked("recipient")
        filter.queueID = request.asked("queue")
        filter.person = request.asked("person")
        let integration = request.asked("integration")
        if let integration {
            guard let found = try store.integration(named: integration) else {
                throw Problem(.notFound, "There is no integration of that name.")
            }
            let domains = try store.entities(Domain.self, of: found.id, limit: 200).map(\.id)
            filter.recipientDomains = domains.isEmpty ? ["invalid"] : domains
        }
        let since = request.asked("since")
        if let text = since, let days = Int(text), (1...3660).contains(days) {
            filter.since = now().addingTimeInterval(-Double(days) * 86_400)
        } else if let text = since, text != "all" {
            guard let moment = try? Date(text, strategy: .iso8601) else {
                throw Problem(.badRequest, "since has to be a number of days, or a time such as 2026-11-21T09:00:00Z.")
            }
            filter.since = moment
        } else if since == nil, let standardDays {
            filter.since = now().addingTimeInterval(-Double(standardDays) * 86_400)
        }
        var query: [(String, String?)] = dispositions.map { ("disposition", $0) }
        query += [
            ("integration", integration), ("door", filter.door), ("sender", filter.sender),
            ("recipient", filter.recipient), ("queue", filter.queueID), ("person", filter.person), ("since", since),
        ]
        return (filter, query)
    }

    func mailList(_ request: Request, _ context: WebContext) async throws -> Response {
        let (filter, query) = try verdictFilter(request, standardDays: 30)
        let asked = try PageRequest<Turn<VerdictPosition>>(request)
        let slice = try store.verdicts(filter, asked.seek(), limit: asked.limit)
        let isFirst = try store.verdicts(limit: 1).isEmpty
        let isPart =
            filter.sender.map { !$0.contains(".") } == true || filter.recipient.map { !$0.contains("@") } == true
        var values: [String: Any] = [
            "summary": "What the mail doors have judged, the newest first.",
            "mayTest": try context.somebody.role >= .analyst && inspect != nil,
            "dispositions": options(
                [("", "Any verdict"), ("detections", "Detections")]
                    + Disposition.allCases.map { ($0.rawValue, $0.rawValue) },
                chosen: request.asked("disposition")),
            "integrations": options(
                [("", "Any recipient")] + (try store.integrations().map { ($0.name, $0.name) }),
                chosen: request.asked("integration")),
            "doors": options([("", "Any door")] + Self.doors.map { ($0, $0) }, chosen: filter.door),
            "sinces": options(
                [("1", "1 day"), ("7", "7 days"), ("30", "30 days"), ("all", "All that is kept")],
                chosen: request.asked("since") ?? "30"),
            "sender": filter.sender ?? "", "recipient": filter.recipient ?? "", "queue": filter.queueID ?? "",
            "person": shown(filter.person),
            "empty": isFirst
                ? "No mail door has judged a message yet: connect one (reeve mail milter, or the HTTP API), or test a message."
                : isPart
                    ? "No verdict is like that. Sender and recipient are looked for as whole addresses (megan@contoso.com), a sender also as a whole domain (contoso.com)."
                    : "No verdict is like that. Take a condition away, or look further back.",
        ]
        if !slice.elements.isEmpty {
            values["rows"] =
                [
                    "items": slice.elements.map { row($0, context) },
                    "pager": slice.pager(
                        "/mail", query, words: Numbers.counted(slice.elements.count, "verdict"), VerdictPosition.init),
                ] as [String: Any]
        }
        let page = Page(
            section: .mail, title: "Mail", crumbs: [.init("Email"), .init("Mail")], template: .mailList, view: values)
        return try show(page, request, context)
    }

    private func row(_ kept: KeptVerdict, _ context: WebContext) -> [String: Any] {
        [
            "time": time(kept.received, context), "state": Self.state(of: kept.verdict.disposition),
            "link": "/mail/\(kept.id)", "from": kept.sender.isEmpty ? "no sender" : String(kept.sender.prefix(200)),
            "why": kept.verdict.reason ?? "", "subject": String((kept.subject ?? "").prefix(200)),
            "to": DirectoryWords.listed(kept.recipients), "door": kept.door, "score": Scores.text(kept.verdict.score),
        ]
    }

    private func kept(_ context: WebContext) throws -> KeptVerdict {
        guard let kept = try store.verdict(id: try context.part("key")) else {
            throw Problem(.notFound, "There is no verdict of that id; old ones are not kept for ever.")
        }
        return kept
    }

    func verdictPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let kept = try kept(context)
        var values = try verdictValues(
            kept.verdict, header: kept.basis?.header, kept: kept, next: "/mail/\(kept.id)", context)
        if let inspect, let again = JudgeAgain(store: store, roster: try await inspect.people()).verdict(on: kept) {
            let isSame = again.disposition == kept.verdict.disposition
            values["again"] =
                [
                    "state": isSame ? StateView(.off, "The same verdict") : Self.state(of: again.disposition),
                    "reasonNow": isSame ? "" : again.reason ?? "Nobody protected is imitated.",
                ] as [String: Any]
        }
        let page = Page(
            section: .mail, title: "Mail verdict",
            crumbs: [.init("Email"), .init("Mail", Link("/mail")), .init("Verdict")], template: .verdict, view: values)
        return try show(page, request, context)
    }

    private func testPage(_ values: [String: Any], status: HTTPResponse.Status = .ok) -> Page {
        Page(
            section: .mail, title: "Test a message",
            crumbs: [.init("Email"), .init("Mail", Link("/mail")), .init("Test a message")], template: .mailTest,
            view: values, status: status)
    }

    /// Bytes of the form with a message that is tried.
    private static let largestTest = 32 << 20
    private static let testWords = "32 MB"

    func mailTestPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let empty: [String: Any] = [
            "most": Self.largestTest, "mostWords": Self.testWords, "text": "", "from": "", "rcpt": "", "ip": "",
            "helo": "", "delivered": true,
        ]
        return try show(testPage(empty), request, context)
    }

    func mailTest(_ request: Request, _ context: WebContext) async throws -> Response {
        let form = context.form
        let pasted = form.all("text").first ?? ""
        func refuse(_ error: String, ip: String? = nil) throws -> Response {
            var values: [String: Any] = [
                "text": pasted, "delivered": form.isOn("delivered"), "error": error, "ipError": shown(ip),
                "most": Self.largestTest, "mostWords": Self.testWords,
            ]
            for name in ["from", "rcpt", "ip", "helo"] { values[name] = form[name] ?? "" }
            values["hasEnvelope"] = ["from", "rcpt", "ip", "helo"].contains { form[$0] != nil }
            return try show(testPage(values, status: .unprocessableContent), request, context)
        }
        guard let inspect else { return try refuse("This server judges no mail.") }
        let bytes = form.file("eml")?.bytes ?? Array(pasted.utf8)
        guard !bytes.isEmpty else { return try refuse("Choose a file, or paste the source of a message.") }
        var fields = EnvelopeFields(headers: [:])
        fields.from = form["from"]
        fields.recipients = (form["rcpt"] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        fields.clientAddress = form["ip"]
        fields.helo = form["helo"]
        let envelope: Envelope
        do { envelope = try fields.envelope(received: now()) } catch is Problem {
            return try refuse(
                "The message was not judged: see below.",
                ip: "This is no IP address such as 203.0.113.7 or 2001:db8::7. It may be left empty.")
        }
        var intake = HeaderIntake()
        intake.take(bytes)
        let judged = try await inspect.judged(
            intake.kept, in: envelope, door: form.isOn("delivered") ? .stored : .http)
        let header = VerdictBasis(judged).header
        guard !header.isEmpty else {
            return try refuse(
                "This is no message: it has no From, To or other field that is judged. Choose the file as the mail program saved it, or paste the whole source, header first."
            )
        }
        let values = try verdictValues(judged.verdict, header: header, kept: nil, next: "/mail/test", context)
        let page = Page(
            section: .mail, title: "Test of a message",
            crumbs: [.init("Email"), .init("Mail", Link("/mail")), .init("Test a message", Link("/mail/test"))],
            template: .verdict, view: values)
        return try show(page, request, context)
    }

    func listVerdicts(_ request: Request, _ context: WebContext) async throws -> Response {
        let (filter, _) = try verdictFilter(request, standardDays: nil)
        let asked = try PageRequest<Turn<VerdictPosition>>(request)
        let slice = try store.verdicts(filter, asked.seek(), limit: asked.limit)
        return Response.json(slice.document(Self.document, VerdictPosition.init))
    }

    func showVerdict(_ request: Request, _ context: WebContext) async throws -> Response {
        Response.json(Self.document(try kept(context)))
    }

    private static func document(_ kept: KeptVerdict) -> OrderedJSON {
        .object([
            ("id", .text(kept.id)), ("received", .optional(kept.received)), ("door", .text(kept.door)),
            ("queueId", .optional(kept.queueID)), ("messageId", .optional(kept.messageID)),
            ("sender", .text(kept.sender)), ("recipients", .texts(kept.recipients)),
            ("subject", .optional(kept.subject)), ("verdict", VerdictJSON.object(id: kept.id, kept.verdict)),
        ])
    }
}

extension Operation {
    private static let verdictShape = JSONShape.object([
        ("id", .text), ("received", .moment), ("door", .text), ("queueId", .optional(.text)),
        ("messageId", .optional(.text)), ("sender", .text), ("recipients", .list(.text)), ("subject", .optional(.text)),
        ("verdict", .named("Verdict")),
    ])

    static let listVerdicts = Operation(
        id: "listVerdicts", tag: "mail", summary: "Verdicts on mail, the newest first.",
        parameters: [
            .query(
                "disposition", .list(.text(oneOf: Disposition.allCases.map(\.rawValue) + ["detections"])),
                "May be repeated; detections means MALICIOUS, SPOOF and SUSPICIOUS."),
            .query("integration", .text, "Mail to the domains of an integration."),
            .query("door", .text(oneOf: Door.allCases.map(\.rawValue)), "Where the message came in."),
            .query("sender", .text, "An address or a domain."), .query("recipient", .text, "An address."),
            .query("queue", .text, "The name under which the mail server kept it."),
            .query("person", .text, "The id of the protected person who was meant."),
            .query("since", .text, "A number of days, or a time."), .limit, .cursor,
        ], answers: [200: .page(of: verdictShape)])
    static let showVerdict = Operation(
        id: "showVerdict", tag: "mail", summary: "One verdict.",
        parameters: [.path("key", .text, "Its id.")], answers: [200: verdictShape])
}
