import Testing

@testable import Mail

struct DMARCRecordTests {
    private func record(_ text: String) throws -> DMARCRecord { try #require(DMARCRecord(text)) }

    @Test(arguments: [
        "v=DMARC1", "v=DMARC1;", "v=DMARC1; p=none", "V = DMARC1 ;p=none", "v=DMARC1 ; p=reject", "v=DMARC1;;;p=none;",
    ]) func `is told by its version`(text: String) {
        #expect(DMARCRecord(text) != nil)
    }

    @Test(arguments: [
        "", "v=dmarc1; p=none", "v=DMARC2; p=none", "v=DMARC1p=none", "v=DMARC1 p=none", "p=none; v=DMARC1",
        " v=DMARC1; p=none",
        "v=DMARC10; p=none", "v=spf1 -all", ";v=DMARC1", "v=; p=none", "DMARC1; p=reject",
    ]) func `is not told by anything else`(text: String) {
        #expect(DMARCRecord(text) == nil)
    }

    @Test func `reads every tag`() throws {
        let record = try record(
            """
            v=DMARC1; p=Reject; sp=quarantine; np=none; t=y; psd=n; pct=25; adkim=s; aspf=s; fo=1:d; rf=afrf; ri=3600; \
            rua=mailto:a@contoso.com!10m, https://r.example/x; ruf=mailto:f@contoso.com; new=thing
            """)
        #expect(record.p == .policy(.reject))
        #expect(record.sp == .policy(.quarantine))
        #expect(record.np == .policy(.none))
        #expect(record.isTesting)
        #expect(record.publicSuffix == .no)
        #expect(record.pct == 25)
        #expect(record.dkimAlignment == .strict)
        #expect(record.spfAlignment == .strict)
        #expect(record.aggregateReports == ["mailto:a@contoso.com", "https://r.example/x"])
        #expect(record.failureReports == ["mailto:f@contoso.com"])
        #expect(record.faults.isEmpty)
    }

    @Test func `has the RFC's defaults`() throws {
        let record = try record("v=DMARC1;p=quarantine")
        #expect(!record.isTesting)
        #expect(record.pct == nil)
        #expect(record.publicSuffix == .unsaid)
        #expect(record.dkimAlignment == .relaxed)
        #expect(record.policy == .quarantine)
        #expect(record.subdomainPolicy == .quarantine)
        #expect(record.nonexistentPolicy == .quarantine)
    }

    @Test(arguments: [
        ("p=reject; sp=none", DMARCRecord.Policy.reject, DMARCRecord.Policy.none, DMARCRecord.Policy.none),
        ("p=reject; np=none", .reject, .reject, .none),
        ("p=none; sp=quarantine; np=reject", .none, .quarantine, .reject),
        ("sp=reject; rua=mailto:a@b.example", .none, .none, .none),
        ("p=rejected; rua=mailto:a@b.example", .none, .none, .none),
        ("p=", .none, .none, .none),
        ("p=reject; sp=most; rua=mailto:a@b.example", .none, .none, .none),
        ("p=reject; np=most", .none, .none, .none),
        ("adkim=s; aspf=s; p=QUARANTINE", .quarantine, .quarantine, .quarantine),
        ("p=reject; p=none", .reject, .reject, .reject),
    ])
    func `policies follow from p, sp and np`(
        tags: String, domain: DMARCRecord.Policy, subdomain: DMARCRecord.Policy, nonexistent: DMARCRecord.Policy
    ) throws {
        let record = try record("v=DMARC1; " + tags)
        #expect(record.policy == domain)
        #expect(record.subdomainPolicy == subdomain)
        #expect(record.nonexistentPolicy == nonexistent)
    }

    @Test(
        arguments: [
            ("pct=50", 50), ("pct=0", 0), ("pct=100", 100), ("pct=101", nil), ("pct=-1", nil), ("pct=half", nil),
            ("pct=5%", nil),
            ("pct=", nil), ("pct=0050", nil), ("pct=٥", nil), ("PCT = 7 ", 7),
        ] as [(String, Int?)])
    func `pct is a number of 0 to 100 or nothing`(tag: String, pct: Int?) throws {
        let record = try record("v=DMARC1; p=reject; \(tag)")
        #expect(record.pct == pct)
        #expect(record.policy == .reject)
        #expect(record.faults.isEmpty == (pct != nil))
    }

    @Test(arguments: [
        ("v=DMARC1; sp=none", "p is missing"), ("v=DMARC1; p=rejct", "p=rejct is no policy"),
        ("v=DMARC1; p=reject; sp=no", "sp=no is no policy"),
        ("v=DMARC1; p=none; p=reject", "p is given twice; the first counts"),
        ("v=DMARC1; p=none; t=1", "t=1 is not valid and ignored"), ("v=DMARC1; p=none; rua", "\"rua\" is no tag"),
        ("v=DMARC1; p=none; pct=many", "pct=many is not valid and ignored"),
    ])
    func `faults are named`(text: String, fault: String) throws {
        #expect(try record(text).faults == [fault])
    }

    @Test func `only valid report addresses are kept`() throws {
        let record = try record(
            "v=DMARC1; p=none; rua=a@contoso.com, mailto:, mailto:b@contoso.com!, 1:x,, mailto:c d@e.example")
        #expect(record.aggregateReports == ["mailto:b@contoso.com"])
    }

    @Test func `policies are ordered by strength`() {
        #expect(DMARCRecord.Policy.allCases == DMARCRecord.Policy.allCases.sorted())
    }
}
