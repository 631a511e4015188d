import Model
import Testing

@testable import Mail

struct DMARCReadingTests {
    private func reading(_ domain: String, organizational: String?, _ zone: String) -> DMARCReading {
        let zone = Zone(zone)
        return DMARCReading.discover(domain: domain, organizationalDomain: organizational, answers: zone.answer)
    }

    @Test func `finds its own record and asks no further`() {
        var asked: [String] = []
        let reading = DMARCReading.discover(domain: "mail.contoso.com", organizationalDomain: "contoso.com") {
            question in
            asked.append(question.name)
            return DNSAnswer(question, .records(["v=DMARC1; p=quarantine; sp=reject"]))
        }
        #expect(asked == ["_dmarc.mail.contoso.com"])
        #expect(reading.ownRecord?.sp == .policy(.reject))
        #expect(reading.policy == .quarantine)
        #expect(reading.inheritedFrom == nil)
    }

    @Test(arguments: [
        ("p=reject", DMARCRecord.Policy.reject), ("p=reject; sp=none", .none), ("p=none; sp=reject", .reject),
        ("sp=reject", .none),
        ("p=quarantine; np=none", .quarantine),
    ])
    func `a parent's sp applies, else its p`(tags: String, policy: DMARCRecord.Policy) {
        let reading = reading(
            "mail.contoso.com", organizational: "contoso.com", "_dmarc.contoso.com TXT v=DMARC1; \(tags)")
        #expect(reading.inheritedFrom == "contoso.com")
        #expect(reading.ownRecord == nil)
        #expect(reading.policy == policy)
        #expect(reading.treeWalk == reading.suffixList)
    }

    @Test func `finds nothing where nothing is`() {
        let reading = reading("contoso.com", organizational: "contoso.com", "contoso.com TXT v=DMARC1; p=reject")
        #expect(reading.found == .none)
        #expect(reading.policy == nil)
        #expect(reading.temporaryError == nil)
    }

    @Test func `two records at a name are none, and it looks further up`() {
        let zone = """
            _dmarc.mail.contoso.com TXT v=DMARC1; p=reject
            _dmarc.mail.contoso.com TXT v=DMARC1; p=none
            _dmarc.contoso.com TXT v=DMARC1; p=quarantine
            """
        let reading = reading("mail.contoso.com", organizational: "contoso.com", zone)
        #expect(reading.inheritedFrom == "contoso.com")
        #expect(reading.notes == ["_dmarc.mail.contoso.com has more than one DMARC record, so none counts"])
    }

    @Test func `what is no DMARC record does not count as a second`() {
        let zone =
            "_dmarc.contoso.com TXT hello\n_dmarc.contoso.com TXT v=DMARC1; p=reject\n_dmarc.contoso.com TXT v=dmarc1; p=none"
        #expect(reading("contoso.com", organizational: "contoso.com", zone).policy == .reject)
    }

    @Test func `nobody knows where the domain's own name fails`() {
        let reading = reading(
            "mail.contoso.com", organizational: "contoso.com",
            "_dmarc.mail.contoso.com TXT !SERVFAIL\n_dmarc.contoso.com TXT v=DMARC1; p=reject")
        #expect(reading.temporaryError == "TXT _dmarc.mail.contoso.com: SERVFAIL")
        #expect(reading.policy == nil)
    }

    @Test func `one generation's answer is enough when the other's fails`() {
        let reading = reading(
            "mail.contoso.com", organizational: "contoso.com",
            "_dmarc.contoso.com TXT v=DMARC1; p=reject\n_dmarc.com TXT !time-out")
        #expect(reading.found.policy == .reject)
        #expect(reading.treeWalk == .tempError("TXT _dmarc.com: time-out"))
        #expect(reading.notes == ["the tree walk of RFC 9989 could not be finished (TXT _dmarc.com: time-out)"])
    }

    @Test func `no answer from one and nothing from the other is not known`() {
        let reading = reading("contoso.com", organizational: "contoso.com", "_dmarc.com TXT !REFUSED")
        #expect(reading.temporaryError == "TXT _dmarc.com: REFUSED")
    }

    @Test func `what was not asked is not known`() {
        let reading = DMARCReading.discover(domain: "contoso.com", organizationalDomain: nil) { _ in nil }
        #expect(reading.temporaryError == "TXT _dmarc.contoso.com: not asked")
    }

    @Test func `a record in the middle is found by the tree walk alone`() {
        let reading = reading(
            "a.b.contoso.com", organizational: "contoso.com", "_dmarc.b.contoso.com TXT v=DMARC1; p=reject")
        #expect(reading.treeWalk.policy == .reject)
        #expect(reading.suffixList == .none)
        #expect(reading.inheritedFrom == "b.contoso.com")
        #expect(reading.notes == ["only receivers of RFC 9989 find the record of b.contoso.com"])
    }

    /// A company's domains below a private suffix: `contoso.github.io` has no parent by the list, `github.io` is one by
    /// the walk.
    @Test func `above a private suffix only the tree walk looks`() {
        let reading = reading("me.github.io", organizational: "me.github.io", "_dmarc.github.io TXT v=DMARC1; p=none")
        #expect(reading.suffixList == .none)
        #expect(reading.inheritedFrom == "github.io")
        #expect(reading.policy == DMARCRecord.Policy.none)
    }

    @Test func `the weaker policy counts where the generations differ`() {
        let zone = "_dmarc.b.contoso.com TXT v=DMARC1; psd=n; p=reject\n_dmarc.contoso.com TXT v=DMARC1; p=none"
        let reading = reading("a.b.contoso.com", organizational: "contoso.com", zone)
        #expect(reading.treeWalk.policy == .reject)
        #expect(reading.suffixList.policy == DMARCRecord.Policy.none)
        #expect(reading.inheritedFrom == "contoso.com")
        #expect(
            reading.notes == [
                "receivers of RFC 9989 find the record of b.contoso.com, those of RFC 7489 that of contoso.com"
            ])
    }

    @Test func `faults of the record are among the notes`() {
        let reading = reading(
            "contoso.com", organizational: nil, "_dmarc.contoso.com TXT v=DMARC1; rua=mailto:a@contoso.com")
        #expect(reading.policy == DMARCRecord.Policy.none)
        #expect(reading.notes == ["p is missing"])
    }

    @Test func `reads what was remembered`() {
        let answer = DNSAnswer(DNSQuestion(.txt, "_dmarc.contoso.com"), .records(["v=DMARC1; p=reject"]))
        let records = DomainRecords(id: "Contoso.com", organizationalDomain: "contoso.com", answers: [answer])
        #expect(DMARCReading.discover(records).policy == .reject)
    }
}
