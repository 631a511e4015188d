import NIOCore
import NIOPosix

/// A mail client on one connection.
struct SMTPPeer {
    struct Closed: Error {}

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var buffer = ByteBuffer()

    static func connected<Value>(
        to port: Int, _ talk: (inout SMTPPeer) async throws -> Value
    ) async throws -> Value {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            var peer = SMTPPeer(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            _ = try await peer.reply()
            _ = try await peer.ask("EHLO client.test")
            let value = try await talk(&peer)
            _ = try await peer.ask("QUIT")
            return value
        }
    }

    private init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    /// Sends a message. Gives the reply to its end, or the first refusal on the way there.
    mutating func send(
        from: String = "a@x.test", to recipients: [String] = ["b@y.test"], _ message: String
    ) async throws -> String {
        for command in ["MAIL FROM:<\(from)>"] + recipients.map({ "RCPT TO:<\($0)>" }) + ["DATA"] {
            let reply = try await ask(command)
            if reply.hasPrefix("4") || reply.hasPrefix("5") {
                _ = try await ask("RSET")
                return reply
            }
        }
        return try await ask(message + "\r\n.")
    }

    private mutating func ask(_ line: String) async throws -> String {
        try await outbound.write(ByteBuffer(string: line + "\r\n"))
        return try await reply()
    }

    /// The last line of the next reply.
    private mutating func reply() async throws -> String {
        while true {
            while let end = buffer.readableBytesView.firstIndex(of: 10) {
                let bytes = buffer.readBytes(length: end + 1 - buffer.readerIndex) ?? []
                let line = String(decoding: bytes.filter { $0 != 13 && $0 != 10 }, as: UTF8.self)
                if line.dropFirst(3).first != "-" { return line }
            }
            guard let more = try await inbound.next() else { throw Closed() }
            buffer.writeImmutableBuffer(more)
        }
    }
}
