import Model
import Testing

@testable import Posture

struct DomainDMARCTests {
    static let checks: [Check] = [
        .domainDMARCMissing, .domainDMARCNotEnforced, .domainDMARCSubdomainsNotEnforced, .domainDMARCPartiallyEnforced,
    ]
    /// The short names of the checks that find something.
    func found(
        _ records: [String], at domain: String = "contoso.com", above: [String] = [], in tenant: Tenant = Contoso.tenant
    ) -> [String] {
        var txt: [String: [String]] = [:]
        if !records.isEmpty { txt["_dmarc.\(domain)"] = records }
        if !above.isEmpty { txt["_dmarc.contoso.com"] = above }
        let entity = Contoso.records(domain, txt: txt)
        return Self.checks.filter { if case .found = $0.outcome(for: entity, in: tenant) { true } else { false } }
            .map { String($0.id.dropFirst("domain-dmarc-".count)) }
    }

    @Test(
        arguments: [
            ([], ["missing"]), (["v=DMARC1; p=reject", "v=DMARC1; p=reject"], ["missing"]),
            (["some text"], ["missing"]),
            (["v=DMARC1; p=none"], ["not-enforced"]), (["v=DMARC1; rua=mailto:a@contoso.com"], ["not-enforced"]),
            (["v=DMARC1; p=monitor; rua=mailto:a@contoso.com"], ["not-enforced"]),
            (["v=DMARC1; p=none; sp=reject"], ["not-enforced"]),
            (["v=DMARC1; p=none; pct=50"], ["not-enforced"]),
            (["v=DMARC1; p=reject; sp=none"], ["subdomains-not-enforced"]),
            (["v=DMARC1; p=quarantine; pct=50"], ["partially-enforced"]),
            (["v=DMARC1; p=reject; t=y"], ["partially-enforced"]),
            (["v=DMARC1; p=reject; pct=0"], ["partially-enforced"]),
            (["v=DMARC1; p=reject; sp=none; pct=1"], ["subdomains-not-enforced", "partially-enforced"]),
            (["v=DMARC1; p=reject"], []), (["v=DMARC1; p=quarantine; pct=100; sp=quarantine"], []),
            (["v=DMARC1; p=reject; pct=half"], []),
            (["v=DMARC1; p=reject; t=n"], []), (["other", "v=DMARC1; p=reject"], []),
        ] as [([String], [String])])
    func `own records`(records: [String], expected: [String]) { #expect(found(records) == expected) }

    @Test(
        arguments: [
            ("v=DMARC1; p=reject", []), ("v=DMARC1; p=none", ["not-enforced"]),
            ("v=DMARC1; p=reject; sp=none", ["not-enforced"]),
            ("v=DMARC1; p=none; sp=reject", []), ("v=DMARC1; p=reject; pct=10", []),
        ] as [(String, [String])])
    func `an inherited record answers for the sub-domain's own mail only`(record: String, expected: [String]) {
        #expect(found([], at: "sales.contoso.com", above: [record]) == expected)
    }
    @Test func `an own record hides the one above`() {
        #expect(found(["v=DMARC1; p=reject"], at: "sales.contoso.com", above: ["v=DMARC1; p=none"]) == [])
    }
    @Test func `literal: sub-domains are reported where the domain is not enforced either`() {
        let literal = Contoso.tenant { $0.dmarcSubdomains = .literal }
        #expect(found(["v=DMARC1; p=none"], in: literal) == ["not-enforced", "subdomains-not-enforced"])
        #expect(found(["v=DMARC1; p=none; sp=reject"], in: literal) == ["not-enforced"])
    }

    @Test(arguments: checks) func `is unknown where DNS fails`(check: Check) throws {
        let records = Contoso.records(txt: [:], failing: ["_dmarc.contoso.com": "SERVFAIL"])
        let why = try #require(check.outcome(for: records, in: Contoso.tenant).reason)
        #expect(why.contains("SERVFAIL"))
        #expect(check.outcome(for: DomainRecords(id: "contoso.com"), in: Contoso.tenant).reason != nil)
    }

    @Test func `tells what stands in the record`() {
        func evidence(_ check: Check, _ domain: String, _ record: String) -> Evidence {
            guard
                case .found(let evidence) = check.outcome(
                    for: Contoso.records(domain, txt: ["_dmarc.contoso.com": [record]]), in: Contoso.tenant)
            else { return [:] }
            return evidence
        }
        let none = "v=DMARC1; p=none"
        #expect(
            evidence(.domainDMARCNotEnforced, "sales.contoso.com", none)
                == ["record": .text(none), "policy": "none", "inheritedFrom": "contoso.com"])
        let open = "v=DMARC1; p=reject; sp=none; np=quarantine"
        #expect(
            evidence(.domainDMARCSubdomainsNotEnforced, "contoso.com", open)
                == [
                    "record": .text(open), "policy": "reject", "subdomainPolicy": "none",
                    "nonexistentPolicy": "quarantine",
                ])
        let half = "v=DMARC1; p=reject; pct=50"
        let partial = evidence(.domainDMARCPartiallyEnforced, "contoso.com", half)
        #expect(partial == ["record": .text(half), "policy": "reject", "pct": .number(50), "isTesting": false])
        #expect(Check.domainDMARCPartiallyEnforced.sentence(partial) == "DMARC reject for 50 % of failing mail")
    }
    @Test func `says that several records count as none`() throws {
        let records = Contoso.records(txt: ["_dmarc.contoso.com": ["v=DMARC1; p=none", "v=DMARC1; p=reject"]])
        let evidence = try #require(Check.domainDMARCMissing.outcome(for: records, in: Contoso.tenant).evidence)
        #expect(Check.domainDMARCMissing.sentence(evidence) == "several DMARC records, which count as none")
    }
}
