import NIOCore
import NIOPosix
import Synchronization

/// A server on loopback that reads one request and answers each connection with the same bytes, right or wrong.
struct CannedServer {
    let channel: any Channel
    let received: Received

    /// The head of the last request.
    final class Received: Sendable {
        private let head = Mutex("")
        var text: String { head.withLock { $0 } }
        func keep(_ text: String) { head.withLock { $0 = text } }
    }

    var port: Int { channel.localAddress?.port ?? 0 }

    /// - Parameter answer: sent as it is, then the connection is closed.
    static func start(_ answer: [UInt8]) async throws -> CannedServer {
        let received = Received()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Answer(answer, received))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return CannedServer(channel: channel, received: received)
    }

    func stop() async throws { try await channel.close() }

    private final class Answer: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let answer: [UInt8]
        private var request = ""

        private let received: Received

        init(_ answer: [UInt8], _ received: Received) {
            self.answer = answer
            self.received = received
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            request += String(buffer: unwrapInboundIn(data))
            guard request.contains("\r\n\r\n") else { return }
            received.keep(request)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: answer)), promise: nil)
            context.close(promise: nil)
        }
    }
}
