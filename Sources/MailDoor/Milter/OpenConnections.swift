import NIOCore
import Synchronization

/// The connections that are served now. Each runs in a task of its own from the moment it is accepted, and none is cancelled:
/// a write of a cancelled task fails, and a message that is being judged shall get its answer.
final class OpenConnections: Sendable {
    private struct State {
        var open: [Int: MilterConnection] = [:]
        var count = 0
        var isEnding = false
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func serve(_ connection: MilterConnection) {
        let (id, isEnding) = state.withLock { state in
            state.count += 1
            state.open[state.count] = connection
            return (state.count, state.isEnding)
        }
        Task {
            await connection.serve()
            remove(id)
        }
        if isEnding { connection.end() }
    }

    /// Ends what is at rest now, and the others after the message that they are at.
    func end() {
        let open = state.withLock { state in
            state.isEnding = true
            return state.open.values.map { $0 }
        }
        for connection in open { connection.end() }
    }

    /// Returns when the last connection is closed.
    func drained() async {
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if !state.open.isEmpty { state.waiting = continuation }
                return state.open.isEmpty
            }
            if isEmpty { continuation.resume() }
        }
    }

    private func remove(_ id: Int) {
        let waiting = state.withLock { state -> CheckedContinuation<Void, Never>? in
            state.open[id] = nil
            guard state.open.isEmpty else { return nil }
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }
}

/// Accepts no further connection while as many are open as may be: the rest waits in the system's queue, where the MTA sees it waiting.
/// Wants a server channel that accepts one connection a read.
final class AcceptPacing: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let limit: Int
    private let full: @Sendable () -> Void
    private var open = 0
    private var isReadWaiting = false

    init(limit: Int, full: @escaping @Sendable () -> Void) {
        self.limit = max(1, limit)
        self.full = full
    }

    func read(context: ChannelHandlerContext) {
        guard open >= limit else { return context.read() }
        if !isReadWaiting { full() }
        isReadWaiting = true
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        open += 1
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        unwrapInboundIn(data).closeFuture.hop(to: context.eventLoop).whenComplete { _ in
            let (pacing, context) = bound.value
            pacing.closed(context)
        }
        context.fireChannelRead(data)
    }

    private func closed(_ context: ChannelHandlerContext) {
        open -= 1
        guard isReadWaiting, open < limit else { return }
        isReadWaiting = false
        context.read()
    }
}
