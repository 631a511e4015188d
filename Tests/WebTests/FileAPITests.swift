import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import NIOCore
import Report
import Testing

@testable import Store
@testable import Web

/// Files and searches over the API: what the dashboard's pages of the same name do.
struct FileAPITests {
    private static let people =
        "Display Name,Email\nGrace Okoye,grace@partner.example\nHenry Ito,henry@partner.example\n"

    private func post(_ visitor: PeopleVisitor, _ uri: String, _ body: String, type: String = "text/csv") async throws
        -> TestResponse
    {
        try await visitor.client.execute(
            uri: uri, method: .post,
            headers: HTTPFields(["Content-Type": type, "X-CSRF-Token": "token"]),
            body: ByteBuffer(string: body))
    }

    @Test func `a file of people goes in, comes out, and goes in again without a change`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.analyst) { visitor in
            let taken = try await post(visitor, "/api/v1/protections/import?name=vips.csv", Self.people)
            #expect(taken.status == .ok)
            #expect(try taken.object()["added"] as? Int == 2)
            let file = try await visitor.get("/api/v1/protections/export")
            #expect(file.field("Content-Type") == "text/csv; charset=utf-8")
            #expect(file.text.contains("grace@partner.example"))
            let again = try await post(visitor, "/api/v1/protections/import?name=vips.csv", Self.people)
            #expect(try again.object()["added"] as? Int == 0)
            #expect(try await visitor.get("/api/v1/protections/export").text == file.text)
            let list = try await visitor.get("/api/v1/protections").text
            #expect(list.contains("import:vips.csv"))
            let json = try await visitor.get("/api/v1/protections/export?format=json").text
            #expect(try await post(visitor, "/api/v1/protections/import", json, type: "application/json").status == .ok)
        }
    }

    @Test(arguments: [
        "first line\nsecond line", "=1+1", "'=1+1", "''@x", "a ⏎ b", "says \"hi\", twice;\n\n-end", "tab\there",
        "a\u{202E}b",
    ])
    func `a comment comes out and goes in again as it is`(comment: String) async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.analyst) { visitor in
            let body = OrderedJSON.object([
                ("name", .text("=Grace 'O' Okoye")), ("emails", .texts(["grace@partner.example"])),
                ("comment", .text(comment)),
            ]).compact
            #expect(try await visitor.call(.post, "/api/v1/protections", body).status == .created)
            let list = try await visitor.get("/api/v1/protections").text
            for page in ["/api/v1/protections/export?format=csv", "/protected/export?format=csv"] {
                let file = try await visitor.get(page).text
                let again = try await post(visitor, "/api/v1/protections/import?name=list.csv", file)
                #expect(try again.object()["unchanged"] as? Int == 1, "\(again.text)")
            }
            #expect(try await visitor.get("/api/v1/protections").text == list)
        }
    }

    @Test func `a row that cannot be used keeps the file out, or is left out and named`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.analyst) { visitor in
            let file = Self.people + "Nobody,not an address\n"
            let refused = try await post(visitor, "/api/v1/protections/import", file)
            #expect(refused.status == .unprocessableContent && refused.text.contains("line 4"))
            #expect(try await !visitor.get("/api/v1/protections/export").text.contains("grace@"))
            let skipped = try await post(visitor, "/api/v1/protections/import?skip=true", file)
            #expect(try skipped.object()["added"] as? Int == 2)
            #expect(try (skipped.object()["refused"] as? [[String: Any]])?.first?["line"] as? Int == 4)
        }
    }

    @Test(arguments: [
        ("/api/v1/protections/import?skip=perhaps", "text/csv", people, HTTPResponse.Status.badRequest),
        ("/api/v1/protections/import", "text/html", people, .unsupportedMediaType),
        ("/api/v1/protections/import", "text/csv", "", .unprocessableContent),
        ("/api/v1/protections/import", "application/json", "{", .unprocessableContent),
    ])
    func `what is no file of people is refused`(
        uri: String, type: String, body: String, status: HTTPResponse.Status
    ) async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.analyst) { visitor in
            let answer = try await post(visitor, uri, body, type: type)
            #expect(answer.status == status)
        }
    }

    @Test func `says what makes the list weaker`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.analyst) { visitor in
            _ = try await post(visitor, "/api/v1/protections/import", "Display Name,Email\nCher,c@partner.example\n")
            let answer = try await visitor.get("/api/v1/protections/lint").object()
            let items = try #require(answer["items"] as? [[String: Any]])
            #expect(items.contains { $0["kind"] as? String == "one-word-name" && $0["name"] as? String == "Cher" })
            #expect(answer["isComplete"] as? Bool == true)
        }
    }

    @Test func `searches everything as the page does`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.viewer) { visitor in
            let items = try #require(
                try await visitor.get("/api/v1/search?q=vance").object()["items"] as? [[String: Any]])
            let people = try #require(items.first { $0["kind"] as? String == "people" }?["hits"] as? [[String: Any]])
            #expect(people.contains { $0["name"] as? String == "Adele Vance" })
            let nothing = try await visitor.get("/api/v1/search")
            #expect(nothing.status == .badRequest)
        }
    }

    @Test func `directories say how large they are, and that nothing was read where nothing was`() async throws {
        let fixture = try await PeopleFixture()
        let store = fixture.base.store
        try await fixture.test(.viewer) { visitor in
            func directory() async throws -> [String: Any] {
                let items = try await visitor.get("/api/v1/directories").object()["items"] as? [[String: Any]]
                return try #require(items?.first)
            }
            let unread = try await directory()
            #expect(unread["name"] as? String == "contoso" && unread["users"] is NSNull)
            _ = try store.beginRun(fixture.integration.id, kind: .sync, isFull: false, at: WebFixture.start)
            try store.endRun(
                fixture.integration.id, number: 1, requests: 1, opened: 0, resolved: 0, finished: WebFixture.start)
            let read = try await directory()
            #expect(read["users"] as? Int == 2 && read["groups"] as? Int == 2 && read["protected"] as? Int == 0)
            #expect(read["lastSync"] as? String == "2027-01-15T08:00:00Z")
            #expect(try await visitor.get("/api/v1/directories?limit=x").status == .badRequest)
        }
    }

    @Test(arguments: ["csv", "jsonl", "json", "ocsf", "sarif", "html"])
    func `instances come as a file in each format`(format: String) async throws {
        let fixture = try await FindingFixture()
        try await fixture.test(as: .viewer) { visitor in
            let file = try await visitor.get("/api/v1/instances/export?format=\(format)&check=file-public-write")
            #expect(file.status == .ok)
            #expect((0..<7).allSatisfy { file.text.contains("item \($0)") })
            #expect(!file.text.contains("Other user"))
            let table = try await visitor.get("/api/v1/instances/export?format=table")
            #expect(table.status == .badRequest)
        }
    }

    @Test func `instances that are named come alone, in the order in which they are named`() async throws {
        let fixture = try await FindingFixture()
        let all = try fixture.instances()
        let (worst, last) = (try #require(all.first), try #require(all.last { $0.integration == "fabrikam" }))
        try await fixture.test(as: .viewer) { visitor in
            let path = "/api/v1/instances/export?i=fabrikam:\(last.fingerprint)&i=1:\(worst.fingerprint)"
            let lines = try await visitor.get(path + "&i=2:\(last.fingerprint)").text.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines.first?.contains(last.fingerprint) == true)
            #expect(lines.last?.contains(worst.fingerprint) == true)
            let summary = try await visitor.get(path + "&format=json").object()["summary"] as? [String: Any]
            #expect(summary?["active"] as? Int == 2)
            let unknown = String(repeating: "0", count: 32)
            for gone in ["nix:\(worst.fingerprint)", "9:\(worst.fingerprint)", "contoso:\(unknown)"] {
                #expect(try await visitor.get("/api/v1/instances/export?i=\(gone)").status == .notFound, "\(gone)")
            }
            for wrong in ["x", "contoso:00"] {
                let answer = try await visitor.get("/api/v1/instances/export?i=\(wrong)")
                #expect(answer.status == .badRequest && answer.text.contains("fingerprint"), "\(wrong)")
            }
        }
    }
}
