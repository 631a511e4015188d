import Flows
import Model
import Testing

struct DomainExplanationTests {
    private func explanation(
        spf: String? =
            "v=spf1 ip4:203.0.113.16/28 include:spf.protection.outlook.com include:_spf.tailspin.example ~all",
        dmarc: String? = "v=DMARC1; p=reject; rua=mailto:d@contoso.example",
        included: String = "v=spf1 ip4:198.51.100.0/24 include:two.tailspin.example -all"
    ) -> DomainExplanation {
        func answer(_ name: String, _ text: String?) -> DNSAnswer {
            DNSAnswer(.init(.txt, name), text.map { .records([$0]) } ?? .absent)
        }
        let records = DomainRecords(
            id: "contoso.example", organizationalDomain: "contoso.example",
            answers: [
                answer("contoso.example", spf), answer("_dmarc.contoso.example", dmarc), answer("_dmarc.example", nil),
                answer("_spf.tailspin.example", included), answer("two.tailspin.example", "v=spf1 a -all"),
                answer("spf.protection.outlook.com", "v=spf1 ip4:40.92.0.0/15 -all"),
                DNSAnswer(.init(.a, "two.tailspin.example"), .records(["192.0.2.9"])),
            ])
        return DomainExplanation(Domain(verified: "contoso.example"), records, own: ["contoso.example"])
    }

    @Test func `marks the foreign domain that decides who may send, and counts what it costs`() throws {
        let spf = try #require(explanation().spf)
        let term = try #require(spf.terms.first { $0.isForeign })
        #expect(term.text == "include:_spf.tailspin.example")
        #expect(term.means.contains("Whoever runs tailspin.example decides"))
        #expect(term.lookups == 3)
        #expect(spf.terms.first { $0.text.contains("outlook") }?.isForeign == false)
        #expect(spf.terms.first { $0.text.hasPrefix("ip4") }?.means == "16 addresses may send.")
    }

    @Test func `an include that lets anyone send is bad, and so is the record`() throws {
        let explanation = explanation(included: "v=spf1 +all")
        #expect(explanation.standing.tone == .bad)
        #expect(explanation.spf?.terms.first { $0.isForeign }?.judgement.tone == .bad)
    }

    @Test func `an include that lets anyone send is named with its record and left out of what to publish`() {
        let spf = explanation(included: "v=spf1 ip4:198.51.100.0/24 +all").spf
        #expect(spf?.summary.contains("because of +all in the record of _spf.tailspin.example") == true)
        #expect(spf?.notes.contains { $0.contains("v=spf1 ip4:198.51.100.0/24 +all") } == true)
        #expect(
            spf?.publish
                == "contoso.example. 3600 IN TXT \"v=spf1 ip4:203.0.113.16/28 include:spf.protection.outlook.com -all\""
        )
    }

    @Test func `mail that goes out by an include that is left out is told to fail from then on`() {
        let notes = explanation(included: "v=spf1 +all").spf?.notes ?? []
        #expect(notes.contains { $0.contains("include:_spf.tailspin.example") && $0.contains("fails then") })
    }

    @Test(arguments: ["v=spf1 ip4:203.0.113.16/28 ?all", "v=spf1 ip4:203.0.113.16/28"])
    func `a record that says nothing about others is not said to tell forgers`(text: String) {
        let spf = explanation(spf: text).spf
        #expect(spf?.standing.tone == .warn)
        #expect(spf?.summary.contains("nothing is said about everybody else") == true)
        #expect(spf?.publish == "contoso.example. 3600 IN TXT \"v=spf1 ip4:203.0.113.16/28 -all\"")
    }

    @Test(arguments: [
        ("v=DMARC1; p=reject", "Receivers are asked to refuse mail that fails."),
        ("v=DMARC1; p=quarantine", "Receivers are asked to put mail that fails into junk."),
        ("v=DMARC1; p=quarantine; t=y", "is delivered: in test mode"),
        ("v=DMARC1; p=reject; t=y", "into junk only, not to refuse it."),
        ("v=DMARC1; p=reject; sp=none", "; forged mail from sub-domains is delivered."),
        ("v=DMARC1; p=reject; pct=20", ", 20 % of it by the older rules."),
    ]) func `the headline of DMARC says what all tags come to`(text: String, words: String) throws {
        let record = try #require(explanation(dmarc: text).dmarc)
        #expect(record.summary.contains(words), "\(record.summary)")
        let policy = try #require(record.terms.first { $0.text.hasPrefix("p=") })
        #expect((policy.judgement.tone == .ok) == !text.contains("t=y"))
    }

    @Test func `reports that go to the domain whose record is inherited stay at home`() throws {
        let records = DomainRecords(
            id: "sales.contoso.example", organizationalDomain: "contoso.example",
            answers: [
                DNSAnswer(.init(.txt, "_dmarc.sales.contoso.example"), .absent),
                DNSAnswer(
                    .init(.txt, "_dmarc.contoso.example"),
                    .records(["v=DMARC1; p=reject; rua=mailto:d@contoso.example"])),
            ])
        let own: Set<String> = ["contoso.example", "sales.contoso.example"]
        let dmarc = try #require(
            DomainExplanation(Domain(verified: "sales.contoso.example"), records, own: own).dmarc)
        #expect(dmarc.terms.first { $0.text.hasPrefix("rua=") }?.means == "Reports go to your own domain.")
    }

    @Test func `an open end of its own is closed in what to publish`() {
        let spf = explanation(spf: "v=spf1 ip4:203.0.113.1 +all").spf
        #expect(spf?.publish == "contoso.example. 3600 IN TXT \"v=spf1 ip4:203.0.113.1 -all\"")
    }

    @Test func `a policy of none is not enforced, and the reports stay in what to publish`() {
        let dmarc = explanation(dmarc: "v=DMARC1; p=none; rua=mailto:d@contoso.example; pct=50").dmarc
        #expect(dmarc?.standing == .init(.warn, "not enforced"))
        #expect(dmarc?.terms.first { $0.text == "p=none" }?.judgement.tone == .bad)
        #expect(dmarc?.terms.first { $0.text == "pct=50" }?.judgement.words == "Remove")
        #expect(
            dmarc?.publish
                == "_dmarc.contoso.example. 3600 IN TXT \"v=DMARC1; p=quarantine; rua=mailto:d@contoso.example\"")
    }

    @Test func `enforced is said only of what is`() {
        #expect(explanation().standing == .init(.ok, "Enforced"))
        #expect(explanation(dmarc: nil).standing.tone == .warn)
        #expect(explanation(spf: nil).standing.tone == .warn)
        let unread = DomainExplanation(Domain(verified: "contoso.example"), nil, own: [])
        #expect(unread.standing.tone == .unknown)
        var unverified = Domain(verified: "contoso.example")
        unverified.isVerified = false
        #expect(DomainExplanation(unverified, nil, own: []).standing.words == "Not verified")
    }
}
