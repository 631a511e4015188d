import NIOCore
import NIOPosix

/// A mail server that takes everything, for the mail that Postfix sends on.
struct SMTPSink {
    struct Delivered: Sendable, Equatable {
        var from = ""
        var recipients: [String] = []
        var lines: [String] = []

        /// The values of a header field, folded lines joined.
        func all(_ name: String) -> [String] {
            var values: [String] = []
            var isWanted = false
            for line in lines {
                if line.isEmpty { break }
                if line.hasPrefix(" ") || line.hasPrefix("\t") {
                    if isWanted { values[values.count - 1] += line }
                } else {
                    isWanted = line.lowercased().hasPrefix(name.lowercased() + ":")
                    if isWanted { values.append(String(line.dropFirst(name.count + 1).drop { $0 == " " })) }
                }
            }
            return values
        }
    }

    let port: Int
    let delivered: AsyncStream<Delivered>
    private let channel: any Channel

    static func open() async throws -> SMTPSink {
        let (delivered, mail) = AsyncStream<Delivered>.makeStream()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Session(mail)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return SMTPSink(port: channel.localAddress?.port ?? 0, delivered: delivered, channel: channel)
    }

    func close() async { try? await channel.close() }

    private final class Session: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let mail: AsyncStream<Delivered>.Continuation
        private var buffer = ByteBuffer()
        private var message = Delivered()
        private var isData = false

        init(_ mail: AsyncStream<Delivered>.Continuation) { self.mail = mail }

        func channelActive(context: ChannelHandlerContext) { say("220 sink.test ESMTP", context) }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            var bytes = unwrapInboundIn(data)
            buffer.writeBuffer(&bytes)
            while let end = buffer.readableBytesView.firstIndex(of: 10) {
                let line = buffer.readBytes(length: end + 1 - buffer.readerIndex) ?? []
                take(String(decoding: line.filter { $0 != 13 && $0 != 10 }, as: UTF8.self), context)
            }
        }

        private func take(_ line: String, _ context: ChannelHandlerContext) {
            if isData { return takeData(line, context) }
            switch line.prefix(4).uppercased() {
            case "MAIL":
                message = Delivered(from: Self.path(line))
                say("250 ok", context)
            case "RCPT":
                message.recipients.append(Self.path(line))
                say("250 ok", context)
            case "DATA":
                isData = true
                say("354 go on", context)
            case "QUIT":
                say("221 bye", context)
                context.close(promise: nil)
            default: say("250 sink.test", context)
            }
        }

        private func takeData(_ line: String, _ context: ChannelHandlerContext) {
            guard line == "." else {
                return message.lines.append(line.hasPrefix(".") ? String(line.dropFirst()) : line)
            }
            isData = false
            mail.yield(message)
            say("250 ok", context)
        }

        private static func path(_ line: String) -> String {
            String(line.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" })
        }

        private func say(_ line: String, _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: line + "\r\n")), promise: nil)
        }
    }
}
