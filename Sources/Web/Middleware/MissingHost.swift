import NIOCore
import NIOHTTP1

/// A request of HTTP/1.1 has to name its host (RFC 9112 §3.2), one of HTTP/1.0 need not; behind this nobody sees any more which of them came.
/// A missing host becomes an empty one, which is refused as such.
final class MissingHost: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart

    /// Puts it behind the decoder of the connection.
    static func add(to pipeline: ChannelPipeline.SynchronousOperations) throws {
        let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        try pipeline.addHandler(MissingHost(), position: .after(decoder))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = unwrapInboundIn(data),
            (head.version.major, head.version.minor) >= (1, 1), !head.headers.contains(name: "Host")
        else { return context.fireChannelRead(data) }
        head.headers.add(name: "Host", value: "")
        context.fireChannelRead(wrapInboundOut(.head(head)))
    }
}
