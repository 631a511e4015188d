import Foundation
import Model
import Store
import Testing

@testable import Flows

struct PruneMailTests {
    private let store: Store
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let day: TimeInterval = 86_400

    init() throws { store = try Store(.memory, key: SecretKey()) }

    private func keep(_ count: Int, daysAgo: Double) async throws {
        let moment = now.addingTimeInterval(-daysAgo * day)
        let records = (0..<count).map { number in
            MailRecord(
                KeptVerdict(
                    door: "http", queueID: "Q\(daysAgo)-\(number)", messageID: nil, received: moment,
                    sender: "a@x.example",
                    recipients: ["bo@contoso.example"], subject: nil, verdict: Verdict(disposition: .none)), .inbound,
                with: ["a\(daysAgo)@x.example"])
        }
        try await store.record(records)
    }

    private func prune(_ verdicts: String, _ correspondence: String) async throws -> PruneMail.Outcome {
        let periods = try [verdicts, correspondence].map { try #require(RetentionPeriod($0)) }
        return try await PruneMail(store: store, verdicts: periods[0], correspondence: periods[1], batch: 3).run(
            at: now)
    }

    @Test func `what is older goes, batch by batch, and what is younger stays`() async throws {
        try await keep(7, daysAgo: 91)
        try await keep(2, daysAgo: 89)
        #expect(try await prune("90 days", "90 days") == PruneMail.Outcome(verdicts: 7, addresses: 1))
        #expect(try store.verdicts().count == 2)
        #expect(try store.mailHistory(with: "a91.0@x.example", at: now).inbound == 0)
        #expect(try store.mailHistory(with: "a89.0@x.example", at: now).inbound == 2)
        #expect(try await prune("90 days", "90 days") == PruneMail.Outcome())
    }

    @Test func `for ever keeps everything`() async throws {
        try await keep(1, daysAgo: 4000)
        #expect(try await prune("forever", "forever") == PruneMail.Outcome())
        #expect(try await prune("forever", "10 years") == PruneMail.Outcome(verdicts: 0, addresses: 1))
    }

    @Test(arguments: [("1 day", 1), ("90 days", 90), ("12 weeks", 84), ("2 years", 730), ("3 Months", 90)])
    func `reads periods as people write them`(text: String, days: Int) {
        #expect(RetentionPeriod(text) == RetentionPeriod(days: days))
    }

    @Test(arguments: ["", "90", "0 days", "-1 days", "days", "1.5 years", "90 hours", "for ever", "90 days ago"])
    func `refuses what is no period`(text: String) { #expect(RetentionPeriod(text) == nil) }
}
