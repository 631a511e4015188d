import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

/// What pages show, programs can read too.
struct ReadsOfProgramsTests {
    @Test func `the runs of an integration are those that its page tells of`() async throws {
        let fixture = try await FindingFixture()
        let runs = try fixture.web.store.runs(1, limit: 200)
        try await fixture.test { visitor in
            let answer = try await visitor.get("/api/v1/integrations/contoso/runs")
            let items = try #require(try answer.object()["items"] as? [[String: Any]])
            #expect(!items.isEmpty && items.compactMap { $0["number"] as? Int } == runs.map(\.number))
            let none = try await visitor.get("/api/v1/integrations/nix/runs")
            #expect(none.status == .notFound)
        }
    }

    @Test func `a run that was cut off stands among the others`() async throws {
        let fixture = try await FindingFixture()
        let began = fixture.now.addingTimeInterval(60)
        let run = try fixture.web.store.beginRun(1, kind: .scan, isFull: false, at: began).run
        try fixture.web.store.endRun(1, number: run.number, requests: 3, opened: 0, resolved: 0, finished: nil)
        try await fixture.test { visitor in
            let answer = try await visitor.get("/api/v1/integrations/contoso/runs")
            let items = try #require(try answer.object()["items"] as? [[String: Any]])
            #expect(items.compactMap { $0["outcome"] as? String } == ["cutOff", "finished"])
            #expect(items.first?["finishedAt"] is NSNull)
            let page = try await visitor.get("/integrations/contoso").text
            #expect(page.contains("Scan \(run.number)</th>") && page.contains("data-label=\"Took\">cut off"))
        }
    }

    @Test func `the coverage of a scan is asked for by its number, and one that there is none of is 404`() async throws
    {
        let fixture = try await FindingFixture()
        let run = try #require(try fixture.web.store.runs(1, kind: .scan, limit: 1).first)
        try await fixture.test { visitor in
            let last = try await visitor.get("/api/v1/coverage?integration=contoso")
            let named = try await visitor.get("/api/v1/coverage?integration=contoso&scan=\(run.number)")
            #expect(named.status == .ok && named.text == last.text)
            for path in ["/api/v1/coverage?scan=999", "/api/v1/coverage/export?scan=999", "/coverage/export?scan=999"] {
                let none = try await visitor.get(path)
                #expect(none.status == .notFound, "\(path)")
            }
        }
    }

    @Test func `a document is tried as a text is, and one of the two has to be given`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test { visitor in
            let content = Data("card 5500 0055 5555 5559 of the guest".utf8).base64EncodedString()
            let tried = try await visitor.call(
                "/api/v1/dlp/test", #"{"document":{"name":"card.txt","content":"\#(content)"}}"#)
            let body = try tried.object()
            let matches = try #require(body["matches"] as? [[String: Any]])
            #expect(matches.contains { $0["match"] as? String == "••••••••••••••••59" }, "\(tried.text)")
            #expect(body["status"] as? String == "ok")
            for wrong in [
                "{}", #"{"text":"a","document":{"name":"a","content":""}}"#,
            ] {
                let refused = try await visitor.call("/api/v1/dlp/test", wrong)
                #expect(refused.status == .badRequest, "\(wrong)")
            }
            let broken = try await visitor.call("/api/v1/dlp/test", #"{"document":{"name":"a","content":"?"}}"#)
            #expect(broken.status == .badRequest)
        }
    }

    @Test func `the settings that hold are read by administrators alone`() async throws {
        let fixture = try await FindingFixture()
        try await fixture.test(as: .administrator) { visitor in
            let answer = try await visitor.get("/api/v1/settings")
            #expect(answer.status == .ok)
            #expect(try answer.object()["items"] is [[String: Any]])
        }
        try await fixture.test(as: .analyst) { visitor in
            let answer = try await visitor.get("/api/v1/settings")
            #expect(answer.status == .forbidden)
        }
    }
}
