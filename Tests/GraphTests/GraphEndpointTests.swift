import Foundation
import Graph
import Testing

struct GraphEndpointTests {
    @Test(arguments: [
        ("https://Graph.Microsoft.com/", "https://graph.microsoft.com"),
        ("https://graph.microsoft.com:443", "https://graph.microsoft.com"),
        ("http://127.0.0.1:9400", "http://127.0.0.1:9400"), ("http://127.9.9.9", "http://127.9.9.9"),
        ("http://localhost:80", "http://localhost"),
        ("http://[::1]:9400/", "http://[::1]:9400"), ("https://graph.example:8443", "https://graph.example:8443"),
    ])
    func `takes an origin in one spelling`(text: String, origin: String) throws {
        #expect(try GraphEndpoint(graphURL: text, loginURL: text).graphURL == origin)
    }

    @Test(arguments: [
        "", "graph.microsoft.com", "http://graph.microsoft.com", "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "https://graph.microsoft.com/v1.0", "https://graph.microsoft.com?x", "https://graph.microsoft.com#x",
        "https://me@graph.microsoft.com",
        "https://me:pw@127.0.0.1", "ftp://127.0.0.1", "https://", "https://:443", "https://graph.microsoft.com:0",
        "https://graph.microsoft.com:x",
        "https://graph microsoft.com", "http://[::2]", "http://127.0.0.256", "https://graph.microsoft.com\r\nX: y",
    ])
    func `refuses what is no origin, and plain http beyond this machine`(text: String) {
        #expect(throws: GraphEndpoint.InvalidOrigin.self) {
            try GraphEndpoint(graphURL: text, loginURL: "https://login.example")
        }
        #expect(throws: GraphEndpoint.InvalidOrigin.self) {
            try GraphEndpoint(graphURL: "https://graph.example", loginURL: text)
        }
    }

    @Test func `knows the national clouds, and survives storage`() throws {
        let hosts = GraphEndpoint.Cloud.allCases.map { GraphEndpoint.cloud($0).graphURL }
        #expect(
            hosts == [
                "https://graph.microsoft.com", "https://graph.microsoft.us", "https://dod-graph.microsoft.us",
                "https://microsoftgraph.chinacloudapi.cn",
            ])
        for cloud in GraphEndpoint.Cloud.allCases {
            let endpoint = GraphEndpoint.cloud(cloud)
            #expect(try JSONDecoder().decode(GraphEndpoint.self, from: JSONEncoder().encode(endpoint)) == endpoint)
        }
        #expect(throws: (any Error).self) {
            try JSONDecoder().decode(
                GraphEndpoint.self, from: Data(#"{"graphUrl":"http://evil.example","loginUrl":"https://x"}"#.utf8))
        }
    }
}
