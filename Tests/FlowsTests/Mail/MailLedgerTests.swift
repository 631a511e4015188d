import Foundation
import Model
import Store
import Synchronization
import Testing

@testable import Flows

struct MailLedgerTests {
    private func record(_ id: String) -> MailRecord {
        MailRecord(
            KeptVerdict(
                door: "milter", queueID: id, messageID: "<\(id)@x>", received: Date(timeIntervalSince1970: 0),
                sender: "a@x", recipients: [], subject: nil, verdict: Verdict(disposition: .none)), .inbound,
            with: ["a@x"])
    }

    /// A ledger on a database that is locked as long as a test says, and takes some records never.
    private func ledger(
        _ limits: MailLedger.Limits = .init(), locked: Held<Bool>, refusing: Set<String> = [],
        _ notices: Held<[String]>,
        _ written: Held<[[String]]>
    ) -> MailLedger {
        var limits = limits
        limits.pause = .milliseconds(1)
        return MailLedger(limits: limits, clock: ContinuousClock()) { records in
            let ids = records.compactMap(\.verdict.queueID)
            if locked.value { throw StoreError.locked(path: "reeve.sqlite") }
            if ids.contains(where: refusing.contains) { throw StoreError.failed(what: "run", why: "it is odd") }
            written.change { $0.append(ids) }
        } notice: { notice in
            notices.change { $0.append("\(notice)") }
        }
    }

    @Test func `a record is written before the door goes on`() async {
        let (notices, written) = (Held<[String]>([]), Held<[[String]]>([]))
        let ledger = ledger(locked: Held(false), notices, written)
        await ledger.keep(record("A"))
        await ledger.keep(record("B"))
        #expect(written.value == [["A"], ["B"]])
        #expect(notices.value.isEmpty)
    }

    @Test func `while the database is locked records wait, and then all are written in their order`() async {
        let (locked, notices, written) = (Held(true), Held<[String]>([]), Held<[[String]]>([]))
        let ledger = ledger(locked: locked, notices, written)
        for id in ["A", "B", "C"] { await ledger.keep(record(id)) }
        #expect(await ledger.count == 3)
        #expect(notices.value.count == 1)
        #expect(notices.value.first?.contains("reeve.sqlite is locked by another process") == true)
        locked.change { $0 = false }
        while await ledger.count > 0 { await Task.yield() }
        #expect(written.value.flatMap(\.self) == ["A", "B", "C"])
        while notices.value.count < 2 { await Task.yield() }
        #expect(notices.value.last == "the verdicts that waited are recorded")
    }

    @Test func `a record that waits too long is lost, and the log names it`() async {
        var limits = MailLedger.Limits()
        limits.longest = .zero
        let (notices, written) = (Held<[String]>([]), Held<[[String]]>([]))
        let ledger = ledger(limits, locked: Held(true), notices, written)
        await ledger.keep(record("A"))
        #expect(await ledger.count == 0)
        #expect(
            notices.value.last?.hasPrefix(
                "a verdict was given but is not on record: queue id A, message id <A@x>, NONE, milter") == true)
    }

    @Test func `of too many the oldest is lost`() async {
        var limits = MailLedger.Limits()
        limits.most = 2
        let (locked, notices, written) = (Held(true), Held<[String]>([]), Held<[[String]]>([]))
        let ledger = ledger(limits, locked: locked, notices, written)
        for id in ["A", "B", "C"] { await ledger.keep(record(id)) }
        #expect(await ledger.count == 2)
        #expect(notices.value.contains { $0.contains("queue id A,") })
        locked.change { $0 = false }
        await ledger.finish()
        #expect(written.value.flatMap(\.self) == ["B", "C"])
    }

    @Test func `a record that no database takes does not hold up the others`() async {
        let (locked, notices, written) = (Held(true), Held<[String]>([]), Held<[[String]]>([]))
        let ledger = ledger(locked: locked, refusing: ["B"], notices, written)
        for id in ["A", "B", "C"] { await ledger.keep(record(id)) }
        locked.change { $0 = false }
        while await ledger.count > 1 { await Task.yield() }
        #expect(written.value.flatMap(\.self) == ["A", "C"])
        await ledger.finish()
        #expect(notices.value.last?.contains("queue id B,") == true)
    }

    @Test func `a door waits no longer than its patience`() async {
        var limits = MailLedger.Limits()
        limits.patience = .zero
        let gate = AsyncStream<Void>.makeStream()
        let ledger = MailLedger(limits: limits, clock: ContinuousClock()) { _ in
            for await _ in gate.stream { return }
        } notice: { _ in
        }
        await ledger.keep(record("A"))
        #expect(await ledger.count == 1)
        gate.continuation.finish()
        await ledger.finish()
        #expect(await ledger.count == 0)
    }
}

/// A value that several tasks may see and change.
final class Held<Value: Sendable>: Sendable {
    private let held: Mutex<Value>
    init(_ value: Value) { held = Mutex(value) }
    var value: Value { held.withLock { $0 } }
    func change(_ body: (inout Value) -> Void) { held.withLock { body(&$0) } }
}
