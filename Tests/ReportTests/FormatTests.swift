import Foundation
import Model
import Testing

@testable import Report

struct JSONTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `has the keys of an instance in their documented order`() throws {
        let line = try Sample.write(.jsonl, [Sample.rule])
        let keys = [
            "check", "title", "category", "severity", "integration", "tenantId", "resource", "subId", "status",
            "firstSeen", "lastSeen", "fingerprint", "evidence",
        ]
        let places = keys.map { key in line.range(of: "\"\(key)\":")?.lowerBound }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(Set(try object(line).keys) == Set(keys))
        #expect(
            line.hasPrefix(
                #"{"check":"mail-rule-forwards","title":"Active Message Rule Forwards Externally","category":"email-forwarding","severity":"low","integration":"contoso""#
            ))
        #expect(
            line.contains(
                #""resource":{"type":"user","id":"87d349ed-44d7-43e1-9a83-5f2406dee5bd","name":"Adele Vance","url":null}"#
            ))
        #expect(line.contains(#""evidence":{"recipients":["alex@gmail.example"],"ruleName":"From partner"}"#))
    }
    @Test func `keeps every character of a hostile name, escaped`() throws {
        let name =
            try #require(try object(Sample.write(.jsonl, [Sample.hostile]))["resource"] as? [String: Any])["name"]
            as? String
        #expect(name == Sample.hostile.resource.name)
    }
    @Test func `reads back whatever it writes`() throws {
        for value in UInt32(0)..<0x30000 {
            guard let scalar = Unicode.Scalar(value), value % 7 == 0 || value < 0x3000 else { continue }
            let text = OrderedJSON.object([("k", .text("a\(scalar)b"))]).compact
            #expect(try object(text)["k"] as? String == "a\(scalar)b", "U+\(String(value, radix: 16))")
        }
    }
    @Test func `is one object with summary, coverage and instances`() throws {
        let all = try object(try Sample.write(.json))
        #expect(Set(all.keys) == ["summary", "coverage", "instances"])
        let summary = try #require(all["summary"] as? [String: Any])
        #expect(summary["bySeverity"] as? [String: Int] == ["critical": 2, "high": 5, "medium": 11, "low": 38])
        #expect(summary["byCheck"] as? [String: Int] == Sample.summary.activeByCheck)
        #expect(summary["notRead"] as? Int == 20)
        #expect((all["instances"] as? [Any])?.count == 4)
        let coverage = try #require(all["coverage"] as? [[String: Any]])
        let denied = try #require(
            coverage.first { $0["collector"] as? String == "messageRules" && $0["state"] as? String == "denied" })
        #expect(denied["subjects"] as? Int == 1 && denied["detail"] as? String == "403 ErrorAccessDenied")
        #expect(denied["checks"] as? [String] == ["mail-rule-forwards"])
    }
    @Test func `adds up the integrations of one run and keeps each apart`() throws {
        let other = Sample.summary {
            ($0.integration, $0.activeBySeverity, $0.activeByCheck) = ("fabrikam", [.low: 1], ["mail-rule-forwards": 1])
        }
        let summary = try #require(
            try object(try Sample.write(.json, [], [Sample.summary, other]))["summary"] as? [String: Any])
        #expect(summary["active"] as? Int == 57)
        #expect((summary["byCheck"] as? [String: Int])?["mail-rule-forwards"] == 50)
        #expect((summary["integrations"] as? [[String: Any]])?.map { $0["active"] as? Int } == [56, 1])
    }
    @Test func `is whole without instances, and without a scan`() throws {
        #expect((try object(try Sample.write(.json, []))["instances"] as? [Any])?.isEmpty == true)
        #expect(Set(try object(try Sample.write(.json, [Sample.rule], [])).keys) == ["instances"])
        #expect(try Sample.write(.jsonl, []) == "")
    }
    @Test func `says null and the id where the catalogue lost a check`() throws {
        var old = Sample.rule
        old.check = "gone"
        let line = try object(try Sample.write(.jsonl, [old]))
        #expect(line["title"] as? String == "gone" && line["category"] is NSNull)
    }
}

struct CSVTests {
    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1+1", "＠x", "\n@x"])
    func `keeps a spreadsheet from running a name`(name: String) {
        let field = CSV.field(name).trimmingCharacters(in: ["\""])
        #expect(field.hasPrefix("'"))
        #expect(CSV.field("a=1+1@x") == "a=1+1@x", "only the beginning counts")
    }
    @Test(arguments: ["", "a", "7", "a b", "user@contoso.example", "part 1: x-y", "a=b"])
    func `leaves as it is what needs nothing`(text: String) {
        #expect(CSV.field(text) == text)
    }
    @Test(arguments: [" a", "a ", "a,b", "a\"b", " "]) func `quotes blanks at the ends, commas and quotes`(text: String)
    {
        #expect(CSV.field(text) == "\"" + text.replacing("\"", with: "\"\"") + "\"")
    }
    @Test func `quotes as RFC 4180 says`() {
        #expect(CSV.record(["a", "b,c", "say \"hi\"", "", "x\ny"]) == "a,\"b,c\",\"say \"\"hi\"\"\",,x⏎y\r\n")
        #expect(CSV.field("a,\"\u{301}b") == "\"a,\"\"\u{301}b\"", "a quote with a combining mark is doubled too")
    }
    @Test(arguments: [
        ("two\nlines", "\"two\nlines\""), ("a\r\nb", "\"a\r\nb\""), ("=1+1", "'=1+1"), (" @x", "' @x"), ("'=1", "''=1"),
        ("'' +1", "''' +1"), ("'quoted'", "'quoted'"), ("a\tb", "a\tb"), ("a\u{1B}[2J", "a␛[2J"), ("x⏎y", "x⏎y"),
        ("a\u{202E}b", "a\u{202E}b"), ("-1,\"2\"", "\"'-1,\"\"2\"\"\""),
    ]) func `a file that is read again keeps what stands in it`(text: String, field: String) {
        #expect(CSV.exactRecord([text, "b"]) == field + ",b\r\n")
    }
    @Test func `has as many fields in each record as in its header`() throws {
        let records = parse(try Sample.write(.csv))
        #expect(records.count == 5)
        #expect(records.allSatisfy { $0.count == CSVDocument.header.count })
        #expect(records[4][9].hasPrefix("'=HYPERLINK(\"http://x\")"))
        #expect(records[1][14] == "anyone with the link can edit, no expiry")
    }

    /// RFC 4180 §2 read literally, byte by byte.
    private func parse(_ text: String) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        let bytes = Array(text.utf8)
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let next = place + 1 < bytes.count ? bytes[place + 1] : 0
            switch (byte, isQuoted) {
            case (0x22, true) where next == 0x22: field.append(0x22); place += 1
            case (0x22, _): isQuoted.toggle()
            case (0x2C, false): record.append(String(decoding: field, as: UTF8.self)); field = []
            case (0x0D, false):
                record.append(String(decoding: field, as: UTF8.self))
                records.append(record)
                (record, field, place) = ([], [], place + 1)
            default: field.append(byte)
            }
            place += 1
        }
        return records
    }
}

struct OCSFTests {
    private func object(_ change: (inout Instance) -> Void) throws -> [String: Any] {
        var instance = Sample.payroll
        change(&instance)
        let line = try Sample.write(.ocsf, [instance])
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test(arguments: zip(Severity.allCases, [5, 4, 3, 2])) func `has the severity of the schema`(
        severity: Severity, id: Int
    ) throws {
        #expect(try object { $0.severity = severity }["severity_id"] as? Int == id)
    }
    @Test func `creates, updates and closes a finding`() throws {
        let new = try object { $0.timesSeen = 1 }
        #expect(new["activity_id"] as? Int == 1 && new["type_uid"] as? Int == 200_301 && new["status_id"] as? Int == 1)
        let old = try object { $0.timesSeen = 2 }
        #expect(old["activity_id"] as? Int == 2 && old["type_uid"] as? Int == 200_302)
        let hidden = try object { $0.status = .hidden }
        #expect(hidden["status_id"] as? Int == 3)
        let closed = try object { ($0.status, $0.resolvedAt) = (.resolved, Sample.start.addingTimeInterval(60)) }
        #expect(closed["activity_id"] as? Int == 3 && closed["status_id"] as? Int == 4)
        #expect(closed["time"] as? Int == 1_795_256_100_000)
        #expect((closed["compliance"] as? [String: Any])?["status_id"] as? Int == 1)
    }
}

struct SARIFTests {
    private func run(_ instances: [Instance], _ summaries: [ScanSummary] = [Sample.summary]) throws -> [String: Any] {
        let text = try Sample.write(.sarif, instances, summaries)
        let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        return try #require((log["runs"] as? [[String: Any]])?.first)
    }

    @Test func `points each result at its rule`() throws {
        let run = try run(Sample.all)
        let rules = try #require(
            ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]])
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == 4)
        for result in results {
            let place = try #require(result["ruleIndex"] as? Int)
            #expect(rules[place]["id"] as? String == result["ruleId"] as? String)
        }
        #expect(results.map { $0["level"] as? String } == ["error", "error", "note", "note"])
        #expect(
            rules.map { ($0["properties"] as? [String: Any])?["security-severity"] as? String } == [
                "9.5", "8.0", "2.5",
            ])
    }
    @Test func `says what was not read as notifications`() throws {
        let invocations = try #require(try run([])["invocations"] as? [[String: Any]])
        #expect((invocations[0]["toolExecutionNotifications"] as? [Any])?.count == 4)
    }
    @Test func `leaves ruleIndex out where the catalogue lost a check, and never links to a script`() throws {
        var old = Sample.hostile
        old.check = "gone"
        let result = try #require((try run([old])["results"] as? [[String: Any]])?.first)
        #expect(result["ruleIndex"] == nil && result["ruleId"] as? String == "gone")
        let uri =
            (((result["locations"] as? [[String: Any]])?[0]["physicalLocation"] as? [String: Any])?["artifactLocation"]
            as? [String: Any])?["uri"]
        #expect((uri as? String)?.hasPrefix("urn:reeve:") == true)
    }
}

struct HTMLTests {
    @Test func `escapes what a tenant can choose, in text and in attributes`() throws {
        let page = try Sample.write(.html)
        #expect(!page.contains("<script"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(!page.contains("javascript:"))
        #expect(!page.contains("\u{202E}"))
        #expect(page.contains("https://contoso-my.sharepoint.example/personal/megan/Payroll%202026.xlsx"))
    }
    @Test(arguments: ["\"", "'", "<", ">", "&"]) func `escapes a character even where a combining mark follows`(
        character: String
    ) {
        let escaped = ScalarHTML().escapeText(character + "\u{301}")
        #expect(escaped.utf8.starts(with: "&".utf8) && escaped.unicodeScalars.dropFirst().contains(";"))
        #expect(escaped.utf8.count > character.utf8.count + 2)
    }
    @Test func `escapes so inside every section of a page, attributes too`() throws {
        var odd = Sample.rule
        odd.check = "\"\u{301} onclick="
        let page = try Sample.write(.html, [odd])
        #expect(page.contains("id=\"check-&quot;\u{301} onclick=\""))
        #expect(!zip(page.unicodeScalars, page.unicodeScalars.dropFirst()).contains { $0 == "\"" && $1 == "\u{301}" })
    }
    @Test(arguments: [
        ("https://a.example/x?y=1", true), ("http://a.example", true), ("javascript:alert(1)", false),
        ("JAVASCRIPT:alert(1)", false),
        ("data:text/html,x", false), ("//a.example", false), ("https://user:pw@a.example", false),
        ("https://a.example/\u{202E}x", false),
        ("", false), ("https://", false), (" https://a.example", false), ("file:///etc/passwd", false),
    ]) func `links to the web only`(address: String, isLinked: Bool) {
        #expect((WebAddress(address) != nil) == isLinked)
    }

    @Test func `needs nothing but itself`() throws {
        let page = try Sample.write(.html)
        #expect(
            !page.contains("src=") && !page.contains("@import") && !page.contains("url(") && !page.contains("<link"))
    }
    @Test func `gathers instances of one check in one section and anchors each check once`() throws {
        let page = try Sample.write(.html, [Sample.rule, Sample.rule, Sample.domain, Sample.rule])
        #expect(page.components(separatedBy: "id=\"check-mail-rule-forwards\"").count == 2)
        #expect(page.components(separatedBy: "<section").count == page.components(separatedBy: "</section>").count)
        #expect(page.components(separatedBy: "<table class=\"tbl inst\">").count == 4)
    }
    @Test func `says in words that nothing was found and what was not read`() throws {
        let empty = Sample.summary { ($0.activeBySeverity, $0.activeByCheck) = ([:], [:]) }
        let page = try Sample.write(.html, [], [empty])
        #expect(page.contains("Nothing was found in what was read.") && page.contains("20 parts were not read"))
    }
}

struct MaskedValueTests {
    @Test(arguments: [
        ("", ""), ("1", "•"), ("1234", "••••"), ("12345", "•••45"), ("abcdE", "•••dE"), ("abcd-", "•••••"),
        ("ab ce", "•••ce"),
        ("4111 1111 1111 1111 9", String(repeating: "•", count: 18)),
        ("46-34-18é", "•••••••8é"), ("中文姓名字", "•••名字"), ("\r\n\r\n\r\n\r\n\r\n", "•••••"),
    ]) func `shows two characters of more than four`(value: String, masked: String) {
        #expect(MaskedValue.of(value) == masked)
    }
}
