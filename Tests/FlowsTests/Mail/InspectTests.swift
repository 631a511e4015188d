import BEC
import Foundation
import Model
import Store
import Synchronization
import Testing

@testable import Flows

/// Judging through the doors.
struct InspectTests {
    static let attack = Array(
        "From: Patti Fernandez <patti.fernandez@gmail.example>\r\nSubject: wire\r\nMessage-ID: <1@x>\r\n\r\n".utf8)

    private func envelope(_ change: (inout Envelope) -> Void = { _ in }) -> Envelope {
        var envelope = Envelope(
            mailFrom: "patti.fernandez@gmail.example", recipients: ["lee@contoso.example"],
            received: Date(timeIntervalSince1970: 1_800_000_000))
        change(&envelope)
        return envelope
    }

    private func protecting(_ fixture: ProtectFixture) throws {
        _ = try fixture.protect.add(.user("u-patti"))
        _ = try fixture.protect.add(.user("u-adele"))
    }

    private func inspect(
        _ fixture: ProtectFixture, options: MailOptions = MailOptions(), resolve: Resolve? = nil, at clock: Wall? = nil
    ) -> Inspect {
        let clock = clock ?? Wall(fixture.now)
        // A busy machine may take more than the second that a door waits.
        var limits = MailLedger.Limits()
        limits.patience = .seconds(600)
        return Inspect(
            store: fixture.store, options: options, resolve: resolve, ledger: limits, now: { clock.now })
    }

    @Test func `every door gives the same verdict but for what it cannot know`() async throws {
        let fixture = try await ProtectFixture()
        try protecting(fixture)
        let inspect = inspect(fixture)
        let envelope = envelope { $0.history = .init(inbound: 0, outbound: 0) }
        let stored = try await inspect.verdict(of: Self.attack, in: envelope, door: .stored)
        #expect(stored.reason == "Protected Name Patti Fernandez should not appear as patti.fernandez@gmail.example")
        #expect(stored.matched?.id == "u-patti")
        for door in Door.allCases {
            var verdict = try await inspect.verdict(of: Self.attack, in: envelope, door: door)
            verdict.notEvaluated = stored.notEvaluated
            #expect(verdict == stored, "\(door)")
        }
    }

    @Test func `keeps the verdicts of doors that receive mail, and none of stored mail`() async throws {
        let fixture = try await ProtectFixture()
        try protecting(fixture)
        let inspect = inspect(fixture)
        _ = try await inspect.verdict(of: Self.attack, in: envelope(), door: .stored)
        #expect(try fixture.store.verdicts().isEmpty)
        let verdict = try await inspect.verdict(of: Self.attack, in: envelope { $0.queueID = "Q1" }, door: .http)
        let kept = try fixture.store.verdicts(queueID: "Q1")
        #expect(kept.map(\.verdict) == [verdict])
        #expect(kept.first?.sender == "Patti Fernandez <patti.fernandez@gmail.example>")
        #expect(kept.first?.messageID == "<1@x>")
        #expect(kept.first?.subject == "wire")
    }

    @Test func `sees a changed list within a second, and not in between`() async throws {
        let fixture = try await ProtectFixture()
        let clock = Wall(fixture.now)
        let inspect = inspect(fixture, at: clock)
        #expect(try await inspect.verdict(of: Self.attack, in: envelope(), door: .stored).disposition == .none)
        try protecting(fixture)
        #expect(try await inspect.verdict(of: Self.attack, in: envelope(), door: .stored).disposition == .none)
        clock.advance(by: 1)
        #expect(try await inspect.verdict(of: Self.attack, in: envelope(), door: .stored).matched?.id == "u-patti")
    }

    @Test func `an entry that has ended counts no more`() async throws {
        let fixture = try await ProtectFixture()
        let clock = Wall(fixture.now)
        try protecting(fixture)
        let inspect = inspect(fixture, at: clock)
        #expect(try await inspect.people().company.protectedCount == 2)
        let key = Protection.Key(integration: fixture.directory.id, kind: .user, id: "u-patti")
        try fixture.store.changeProtections {
            try $0.keep(
                Protection.Reason(
                    "direct", by: "cli:ana", at: fixture.now, expires: fixture.now.addingTimeInterval(60)), of: key)
        }
        let before = try fixture.store.mailMark(at: fixture.now)
        clock.advance(by: 61)
        #expect(try fixture.store.mailMark(at: clock.now) != before)
        #expect(try await inspect.people().company.protectedCount == 1)
    }

    @Test func `asks SPF where the client is known`() async throws {
        let fixture = try await ProtectFixture()
        try protecting(fixture)
        let questions = Mutex<[String]>([])
        let inspect = inspect(fixture) { question in
            questions.withLock { $0.append(question.name) }
            return DNSAnswer(question, question.type == .txt ? .records(["v=spf1 ip4:192.0.2.0/24 -all"]) : .absent)
        }
        let unknown = try await inspect.judged(Self.attack, in: envelope(), door: .milter)
        #expect(unknown.envelope.spf == nil)
        #expect(unknown.verdict.notEvaluated.contains("spf"))
        let known = try await inspect.judged(
            Self.attack, in: envelope { $0.clientAddress = "192.0.2.7" }, door: .milter)
        #expect(known.envelope.spf == "pass")
        #expect(!known.verdict.notEvaluated.contains("spf"))
        let foreign = try await inspect.judged(
            Self.attack, in: envelope { $0.clientAddress = "198.51.100.7" }, door: .milter)
        #expect(foreign.envelope.spf == "fail")
        #expect(Set(questions.withLock(\.self)) == ["gmail.example"])
    }

    @Test func `a DNS that does not answer costs SPF, not the verdict`() async throws {
        let fixture = try await ProtectFixture()
        try protecting(fixture)
        let inspect = Inspect(
            store: fixture.store, options: MailOptions(),
            resolve: { question in
                try? await Task.sleep(for: .seconds(3_600))
                return DNSAnswer(question, .absent)
            }, limit: .milliseconds(1), now: { fixture.now })
        let judged = try await inspect.judged(
            Self.attack, in: envelope { $0.clientAddress = "192.0.2.7" }, door: .milter)
        #expect(judged.envelope.spf == "temperror")
        #expect(judged.verdict.matched?.id == "u-patti")
    }

    @Test func `history is unknown until mail is counted, and then what was counted`() async throws {
        let fixture = try await ProtectFixture()
        try protecting(fixture)
        let inspect = inspect(fixture)
        let first = try await inspect.judged(Self.attack, in: envelope(), door: .milter)
        #expect(first.envelope.history == nil)
        try await inspect.keep(first.verdict, on: Self.attack, in: first.envelope, door: .milter)
        let second = try await inspect.judged(Self.attack, in: envelope(), door: .stored)
        #expect(second.envelope.history == Envelope.History(inbound: 1, outbound: 0, firstSeenDays: 0))
    }

    @Test func `an answer of a person counts, one of a machine does not, and none to an own address`() async throws {
        let fixture = try await ProtectFixture()
        try await fixture.keep(domain("contoso.example"))
        let inspect = inspect(fixture)
        let out = envelope {
            $0.mailFrom = "lee@contoso.example"
            $0.authenticatedUser = "lee"
            $0.recipients = ["stranger@far.example", "adele@contoso.example"]
        }
        let answers: [(String, Int)] = [
            ("Auto-Submitted: auto-replied\r\n", 0), ("Precedence: bulk\r\n", 0),
            ("List-Id: <l.contoso.example>\r\n", 0), ("", 1),
        ]
        for (field, count) in answers {
            let bytes = Array("From: Lee Gu <lee@contoso.example>\r\n\(field)\r\n".utf8)
            try await inspect.keep(Verdict(disposition: .none), on: bytes, in: out, door: .milter)
            #expect(
                try fixture.store.mailHistory(with: "stranger@far.example", at: fixture.now).outbound == count,
                "\(field)")
        }
        #expect(try fixture.store.mailHistory(with: "adele@contoso.example", at: fixture.now).outbound == 0)
    }

    @Test(arguments: [Door.http, .rspamd, .milter])
    func `every door that receives mail counts it for the history, a message handed in twice once`(door: Door)
        async throws
    {
        let fixture = try await ProtectFixture()
        try await fixture.keep(domain("contoso.example"))
        let inspect = inspect(fixture)
        for _ in 0..<2 { _ = try await inspect.verdict(of: Self.attack, in: envelope(), door: door) }
        let answer = Array("From: Lee Gu <lee@contoso.example>\r\nMessage-ID: <2@x>\r\n\r\n".utf8)
        let out = envelope {
            $0.mailFrom = "lee@contoso.example"
            $0.authenticatedUser = "lee"
            $0.recipients = ["patti.fernandez@gmail.example"]
        }
        _ = try await inspect.verdict(of: answer, in: out, door: door)
        #expect(
            try fixture.store.mailHistory(with: "patti.fernandez@gmail.example", at: fixture.now)
                == Envelope.History(inbound: 1, outbound: 1, firstSeenDays: 0))
    }

    @Test func `who is signed in to the mail server writes as an own address, and is not asked for SPF`() async throws {
        let fixture = try await ProtectFixture()
        try await fixture.keep(domain("contoso.example"))
        try protecting(fixture)
        let questions = Mutex(0)
        let inspect = inspect(fixture) { question in
            questions.withLock { $0 += 1 }
            return DNSAnswer(question, question.type == .txt ? .records(["v=spf1 -all"]) : .absent)
        }
        let letter = Array("From: Patti Fernandez <patti@contoso.example>\r\n\r\n".utf8)
        var from = envelope {
            $0.mailFrom = "patti@contoso.example"
            $0.clientAddress = "198.51.100.7"
        }
        #expect(try await inspect.judged(letter, in: from, door: .milter).verdict.disposition != .none)
        let asked = questions.withLock(\.self)
        from.authenticatedUser = "patti"
        let judged = try await inspect.judged(letter, in: from, door: .milter)
        #expect(judged.verdict.disposition == .none)
        #expect(questions.withLock(\.self) == asked)
        // Being signed in proves nothing of other people's domains.
        #expect(try await inspect.judged(Self.attack, in: from, door: .milter).verdict.matched?.id == "u-patti")
    }

    @Test func `of several senders the one least known gives the history`() async throws {
        let fixture = try await ProtectFixture()
        for _ in 0..<3 {
            try fixture.store.countMail(.inbound, with: "friend@far.example", at: fixture.now)
            try fixture.store.countMail(.outbound, with: "friend@far.example", at: fixture.now)
        }
        let inspect = inspect(fixture)
        let one = Array("From: Friend <friend@far.example>\r\n\r\n".utf8)
        #expect(try await inspect.judged(one, in: envelope(), door: .http).envelope.history?.outbound == 3)
        let two = Array("From: Friend <friend@far.example>, Other <other@far.example>\r\n\r\n".utf8)
        #expect(try await inspect.judged(two, in: envelope(), door: .http).envelope.history?.outbound == 0)
    }

    @Test func `a policy of the settings goes before the verdict`() async throws {
        let fixture = try await ProtectFixture()
        try protecting(fixture)
        var options = MailOptions()
        options.blocked = [SenderOption(regex: "patti.*@gmail\\.example")]
        let blocked = try await inspect(fixture, options: options).verdict(
            of: Self.attack, in: envelope(), door: .stored)
        #expect(blocked.disposition == .malicious)
        #expect(blocked.attributes.contains("CUSTOM_BLOCK_LIST"))
    }

    private func domain(_ name: String) -> Domain {
        var domain = Domain(id: name)
        domain.isVerified = true
        return domain
    }
}

/// A clock that a test moves.
final class Wall: Sendable {
    private let moment: Mutex<Date>
    init(_ start: Date) { moment = Mutex(start) }
    var now: Date { moment.withLock(\.self) }
    func advance(by seconds: Double) { moment.withLock { $0 += seconds } }
}
