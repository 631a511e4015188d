import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Store
import Testing

@testable import Web

struct MetricsTests {
    let fixture: WebFixture

    init() throws { fixture = try WebFixture() }

    @Test func `counts requests, verdicts and their time, and names nothing that a client chose`() async throws {
        var server = fixture.server()
        server.recordsWaiting = { 3 }
        try await fixture.test(server, over: .live) { visitor in
            _ = try await visitor.check("?rcpt=secret@contoso.example")
            _ = try await visitor.check()
            _ = try await visitor.checkV2()
            _ = try await visitor.send(.get, "/no/such/secret-path")
            _ = try await visitor.send(.post, "/api/v1/mail/check")
            let answer = try await visitor.send(.get, "/metrics")
            #expect(answer.status == .ok)
            #expect(answer.field("Content-Type") == "text/plain; version=0.0.4; charset=utf-8")
            let lines = Set(answer.text.split(separator: "\n").map(String.init))
            for line in [
                "reeve_http_requests_total{path=\"/api/v1/mail/check\",method=\"POST\",status=\"200\"} 2",
                "reeve_http_requests_total{path=\"/api/v1/mail/check\",method=\"POST\",status=\"401\"} 1",
                "reeve_http_requests_total{path=\"other\",method=\"GET\",status=\"404\"} 1",
                "reeve_verdicts_total{door=\"http\",disposition=\"MALICIOUS\"} 2",
                "reeve_verdicts_total{door=\"rspamd\",disposition=\"MALICIOUS\"} 1",
                "reeve_judging_seconds_bucket{le=\"+Inf\"} 3", "reeve_judging_seconds_count 3",
                "reeve_records_waiting 3", "# TYPE reeve_judging_seconds histogram",
            ] { #expect(lines.contains(line), "\(line)\n\(answer.text)") }
            #expect(!answer.text.contains("secret"))
            #expect(!answer.text.contains("127.0.0.1"))
        }
    }

    @Test func `the buckets of the histogram add up`() {
        var page = Exposition()
        page.addHistogram("h", "Help.", bounds: [0.5, 1], counts: [2, 0, 3], sum: 7.25)
        #expect(
            page.text == """
                # HELP h Help.
                # TYPE h histogram
                h_bucket{le="0.5"} 2
                h_bucket{le="1"} 2
                h_bucket{le="+Inf"} 5
                h_sum 7.25
                h_count 5

                """)
    }

    @Test func `label values are escaped`() {
        var page = Exposition()
        page.add("m", .gauge, "Help.", [([("a", "x\"\\\n")], 1.5)])
        #expect(page.text.hasSuffix("m{a=\"x\\\"\\\\\\n\"} 1.5\n"))
    }

    @Test func `what came through a proxy needs a token that may read`() async throws {
        let reader = try fixture.store.addToken(named: "prometheus", scopes: [.read], by: "test", at: WebFixture.start)
        try await fixture.test(over: .live) { visitor in
            for name in ["X-Forwarded-For", "Forwarded", "Via"] {
                let name = try #require(HTTPField.Name(name))
                let refused = try await visitor.client.execute(uri: "/metrics", method: .get, headers: [name: "x"])
                #expect(refused.status == .unauthorized)
                let lacking = try await visitor.client.execute(
                    uri: "/metrics", method: .get, headers: [name: "x", .authorization: "Bearer \(visitor.secret)"])
                #expect(lacking.status == .forbidden)
                let answer = try await visitor.client.execute(
                    uri: "/metrics", method: .get, headers: [name: "x", .authorization: "Bearer \(reader.secret.text)"])
                #expect(answer.status == .ok)
            }
        }
    }
}
