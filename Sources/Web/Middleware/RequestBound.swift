import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request is too long or takes too long to come in, whatever became of its answer: a client that was
/// refused could otherwise go on sending for ever.
final class RequestBound: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart

    private let mostBytes: Int
    private let limit: TimeAmount
    private var bytes = 0
    private var timer: Scheduled<Void>?

    init(_ limits: WebLimits) {
        // Somebody who sends a little too much still hears why it is refused.
        mostBytes = limits.message + (1 << 20)
        limit = .seconds(Int64(limits.receiving))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bytes = 0
            timer?.cancel()
            let channel = context.channel
            timer = context.eventLoop.scheduleTask(in: limit) { channel.close(promise: nil) }
        case .body(let piece):
            bytes += piece.readableBytes
            guard bytes <= mostBytes else {
                context.close(promise: nil)
                return
            }
        case .end:
            timer?.cancel()
            timer = nil
        }
        context.fireChannelRead(data)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        context.fireChannelInactive()
    }
}
