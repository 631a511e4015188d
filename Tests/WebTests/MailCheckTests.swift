import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Web

struct MailCheckTests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    @Test func `answers with the verdict in the members and the order of mail check`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check("?id=case-1")
            #expect(answer.status == .ok)
            #expect(answer.field("Content-Type") == "application/json")
            #expect(
                answer.text == """
                    {"id":"case-1","disposition":"MALICIOUS","attributes":["BEC"],"score":0.8,\
                    "reason":"Protected Name Adele Vance should not appear as a.vance@gmail.example",\
                    "matched":{"id":"u-0001","name":"Adele Vance","reasons":["group:Executives"]},\
                    "signals":[{"signal":"display-name-exact","field":"From","value":"Adele Vance","entry":"u-0001",\
                    "distance":0,"threshold":0,"weight":0.8,"text":"the name is hers"}],\
                    "clearedBy":["add a.vance@gmail.example to the secondary emails of Adele Vance"],"notEvaluated":["spf"]}
                    """)
        }
    }

    @Test func `nothing found is written as null, not left out`() async throws {
        let server = fixture.server { _ in Verdict(disposition: .none) }
        try await fixture.test(server) { visitor in
            let answer = try await visitor.check()
            #expect(
                answer.text
                    == #"{"id":"-","disposition":"NONE","attributes":[],"score":0.0,"reason":null,"matched":null,"#
                    + #""signals":[],"clearedBy":[],"notEvaluated":[]}"#)
        }
    }

    @Test func `the envelope comes from query parameters, decoded`() async throws {
        try await fixture.test { visitor in
            let query =
                "?from=%3Ca%2Bb@x.example%3E&rcpt=bo@contoso.example&rcpt=cy@contoso.example&ip=2001:db8::1"
                + "&helo=mx.x.example&queueId=4Xq1&inbound=3&outbound=0&firstSeenDays=12"
            let answer = try await visitor.check(query)
            #expect(try answer.object()["id"] as? String == "4Xq1")
        }
        let envelope = try #require(fixture.submissions.first?.envelope)
        #expect(
            envelope
                == Envelope(
                    clientAddress: "2001:db8::1", helo: "mx.x.example", mailFrom: "a+b@x.example",
                    recipients: ["bo@contoso.example", "cy@contoso.example"],
                    history: .init(inbound: 3, outbound: 0, firstSeenDays: 12), queueID: "4Xq1",
                    received: WebFixture.start))
        #expect(fixture.submissions.first?.door == .http)
    }

    @Test func `what is not said of the envelope stays unknown, and the null sender is not unknown`() async throws {
        try await fixture.test { visitor in
            _ = try await visitor.check()
            _ = try await visitor.check("?from=")
            _ = try await visitor.check("", ["From": "<>"])
        }
        #expect(fixture.submissions.map(\.envelope.mailFrom) == [nil, "", ""])
        #expect(fixture.submissions[0].envelope == Envelope(received: WebFixture.start))
    }

    @Test func `a JSON body gives message and context as a line of mail check does`() async throws {
        let raw = Data(WebFixture.letter.utf8).base64EncodedString()
        let body = """
            {"id":"c7","raw_b64":"\(raw)","label":1,"context":{"rcpt":"bo@contoso.example","envelope_from":"a@x.example",
             "client_address":"192.0.2.7","helo":"h","history":{"inbound":1,"outbound":2,"first_seen_days":null}}}
            """
        try await fixture.test { visitor in
            let answer = try await visitor.check(type: "application/json; charset=utf-8", body: body)
            #expect(try answer.object()["id"] as? String == "c7")
            let several = #"{"raw_b64":"\#(raw)","context":{"rcpt":["a@x.example","b@x.example"]}}"#
            let next = try await visitor.check(type: "application/json", body: several)
            #expect(next.status == .ok)
            let last = try await visitor.check(
                type: "application/json", body: #"{"raw_b64":"\#(raw)","context":null}"#)
            #expect(
                last.status
                    == .ok)
        }
        let first = try #require(fixture.submissions.first)
        #expect(
            first.envelope
                == Envelope(
                    clientAddress: "192.0.2.7", helo: "h", mailFrom: "a@x.example", recipients: ["bo@contoso.example"],
                    history: .init(inbound: 1, outbound: 2), received: WebFixture.start))
        #expect(String(decoding: first.header, as: UTF8.self).hasSuffix("Subject: Urgent\r\n\r\n"))
        #expect(fixture.submissions[1].envelope.recipients == ["a@x.example", "b@x.example"])
    }

    @Test(arguments: [
        ("{", "The body is no JSON (RFC 8259)."), ("", "The body is no JSON (RFC 8259)."),
        ("[]", "The body has a value of the wrong kind."), ("{}", "\"raw_b64\" is missing."),
        (#"{"raw_b64":7}"#, "\"raw_b64\" has a value of the wrong kind."),
        (#"{"raw_b64":"%%%"}"#, "\"raw_b64\" is not base64 throughout."),
        (#"{"raw_b64":"QQ==","context":{"rcpt":7}}"#, "\"context.rcpt\" has a value of the wrong kind."),
        (#"{"raw_b64":"QQ==","context":{"client_address":"home"}}"#, "\"ip\" (client_address) is no IP address."),
        (
            #"{"raw_b64":"QQ==","context":{"history":{"inbound":-1}}}"#,
            "\"context.history.inbound\" has a value that it cannot have."
        ),
    ])
    func `a JSON body that cannot be read is 400 and says where`(body: String, detail: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check(type: "application/json", body: body)
            #expect(answer.status == .badRequest)
            #expect(answer.field("Content-Type") == "application/problem+json")
            let problem = try answer.object()
            #expect(problem["detail"] as? String == detail)
            #expect(problem["status"] as? Int == 400)
            #expect(problem["title"] as? String == "Bad Request")
            #expect(problem["type"] as? String == "about:blank")
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test(arguments: ["?ip=home", "?inbound=3", "?inbound=-1&outbound=0", "?inbound=x&outbound=0", "?firstSeenDays=3"])
    func `a parameter that cannot be is 400`(query: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check(query)
            #expect(answer.status == .badRequest)
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test func `a message of no bytes gets a verdict too`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check(body: "")
            #expect(answer.status == .ok)
        }
        #expect(fixture.submissions.map(\.header) == [[]])
    }

    @Test(arguments: ["application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", "nonsense"])
    func `another media type is 415 and says what is taken`(type: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check(type: type)
            #expect(answer.status == .unsupportedMediaType)
            #expect(answer.field("Accept") == "message/rfc822, message/global, application/json")
        }
    }

    @Test(arguments: ["gzip", "zstd", "GZIP"])
    func `a compressed body is 415 and says what is taken`(coding: String) async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check("", ["Content-Encoding": coding])
            #expect(answer.status == .unsupportedMediaType)
            #expect(answer.field("Accept-Encoding") == "identity")
            let next = try await visitor.check("", ["Content-Encoding": "identity"])
            #expect(next.status == .ok)
        }
    }

    @Test func `bytes that are no message still get a verdict`() async throws {
        try await fixture.test { visitor in
            let answer = try await visitor.check(body: "\u{0}\u{1}nothing")
            #expect(answer.status == .ok)
        }
    }

    @Test func `no verdict is 503 with a time to come again, and the log says why`() async throws {
        struct Broken: Error, CustomStringConvertible { let description = "the list is gone: /secret/path" }
        try await fixture.test(fixture.server { _ in throw Broken() }) { visitor in
            let answer = try await visitor.check()
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.field("Retry-After") == "10")
            #expect(!answer.text.contains("/secret/path"))
        }
        #expect(fixture.lines.value.contains { $0.hasPrefix("error no verdict") && $0.contains("/secret/path") })
    }

    @Test func `a judge that takes too long is not waited for`() async throws {
        let server = fixture.server(clock: ImpatientClock()) { _ in
            try await Task.sleep(for: .seconds(3600))
            return WebFixture.verdict
        }
        try await fixture.test(server) { visitor in
            let answer = try await visitor.check()
            #expect(answer.status == .serviceUnavailable)
        }
        #expect(fixture.lines.value.contains { $0.hasPrefix("error no verdict in time") })
    }
}
