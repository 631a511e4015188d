import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// The time of a request was over before all of it had come.
struct RequestTooSlow: Error {
    let seconds: Int
}

/// Bounds what a connection may take: the time to the head of the first request, the time and the bytes of each request whatever became of
/// its answer (a client that was refused could otherwise go on sending for ever), its place among the others, and the word to go on for who waits for it.
final class RequestBound: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    /// What a client that was too slow has to take its answer.
    private static let grace = TimeAmount.seconds(5)

    private let limits: WebLimits
    private let connections: OpenConnections
    private var id: Int?
    private var bytes = 0
    private var timer: Scheduled<Void>?
    private var isAnswered = true
    private var isTooSlow = false

    init(_ limits: WebLimits, _ connections: OpenConnections) {
        self.limits = limits
        self.connections = connections
    }

    /// Somebody who sends a little too much still hears why it is refused.
    private var mostBytes: Int { limits.message + (1 << 20) }

    func handlerAdded(context: ChannelHandlerContext) {
        // Not where a test has no decoder in front.
        try? MissingHost.add(to: context.pipeline.syncOperations)
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard id == nil else { return }
        let channel = context.channel
        id = connections.open(channel, from: clientKey(channel.remoteAddress))
        guard id != nil else { return }
        timer = context.eventLoop.scheduleTask(in: .seconds(Int64(limits.firstHead))) { channel.close(promise: nil) }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            bytes = 0
            if isAnswered, goesOn(head) {
                context.writeAndFlush(wrapOutboundOut(.head(.init(status: .continue))), promise: nil)
            }
            isAnswered = false
            id.map(connections.works)
            schedule(context)
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

    /// Whether the client waits to hear that it may send the body (RFC 9110 §10.1.1). Who says that it is too large hears that instead.
    private func goesOn(_ head: HTTPRequest) -> Bool {
        guard head.headerFields[.expect]?.lowercased() == "100-continue" else { return false }
        return head.headerFields[.contentLength].flatMap { Int($0) } ?? 0 <= mostBytes
    }

    private func schedule(_ context: ChannelHandlerContext) {
        timer?.cancel()
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: .seconds(Int64(limits.receiving))) {
            let (bound, context) = bound.value
            bound.cutOff(context)
        }
    }

    private func cutOff(_ context: ChannelHandlerContext) {
        guard !isAnswered else { return context.close(promise: nil) }
        isTooSlow = true
        let channel = context.channel
        timer = context.eventLoop.scheduleTask(in: Self.grace) { channel.close(promise: nil) }
        context.fireErrorCaught(RequestTooSlow(seconds: limits.receiving))
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        isAnswered = true
        guard isTooSlow else {
            // Only what has left is an answer: a connection at rest may be closed at any moment.
            let written = promise ?? context.eventLoop.makePromise()
            if let id {
                let connections = connections
                written.futureResult.whenComplete { _ in connections.rests(id) }
            }
            return context.write(data, promise: written)
        }
        context.writeAndFlush(data, promise: promise)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
        id.map(connections.close)
        context.fireChannelInactive()
    }
}
