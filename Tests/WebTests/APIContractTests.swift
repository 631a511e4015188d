import Foundation
import HTTPTypes
import Testing

@testable import Web

/// The description is held against answers by something that can say no.
struct APIContractTests {
    private func breach(
        _ target: String, _ status: Int, _ received: String, type: String = "application/json"
    ) throws -> String? {
        try APIContract(WebFixture().server()).breach(
            .init(method: .get, target: target, status: status, type: type, received: Data(received.utf8)))
    }

    @Test func `an answer as it is described is none`() throws {
        #expect(try breach("/ping", 200, "pong", type: "text/plain; charset=utf-8") == nil)
        #expect(try breach("/api/v1/findings", 200, #"{"items":[],"next":null}"#) == nil)
        #expect(try breach("/nowhere", 200, "anything") == nil)
    }

    @Test(arguments: [
        (200, #"{"items":[]}"#, "has no next"), (200, #"{"items":{},"next":null}"#, "items is of another kind"),
        (200, #"{"items":[],"next":5}"#, "next is of another kind"),
        (200, #"{"items":[],"next":null,"more":1}"#, "has more, which is not described"),
        (200, #"{"items":[{}],"next":null}"#, "items[0] has no"), (200, "no", "no JSON"),
        (206, #"{"items":[],"next":null}"#, "is not described"),
    ])
    func `an answer that differs is told with its place`(status: Int, body: String, why: String) throws {
        let breach = try #require(try breach("/api/v1/findings", status, body))
        #expect(breach.contains(why), "\(breach)")
    }

    @Test func `an answer of another type is told`() throws {
        #expect(try breach("/api/v1/findings", 200, "{}", type: "text/html") != nil)
        #expect(try breach("/api/v1/findings", 404, "{}", type: "application/problem+json") != nil)
    }
}
