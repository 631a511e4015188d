import NIOCore
import NIOPosix
import Testing

@testable import SimulatedTenant

struct DNSServerTests {
    private func running(_ body: (SimulatedDNSServer) async throws -> Void) async throws {
        let server = try await SimulatedDNSServer.start(try SimulatedDNS(zone: sampleZone), port: 0)
        do {
            try await body(server)
        } catch {
            try await server.stop()
            throw error
        }
        try await server.stop()
    }

    @Test(.timeLimit(.minutes(1))) func `answers by UDP`() async throws {
        try await running { server in
            let channel = try await DatagramBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .bind(host: "127.0.0.1", port: 0) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<AddressedEnvelope<ByteBuffer>, AddressedEnvelope<ByteBuffer>>(
                            wrappingChannelSynchronously: channel)
                    }
                }
            try await channel.executeThenClose { inbound, outbound in
                let address = try SocketAddress(ipAddress: "127.0.0.1", port: server.port)
                for packet in [[1, 2], queryPacket("contoso.example", .txt, udpSize: 1232)] {
                    try await outbound.write(AddressedEnvelope(remoteAddress: address, data: ByteBuffer(bytes: packet)))
                }
                var answers = inbound.makeAsyncIterator()
                let answer = try #require(try await answers.next())
                #expect(AnswerHeader(Array(answer.data.readableBytesView))?.answers == 2)
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func `answers several questions on one TCP connection of the same port`()
        async throws
    {
        try await running { server in
            let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connect(host: "127.0.0.1", port: server.port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                    }
                }
            try await channel.executeThenClose { inbound, outbound in
                var sent: [UInt8] = []
                for name in ["contoso.example", "none.contoso.example"] {
                    let packet = queryPacket(name, .txt)
                    sent += UInt16(packet.count).bigEndianBytes + packet
                }
                // In two pieces that end in the middle of a message.
                try await outbound.write(ByteBuffer(bytes: sent.prefix(20)))
                try await outbound.write(ByteBuffer(bytes: sent.dropFirst(20)))
                var got = ByteBuffer()
                var codes: [UInt16] = []
                for try await part in inbound {
                    got.writeImmutableBuffer(part)
                    while let message = got.readLengthPrefixedSlice(as: UInt16.self) {
                        codes.append(AnswerHeader(Array(message.readableBytesView))?.code ?? 99)
                    }
                    if codes.count == 2 { break }
                }
                #expect(codes == [0, 3])
            }
        }
    }

    @Test func `says so when the port is taken`() async throws {
        try await running { server in
            let dns = try SimulatedDNS(zone: sampleZone)
            await #expect(throws: (any Error).self) { try await SimulatedDNSServer.start(dns, port: server.port) }
        }
    }
}
