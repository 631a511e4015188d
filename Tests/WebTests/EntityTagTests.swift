import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import NIOCore
import Report
import Testing

@testable import Store
@testable import Web

/// Changes that depend on what was read.
struct EntityTagTests {
    private let tag = EntityTag(of: .object([("name", .text("a"))]))

    @Test func `another state has another tag, the same state the same`() {
        #expect(tag == EntityTag(of: .object([("name", .text("a"))])))
        #expect(tag != EntityTag(of: .object([("name", .text("b"))])))
        #expect(tag.text.hasPrefix("\"") && tag.text.hasSuffix("\""))
    }

    @Test func `fits where it is named, where anything is, and where nothing was said`() {
        #expect(tag.fits([:]))
        #expect(tag.fits(HTTPFields(["If-Match": "*"])))
        #expect(tag.fits(HTTPFields(["If-Match": "\"x\", \(tag.text)"])))
        #expect(!tag.fits(HTTPFields(["If-Match": "\"x\""])))
        #expect(!tag.fits(HTTPFields(["If-Match": ""])))
    }

    @Test func `a weak tag is none`() {
        #expect(!tag.fits(HTTPFields(["If-Match": "W/\(tag.text)"])))
    }

    private func send(
        _ visitor: PeopleVisitor, _ method: HTTPRequest.Method, _ path: String, _ body: String?, ifMatch: String?
    ) async throws -> TestResponse {
        var fields = HTTPFields(["X-CSRF-Token": "token"])
        if body != nil { fields[.contentType] = "application/json" }
        if let ifMatch { fields.append(contentsOf: HTTPFields(["If-Match": ifMatch])) }
        return try await visitor.client.execute(
            uri: path, method: method, headers: fields, body: body.map { ByteBuffer(string: $0) })
    }

    /// Reads a tag, changes with it, and tries to change with it again.
    private func changesOnce(
        _ path: String, _ method: HTTPRequest.Method, at place: String? = nil, _ bodies: [String]
    ) async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.administrator) { visitor in
            _ = try await visitor.send("/settings/directories/contoso/protection", [("one", "protect user:u1")])
            _ = try await visitor.call(.post, "/api/v1/dlp/profiles", #"{"name":"Own","entries":["us_ssn"]}"#)
            let path = path.replacing("#", with: "\(fixture.integration.id)")
            let read = try await visitor.get(path)
            #expect(read.status == .ok, "\(read.text)")
            let tag = try #require(read.field("ETag"))
            let first = try await send(visitor, method, place ?? path, bodies[0], ifMatch: tag)
            #expect(first.status == .ok, "\(first.text)")
            let fresh = try #require(first.field("ETag"))
            #expect(fresh != tag)
            let late = try await send(visitor, method, place ?? path, bodies[1], ifMatch: tag)
            #expect(late.status == .preconditionFailed)
            #expect(late.field("Content-Type") == "application/problem+json")
            let again = try await send(visitor, method, place ?? path, bodies[1], ifMatch: fresh)
            #expect(again.status == .ok)
            let unsaid = try await send(visitor, method, place ?? path, bodies[0], ifMatch: nil)
            #expect(unsaid.status == .ok)
        }
    }

    @Test func `nobody overwrites a protected person unseen`() async throws {
        try await changesOnce(
            "/api/v1/protections/user.#.u1", .patch,
            [#"{"secondaryEmails":["one@gmail.example"]}"#, #"{"secondaryEmails":["two@gmail.example"]}"#])
    }

    @Test func `nobody overwrites an integration unseen`() async throws {
        try await changesOnce(
            "/api/v1/integrations/contoso", .patch, [#"{"syncFrequency":"6h"}"#, #"{"syncFrequency":"12h"}"#])
    }

    @Test func `nobody overwrites a DLP profile unseen`() async throws {
        try await changesOnce(
            "/api/v1/dlp/profiles/Own", .put, [#"{"allowedMatches":2}"#, #"{"allowedMatches":3}"#])
    }

    @Test func `reading an integration does not change its tag`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.administrator) { visitor in
            let before = try await visitor.get("/api/v1/integrations/contoso").field("ETag")
            let run = try fixture.base.store.beginRun(
                fixture.integration.id, kind: .sync, isFull: false, at: WebFixture.start
            ).run
            try fixture.base.store.endRun(
                fixture.integration.id, number: run.number, requests: 1, opened: 0, resolved: 0,
                finished: WebFixture.start)
            let after = try await visitor.get("/api/v1/integrations/contoso").field("ETag")
            #expect(before != nil)
            #expect(before == after)
        }
    }

    @Test func `what was changed is not removed unseen`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.administrator) { visitor in
            _ = try await visitor.call(.post, "/api/v1/dlp/profiles", #"{"name":"Own","entries":["us_ssn"]}"#)
            let refused = try await send(visitor, .delete, "/api/v1/dlp/profiles/Own", nil, ifMatch: "\"old\"")
            #expect(refused.status == .preconditionFailed)
            let tag = try await visitor.get("/api/v1/dlp/profiles/Own").field("ETag")
            let removed = try await send(visitor, .delete, "/api/v1/dlp/profiles/Own", nil, ifMatch: tag)
            #expect(removed.status == .noContent)
        }
    }
}
