import Foundation
import Model
import Testing

@testable import Store

struct VerdictFilterTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }
    private var store: Store { fixture.store }

    private func keep(
        _ number: Int, _ disposition: Disposition = .none, door: String = "milter",
        sender: String = "Ana <ana@x.example>", to: [String] = ["bo@contoso.com"]
    ) throws {
        let verdict = Verdict(
            disposition: disposition, matched: .init(id: "u\(number % 2)", name: "N", reasons: []),
            reasons: [.init(signal: "s", field: "From", value: "v", weight: 0.5, text: "t")])
        try store.record(
            KeptVerdict(
                door: door, queueID: "Q\(number)", messageID: "<\(number)@x>",
                received: fixture.now.addingTimeInterval(Double(number)), sender: sender, recipients: to,
                subject: "s\(number)", verdict: verdict))
    }

    private func subjects(_ seek: Seek<VerdictPosition> = .start, _ change: (inout VerdictFilter) -> Void) throws
        -> [String]
    {
        var filter = VerdictFilter()
        change(&filter)
        return try store.verdicts(filter, seek, limit: 3).elements.compactMap(\.subject)
    }

    @Test func `the rarest dispositions are listed together, newest first, and paged both ways`() throws {
        for number in 1...8 { try keep(number, number % 2 == 0 ? .none : number % 3 == 0 ? .spoof : .malicious) }
        var filter = VerdictFilter()
        filter.dispositions = [.malicious, .spoof]
        let first = try store.verdicts(filter, limit: 2)
        #expect(first.elements.map(\.subject) == ["s7", "s5"])
        let last = try #require(first.elements.last)
        let second = try store.verdicts(filter, .after(VerdictPosition(last)), limit: 2)
        #expect(second.elements.map(\.subject) == ["s3", "s1"])
        let back = try store.verdicts(filter, .before(VerdictPosition(try #require(second.elements.first))), limit: 2)
        #expect(back.elements.map(\.subject) == ["s7", "s5"])
        #expect(!back.hasPrevious && back.hasNext && second.hasPrevious && !second.hasNext)
    }

    @Test func `finds by sender, sender's domain, recipient in any case, door, queue id, person and time`() throws {
        try keep(1)
        try keep(2, door: "http", sender: "eve@evil.example", to: ["Cy@Contoso.com", "bo@contoso.com"])
        #expect(try subjects { $0.sender = "EVE@evil.example" } == ["s2"])
        #expect(try subjects { $0.sender = "evil.example" } == ["s2"])
        #expect(try subjects { $0.recipient = "cy@contoso.com" } == ["s2"])
        #expect(try subjects { $0.recipient = "bo@contoso.com" } == ["s2", "s1"])
        #expect(try subjects { $0.recipient = "contoso.com" } == [])
        #expect(try subjects { $0.door = "milter" } == ["s1"])
        #expect(try subjects { $0.queueID = "Q2" } == ["s2"])
        #expect(try subjects { $0.person = "u1" } == ["s1"])
        #expect(try subjects { $0.since = fixture.now.addingTimeInterval(2) } == ["s2"])
        #expect(try subjects { $0.recipientDomains = ["contoso.com"] } == ["s2", "s1"])
        #expect(try subjects { $0.recipientDomains = ["other.com"] } == [])
    }

    @Test func `a verdict is found by its id, also after it was replaced`() throws {
        try keep(1)
        try keep(1, .malicious, to: ["new@contoso.com"])
        let found = try #require(try store.verdicts().first)
        #expect(try store.verdict(id: found.id)?.verdict.disposition == .malicious)
        #expect(try subjects { $0.recipient = "bo@contoso.com" } == [])
        #expect(try subjects { $0.recipient = "new@contoso.com" } == ["s1"])
    }

    @Test func `old verdicts go, so many at a time, with what finds them`() async throws {
        for number in -2...3 { try keep(number) }
        let horizon = fixture.now.addingTimeInterval(2)
        #expect(try await store.forgetVerdicts(before: horizon, atMost: 3) == 3)
        #expect(try await store.forgetVerdicts(before: horizon, atMost: 3) == 1)
        #expect(try await store.forgetVerdicts(before: horizon, atMost: 3) == 0)
        #expect(try subjects { _ in } == ["s3", "s2"])
        #expect(try subjects { $0.recipient = "bo@contoso.com" } == ["s3", "s2"])
    }

    @Test func `what a message was judged by comes back byte for byte`() throws {
        let header: [UInt8] = Array("From: ".utf8) + [0xE9, 0x00, 0xFF]
        let envelope = Envelope(
            clientAddress: "192.0.2.1", mailFrom: "", history: .init(inbound: 1, outbound: 2), received: fixture.now)
        let kept = KeptVerdict(
            door: "http", queueID: nil, messageID: nil, received: fixture.now, sender: "", recipients: [], subject: nil,
            verdict: Verdict(disposition: .none),
            basis: VerdictBasis(header: header, envelope: .init(envelope, isWhole: true)))
        try store.record(kept)
        #expect(try store.verdict(id: kept.id) == kept)
        #expect(try store.verdict(id: kept.id)?.envelope.history == envelope.history)
    }

    @Test func `counts how often somebody's name was used`() throws {
        for number in 1...5 { try keep(number) }
        let counts = try store.detections(of: ["u0", "u1", "u2"], since: fixture.now.addingTimeInterval(2))
        #expect(counts["u0"]?.count == 2)
        #expect(counts["u1"]?.last == fixture.now.addingTimeInterval(5))
        #expect(counts["u2"] == nil)
    }

    @Test(arguments: ["none", "disposition", "door", "sender", "domain", "recipient", "person", "all"])
    func `no list is sorted or read through`(name: String) throws {
        var filter = VerdictFilter()
        if name == "door" || name == "all" { filter.door = "milter" }
        if name == "sender" || name == "all" { filter.sender = "a@b.c" }
        if name == "domain" { filter.sender = "b.c" }
        if name == "recipient" || name == "all" { filter.recipient = "a@b.c" }
        if name == "person" || name == "all" { filter.person = "u" }
        let disposition: Disposition? = name == "disposition" || name == "all" ? .malicious : nil
        let position = VerdictPosition(
            KeptVerdict(
                door: "http", queueID: nil, messageID: "m", received: fixture.now, sender: "", recipients: [],
                subject: nil, verdict: Verdict(disposition: .none)))
        let plan = try fixture.plan(
            Store.verdictStatement(filter, disposition, of: 0, .after(position), limit: 50))
        #expect(!plan.contains { $0.contains("SCAN") || $0.contains("TEMP B-TREE") }, "\(plan)")
        #expect(plan.first?.contains("SEARCH") == true)
    }
}
