import NIOCore
import NIOEmbedded
import Testing

@testable import Web

struct OpenConnectionsTests {
    private let connections = OpenConnections(most: 4, perAddress: 2)

    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    @Test func `one address has its share, and its own longest idle connection makes room for its next`() throws {
        let other = try channel()
        _ = connections.open(other, from: "b")
        let (first, second, third) = (try channel(), try channel(), try channel())
        for channel in [first, second, third] { #expect(connections.open(channel, from: "a") != nil) }
        #expect([first.isActive, second.isActive, third.isActive, other.isActive] == [false, true, true, true])
        #expect(connections.count == 3)
    }

    @Test func `a connection at work is never closed: the one too many is`() throws {
        let (first, second, third) = (try channel(), try channel(), try channel())
        for channel in [first, second] { connections.open(channel, from: "a").map(connections.works) }
        #expect(connections.open(third, from: "a") == nil)
        #expect([first.isActive, second.isActive, third.isActive] == [true, true, false])
        #expect(connections.refused == 1)
        #expect(connections.count == 2)
    }

    @Test func `at the total who never asked goes first, whoever came earlier`() throws {
        let served = try channel()
        let id = try #require(connections.open(served, from: "a"))
        connections.works(id)
        connections.rests(id)
        let idle = try ["b", "b", "c"].map { address in
            let channel = try channel()
            _ = connections.open(channel, from: address)
            return channel
        }
        let newcomer = try channel()
        #expect(connections.open(newcomer, from: "d") != nil)
        #expect(served.isActive && newcomer.isActive)
        #expect(idle.map(\.isActive) == [false, true, true])
    }

    @Test func `there is room while anybody rests, and where nobody does the first to come to rest makes it`() throws {
        let channels = try (0..<4).map { _ in try channel() }
        let ids = channels.enumerated().compactMap { connections.open($1, from: "\($0)") }
        #expect(connections.hasRoom())
        ids.forEach(connections.works)
        #expect(!connections.hasRoom())
        connections.rests(ids[2])
        #expect(channels.map(\.isActive) == [true, true, false, true])
        #expect(connections.hasRoom())
        connections.rests(ids[1])
        #expect(channels[1].isActive)
    }

    @Test func `what is closed counts no more`() throws {
        for _ in 0..<10 {
            let id = try #require(connections.open(try channel(), from: "a"))
            connections.close(id)
        }
        #expect(connections.count == 0)
        #expect(connections.refused == 0)
    }
}
