import Flows
import Foundation
import HummingbirdTesting
import Model
import Posture
import Report
import Testing

@testable import Store
@testable import Web

struct BalanceSheetTests {
    private func line(_ collector: Collector, _ state: CoverageState, example: String?) -> CoverageCount {
        CoverageCount(collector, state, subjects: 1, example: example)
    }

    @Test func `labels that come from the preview list say so beside what was read`() {
        let rows = BalanceSheet([.init(.sensitivityLabels, .ok, subjects: 4, detail: "preview list (beta)")]).rows
        #expect(rows.first?.values(CheckIndex.standard)["why"] as? String == "preview list (beta)")
        #expect(rows.first?.unread == 0)
    }

    @Test func `coverage counts checks as the list of findings does`() {
        let balance =
            Collector.allCases.map { line($0, .ok, example: "a") } + [
                line(.calendars, .error, example: "b"), line(.dns, .error, example: "b"),
            ]
        // Of that domain the SPF record alone was not read: the checks of DMARC rest on all there is.
        let doubts = [
            DoubtCount(check: "user-disabled", reason: "unknown", entities: 2),
            DoubtCount(check: "domain-spf-missing", reason: "no answer", entities: 1),
        ]
        let words = BalanceSheet(balance).more(CheckIndex.standard, doubts)
        let all = CheckIndex.standard.checks
        let partly = all.count {
            $0.collectors.contains(.calendars) || ["user-disabled", "domain-spf-missing"].contains($0.id)
        }
        #expect(all.contains { $0.collectors.contains(.calendars) })
        #expect(words.contains("\(all.count - partly) checks rest on complete reading, \(partly) on a part of it."))
    }

    @Test func `a limited integration is told what helps, and not what cannot`() {
        let balance = [line(.messageRules, .denied, example: "a"), line(.sensitivityLabels, .denied, example: nil)]
        for row in BalanceSheet(balance, isLimited: true).rows {
            let help = row.values(CheckIndex.standard)["help"] as? String
            #expect(help?.contains("permissions of the app itself") == true)
        }
        let help = BalanceSheet(balance).rows.map { $0.values(CheckIndex.standard)["help"] as? String }
        #expect(help.allSatisfy { $0?.contains("of the app itself") == false })
    }

    @Test func `says of files when they are read again, by what stood in the way`() {
        func help(_ standings: ContentStanding...) -> String? {
            let balance = standings.map {
                CoverageCount(.fileContents, $0.coverage, subjects: 1, example: "a.docx", standing: $0)
            }
            return BalanceSheet(balance).rows.first?.values(CheckIndex.standard)["help"] as? String
        }
        let unreadable = "What could not be read, or not whole, is read again once it changes, or by a full scan."
        let limited = "What a limit kept out is read once the limit is raised."
        let refused = "What was not handed over is asked for again after 20 hours, or once it changes."
        for standing in [ContentStanding.encrypted, .partial, .error] { #expect(help(standing) == unreadable) }
        for standing in [ContentStanding.tooLarge, .limit] { #expect(help(standing) == "\(unreadable) \(limited)") }
        #expect(help(.failed) == refused && help(.gone) == refused && help(.denied) == refused)
        #expect(help(.waiting) == "What no scan came to yet, the next one reads.")
        #expect(help(.ok, .failed, .encrypted) == "\(refused) \(unreadable)")
        #expect(help(.ok, .kind) == "")
    }

    @Test func `what is kept of a scan says on its page when files are read again`() async throws {
        let fixture = try await PeopleFixture()
        let (store, id) = (fixture.base.store, fixture.integration.id)
        let standings: [(String, ContentStanding)] = [
            ("ok.docx", .ok), ("refused.docx", .denied), ("locked.docx", .encrypted), ("huge.zip", .tooLarge),
        ]
        try await store.write(id) { writer in
            try writer.scan(for: "something")
            for (name, standing) in standings {
                let file = ContentCandidate(driveID: "d", id: name, name: name, tag: "t")
                try writer.keep([file], round: 1)
                try writer.settle(file, standing, detail: nil)
            }
        }
        let balance = try CoverageReport(of: id, in: store).counts()
        try await store.write(id) {
            try $0.take(Stock(run: 1, at: WebFixture.start, balance: balance, collectors: [:]))
        }
        #expect(try store.balance(of: id) == balance)
        try await fixture.test(.viewer) { visitor in
            let page = try await visitor.page("/coverage")
            #expect(page.contains("What was not handed over is asked for again after 20 hours, or once it changes."))
            #expect(page.contains("is read again once it changes, or by a full scan."))
            #expect(page.contains("What a limit kept out is read once the limit is raised."))
            #expect(!page.contains("Refused for these alone") && !page.contains("The next scan tries again."))
            #expect(page.contains("/coverage/files/export?integration="))
            for path in ["/coverage/files/export", "/api/v1/coverage/files/export"] {
                let lines = try await visitor.get(path).text.split(whereSeparator: \.isNewline).map(String.init)
                #expect(lines.first == "integration,file,location,url,size,state,detail")
                #expect(
                    lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false)[1] }
                        == ["huge.zip", "locked.docx", "refused.docx"])
                #expect(lines.last?.contains(",denied,") == true)
            }
        }
    }
}
