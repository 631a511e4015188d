import BEC
import Flows
import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

struct MailPagesTests {
    let fixture: PeopleFixture
    init() async throws { fixture = try await PeopleFixture() }

    private static let letter =
        "From: \"Adele Vance <b>\" <adele.vance.ceo@gmail.com>\r\nReply-To: <office@payments.example>\r\nSubject: <i>Urgent</i>\r\n\r\nHi"

    @Test func `a message is tried without being kept, and its header is marked`() async throws {
        let fixture = fixture
        try ProtectEdit(store: fixture.base.store, Deed(by: "user:ana", at: WebFixture.start))
            .protect(users: ["u1"], groups: [], of: fixture.integration)
        try await fixture.test { visitor in
            let answer = try await visitor.upload("/mail/test", "eml", file: "x.eml", Self.letter)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("Protected Name Adele Vance should not appear as adele.vance.ceo@gmail.com"))
            #expect(answer.text.contains("<mark><bdi>") && answer.text.contains("href=\"#s1\""))
            #expect(!answer.text.contains("<i>Urgent</i>"))
            #expect(answer.text.contains("Add adele.vance.ceo@gmail.com"))
            #expect(try await visitor.send("/mail/test", [("text", "")]).status == .unprocessableContent)
            let none = try await visitor.send("/mail/test", [("text", "this is no mail at all")])
            #expect(none.status == .unprocessableContent && none.text.contains("This is no message"))
            #expect(
                try await visitor.send("/mail/test", [("text", "x"), ("ip", "nowhere")]).status == .unprocessableContent
            )
        }
        #expect(try fixture.base.store.verdicts().isEmpty)
    }

    @Test func `a verdict is explained, found by its sender, and cleared by one click`() async throws {
        let (store, now) = (fixture.base.store, WebFixture.start)
        try ProtectEdit(store: store, Deed(by: "user:ana", at: now))
            .protect(users: ["u1"], groups: [], of: fixture.integration)
        let inspect = Inspect(try Roster(store: store, options: MailOptions(), asOf: now))
        let judged = try await inspect.judged(
            Array(Self.letter.utf8), in: Envelope(recipients: ["bo@contoso.example"], received: now), door: .http)
        let kept = KeptVerdict(
            door: "http", queueID: "Q1", messageID: "<1@x>", received: now, sender: judged.from,
            recipients: ["bo@contoso.example"], subject: "<i>", verdict: judged.verdict, basis: VerdictBasis(judged))
        try store.record(kept)
        let id = fixture.integration.id
        try await fixture.test { visitor in
            #expect(try await visitor.page("/mail?sender=gmail.com&integration=contoso").contains("/mail/\(kept.id)"))
            #expect(try await !visitor.page("/mail?sender=other.example").contains("/mail/\(kept.id)"))
            let page = try await visitor.page("/mail/\(kept.id)")
            #expect(page.contains("The same verdict") && page.contains("/protected/secondary"))
            let done = try await visitor.send(
                "/protected/secondary",
                [("person", "user.\(id).u1"), ("address", "adele.vance.ceo@gmail.com"), ("next", "/mail/\(kept.id)")])
            #expect(done.status == .seeOther && done.field("location") == "/mail/\(kept.id)")
            #expect(try store.secondaryEmails(from: "u1", to: "u1", in: id).count == 1)
            let list = try await visitor.call(.get, "/api/v1/mail/verdicts?disposition=detections").object()
            #expect((list["items"] as? [[String: Any]])?.count == 1)
        }
    }

    @Test
    func
        `a policy of the dashboard holds for the next message, is shown beside those of the file, and can be foreseen`()
        async throws
    {
        let (store, now) = (fixture.base.store, WebFixture.start)
        var options = MailOptions()
        options.blocked = [SenderOption(domain: "evil.example")]
        var server = try fixture.server()
        server.mail = options
        let inspect = Inspect(store: store, options: options, now: { now })
        server.inspect = inspect
        let plain = Array("From: x@new.example\r\n\r\n".utf8)
        let envelope = Envelope(recipients: ["bo@contoso.example"], received: now)
        let judged = try await inspect.judged(plain, in: envelope, door: .http)
        try store.record(
            KeptVerdict(
                door: "http", queueID: nil, messageID: "<2@x>", received: now, sender: "x@new.example",
                recipients: ["bo@contoso.example"],
                subject: nil, verdict: judged.verdict, basis: VerdictBasis(judged)))
        try await server.test(.router) { client in
            let visitor = PeopleVisitor(client: client)
            let fields = [("kind", "blocked"), ("patternKind", "domain"), ("pattern", "new.example")]
            let preview = try await visitor.send("/policies/add", fields + [("do", "preview")])
            #expect(preview.text.contains("1 from NONE to MALICIOUS"))
            let foreseen = try await visitor.call(
                .post, "/api/v1/policies/preview",
                #"{"kind":"blocked","patternKind":"domain","pattern":"new.example"}"#
            ).object()
            #expect(foreseen["judged"] as? Int == 1)
            #expect((foreseen["counts"] as? [[String: Any]])?.first?["after"] as? String == "MALICIOUS")
            #expect((foreseen["changes"] as? [[String: Any]])?.first?["from"] as? String == "x@new.example")
            let unread = try await visitor.call(
                .post, "/api/v1/policies/preview",
                #"{"kind":"blocked","patternKind":"network","pattern":"300.1.1.1/8"}"#)
            #expect(unread.status == .unprocessableContent)
            #expect(try store.mailPolicies().isEmpty)
            #expect(try await visitor.send("/policies/add", fields + [("do", "save")]).status == .seeOther)
            let page = try await visitor.page("/policies")
            #expect(page.contains("from reeve.yaml") && page.contains("new.example"))
            let bad = [("kind", "blocked"), ("patternKind", "network"), ("pattern", "300.1.1.1/8")]
            #expect(try await visitor.send("/policies/add", bad).status == .unprocessableContent)
            let made = try await visitor.call(
                .post, "/api/v1/policies",
                #"{"kind":"allow","patternKind":"email","pattern":"a@b.example","effect":"trustedSender"}"#)
            #expect(made.status == .created)
            let id = try #require(try made.object()["id"] as? String)
            #expect(try await visitor.call(.delete, "/api/v1/policies/\(id)").status == .noContent)
            #expect(try await visitor.call(.delete, "/api/v1/policies/\(id)").status == .notFound)
        }
        let fresh = Inspect(store: store, options: options, now: { now })
        #expect(try await fresh.judged(plain, in: envelope, door: .http).verdict.attributes == ["CUSTOM_BLOCK_LIST"])
    }
}
