import BEC
import Foundation
import Mail
import Model
import Store

/// Judges messages, for every door alike: the same bytes, envelope, configuration and history give the same verdict, wherever a message
/// comes in. What differs is only what a door can know, and that stands in `notEvaluated`.
public struct Inspect: Sendable {
    private let roster: @Sendable () async throws -> Roster
    private let store: Store?
    private let resolve: Resolve?
    private let senderPolicy: SenderPolicyLookup
    private let trouble: @Sendable (any Error) -> Void
    /// Days for which verdicts are kept.
    private let keepDays: Double

    /// For the people and domains of a store.
    /// - Parameters:
    ///   - resolve: the DNS, for SPF where the client's address is known; nil leaves SPF to others.
    ///   - limit: how long SPF may take; what takes longer is a `temperror`.
    ///   - trouble: hears why a verdict could not be kept. The verdict stands all the same.
    public init(
        store: Store, options: MailOptions, resolve: Resolve? = nil, limit: Duration = .seconds(3),
        clock: any Clock<Duration> = ContinuousClock(), now: @escaping @Sendable () -> Date = { Date() },
        trouble: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        let current = CurrentRoster(store: store, options: options, now: now)
        self.init(
            roster: { try await current() }, store: store, resolve: resolve,
            senderPolicy: SenderPolicyLookup(limit: limit, clock: clock), trouble: trouble, keepDays: options.keepDays)
    }

    /// For people and domains that do not change; nothing is looked up or kept.
    public init(_ roster: Roster, resolve: Resolve? = nil) {
        self.init(
            roster: { roster }, store: nil, resolve: resolve, senderPolicy: SenderPolicyLookup(), trouble: { _ in },
            keepDays: 0)
    }

    private init(
        roster: @escaping @Sendable () async throws -> Roster, store: Store?, resolve: Resolve?,
        senderPolicy: SenderPolicyLookup, trouble: @escaping @Sendable (any Error) -> Void, keepDays: Double
    ) {
        self.keepDays = keepDays
        self.roster = roster
        self.store = store
        self.resolve = resolve
        self.senderPolicy = senderPolicy
        self.trouble = trouble
    }

    /// Judges a message and, where there is a store and the message came in by a door, keeps the verdict.
    /// - Parameter bytes: a message, or its header block.
    /// - Throws: why the people cannot be read. There is no verdict then, and none may be made up.
    public func verdict(of bytes: [UInt8], in envelope: Envelope, door: Door) async throws -> Verdict {
        let inspected = try await judged(bytes, in: envelope, door: door)
        if door != .stored { keep(inspected, counted: nil) }
        return inspected.verdict
    }

    /// Judges a message and keeps nothing.
    public func judged(_ bytes: [UInt8], in envelope: Envelope, door: Door) async throws -> Inspected {
        let roster = try await roster()
        let message = Message(bytes)
        var envelope = envelope
        if envelope.history == nil, let store {
            // Without an answer the history is unknown, which is not "none".
            envelope.history = try? Envelope.History(of: message, in: store, at: envelope.received)
        }
        if envelope.spf == nil, let resolve {
            envelope.spf = await senderPolicy.result(for: envelope, resolve: resolve)
        }
        let verdict = judge(message, in: envelope, for: roster.company, door: door)
        return Inspected(message: message, envelope: envelope, door: door, verdict: verdict, roster: roster)
    }

    /// Keeps a verdict, and with a direction counts the message for the history of whom it came from or went to.
    /// - Parameter bytes: the message, or its header block, as it was judged.
    public func keep(
        _ verdict: Verdict, on bytes: [UInt8], in envelope: Envelope, door: Door,
        counted direction: MailDirection? = nil
    ) async {
        guard store != nil else { return }
        do {
            let inspected = Inspected(
                message: Message(bytes), envelope: envelope, door: door, verdict: verdict, roster: try await roster())
            keep(inspected, counted: direction)
        } catch {
            trouble(error)
        }
    }

    /// Whom messages are compared with at the moment.
    public func people() async throws -> Roster { try await roster() }

    private func keep(_ inspected: Inspected, counted direction: MailDirection?) {
        guard let store else { return }
        do {
            let horizon = inspected.envelope.received.addingTimeInterval(-keepDays * 86_400)
            try store.record(KeptVerdict(inspected), forgettingBefore: horizon)
            switch direction {
            case .inbound: try store.countInbound(inspected)
            case .outbound: try store.countOutbound(inspected)
            case nil: break
            }
        } catch {
            trouble(error)
        }
    }
}

extension KeptVerdict {
    init(_ inspected: Inspected) {
        self.init(
            door: inspected.door.rawValue, queueID: inspected.envelope.queueID, messageID: inspected.message.messageID,
            received: inspected.envelope.received, sender: inspected.from, recipients: inspected.envelope.recipients,
            subject: inspected.message.subject, verdict: inspected.verdict, basis: VerdictBasis(inspected))
    }
}
