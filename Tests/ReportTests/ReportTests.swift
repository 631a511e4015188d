import Foundation
import Model
import Testing

@testable import Report

struct ScanReportTests {
    private func report(
        _ style: Style = .plain, worst: [Instance] = [Sample.payroll], _ change: (inout ScanSummary) -> Void = { _ in }
    ) -> String {
        scanReport(Sample.summary(change), worst: worst, style: style, index: Sample.index)
    }

    @Test func `says in words that nothing was found, together with what was not read`() {
        let text = report(worst: []) { ($0.activeBySeverity, $0.activeByCheck) = ([:], [:]) }
        #expect(
            text.contains(
                "Nothing was found in what was read. 20 parts were not read: these are not \"fine\", they are unknown.")
        )
        #expect(!text.contains("WORST FIRST") && text.hasSuffix("Next: reeve doctor contoso\n"))
    }
    @Test func `says that all was read only where all was read`() {
        #expect(
            report { $0.coverage = [.init(.users, .ok, subjects: 42)] }.contains(
                "56 findings. Everything that was asked for was read."))
        #expect(!report { $0.coverage = [] }.contains("Everything"))
        let one = report { $0.coverage = [.init(.users, .throttled, subjects: 1)] }
        #expect(one.contains("1 part was not read: this is not \"fine\", it is unknown."))
    }
    @Test func `ends with what to do next`() {
        #expect(report().split(separator: "\n").last?.hasPrefix("Next: reeve finding list --severity critical") == true)
        let own = scanReport(
            Sample.summary, worst: [], style: .plain, index: Sample.index,
            next: ["reeve serve, then http://localhost:8080"])
        #expect(own.hasSuffix("\nNext: reeve serve, then http://localhost:8080\n"))
    }
    @Test func `draws bars on a terminal only, a cell an instance while there is room`() {
        #expect(!report().contains("█"))
        let terminal = Style(palette: .none, width: 100, drawsBars: true)
        #expect(report(terminal).contains("  critical   2   ██\n"))
        let crowded = report(terminal) { $0.activeBySeverity = [.critical: 1, .low: 100_000] }
        #expect(crowded.contains("  critical        1   █\n"))
    }
    @Test(arguments: [40, 60, 80, 100]) func `stays within the width`(width: Int) {
        var long = Sample.payroll
        long.resource.name = String(repeating: "very long name ", count: 20)
        long.resource.location = String(repeating: "語", count: 50)
        let text = scanReport(
            Sample.summary, worst: [long, Sample.domain], style: Style(width: width, drawsBars: true),
            index: Sample.index)
        let table = text.components(separatedBy: "WORST FIRST")[1].components(separatedBy: "COVERAGE")[0]
        #expect(table.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= max(width, 78) })
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
    }
    @Test func `says the remedy under an instance, whole where there is room for 100 columns`() {
        let text = report(worst: [Sample.payroll, Sample.domain])
        #expect(text.contains("\n          fix: remove the link, or share with named people "))
        let longest = String(repeating: "x", count: 58)
        let index = CheckIndex([Sample.withRemedy(longest)])
        let whole = scanReport(Sample.summary, worst: [Sample.payroll], style: .plain, index: index)
        #expect(whole.contains("fix: \(longest)  ") && !whole.contains("…"))
    }
    @Test func `shows as much of the id as tells instances apart`() {
        #expect(report().contains("reeve finding show 7c1e\n"))
        #expect(report { $0.activeBySeverity = [.critical: 10_000] }.contains("reeve finding show 7c1e2\n"))
    }
}

struct CoverageTableTests {
    @Test func `says of labels that they come from the preview list, and of other readings nothing`() {
        let coverage: [CoverageCount] = [
            .init(.sensitivityLabels, .ok, subjects: 4, detail: "preview list (beta)"),
            .init(.fileContents, .ok, subjects: 2, detail: "a remark on files"), .init(.users, .ok, subjects: 3),
        ]
        let lines = coverageTable(coverage, style: .plain).split(separator: "\n")
        #expect(lines.contains { $0.hasPrefix("sensitivity labels") && $0.hasSuffix("preview list (beta)") })
        #expect(!lines.contains { $0.contains("a remark") })
        #expect(coverageTable(coverage, scope: .gapsOnly, style: .plain).isEmpty)
    }

    @Test func `adds throttled to failed and gives the largest gap first`() {
        let rows = CoverageRow.rows(
            [
                .init(.driveItems, .throttled, subjects: 2, detail: "429"),
                .init(.driveItems, .error, subjects: 5, detail: "500"), .init(.driveItems, .ok, subjects: 9),
            ],
            index: Sample.index)
        #expect(rows.map(\.failed) == [7] && rows[0].reasons == ["5 drives: 500", "2 drives: 429"])
    }
    @Test func `names the permission where a refusal says nothing, and the checks that have no answer`() {
        let count = CoverageCount(.domains, .denied, subjects: 1)
        #expect(CoverageWords.reason(count, in: Sample.index) == "needs Domain.Read.All: 1 check has no answer")
    }
    @Test(arguments: [
        (Collector.messageRules, "1 mailbox"), (.calendars, "1 mailbox"), (.authenticationMethods, "1 user"),
        (.driveItems, "1 drive"), (.itemPermissions, "1 item"), (.dns, "1 domain"),
    ])
    func `counts a subject instead of showing its id`(collector: Collector, words: String) {
        let ids = [
            "1d5f2c84-0a37-4b9e-9c1e-6f2b8a7d3e90", "b!V2lkZ2V0-cm9hZA_7", "01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K",
            "b!V2lkZ2V0/01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K", "A1B2C3D4E5F60718!105",
            "contoso.sharepoint.example,1D5F2C84-0A37-4B9E-9C1E-6F2B8A7D3E90", "",
        ]
        for id in ids {
            let count = CoverageCount(collector, .denied, subjects: 1, detail: "403 ErrorAccessDenied", example: id)
            #expect(CoverageWords.reason(count, in: Sample.index) == "\(words): 403 ErrorAccessDenied")
        }
    }
    @Test(arguments: [
        (Collector.messageRules, "Megan Bowen", "1 mailbox: 403 (Megan Bowen)"),
        (.driveItems, "OneDrive of Megan Bowen", "1 drive: 403 (OneDrive of Megan Bowen)"),
        (.itemPermissions, "Payroll 2026.xlsx", "1 item: 403 (Payroll 2026.xlsx)"),
        (.dns, "shop.example", "shop.example: 403"),
    ])
    func `names the one subject that has a name`(collector: Collector, name: String, words: String) {
        let count = CoverageCount(collector, .denied, subjects: 1, detail: "403", example: name)
        #expect(CoverageWords.reason(count, in: Sample.index) == words)
    }
    @Test func `names none of several subjects`() {
        let count = CoverageCount(.messageRules, .denied, subjects: 3, detail: "403", example: "Megan Bowen")
        #expect(CoverageWords.reason(count, in: Sample.index) == "3 mailboxes: 403")
    }
    @Test func `keeps every word of a reason in a narrow table`() {
        let reason = "needs Sites.Read.All: 3 checks saw OneDrive and groups only"
        let text = coverageTable(Sample.coverage, style: Style(width: 80), index: Sample.index)
        for word in reason.split(separator: " ") { #expect(text.contains(word)) }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 90 })
    }
    @Test func `is empty where there are no gaps to show`() {
        #expect(coverageTable([.init(.users, .ok, subjects: 1)], scope: .gapsOnly, style: .plain) == "")
    }
}

struct FindingDetailTests {
    private func detail(_ change: (inout Instance) -> Void) -> String {
        var instance = Sample.rule
        change(&instance)
        return findingDetail(instance, history: [], check: Sample.mailRuleForwards, style: .plain, asOf: Sample.start)
    }
    @Test func `says open, hidden or resolved`() {
        #expect(
            detail { _ in }.hasPrefix("mail-rule-forwards · low · open since 21 Nov 2026, seen once, last just now\n"))
        #expect(detail { $0.status = .hidden }.contains("hidden, open since"))
        #expect(
            detail { ($0.status, $0.resolvedAt) = (.resolved, Sample.start) }.contains(
                "resolved 21 Nov 2026, first seen 21 Nov 2026"))
    }
    @Test func `names every piece of evidence`() {
        let text = detail { _ in }
        #expect(text.contains("recipients  alex@gmail.example") && text.contains("rule name   From partner"))
    }
    @Test func `tells what was found in a file in lines of at most a hundred columns`() {
        let many = (1...9).map { "text, line \($0), of a part with a long name" }
        let text = detail { instance in
            instance.evidence = [
                "matches": .records([
                    [
                        "profile": "Financial Information", "entry": "iban",
                        "title": "International bank account number",
                        "count": .number(1_204), "confidence": "high", "places": .list(many),
                        "samples": .list(many.map { _ in "••••••••••••••••••00" }), "hashes": .list(many),
                    ],
                    [
                        "profile": "P", "entry": "own-1", "title": "Letter", "count": .number(1),
                        "confidence": "medium", "likeness": .number(80), "places": [""], "samples": [""],
                    ],
                ]),
                "profiles": ["Financial Information"], "entries": ["iban"], "confidence": "high", "status": "ok",
                "statusDetail": .none, "sharedThrough": .list([String(repeating: "long name ", count: 30)]),
            ]
        }
        #expect(
            text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 100 || $0.contains("https://") })
        #expect(text.contains("International bank account number  1,204  high"))
        #expect(text.contains("••00  text, line 1, of a part") && text.contains("  and 1,195 more"))
        #expect(text.contains("Letter") && text.contains("medium, 80% of a document"))
        #expect(!text.contains("not said") && !text.contains("hashes") && !text.contains("entries"))
    }

    @Test func `leaves what was found in the letters it has`() {
        let text = findingDetail(
            Sample.domain, history: [], check: Sample.spfAllowsAny, style: .plain, asOf: Sample.start)
        #expect(text.contains("SPF ends in +all") && !text.contains("sPF"))
    }
    @Test func `lists are empty in words`() {
        #expect(findingList([], style: .plain, asOf: Sample.start).hasPrefix("No finding matches."))
        let names = ["contoso", "a", "b", "c"]
        #expect(
            findingList([], unscanned: names, style: .plain, asOf: Sample.start)
                == "Not known: no scan of contoso, a, b and 1 more has ended yet.\nNext: reeve scan contoso\n")
        #expect(checkList([], style: .plain).hasPrefix("No check matches."))
    }
}
