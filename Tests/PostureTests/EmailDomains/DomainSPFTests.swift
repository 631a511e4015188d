import Model
import Testing

@testable import Posture

struct DomainSPFTests {
    func allowsAny(_ txt: [String: [String]], failing: [String: String] = [:]) -> Outcome {
        Check.domainSPFAllowsAny.outcome(for: Contoso.records(txt: txt, failing: failing), in: Contoso.tenant)
    }
    func missing(_ txt: [String: [String]], failing: [String: String] = [:]) -> Outcome {
        Check.domainSPFMissing.outcome(for: Contoso.records(txt: txt, failing: failing), in: Contoso.tenant)
    }
    let filter = "v=spf1 include:spf.example -all"

    @Test(arguments: [
        "v=spf1 all", "V=SPF1 +all", "v=spf1 ip4:0.0.0.0/0 -all", "v=spf1 ip6:::/0 -all",
        "v=spf1 a:x.example ip4:1.2.3.4/0 ~all",
    ])
    func `finds a record that lets everybody in`(record: String) {
        #expect(allowsAny(["contoso.com": [record]]) != .clear)
    }

    @Test(arguments: ["v=spf1 -all", "v=spf1 ~all", "v=spf1 ?all", "v=spf1 ip4:192.0.2.0/24", "v=spf10 +all"])
    func `is clear where nobody unnamed passes`(record: String) {
        #expect(allowsAny(["contoso.com": [record]]) == .clear)
    }
    @Test func `one address family is enough`() throws {
        let evidence = try #require(allowsAny(["contoso.com": ["v=spf1 -ip4:0.0.0.0/0 +all"]]).evidence)
        #expect(evidence["ipv4"] == false && evidence["ipv6"] == true)
    }

    @Test func `tells the way to the record that opens it`() throws {
        let outcome = allowsAny(["contoso.com": [filter], "spf.example": ["v=spf1 +all"]])
        let evidence = try #require(outcome.evidence)
        #expect(evidence["record"] == .text(filter) && evidence["openingTerm"] == "+all")
        #expect(evidence["via"] == ["contoso.com", "spf.example"])
        #expect(
            Check.domainSPFAllowsAny.sentence(evidence)
                == "SPF includes spf.example, which says +all: any server may send")
    }
    @Test func `is clear where the included record is broken, as receivers then pass nothing`() {
        #expect(allowsAny(["contoso.com": [filter], "spf.example": ["v=spf1 +all", "v=spf1 +all"]]) == .clear)
        #expect(allowsAny(["contoso.com": ["v=spf1 +all", "v=spf1 -all"]]) == .clear)
        #expect(allowsAny([:]) == .clear)
    }
    @Test func `is unknown where DNS fails on the way`() throws {
        let why = try #require(allowsAny(["contoso.com": [filter]], failing: ["spf.example": "SERVFAIL"]).reason)
        #expect(why.contains("SERVFAIL") && why.contains("spf.example"))
        #expect(allowsAny([:], failing: ["contoso.com": "SERVFAIL"]).reason != nil)
    }

    @Test func `missing: is found without a record, and with other texts only`() {
        #expect(missing([:]) == .found(["note": "no record", "records": []]))
        #expect(
            missing(["contoso.com": ["MS=ms123", "v=spf10 -all"]]) == .found(["note": "no record", "records": []]))
    }
    @Test func `missing: several records are as good as none`() {
        let records = ["v=spf1 -all", "V=SPF1 ~all"]
        #expect(missing(["contoso.com": records]) == .found(["note": "multiple records", "records": .list(records)]))
        #expect(
            Check.domainSPFMissing.sentence(["records": .list(records)])
                == "2 SPF records: receivers accept none of them")
    }
    @Test func `missing: is clear with one record, whatever it says or includes`() {
        #expect(missing(["contoso.com": ["MS=ms123", "v=spf1 +all"]]) == .clear)
        #expect(missing(["contoso.com": ["v=spf1 nonsense:"]]) == .clear)
        #expect(missing(["contoso.com": [filter]], failing: ["spf.example": "SERVFAIL"]) == .clear)
    }
    @Test(arguments: ["SERVFAIL", "REFUSED", "timed out"]) func `missing: is unknown where DNS fails`(reason: String)
        throws
    {
        let why = try #require(missing([:], failing: ["contoso.com": reason]).reason)
        #expect(why.contains(reason))
    }
    @Test func `is unknown, not missing, where DNS was not asked`() {
        #expect(Check.domainSPFMissing.outcome(for: DomainRecords(id: "contoso.com"), in: Contoso.tenant).reason != nil)
    }
}
