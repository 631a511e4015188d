import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import NIOCore
import Testing

@testable import Web

struct CheckV2Tests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    @Test func `answers as rspamd does`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.checkV2()
            #expect(answer.status == .ok)
            #expect(answer.field("Content-Type") == "application/json")
            let reply = try answer.object()
            #expect(reply["is_skipped"] as? Bool == false)
            #expect(reply["score"] as? Double == 12)
            #expect(reply["required_score"] as? Double == 15)
            #expect(reply["action"] as? String == "add header")
            #expect(reply["message-id"] as? String == "1@gmail.example")
            #expect((reply["messages"] as? [String: Any])?.isEmpty == true)
            #expect(reply["time_real"] is Double)
            let symbol = try #require((reply["symbols"] as? [String: [String: Any]])?["REEVE_BEC"])
            #expect(symbol["name"] as? String == "REEVE_BEC")
            #expect(symbol["score"] as? Double == 12)
            #expect(symbol["options"] as? [String] == ["display-name-exact: the name is hers"])
        }
    }

    @Test func `tells the mail server which fields to write and which to take away`() async throws {
        try await fixture.test { visitor in
            let milter = try #require(try await visitor.checkV2().object()["milter"] as? [String: Any])
            let added = try #require(milter["add_headers"] as? [String: [String: Any]])
            #expect(added["X-Reeve-Disposition"]?["value"] as? String == "MALICIOUS")
            #expect(added["X-Reeve-Disposition"]?["order"] as? Int == 0)
            #expect(added["X-Reeve-Attribute"]?["value"] as? String == "BEC")
            #expect(added["X-Reeve-Reason"]?["value"] as? String == WebFixture.verdict.reason)
            #expect(added["X-Reeve-Score"]?["value"] as? String == "0.80")
            let removed = try #require(milter["remove_headers"] as? [String: Int])
            #expect(Set(removed.keys).isSuperset(of: added.keys))
            #expect(removed.values.allSatisfy { $0 == 0 })
        }
    }

    @Test func `several attributes become several fields, and no name can break out of its field`() async throws {
        let server = fixture.server { _ in
            Verdict(
                disposition: .spoof, attributes: ["BEC", "CUSTOM"],
                reason: "Protected Name Adèle\r\nBcc: x@y.example should not appear as a@b.example")
        }
        try await fixture.test(server) { visitor in
            let reply = try await visitor.checkV2().object()
            let added = try #require((reply["milter"] as? [String: Any])?["add_headers"] as? [String: Any])
            let attributes = try #require(added["X-Reeve-Attribute"] as? [[String: Any]])
            #expect(attributes.compactMap { $0["value"] as? String } == ["BEC", "CUSTOM"])
            let reason = try #require((added["X-Reeve-Reason"] as? [String: Any])?["value"] as? String)
            #expect(reason.hasPrefix("=?UTF-8?B?"))
            #expect(reason.utf8.allSatisfy { (0x20...0x7E).contains($0) })
        }
    }

    @Test func `nothing found has no symbol and asks for nothing`() async throws {
        try await fixture.test(fixture.server { _ in Verdict(disposition: .none) }) { visitor in
            let reply = try await visitor.checkV2().object()
            #expect(reply["action"] as? String == "no action")
            #expect((reply["symbols"] as? [String: Any])?.isEmpty == true)
            #expect(reply["score"] as? Double == 0)
        }
    }

    @Test func `the envelope comes from the fields, in any case, as mail servers write them`() async throws {
        try await fixture.test { visitor in
            _ = try await visitor.checkV2([
                "from": "<a@x.example>", "Rcpt": "<bo@contoso.example>", "rcpt": "cy@contoso.example",
                "Ip": "[IPv6:2001:db8::1]",
                "Helo": "mx.x.example", "Queue-ID": "4Xq1", "User": "bo", "Hostname": "unknown",
            ])
            _ = try await visitor.checkV2(["IP": "unknown", "Helo": "", "User": ""])
        }
        let first = try #require(fixture.submissions.first)
        #expect(
            first.envelope
                == Envelope(
                    clientAddress: "2001:db8::1", helo: "mx.x.example", mailFrom: "a@x.example",
                    recipients: ["bo@contoso.example", "cy@contoso.example"], authenticatedUser: "bo",
                    queueID: "4Xq1", received: WebFixture.start))
        #expect(first.door == .rspamd)
        #expect(fixture.submissions[1].envelope == Envelope(received: WebFixture.start))
    }

    @Test(arguments: [
        (RspamdAction.reject, "reject", true), (.softReject, "soft reject", true), (.quarantine, "quarantine", false),
    ])
    func `asks for what was chosen, and tells the writer no name`(
        action: RspamdAction, word: String, tells: Bool
    ) async throws {
        try await fixture.test(fixture.server(actions: RspamdActions([.malicious: action]))) { visitor in
            let reply = try await visitor.checkV2().object()
            #expect(reply["action"] as? String == word)
            let message = (reply["messages"] as? [String: String])?["smtp_message"]
            #expect((message != nil) == tells)
            #expect(message?.contains("Vance") != true)
        }
    }

    @Test func `a subject to be written anew comes with the disposition`() async throws {
        try await fixture.test(fixture.server(actions: RspamdActions([.malicious: .rewriteSubject]))) { visitor in
            let answer = try await visitor.checkV2()
            #expect(try answer.object()["subject"] as? String == "[MALICIOUS] Urgent")
        }
    }

    @Test func `the standard only marks`() {
        let actions = Disposition.allCases.map { RspamdActions().action(for: $0) }
        #expect(Set(actions) == [.addHeader, .noAction])
        #expect(RspamdActions().action(for: .none) == .noAction)
    }

    @Test(arguments: [["Content-Encoding": "zstd"], ["Compression": "zstd"], ["Content-Encoding": "gzip"]])
    func `a compressed message is 415 in rspamd's own words`(fields: [String: String]) async throws {
        try await fixture.test { visitor in
            var headers = HTTPFields(["Password": visitor.secret])
            for (name, value) in fields { headers.append(contentsOf: HTTPFields([name: value])) }
            let answer = try await visitor.client.execute(uri: "/checkv2", method: .post, headers: headers, body: nil)
            #expect(answer.status == .unsupportedMediaType)
            #expect(try answer.object().keys.sorted() == ["error"])
        }
    }

    @Test func `a message that is zstd without saying so is 415`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.client.execute(
                uri: "/checkv2", method: .post, headers: HTTPFields(["Password": visitor.secret]),
                body: .init(bytes: [0x28, 0xB5, 0x2F, 0xFD, 0x00]))
            #expect(answer.status == .unsupportedMediaType)
        }
    }

    @Test func `no token and a bad one are refused in rspamd's own words`() async throws {
        try await fixture.test { visitor in
            for fields in [[:], ["Password": "q1"]] as [KeyValuePairs<String, String>] {
                let answer = try await visitor.send(.post, "/checkv2", fields, body: "")
                #expect(answer.status == .unauthorized)
                #expect(try answer.object().keys.sorted() == ["error"])
            }
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test func `a message of no bytes gets an answer too`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(
                .post, "/checkv2", ["Authorization": "Bearer \(visitor.secret)"], body: "")
            #expect(answer.status == .ok)
        }
        #expect(fixture.submissions.count == 1)
    }

    @Test func `with GET it is the empty message, which clients send where they are given nothing`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(.get, "/checkv2", ["Password": visitor.secret])
            #expect(answer.status == .ok)
            #expect(try answer.object()["action"] is String)
        }
        #expect(fixture.submissions.map(\.header) == [[]])
    }

    @Test(arguments: [
        (HTTPRequest.Method.get, "/checkv2", 401), (.put, "/checkv2", 405), (.post, "/learnspam", 404),
        (.get, "/stat", 404), (.delete, "/ping", 405),
    ])
    func `whatever is refused where rspamd would answer is refused in its words`(
        method: HTTPRequest.Method, path: String, status: Int
    ) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(method, path)
            #expect(answer.status.code == status)
            #expect(answer.field("Content-Type") == "application/json")
            #expect(try answer.object().keys.sorted() == ["error"])
        }
    }

    @Test(arguments: [HTTPRequest.Method.get, .post])
    func `a ping is answered without a token`(method: HTTPRequest.Method) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.send(method, "/ping")
            #expect(answer.text == "pong\r\n")
        }
    }

    @Test(arguments: [
        "no-action", "no action", "ADD-HEADER", "rewrite-subject", "quarantine", "soft-reject", "reject", "accept",
        "tag", "tag-subject",
    ])
    func `actions have words for the command line`(word: String) { #expect(RspamdAction(word: word) != nil) }

    @Test(arguments: ["", "drop", "reject ", "greylist", "discard", "redirect:a@b.example"])
    func `other words are no actions`(word: String) { #expect(RspamdAction(word: word) == nil) }
}
