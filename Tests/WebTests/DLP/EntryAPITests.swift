import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import NIOCore
import Testing

@testable import Store
@testable import Web

/// Entries of one's own for programs: what they look for is read and changed.
struct EntryAPITests {
    private func content(_ answer: TestResponse) throws -> [String: Any] {
        try #require(try answer.object()["content"] as? [String: Any])
    }

    @Test func `an entry says what it looks for, and what is not said of a change stays`() async throws {
        let fixture = try await PeopleFixture()
        let store = fixture.base.store
        try await fixture.test { visitor in
            let made = try await visitor.call(
                .post, "/api/v1/dlp/entries",
                #"{"name":"Birds","words":["falcon","heron"],"exclusionWords":["falcon one"],"raising":["project"]}"#)
            let id = try #require(try made.object()["id"] as? String)
            let path = "/api/v1/dlp/entries/\(id)"
            let read = try await visitor.get(path)
            #expect(try content(read)["words"] as? [String] == ["falcon", "heron"])
            #expect(try content(read)["expression"] is NSNull)
            let changed = try await visitor.call(.put, path, #"{"name":"Waders","words":["heron","crane"]}"#)
            #expect(changed.status == .ok && changed.field("ETag") != read.field("ETag"))
            #expect(try changed.object()["title"] as? String == "Waders")
            #expect(try content(changed)["exclusionWords"] as? [String] == ["falcon one"])
            #expect(try content(changed)["raising"] as? [String] == ["project"])
            #expect(try store.customEntries().first?.entry.means == .words(list: ["heron", "crane"]))
            #expect(try await visitor.call(.put, path, #"{"caseCounts":true}"#).status == .ok)
            #expect(try store.customEntries().first?.entry.letterCase == .counts)
            for (body, status) in [
                (#"{"expression":"a+"}"#, HTTPResponse.Status.unprocessableContent),
                (#"{"words":[]}"#, .unprocessableContent),
                (#"{"word":["x"]}"#, .badRequest), (#"{"words":["a"],"expression":"b"}"#, .unprocessableContent),
            ] {
                #expect(try await visitor.call(.put, path, body).status == status, "\(body)")
            }
            let stale = try await visitor.client.execute(
                uri: path, method: .put,
                headers: HTTPFields([
                    "X-CSRF-Token": "token", "Content-Type": "application/json", "If-Match": read.field("ETag") ?? "",
                ]), body: .init(string: "{}"))
            #expect(stale.status == .preconditionFailed)
            _ = try await visitor.call(.post, "/api/v1/dlp/entries", #"{"name":"Cats","words":["lynx"]}"#)
            #expect(try await visitor.call(.put, path, #"{"name":"cats"}"#).status == .conflict)
            #expect(try await visitor.call(.put, "/api/v1/dlp/entries/own-none", "{}").status == .notFound)
            #expect(try await visitor.get("/api/v1/dlp/entries/iban").object()["content"] is NSNull)
            #expect(try await visitor.call(.post, "/api/v1/dlp/entries", #"{"words":["x"]}"#).status == .badRequest)
        }
    }

    @Test(arguments: [
        #"{"name":"Birds","words":["falcon","heron"],"raising":["project"],"caseCounts":true}"#,
        #"{"name":"Codes","expression":"AB[0-9]{4}"}"#,
        #"{"name":"Staff","table":{"csv":"id,name\nA12345,Adele Vance\nB23456,Bo Ek\n","primary":"id","columns":["name"],"supporting":0}}"#,
        #"{"name":"Memo","documents":[{"name":"memo.txt","text":"\#(Self.memo)"}],"percent":60}"#,
    ])
    func `what was read of an entry can be sent back`(body: String) async throws {
        let fixture = try await PeopleFixture()
        let store = fixture.base.store
        try await fixture.test { visitor in
            let made = try await visitor.call(.post, "/api/v1/dlp/entries", body)
            let path = "/api/v1/dlp/entries/\(try #require(try made.object()["id"] as? String))"
            let kept = try store.customEntries().map(\.entry)
            var read = try await visitor.get(path).text
            let same = try await visitor.call(.put, path, read)
            #expect(same.status == .ok, "\(same.text)")
            #expect(try store.customEntries().map(\.entry) == kept)
            read = read.replacing("\"title\":\"", with: "\"title\":\"New ")
                .replacing("\"exclusionWords\":[]", with: "\"exclusionWords\":[\"not this\"]")
            let changed = try await visitor.call(.put, path, read)
            #expect(changed.status == .ok, "\(changed.text)")
            let entry = try #require(try store.customEntries().first?.entry)
            #expect(entry.name.hasPrefix("New ") && entry.exclusionWords == ["not this"])
            #expect(entry.means == kept.first?.means)
            for (old, new) in [("memo.txt", "other.txt"), ("[\"name\"]", "[\"other\"]")] where read.contains(old) {
                let answer = try await visitor.call(.put, path, read.replacing(old, with: new))
                #expect(answer.status == .unprocessableContent && answer.text.contains("content."), "\(answer.text)")
            }
        }
    }

    private static let memo = (1...40).map { "word\($0)" }.joined(separator: " ")

    @Test func `tables and documents keep their hashes when only their numbers change`() async throws {
        let fixture = try await PeopleFixture()
        let store = fixture.base.store
        try await fixture.test { visitor in
            let made = try await visitor.call(
                .post, "/api/v1/dlp/entries",
                #"{"name":"Staff","table":{"csv":"number,name\n48151623,Ana Silva\n","primary":"number","columns":["name"]}}"#
            )
            #expect(made.status == .created, "\(made.text)")
            let path = "/api/v1/dlp/entries/own-staff"
            let changed = try await visitor.call(.put, path, #"{"name":"Employees"}"#)
            #expect(changed.status == .ok, "\(changed.text)")
            let table = try #require(try content(changed)["table"] as? [String: Any])
            #expect(table["primary"] as? String == "number" && table["columns"] as? [String] == ["name"])
            #expect(!changed.text.contains("48151623"))
            #expect(try store.material(of: "own-staff") != nil)
        }
    }

    @Test func `a viewer sees that there is an entry, not what it looks for`() async throws {
        let fixture = try await PeopleFixture()
        try await fixture.test(.analyst) { visitor in
            _ = try await visitor.call(.post, "/api/v1/dlp/entries", #"{"name":"Birds","words":["falcon"]}"#)
        }
        try await fixture.test(.viewer) { visitor in
            let read = try await visitor.get("/api/v1/dlp/entries/own-birds")
            #expect(read.status == .ok && !read.text.contains("falcon"))
            #expect(try read.object()["content"] is NSNull)
        }
    }
}
