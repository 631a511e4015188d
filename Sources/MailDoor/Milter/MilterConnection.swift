import Model
import NIOCore
import Synchronization

/// Serves one connection of an MTA from the first byte to the last.
struct MilterConnection: Sendable {
    private let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    private let server: MilterServer
    private let rest = Rest()

    init(_ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>, of server: MilterServer) {
        self.channel = channel
        self.server = server
    }

    /// Whether a message is being judged, and whether the end was asked for meanwhile.
    private final class Rest: Sendable {
        private let state = Mutex((isJudging: false, isEnding: false))

        /// - Returns: whether the connection is at rest and may be closed at once.
        func end() -> Bool {
            state.withLock {
                $0.isEnding = true
                return !$0.isJudging
            }
        }

        /// - Returns: whether the connection is to go on.
        func set(judging: Bool) -> Bool {
            state.withLock {
                $0.isJudging = judging
                return !$0.isEnding
            }
        }
    }

    /// Returns when the connection is closed.
    func serve() async {
        do { try await channel.executeThenClose { await noting(converse, $0, $1) } } catch {
            server.notice(.broken("\(error)"))
        }
    }

    /// What ends a conversation is in the log before the peer sees the connection closed.
    private func noting(
        _ conversation: (
            NIOAsyncChannelInboundStream<ByteBuffer>, NIOAsyncChannelOutboundWriter<ByteBuffer>
        ) async throws -> Void,
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async {
        do { try await conversation(inbound, outbound) } catch let fault as MilterFault {
            server.notice(.fault(fault))
        } catch {
            server.notice(.broken("\(error)"))
        }
    }

    /// Closes the connection, at once where it is at rest, else when the message that is being judged has its answer.
    func end() {
        if rest.end() { channel.channel.close(promise: nil) }
    }

    private func converse(
        _ inbound: NIOAsyncChannelInboundStream<ByteBuffer>, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        var session = MilterSession(wanting: server.policy.wantedActions, ownNames: server.policy.ownNames)
        var packets = MilterPackets()
        for try await bytes in inbound {
            packets.append(bytes)
            while let packet = try packets.next() {
                switch try session.take(packet) {
                case .wait: continue
                case .close: return
                case .send(let reply):
                    noteLimits(reply)
                    try await outbound.write([reply])
                case .judge(let message):
                    guard rest.set(judging: true) else { return }
                    try await answer(message, session, outbound)
                    guard rest.set(judging: false) else { return }
                }
            }
        }
    }

    private func answer(
        _ message: IncomingMessage, _ session: MilterSession, _ outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) async throws {
        guard let options = session.options else { return }
        let envelope = envelope(of: message, session)
        let (verdict, failure) = await judge(message, envelope)
        let answer = MilterAnswer(
            to: message, verdict: verdict, policy: server.policy, options: options, queueID: envelope.queueID)
        if message.isCut { server.notice(.headerCut(queueID: envelope.queueID)) }
        try await outbound.write(answer.replies)
        await server.judged(
            JudgedMessage(
                envelope: envelope, header: message.header, verdict: verdict, failure: failure, outcome: answer.outcome)
        )
    }

    private func envelope(of message: IncomingMessage, _ session: MilterSession) -> Envelope {
        Envelope(
            clientAddress: session.clientAddress, helo: session.helo, mailFrom: message.mailFrom.withoutBrackets,
            recipients: message.recipients.map(\.withoutBrackets), authenticatedUser: session.macro("auth_authen"),
            queueID: session.macro("i"), received: server.now())
    }

    private func judge(
        _ message: IncomingMessage, _ envelope: Envelope
    ) async -> (Verdict?, JudgedMessage.Failure?) {
        // Refused whatever a judge says.
        guard !message.isFlooded else { return (nil, nil) }
        let header = message.header + [13, 10]
        let judge = server.judge
        let result = await TimeLimit(limit: server.limits.judging, clock: server.clock).run {
            try await judge(envelope, header)
        }
        let failure: JudgedMessage.Failure
        switch result {
        case .finished(let verdict?): return (verdict, nil)
        case .finished(nil), .failed: failure = .unavailable
        case .tooLate: failure = .timeLimit
        }
        server.notice(.notJudged(queueID: envelope.queueID, failure))
        return (nil, failure)
    }

    private func noteLimits(_ reply: MilterReply) {
        guard case .negotiated(let options) = reply else { return }
        if !options.actions.contains(server.policy.wantedActions) { server.notice(.limitedPeer) }
    }
}

extension NIOAsyncChannelOutboundWriter<ByteBuffer> {
    /// All in one write: one packet on the network, one wake-up of the MTA.
    fileprivate func write(_ replies: [MilterReply]) async throws {
        var buffer = ByteBuffer()
        for reply in replies { reply.write(to: &buffer) }
        try await write(buffer)
    }
}
