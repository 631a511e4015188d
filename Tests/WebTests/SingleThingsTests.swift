import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing

@testable import Store
@testable import Web

/// One thing at a time, and what a browser can do, for programs.
struct SingleThingsTests {
    @Test func `an app with its findings and its past, and a decision taken back`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test { visitor in
            let path = "/api/v1/apps/contoso/a1"
            let early = try await visitor.call(.delete, path + "/decision")
            #expect(early.status == .notFound)
            let decided = try await visitor.call(
                .put, path + "/decision", #"{"decision":"allowed","why":"mail\u001b[31m merge","owner":"R. Haas"}"#)
            #expect(decided.status == .ok)
            let app = try await visitor.call(.get, path).object()
            #expect((app["decision"] as? [String: Any])?["why"] as? String == "mail[31m merge")
            #expect(
                (app["history"] as? [[String: Any]])?.contains {
                    $0["words"] as? String == "Allowed, by ana: mail[31m merge · owner R. Haas"
                } == true)
            #expect(app["findings"] is [Any])
            for body in [
                #"{"decision":"allowed","why":"x","askAgain":"2001-01-01"}"#,
                #"{"decision":"allowed","why":"\#(String(repeating: "x", count: 2_001))"}"#,
            ] {
                let refused = try await visitor.call(.put, path + "/decision", body)
                #expect(refused.status == .unprocessableContent, "\(body.prefix(60))")
            }
            let back = try await visitor.call(.delete, path + "/decision")
            #expect(back.status == .noContent)
            #expect(try await visitor.call(.get, path).object()["decision"] is NSNull)
            #expect(try await visitor.call(.get, "/api/v1/apps/contoso/nobody").status == .notFound)
        }
        let actions = try fixture.base.store.audit(AuditFilter(), below: nil, limit: 10).records.map(\.entry.action)
        #expect(actions == ["app.undecide", "app.decide"])
    }

    @Test func `one policy, one entry and one user, and none where there is none`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.administrator) { visitor in
            let made = try await visitor.call(
                .post, "/api/v1/policies",
                #"{"kind":"trustedDomain","patternKind":"domain","pattern":"partner.example"}"#)
            let id = try #require(try made.object()["id"] as? String)
            let policy = try await visitor.call(.get, "/api/v1/policies/\(id)")
            #expect(policy.text == made.text)
            let entry = try await visitor.call(.get, "/api/v1/dlp/entries/iban").object()
            #expect(entry["id"] as? String == "iban")
            let added = try await visitor.call(.post, "/api/v1/users", #"{"name":"bo","role":"viewer"}"#).object()
            let bo = try #require((added["user"] as? [String: Any])?["id"] as? String)
            #expect(try await visitor.call(.get, "/api/v1/users/\(bo)").object()["name"] as? String == "bo")
            let listed = try await visitor.call(.get, "/api/v1/users?limit=1").object()
            #expect((listed["items"] as? [Any])?.count == 1)
            for path in ["policies/x", "dlp/entries/x", "users/x"] {
                let answer = try await visitor.call(.get, "/api/v1/\(path)")
                #expect(answer.status == .notFound, "\(path)")
            }
        }
    }

    @Test func `the audit log and the coverage as files`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let coverage = try await visitor.get("/api/v1/coverage/export?integration=contoso")
            #expect(coverage.field("Content-Type")?.hasPrefix("text/csv") == true)
            #expect(coverage.text.contains("driveItems"))
            let wrong = try await visitor.get("/api/v1/coverage/export?scan=x")
            #expect(wrong.status == .badRequest)
            _ = try await visitor.call(
                "/api/v1/policies", #"{"kind":"trustedDomain","patternKind":"domain","pattern":"partner.example"}"#)
            let audit = try await visitor.get("/api/v1/audit/export?format=csv&action=policy.add")
            #expect(audit.text.contains("partner.example"))
            let lines = try await visitor.get("/api/v1/audit/export?format=jsonl")
            #expect(lines.field("Content-Type")?.hasPrefix("application/jsonl") == true)
        }
    }

    @Test func `a message is tried without a record`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test { visitor in
            let tried = try await visitor.client.execute(
                uri: "/api/v1/mail/check?record=no&id=7", method: .post,
                headers: HTTPFields(["X-CSRF-Token": "token", "Content-Type": "message/rfc822"]),
                body: ByteBuffer(string: WebFixture.letter))
            #expect(tried.status == .ok, "\(tried.text)")
            #expect(try tried.object()["id"] as? String == "7")
        }
        #expect(fixture.base.submissions.isEmpty)
    }

    @Test(arguments: [
        (#""user":"ADELE@contoso.example""#, "user.1.u1"), (#""user":"u1""#, "user.1.u1"),
        (#""group":"executives""#, "group.1.g1"),
    ])
    func `who is to be protected is meant by id, address or name`(who: String, id: String) async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test { visitor in
            let long = String(repeating: "x", count: 2_001)
            let refused = try await visitor.call(
                .post, "/api/v1/protections", #"{"directory":"contoso",\#(who),"comment":"\#(long)"}"#)
            #expect(refused.status == .unprocessableContent)
            let made = try await visitor.call(.post, "/api/v1/protections", #"{"directory":"contoso",\#(who)}"#)
            #expect(made.status == .created, "\(made.text)")
            #expect(try made.object()["id"] as? String == id)
            let nobody = try await visitor.call(
                .post, "/api/v1/protections", #"{"directory":"contoso","user":"nobody@contoso.example"}"#)
            #expect(nobody.status == .unprocessableContent)
        }
    }

    @Test func `a pattern of blanks is no pattern`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test { visitor in
            for (path, body) in [
                ("/api/v1/protections", #"{"name":"N2","pattern":"   "}"#),
                ("/api/v1/dlp/entries", #"{"name":"blank","expression":"  "}"#),
                ("/api/v1/policies", #"{"kind":"allow","patternKind":"regex","pattern":"  "}"#),
            ] {
                let answer = try await visitor.call(.post, path, body)
                #expect(answer.status == .unprocessableContent, "\(path): \(answer.text)")
            }
        }
    }
}
