import Foundation
import Model
import NIOCore
import NIOPosix
import Synchronization

/// The Postfix and Sendmail filter: takes mail over the milter protocol, has it judged, and asks the MTA for what the policy says.
public final class MilterServer: Sendable {
    /// Judges a message by its envelope and header block. Nil, or a throw: it cannot say.
    public typealias Judge = @Sendable (Envelope, [UInt8]) async throws -> Verdict?

    /// How much of everything.
    public struct Limits: Sendable {
        /// How long judging one message may take.
        public var judging: Duration
        /// Connections served at a time; an MTA keeps one for each SMTP connection.
        public var connections: Int
        /// Silence after which a connection is closed; Postfix and Sendmail keep theirs for as long as an SMTP session lasts.
        public var silence: Duration

        public init(judging: Duration = .seconds(5), connections: Int = 1000, silence: Duration = .seconds(7210)) {
            self.judging = judging
            self.connections = connections
            self.silence = silence
        }
    }

    /// Another server answers at the socket's path.
    public struct AddressTaken: Error, CustomStringConvertible {
        public let path: String
        public var description: String { "another server listens on \(path)" }
    }

    let policy: MilterPolicy
    let judge: Judge
    let judged: @Sendable (JudgedMessage) async -> Void
    let notice: @Sendable (MilterNotice) -> Void
    let limits: Limits
    let clock: any Clock<Duration>
    let now: @Sendable () -> Date
    private let listen: MilterAddress
    private let bound = Mutex<MilterAddress?>(nil)

    /// - Parameters:
    ///   - judged: hears of each message once its answer is sent; the connection takes the next one when it returns.
    ///   - notice: hears what belongs into the log.
    ///   - clock: measures the time limit of judging.
    ///   - now: when a message came in.
    public init(
        listen: MilterAddress, policy: MilterPolicy, limits: Limits = Limits(),
        clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date = { Date() },
        judge: @escaping Judge, judged: @escaping @Sendable (JudgedMessage) async -> Void = { _ in },
        notice: @escaping @Sendable (MilterNotice) -> Void = { _ in }
    ) {
        self.listen = listen
        self.policy = policy
        self.limits = limits
        self.clock = clock
        self.now = now
        self.judge = judge
        self.judged = judged
        self.notice = notice
    }

    /// Where it listens, with the port that was taken; nil while it does not run.
    public var boundAddress: MilterAddress? { bound.withLock { $0 } }

    /// Serves until the task is cancelled. Messages that are being judged then still get their answer; connections that are at rest,
    /// or in the middle of a message, are closed, and the MTA does what it does when a filter is gone.
    /// - Parameter ready: called once, when connections are accepted.
    /// - Throws: an error of the system when the address cannot be listened on.
    public func run(ready: @Sendable (MilterAddress) -> Void = { _ in }) async throws {
        let open = OpenConnections()
        let channel = try await bind(open)
        let address = Self.address(of: channel, as: listen)
        bound.withLock { $0 = address }
        defer { forget() }
        ready(address)
        await withTaskCancellationHandler {
            // Closed is closed, however it came to it.
            try? await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
        open.end()
        await open.drained()
    }

    private func forget() {
        bound.withLock { $0 = nil }
        if case .unix(let path, _) = listen { unlink(path) }
    }

    private func bind(_ open: OpenConnections) async throws -> any Channel {
        let base = bootstrap(open)
        switch listen {
        case .tcp(let host, let port):
            return
                try await base
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                // Answers are small and waited for: Nagle's algorithm would hold each back for the peer's delayed acknowledgement.
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelOption(.socketOption(.so_keepalive), value: 1)
                .bind(host: host, port: port).get()
        case .unix(let path, let mode):
            try await Self.refuseLiveSocket(path)
            let channel = try await base.bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
            guard chmod(path, mode_t(mode)) == 0 else {
                let error = IOError(errnoCode: errno, reason: "chmod \(path)")
                try? await channel.close()
                throw error
            }
            return channel
        }
    }

    private func bootstrap(_ open: OpenConnections) -> ServerBootstrap {
        let (limits, notice) = (limits, notice)
        return ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .serverChannelOption(.maxMessagesPerRead, value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pacing = AcceptPacing(limit: limits.connections) {
                        notice(.full(connections: limits.connections))
                    }
                    try channel.pipeline.syncOperations.addHandler(pacing)
                }
            }
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let silence = IdleStateHandler(readTimeout: TimeAmount(limits.silence))
                    try channel.pipeline.syncOperations.addHandler(silence)
                    try channel.pipeline.syncOperations.addHandler(SilenceEnds())
                    if channel.localAddress?.protocol != .unix {
                        try channel.pipeline.syncOperations.addHandler(AcknowledgesAtOnce())
                    }
                    open.serve(MilterConnection(try NIOAsyncChannel(wrappingChannelSynchronously: channel), of: self))
                }
            }
    }

    /// A socket file that a dead process left is in the way; one that answers belongs to somebody.
    private static func refuseLiveSocket(_ path: String) async throws {
        let bootstrap = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        guard let channel = try? await bootstrap.connect(unixDomainSocketPath: path).get() else { return }
        try? await channel.close()
        throw AddressTaken(path: path)
    }

    private static func address(of channel: any Channel, as wished: MilterAddress) -> MilterAddress {
        guard case .tcp(let host, let port) = wished else { return wished }
        return .tcp(host: channel.localAddress?.ipAddress ?? host, port: channel.localAddress?.port ?? port)
    }
}

/// Closes a connection over which nothing came for too long.
private final class SilenceEnds: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent { return context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }
}

/// Acknowledges what came without waiting for an answer to send it with. The steps before the end of a message are not answered, and
/// Postfix sends them in two writes: Nagle's algorithm on its side would hold the second one for the 40 ms of a delayed acknowledgement.
private final class AcknowledgesAtOnce: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelReadComplete(context: ChannelHandlerContext) {
        #if os(Linux)
            // Holds for what has come so far, so it is asked for again each time. Refused, it costs time and nothing else.
            let option = ChannelOptions.Types.SocketOption(
                level: .tcp, name: NIOBSDSocket.Option(rawValue: CInt(TCP_QUICKACK)))
            try? context.channel.syncOptions?.setOption(option, value: 1)
        #endif
        context.fireChannelReadComplete()
    }
}
