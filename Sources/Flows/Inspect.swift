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
    private let ledger: MailLedger?

    /// For the people and domains of a store.
    /// - Parameters:
    ///   - resolve: the DNS, for SPF where the client's address is known; nil leaves SPF to others.
    ///   - limit: how long SPF may take; what takes longer is a `temperror`.
    ///   - ledger: how verdicts are kept.
    ///   - notice: hears what becomes of verdicts that cannot be kept. The verdicts stand all the same.
    public init(
        store: Store, options: MailOptions, resolve: Resolve? = nil, limit: Duration = .seconds(3),
        ledger: MailLedger.Limits = .init(), clock: any Clock<Duration> = ContinuousClock(),
        now: @escaping @Sendable () -> Date = { Date() },
        notice: @escaping @Sendable (MailLedger.Notice) -> Void = { _ in }
    ) {
        let current = CurrentRoster(store: store, options: options, now: now)
        self.init(
            roster: { try await current() }, store: store, resolve: resolve,
            senderPolicy: SenderPolicyLookup(limit: limit, clock: clock),
            ledger: MailLedger(limits: ledger, clock: clock, write: { try await store.record($0) }, notice: notice))
    }

    /// For people and domains that do not change; nothing is looked up or kept.
    public init(_ roster: Roster, resolve: Resolve? = nil) {
        self.init(
            roster: { roster }, store: nil, resolve: resolve, senderPolicy: SenderPolicyLookup(), ledger: nil)
    }

    private init(
        roster: @escaping @Sendable () async throws -> Roster, store: Store?, resolve: Resolve?,
        senderPolicy: SenderPolicyLookup, ledger: MailLedger?
    ) {
        self.roster = roster
        self.store = store
        self.resolve = resolve
        self.senderPolicy = senderPolicy
        self.ledger = ledger
    }

    /// Judges a message and, where there is a store and the message came in by a door, keeps the verdict and counts the message for the
    /// history of whom it came from or went to.
    /// - Parameter bytes: a message, or its header block.
    /// - Throws: why the people cannot be read. There is no verdict then, and none may be made up.
    public func verdict(of bytes: [UInt8], in envelope: Envelope, door: Door) async throws -> Verdict {
        let inspected = try await judged(bytes, in: envelope, door: door)
        if door != .stored { await ledger?.keep(MailRecord(inspected)) }
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
        // Whoever is signed in writes from wherever they are.
        if envelope.spf == nil, !envelope.isSubmission, let resolve {
            envelope.spf = await senderPolicy.result(for: envelope, resolve: resolve)
        }
        let verdict = judge(message, in: envelope, for: roster.company, door: door)
        return Inspected(message: message, envelope: envelope, door: door, verdict: verdict, roster: roster)
    }

    /// Keeps a verdict as `verdict(of:in:door:)` does, for a door that answers first.
    /// - Parameter bytes: the message, or its header block, as it was judged.
    public func keep(_ verdict: Verdict, on bytes: [UInt8], in envelope: Envelope, door: Door) async throws {
        guard let ledger else { return }
        let inspected = Inspected(
            message: Message(bytes), envelope: envelope, door: door, verdict: verdict, roster: try await roster())
        await ledger.keep(MailRecord(inspected))
    }

    /// Writes what still waits to be written, as far as that is possible now. To be called at the end.
    public func finish() async { await ledger?.finish() }

    /// How many verdicts wait to be written.
    public var recordsWaiting: Int { get async { await ledger?.count ?? 0 } }

    /// Whom messages are compared with at the moment.
    public func people() async throws -> Roster { try await roster() }
}

extension KeptVerdict {
    init(_ inspected: Inspected) {
        self.init(
            door: inspected.door.rawValue, queueID: inspected.envelope.queueID, messageID: inspected.message.messageID,
            received: inspected.envelope.received, sender: inspected.from, recipients: inspected.envelope.recipients,
            subject: inspected.message.subject, verdict: inspected.verdict, basis: VerdictBasis(inspected))
    }
}
