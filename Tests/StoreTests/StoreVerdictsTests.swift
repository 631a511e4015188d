import Foundation
import Model
import Testing

@testable import Store

struct StoreVerdictsTests {
    let store: Store
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { store = try Store(.memory, key: SecretKey()) }

    let verdict = Verdict(
        disposition: .malicious, attributes: ["BEC"],
        reason: "Protected Name Adele Vance should not appear as a.vance@gmail.example",
        matched: .init(id: "u1", name: "Adele Vance", reasons: ["direct"]),
        reasons: [
            .init(
                signal: "display-name-exact", field: "From", value: "Adele Vance", entry: "u1", weight: 0.8,
                text: "her name")
        ], clearedBy: ["add the address"], notEvaluated: ["spf"])

    func kept(
        _ queue: String?, at seconds: Double = 0, message: String? = "<1@x>",
        to recipients: [String] = ["bo@contoso.example"],
        door: String = "milter", _ verdict: Verdict? = nil
    ) -> KeptVerdict {
        KeptVerdict(
            door: door, queueID: queue, messageID: message, received: now.addingTimeInterval(seconds),
            sender: "a.vance@gmail.example", recipients: recipients, subject: "Urgent", verdict: verdict ?? self.verdict
        )
    }

    @Test func `comes back as it was kept`() throws {
        try store.record(kept("Q1"))
        #expect(try store.verdicts(queueID: "Q1") == [kept("Q1")])
        #expect(try store.verdicts(queueID: "Q2").isEmpty)
    }

    @Test func `the newest stand first, page by page`() throws {
        for number in 0..<7 { try store.record(kept("Q\(number)", at: Double(number / 2))) }
        var found: [String] = []
        var position: VerdictPosition?
        while true {
            let page = try store.verdicts(after: position, limit: 2)
            guard let last = page.last else { break }
            found += page.compactMap(\.queueID)
            position = VerdictPosition(last)
        }
        #expect(found == ["Q6", "Q5", "Q4", "Q3", "Q2", "Q1", "Q0"])
    }

    @Test func `one message handed in twice at one door is kept once`() throws {
        try store.record(kept("Q1"))
        try store.record(kept("Q1", at: 5))
        try store.record(kept("Q1", door: "http"))
        #expect(try store.verdicts().count == 2)
    }

    @Test func `different mails under one message id are kept beside each other`() throws {
        func kept(_ sender: String, _ subject: String) -> KeptVerdict {
            KeptVerdict(
                door: "http", queueID: nil, messageID: "<1@x>", received: now, sender: sender, recipients: [],
                subject: subject, verdict: verdict)
        }
        let mails = [kept("a@x.example", "One"), kept("b@x.example", "One"), kept("a@x.example", "Two")]
        for mail in mails + mails { try store.record(mail) }
        #expect(try store.verdicts().count == 3)
        #expect(Set(mails.map(\.id)).count == 3)
    }

    @Test func `verdicts kept under a key of earlier times are found and forgotten by it`() async throws {
        try store.record(kept(nil))
        let key = "message <1@x> bo@contoso.example"
        let id = KeptVerdict.id(integration: 0, door: "milter", mailKey: key)
        try await store.database.write {
            try $0.execute("UPDATE mail_verdict SET mail_key = $1, id = $2", [.text(key), .text(id)])
            try $0.execute("UPDATE mail_recipient SET mail_key = $1", [.text(key)])
        }
        let found = try #require(try store.verdicts().first)
        #expect(found.id == id && found.mailKey == key)
        #expect(try store.verdict(id: id) == found)
        #expect(try store.verdicts(after: VerdictPosition(found)).isEmpty)
        #expect(try await store.forgetVerdicts(before: now.addingTimeInterval(1)) == 1)
    }

    @Test func `a milder verdict on the same message does not wipe out the graver one`() throws {
        try store.record(kept("Q1", at: 5, Verdict(disposition: .none)))
        try store.record(kept("Q1"))
        try store.record(kept("Q1", at: 6, Verdict(disposition: .none)))
        #expect(try store.verdicts().map(\.verdict.disposition) == [.malicious])
    }

    @Test func `a queue id that is used again for another message is another verdict`() throws {
        try store.record(kept("Q1", message: "<1@x>"))
        try store.record(kept("Q1", message: "<2@x>", Verdict(disposition: .none)))
        #expect(try store.verdicts(queueID: "Q1").count == 2)
    }

    @Test func `without a queue id the message id and the recipient tell messages apart`() throws {
        try store.record(kept(nil))
        try store.record(kept(nil, to: ["BO@contoso.example"]))
        try store.record(kept(nil, to: ["cy@contoso.example"]))
        try store.record(kept("", message: "<2@x>"))
        #expect(try store.verdicts().count == 3)
    }

    @Test func `a list can be of some dispositions only`() throws {
        try store.record(kept("Q1"))
        try store.record(kept("Q2", Verdict(disposition: .none)))
        try store.record(kept("Q3", Verdict(disposition: .spoof)))
        let position = VerdictPosition(kept("Q9", at: 1))
        #expect(try store.verdicts([.malicious, .spoof], after: position).compactMap(\.queueID) == ["Q3", "Q1"])
    }
}

struct StoreCorrespondenceTests {
    let store: Store
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws { store = try Store(.memory, key: SecretKey()) }

    @Test func `nothing exchanged is zeros and no first day`() throws {
        #expect(try store.mailHistory(with: "a@x.example", at: now) == Envelope.History(inbound: 0, outbound: 0))
    }

    @Test func `counts each way, whatever the letter case, and dates the first`() throws {
        let day = 86_400.0
        try store.countMail(.inbound, with: "Ana@X.example", at: now)
        try store.countMail(.inbound, with: "ana@x.example", at: now.addingTimeInterval(-2 * day))
        try store.countMail(.outbound, with: "ana@x.example.", at: now.addingTimeInterval(day))
        let history = try store.mailHistory(with: "ANA@x.example", at: now.addingTimeInterval(day))
        #expect(history == Envelope.History(inbound: 2, outbound: 1, firstSeenDays: 3))
        #expect(try store.mailHistory(with: "bo@x.example", at: now).inbound == 0)
        #expect(try store.mailHistory(with: "ana@x.example", of: 7, at: now).inbound == 0)
    }
}
