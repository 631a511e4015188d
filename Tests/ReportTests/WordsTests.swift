import Foundation
import Model
import Testing

@testable import Report

struct NumbersTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000"),
        (Int.min, "-9,223,372,036,854,775,808"),
    ])
    func `puts a comma between thousands`(number: Int, text: String) { #expect(Numbers.grouped(number) == text) }

    @Test func `counts one thing and many`() {
        #expect(Numbers.counted(1, "finding") == "1 finding")
        #expect(Numbers.counted(0, "finding") == "0 findings")
        #expect(Numbers.counted(2, "mailbox", plural: "mailboxes") == "2 mailboxes")
    }
    @Test(arguments: [
        (0.0, "0 s"), (0.04, "0 s"), (1.84, "1.8 s"), (3, "3 s"), (9.96, "10 s"), (17, "17 s"), (150, "3 min"),
        (7500, "2 h 5 min"), (7200, "2 h"),
        (400_000, "5 days"), (.infinity, "unknown"), (-1, "unknown"), (.nan, "unknown"), (1e300, "more than a century"),
    ]) func `says how long`(seconds: Double, text: String) { #expect(Numbers.span(seconds) == text) }
}

struct MomentsTests {
    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"), (951_782_400, "2000-02-29T00:00:00Z"), (1_795_256_040.9, "2026-11-21T10:14:00Z"),
        (-1, "1969-12-31T23:59:59Z"),
        (4_107_542_399, "2100-02-28T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
        (-62_135_596_800, "0001-01-01T00:00:00Z"),
        (1e300, "9999-12-31T23:59:59Z"), (-1e300, "0001-01-01T00:00:00Z"),
    ]) func `writes ISO 8601`(seconds: Double, text: String) {
        #expect(Moments.iso(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test func `agrees with Foundation over five hundred years of odd steps`() {
        for step in 0..<20_000 {
            let date = Date(timeIntervalSince1970: -3_000_000_000 + Double(step) * 790_123)
            #expect(Moments.iso(date) == date.formatted(.iso8601))
        }
    }
    @Test(arguments: [
        (10.0, "just now"), (60, "1 minute ago"), (190, "3 minutes ago"), (7200, "2 hours ago"), (100_000, "yesterday"),
        (500_000, "5 days ago"),
        (3_456_000, "12 Oct"), (40_000_000, "15 Aug 2025"), (-259_200, "in 3 days"), (-5, "in a moment"),
    ]) func `says when, as people do`(seconds: Double, text: String) {
        #expect(Moments.relative(Sample.start.addingTimeInterval(-seconds), asOf: Sample.start) == text)
    }
    @Test func `names the year of another year only`() {
        #expect(Moments.day(Sample.october, asOf: Sample.start) == "12 Oct")
        #expect(Moments.day(Sample.october, asOf: Sample.start.addingTimeInterval(86_400 * 60)) == "12 Oct 2026")
    }
}

struct SuggestionTests {
    let known = ["file-public-write", "file-public-read", "mail-rule-forwards", "scan", "check"]
    @Test(arguments: [
        ("file-publc-write", "file-public-write"), ("FILE-PUBLIC-READ", "file-public-read"), ("sacn", "scan"),
        ("chekc", "check"),
        ("mail-rule", "mail-rule-forwards"), ("file-pubilc-wirte", "file-public-write"),
    ]) func `finds what was meant`(word: String, meant: String) {
        #expect(suggestion(for: word, among: known) == meant)
    }

    @Test(arguments: ["", "x", "completely-else", "domain-spf-missing"]) func `keeps silent where nothing is near`(
        word: String
    ) {
        #expect(suggestion(for: word, among: known) == nil)
    }
    @Test func `counts a swap of neighbours as one slip`() {
        #expect(editDistance(Array("ab"), Array("ba")) == 1)
        #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
        #expect(editDistance([], Array("abc")) == 3)
    }
}

struct EvidenceWordsTests {
    @Test(arguments: [
        ("linkType", "link type"), ("hasURL", "has URL"), ("permissionId", "permission id"),
        ("SPFRecord", "SPF record"), ("a_b", "a b"), ("x2y", "x2y"),
    ])
    func `says keys in words`(key: String, words: String) { #expect(EvidenceWords.words(key) == words) }

    @Test func `says values in words, and what is not known`() {
        let words = EvidenceWords.of([
            "b": .none, "a": ["x", "y"], "c": true, "d": .number(1_400), "e": [], "f": .number(0.5),
        ])
        #expect(words.map(\.lines) == [["x", "y"], ["not said"], ["yes"], ["1,400"], ["(none)"], ["0.5"]])
    }

    @Test func `says labels in words, and of a file without one nothing beside those inside of it`() {
        let inner: Evidence = ["label": "l1", "part": "b/plan.docx"]
        let foreign: [Evidence] = [
            ["label": "l2", "tenant": "t2", "part": .none], ["label": "l3", "tenant": "t2", "part": "a.eml"],
        ]
        let words = EvidenceWords.of([
            "labels": [], "innerLabels": .records([inner]), "foreignLabels": .records(foreign),
        ])
        #expect(words.map(\.key) == ["foreignLabels", "innerLabels"])
        #expect(words.map(\.lines) == [["l2 of tenant t2", "l3 of tenant t2, in a.eml"], ["l1, in b/plan.docx"]])
        #expect(EvidenceWords.of(["labels": []]).map(\.lines) == [["(none)"]])
        #expect(EvidenceWords.of(["labels": ["l1"], "innerLabels": .records([inner])]).count == 2)
    }
}

struct FindingIDTests {
    @Test(arguments: [(0, 4), (56, 4), (655, 4), (656, 5), (10_000, 5), (1_000_000, 7)])
    func `is as long as it takes`(count: Int, digits: Int) { #expect(FindingID.digits(among: count) == digits) }
}
