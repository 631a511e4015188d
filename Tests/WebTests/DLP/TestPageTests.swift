import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import NIOCore
import Testing

@testable import Flows
@testable import Store
@testable import Web

/// What a text or a file that is tried is told to be.
struct TestPageTests {
    let fixture: PeopleFixture
    init() async throws {
        fixture = try await PeopleFixture()
        try await fixture.keepLabels()
    }

    @Test func `a match that does not count says what is missing`() async throws {
        let book = ProfileBook(store: fixture.base.store)
        let deed = Deed(by: "user:ana", at: WebFixture.start)
        for profile in [
            ContentProfile(name: "Sure", entries: ["mastercard"], minimum: .high),
            ContentProfile(name: "Many", entries: ["mastercard"], minimum: .low, allowed: 2),
            ContentProfile(name: "Near", entries: ["mastercard", "iban"], minimum: .low, together: 2),
        ] {
            _ = try book.add(profile, deed)
        }
        try await fixture.test(.viewer) { visitor in
            func tried(_ profile: String) async throws -> String {
                let text = "5500-0055-5555-5559"
                return try await visitor.send("/dlp/test", [("profile", profile), ("text", text)]).text
            }
            #expect(try await tried("Sure").contains("<span class=\"sub\">less sure than high</span>"))
            #expect(try await tried("Many").contains("<span class=\"sub\">1 value, 2 allowed</span>"))
            #expect(
                try await tried("Near").contains("<span class=\"sub\">fewer than 2 entries close together</span>"))
            let words = #"{"profile":"Many","text":"5500-0055-5555-5559"}"#
            let answer = try await visitor.call(.post, "/api/v1/dlp/test", words).object()
            let match = try #require((answer["matches"] as? [[String: Any]])?.first)
            #expect(match["counts"] as? Bool == false && match["missing"] as? String == "number")
        }
    }

    @Test func `labels are told with their names and tenants by the API, as on the page`() async throws {
        let own = "b31dcbf5-1d16-459d-8453-dc7d729e1a68"
        let (tenant, other) = (fixture.integration.tenantID, "11111111-2222-3333-4444-555555555555")
        var server = try fixture.server()
        server.extraction = { _, _ in
            Extraction(
                labels: [
                    DocumentLabel(labelID: own, siteID: tenant, carrier: .labelInfo),
                    DocumentLabel(labelID: "l2", siteID: other, carrier: .labelInfo),
                    DocumentLabel(labelID: "l3", siteID: "", carrier: .customProperties),
                ], status: .ok)
        }
        try await server.test(.router) { client in
            let visitor = PeopleVisitor(client: client)
            let body = #"{"document":{"name":"a.docx","content":"eA=="},"profile":"MIP Sensitivity Labels - contoso"}"#
            let answer = try await visitor.call(.post, "/api/v1/dlp/test", body).object()
            let labels = try #require(answer["labels"] as? [[String: Any]])
            #expect(labels.map { $0["id"] as? String } == [own, "l2", "l3"])
            #expect(labels.map { $0["tenant"] as? String } == [tenant, other, nil])
            #expect(labels.map { $0["integration"] as? String } == ["contoso", nil, nil])
            #expect(labels.map { $0["isForeign"] as? Bool } == [false, true, nil])
            #expect(labels[0]["name"] as? String == "Confidential \\ Board Only")
            let page = try await visitor.upload(
                "/dlp/test", "file", file: "a.docx", "x", [("profile", "MIP Sensitivity Labels - contoso")]
            ).text
            #expect(page.contains("a label of another organization (tenant <span class=\"mono break\">\(other)"))
            #expect(page.contains("Carries a label that does not say whose it is:"))
            // A narrow screen shows no "Value" with nothing behind it.
            #expect(page.contains("<td class=\"mono\" data-label=\"Value\"></td>"))
        }
    }

    @Test func `of a file that could not be read nothing is known`() async throws {
        var server = try fixture.server()
        server.extraction = { _, name in
            name == "a.pdf" ? Extraction(status: .encrypted, detail: "it needs a password") : Extraction(status: .ok)
        }
        try await server.test(.router) { client in
            let visitor = PeopleVisitor(client: client)
            let locked = try await visitor.upload("/dlp/test", "file", file: "a.pdf", "x").text
            #expect(locked.contains("Nothing is known of what stands") && !locked.contains("0 matches"))
            #expect(try await visitor.upload("/dlp/test", "file", file: "b.pdf", "x").text.contains("0 matches count"))
        }
    }

    @Test func `who sends too much hears the limit and finds back to the form`() async throws {
        let large = String(repeating: "x", count: 9 << 20 | 1)
        try await fixture.test(.viewer) { visitor in
            let answer = try await visitor.client.execute(
                uri: "/dlp/test", method: .post,
                headers: [.contentType: "multipart/form-data; boundary=xYz", .accept: "text/html"],
                body: ByteBuffer(string: large))
            #expect(answer.status == .contentTooLarge && answer.text.contains("larger than 8 MB"))
            #expect(answer.text.contains("href=\"/dlp/test\">Back to the form</a>"))
        }
    }

    @Test func `a profile that is gone, and a kind that has no form, are said to be so`() async throws {
        try await fixture.test { visitor in
            #expect(try await visitor.get("/dlp/test?profile=gone").status == .notFound)
            #expect(try await visitor.page("/dlp/test?profile=financial%20information").contains("selected"))
            for kind in ["x", "detector", "label"] {
                let answer = try await visitor.get("/dlp/add-entry?kind=\(kind)")
                #expect(answer.status == .badRequest && answer.text.contains("pattern, words, dataset, fingerprint"))
            }
        }
    }
}
