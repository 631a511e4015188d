import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

struct LimitTests {
    let fixture: WebFixture
    var limits = WebLimits()

    init() throws {
        fixture = try WebFixture()
        limits.message = 100_000
        limits.json = 10_000
    }

    @Test(arguments: [TestingSetup.router, .live])
    func `a message of just the limit is taken, and its body is not kept`(setup: TestingSetup) async throws {
        let body = WebFixture.letter + String(repeating: "x", count: 100_000 - WebFixture.letter.utf8.count)
        try await fixture.test(fixture.server(limits), over: setup) { visitor in
            let answer = try await visitor.check(body: body)
            #expect(answer.status == .ok)
            let next = try await visitor.checkV2(body: body)
            #expect(next.status == .ok)
        }
        let headerLength = WebFixture.letter.utf8.count - "Bo, are you there?\r\n".utf8.count
        #expect(fixture.submissions.map(\.header.count) == [headerLength, headerLength])
    }

    @Test(arguments: [TestingSetup.router, .live])
    func `a byte more is 413 at both paths`(setup: TestingSetup) async throws {
        let body = WebFixture.letter + String(repeating: "x", count: 100_001 - WebFixture.letter.utf8.count)
        try await fixture.test(fixture.server(limits), over: setup) { visitor in
            let answer = try await visitor.check(body: body)
            #expect(answer.status == .contentTooLarge)
            #expect(try answer.object()["detail"] as? String == "The body has more than 100000 bytes.")
            let next = try await visitor.checkV2(body: body)
            #expect(next.status == .contentTooLarge)
        }
        #expect(fixture.submissions.isEmpty)
    }

    @Test(arguments: [TestingSetup.router, .live])
    func `JSON that has to be held has a smaller limit, and the answer says what else there is`(setup: TestingSetup)
        async throws
    {
        let body = #"{"raw_b64":""# + String(repeating: "A", count: 10_000) + #""}"#
        try await fixture.test(fixture.server(limits), over: setup) { visitor in
            let answer = try await visitor.check(type: "application/json", body: body)
            #expect(answer.status == .contentTooLarge)
            #expect(answer.text.contains("message/rfc822"))
        }
    }

    @Test func `a connection goes on after a refusal`() async throws {
        let body = WebFixture.letter + String(repeating: "x", count: 200_000)
        try await fixture.test(fixture.server(limits), over: .live) { visitor in
            let answer = try await visitor.check(body: body)
            #expect(answer.status == .contentTooLarge)
            let next = try await visitor.check()
            #expect(next.status == .ok)
        }
    }

    /// The handler of one connection, in memory, with the parts that reach the server.
    private func bounded(
        _ connections: OpenConnections? = nil, _ body: (EmbeddedChannel, Parts) throws -> Void
    ) throws {
        let parts = Parts()
        let bound = RequestBound(limits, connections ?? OpenConnections(most: 10, perAddress: 10))
        let channel = EmbeddedChannel(handlers: [bound, parts])
        defer { _ = try? channel.finish(acceptAlreadyClosed: true) }
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        try body(channel, parts)
    }

    @Test func `a client that goes on sending after a refusal is cut off`() throws {
        try bounded { channel, _ in
            try channel.writeInbound(HTTPRequestPart.head(head))
            let piece = ByteBuffer(repeating: 0x78, count: 1 << 20)
            try channel.writeInbound(HTTPRequestPart.body(piece))
            #expect(channel.isActive)
            try channel.writeInbound(HTTPRequestPart.body(piece))
            #expect(!channel.isActive)
        }
    }

    @Test func `each request has the limits for itself`() throws {
        try bounded { channel, _ in
            for _ in 0..<4 {
                try channel.writeInbound(HTTPRequestPart.head(head))
                try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x78, count: 1 << 20)))
                try channel.writeInbound(HTTPRequestPart.end(nil))
                channel.embeddedEventLoop.advanceTime(by: .seconds(1000))
            }
            #expect(channel.isActive)
        }
    }

    @Test func `a request that does not come to its end is ended in time, answered, and cut off`() throws {
        try bounded { channel, parts in
            try channel.writeInbound(HTTPRequestPart.head(head))
            for _ in 0..<119 {
                channel.embeddedEventLoop.advanceTime(by: .seconds(1))
                try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "x")))
            }
            #expect(parts.errors.isEmpty)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            #expect(parts.errors.count == 1)
            #expect(parts.errors.first is RequestTooSlow)
            #expect(channel.isActive)
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            #expect(!channel.isActive)
        }
    }

    @Test func `who takes no answer either is cut off five seconds later`() throws {
        try bounded { channel, _ in
            try channel.writeInbound(HTTPRequestPart.head(head))
            channel.embeddedEventLoop.advanceTime(by: .seconds(124))
            #expect(channel.isActive)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            #expect(!channel.isActive)
        }
    }

    @Test func `who was answered and goes on sending slowly is cut off without a word`() throws {
        try bounded { channel, parts in
            try channel.writeInbound(HTTPRequestPart.head(head))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            channel.embeddedEventLoop.advanceTime(by: .seconds(120))
            #expect(!channel.isActive)
            #expect(parts.errors.isEmpty)
        }
    }

    @Test func `a connection has ten seconds for its first request, and later ones have no such limit`() throws {
        try bounded { channel, _ in
            channel.embeddedEventLoop.advanceTime(by: .seconds(9))
            #expect(channel.isActive)
            channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            #expect(!channel.isActive)
        }
        try bounded { channel, _ in
            try channel.writeInbound(HTTPRequestPart.head(head))
            try channel.writeInbound(HTTPRequestPart.end(nil))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
            channel.embeddedEventLoop.advanceTime(by: .seconds(11))
            #expect(channel.isActive)
        }
    }

    private var head: HTTPRequest { HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/checkv2") }
}

/// What comes out of a handler towards the server.
private final class Parts: ChannelInboundHandler {
    typealias InboundIn = HTTPRequestPart
    var errors: [any Error] = []

    func errorCaught(context: ChannelHandlerContext, error: any Error) { errors.append(error) }
}
