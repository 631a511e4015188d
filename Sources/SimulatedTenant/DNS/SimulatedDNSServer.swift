import NIOCore
import NIOPosix

/// Serves a zone on 127.0.0.1, by UDP and TCP on one port.
public final class SimulatedDNSServer: Sendable {
    /// The port both listen on.
    public let port: Int
    private let udp: any Channel
    private let tcp: any Channel

    private init(port: Int, udp: any Channel, tcp: any Channel) {
        self.port = port
        self.udp = udp
        self.tcp = tcp
    }

    /// Starts to listen.
    /// - Parameter port: 0 takes a free one.
    public static func start(
        _ dns: SimulatedDNS, port: Int, on group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> SimulatedDNSServer {
        var attempts = port == 0 ? 20 : 1
        while true {
            attempts -= 1
            let udp = try await listenUDP(dns, port: port, on: group)
            do {
                let taken = udp.localAddress?.port ?? port
                let tcp = try await listenTCP(dns, port: taken, on: group)
                return SimulatedDNSServer(port: taken, udp: udp, tcp: tcp)
            } catch {
                // A port that is free for UDP may be taken for TCP.
                try await udp.close()
                guard attempts > 0 else { throw error }
            }
        }
    }

    /// Stops listening; open TCP connections end with their clients.
    public func stop() async throws {
        try await udp.close()
        try await tcp.close()
    }

    private static func listenUDP(
        _ dns: SimulatedDNS, port: Int, on group: any EventLoopGroup
    ) async throws -> any Channel {
        try await DatagramBootstrap(group: group)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(DatagramAnswers(dns))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
    }

    private static func listenTCP(
        _ dns: SimulatedDNS, port: Int, on group: any EventLoopGroup
    ) async throws -> any Channel {
        try await ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(IdleStateHandler(readTimeout: .seconds(10)))
                    try pipeline.addHandler(ByteToMessageHandler(FramedMessages(), maximumBufferSize: 2 * 65537))
                    try pipeline.addHandler(StreamAnswers(dns))
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
    }
}

private final class DatagramAnswers: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>
    private let dns: SimulatedDNS

    init(_ dns: SimulatedDNS) { self.dns = dns }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let envelope = unwrapInboundIn(data)
        guard let answer = dns.answer(to: Array(envelope.data.readableBytesView), over: .udp) else { return }
        let reply = AddressedEnvelope(remoteAddress: envelope.remoteAddress, data: ByteBuffer(bytes: answer))
        context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
    }

    /// An unreachable asker must not close the socket for all others.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {}
}

/// Messages with two bytes of length before each (RFC 1035 §4.2.2).
private struct FramedMessages: ByteToMessageDecoder {
    typealias InboundOut = ByteBuffer

    mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        guard let message = buffer.readLengthPrefixedSlice(as: UInt16.self) else { return .needMoreData }
        context.fireChannelRead(wrapInboundOut(message))
        return .continue
    }
}

private final class StreamAnswers: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let dns: SimulatedDNS

    init(_ dns: SimulatedDNS) { self.dns = dns }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let answer = dns.answer(to: Array(unwrapInboundIn(data).readableBytesView), over: .tcp) else {
            return context.close(promise: nil)
        }
        context.writeAndFlush(
            wrapOutboundOut(ByteBuffer(bytes: UInt16(answer.count).bigEndianBytes + answer)), promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
