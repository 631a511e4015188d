import Model
import Testing

@testable import Mail

/// RFC 9989: DNS tree walk and policy discovery.
struct TreeWalkTests {
    private func walk(_ domain: String, _ zone: String) -> (asked: [String], found: DMARCReading.Found) {
        let zone = Zone(zone)
        var asked: [String] = []
        let reading = DMARCReading.discover(domain: domain, organizationalDomain: nil) { question in
            asked.append(String(question.name.dropFirst("_dmarc.".count)))
            return zone.answer(question)
        }
        return (asked, reading.treeWalk)
    }

    private func parent(_ found: DMARCReading.Found) -> String? {
        guard case .inherited(_, let name) = found else { return nil }
        return name
    }

    @Test func `asks eight names at most, as in the RFC's example`() {
        let (asked, found) = walk("a.b.c.d.e.f.g.h.i.j.mail.example.com", "")
        #expect(
            asked == [
                "a.b.c.d.e.f.g.h.i.j.mail.example.com", "g.h.i.j.mail.example.com", "h.i.j.mail.example.com",
                "i.j.mail.example.com", "j.mail.example.com", "mail.example.com", "example.com", "com",
            ])
        #expect(found == .none)
    }

    @Test(arguments: 1...20) func `every length of name ends at the top`(labels: Int) {
        let name = (1...labels).map { "l\($0)" }.joined(separator: ".")
        let names = DMARCReading.namesAbove(name)
        #expect(names.count == min(labels - 1, 7))
        #expect(names.allSatisfy { name.hasSuffix("." + $0) })
        if labels > 1 { #expect(names.last == "l\(labels)") }
    }

    @Test func `the record with the fewest labels is the organization's`() {
        let zone = "_dmarc.mail.example.com TXT v=DMARC1; p=none\n_dmarc.example.com TXT v=DMARC1; p=reject"
        #expect(parent(walk("a.mail.example.com", zone).found) == "example.com")
    }

    @Test func `psd=n ends the walk at the organization`() {
        let zone = "_dmarc.mail.example.com TXT v=DMARC1; p=none; psd=n\n_dmarc.example.com TXT v=DMARC1; p=reject"
        let (asked, found) = walk("a.mail.example.com", zone)
        #expect(parent(found) == "mail.example.com")
        #expect(asked == ["a.mail.example.com", "mail.example.com"])
    }

    @Test func `psd=y ends the walk and the name below it is the organization's`() {
        let zone = """
            _dmarc.bank.example TXT v=DMARC1; p=none; psd=y
            _dmarc.giant.bank.example TXT v=DMARC1; p=reject
            """
        let (asked, found) = walk("mail.giant.bank.example", zone)
        #expect(parent(found) == "giant.bank.example")
        #expect(asked == ["mail.giant.bank.example", "giant.bank.example", "bank.example"])
    }

    @Test func `the suffix's record applies to an organization without one`() {
        let (_, found) = walk("mega.bank.example", "_dmarc.bank.example TXT v=DMARC1; p=none; sp=reject; psd=y")
        #expect(parent(found) == "bank.example")
        #expect(found.policy == .reject)
    }

    @Test func `a record between the organization and the domain is passed over`() {
        let zone = """
            _dmarc.bank.example TXT v=DMARC1; p=quarantine; psd=y
            _dmarc.b.giant.bank.example TXT v=DMARC1; p=reject
            """
        #expect(parent(walk("a.b.giant.bank.example", zone).found) == "bank.example")
    }

    @Test func `psd=u goes on`() {
        let zone = "_dmarc.mail.example.com TXT v=DMARC1; p=none; psd=u\n_dmarc.example.com TXT v=DMARC1; p=reject"
        #expect(parent(walk("a.mail.example.com", zone).found) == "example.com")
    }

    @Test func `several records at a name are passed over`() {
        let zone = """
            _dmarc.mail.example.com TXT v=DMARC1; p=none; psd=n
            _dmarc.mail.example.com TXT v=DMARC1; p=none; psd=n
            _dmarc.example.com TXT v=DMARC1; p=reject
            """
        #expect(parent(walk("a.mail.example.com", zone).found) == "example.com")
    }

    @Test func `a name that fails leaves the walk without an answer`() {
        let zone = "_dmarc.mail.example.com TXT v=DMARC1; p=reject\n_dmarc.example.com TXT !SERVFAIL"
        #expect(walk("a.mail.example.com", zone).found == .tempError("TXT _dmarc.example.com: SERVFAIL"))
    }
}
