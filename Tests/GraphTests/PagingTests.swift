import Graph
import Model
import Testing

struct PagingTests {
    private let base = "https://graph.test.example/v1.0/users"

    @Test func `follows the next link as it is, with the same headers`() async throws {
        let link = base + "?$skiptoken=RFN%2bwdA!'(*)==&x=ü"
        let graph = ScriptedGraph { _, number in
            number == 1 ? .value(#"{"id":"1"}"#, next: link) : .value(#"{"id":"2"}"#)
        }
        let client = try graph.client()
        let first = try await client.page(of: .users, for: ())
        #expect(first.cursor == link && !first.isLast)
        let second = try await client.page(of: .users, for: (), at: first.cursor)
        #expect(second.isLast && second.cursor == nil && second.kept.map(\.id) == ["2"])
        #expect(graph.calls[1].path == "/v1.0/users?$skiptoken=RFN%2bwdA!'(*)==&x=%C3%BC")
        for name in ["x-ms-throttle-priority", "User-Agent", "Accept"] {
            let values = graph.calls.map { $0.header(name) }
            #expect(values[0] != nil && values[0] == values[1], "\(name)")
        }
        let ids = graph.calls.map { $0.header("client-request-id") }
        #expect(ids[0] != nil && ids[0] != ids[1])
    }

    @Test func `sends the Prefer header of the drive delta on every page`() async throws {
        let drive = Drive(id: "b!x/y", source: .user, sourceID: "u", sourceName: "U")
        let graph = ScriptedGraph { _, _ in
            .value(delta: "https://graph.test.example/v1.0/drives/b!x/root/delta?token=1")
        }
        let client = try graph.client()
        let first = try await client.page(of: .driveItems, for: drive)
        _ = try await client.page(of: .driveItems, for: drive, at: first.cursor)
        let prefer =
            "hierarchicalsharing, deltashowsharingchanges, deltashowremovedasdeleted, deltatraversepermissiongaps"
        #expect(graph.calls.allSatisfy { $0.header("Prefer") == prefer })
        #expect(graph.calls[0].path.hasPrefix("/v1.0/drives/b!x%2Fy/root/delta?"))
        #expect(first.isLast)
    }

    @Test func `takes an empty page with a next link for what it is`() async throws {
        let graph = ScriptedGraph { _, _ in .value(next: base + "?$skiptoken=2") }
        let page = try await graph.client().page(of: .users, for: ())
        #expect(page.kept.isEmpty && !page.isLast && page.cursor == base + "?$skiptoken=2")
    }

    @Test(arguments: [
        "https://evil.example/v1.0/users", "http://graph.test.example/v1.0/users",
        "https://graph.test.example:8443/v1.0/users",
        "https://graph.test.example@evil.example/v1.0/users", "https://user@graph.test.example/v1.0/users",
        "//evil.example/x", "/v1.0/users",
        "https://graph.test.example.evil.example/", "https://graph.test.example\\\\@evil.example/",
        "ftp://graph.test.example/", "",
        "https://graph.test.example", "javascript:x", "https://GRAPH.test.example.:443/x",
    ])
    func `refuses a link that leads elsewhere, given or taken, before anything is sent there`(link: String) async throws
    {
        let taken = ScriptedGraph { _, _ in .value(next: link) }
        let takenClient = try taken.client()
        await #expect(throws: GraphError.self) { try await takenClient.page(of: .users, for: ()) }
        #expect(taken.calls.count == 1)
        let deltaGraph = ScriptedGraph { _, _ in .value(delta: link) }
        let deltaClient = try deltaGraph.client()
        await #expect(throws: GraphError.self) { try await deltaClient.page(of: .usersDelta, for: ()) }
        let given = ScriptedGraph { _, _ in .value() }
        let givenClient = try given.client()
        await #expect(throws: GraphError.foreignLink(link)) {
            try await givenClient.page(of: .users, for: (), at: link)
        }
        #expect(given.calls.isEmpty && given.logins.isEmpty)
    }

    @Test(arguments: ["https://GRAPH.test.example:443/v1.0/users?a", "HTTPS://graph.test.example/v1.0/users?a"])
    func `knows its own origin in another spelling`(link: String) async throws {
        let graph = ScriptedGraph { _, _ in .value() }
        _ = try await graph.client().page(of: .users, for: (), at: link)
        #expect(graph.calls.map(\.path) == ["/v1.0/users?a"])
    }

    @Test func `stops at a next link that leads to itself`() async throws {
        let link = base + "?$skiptoken=1"
        let graph = ScriptedGraph { _, _ in .value(next: link) }
        let client = try graph.client()
        await #expect(throws: GraphError.endless(path: "/v1.0/users")) {
            try await client.page(of: .users, for: (), at: link)
        }
    }

    @Test func `guards a round against circles and endless emptiness`() throws {
        func page(_ link: String, _ kept: [String] = ["x"]) -> Changes<String> {
            Changes(kept: kept, cursor: link, isLast: false)
        }
        var circle = PageGuard(path: "p")
        try circle.check(page("a"))
        try circle.check(page("b"))
        #expect(throws: GraphError.endless(path: "p")) { try circle.check(page("a")) }
        var empty = PageGuard(path: "p", emptyLimit: 3)
        for link in ["a", "b", "c"] { try empty.check(page(link, [])) }
        try empty.check(page("d"))
        for link in ["e", "f", "g"] { try empty.check(page(link, [])) }
        #expect(throws: GraphError.endless(path: "p")) { try empty.check(page("h", [])) }
    }

    @Test func `goes on from the answer that came, after a page was asked for again`() async throws {
        let graph = ScriptedGraph { _, number in
            switch number {
            case 1: .json(#"{"value":[{"id":"1"}],"@odata.nextLink":"https://graph.test.example/v1.0/users?$skipt"#)
            case 2: .value(#"{"id":"1"}"#, next: "https://graph.test.example/v1.0/users?$skiptoken=good")
            default: .value(#"{"id":"2"}"#)
            }
        }
        let client = try graph.client()
        let first = try await client.page(of: .users, for: ())
        #expect(first.cursor == base + "?$skiptoken=good")
        #expect(graph.calls.count == 2)
        #expect(client.statistics.retries == 1)
    }
}
