import Testing

@testable import SimulatedTenant

let sampleZone = #"""
    $TTL 300
    $ORIGIN contoso.example.
    @  3600 IN SOA ns1.contoso.example. hostmaster.contoso.example. (
            1 ; serial
            3600 600 86400 300 )
       IN NS ns1
       IN MX 20 backup.contoso.example.
       IN MX 10 mail
       IN TXT "v=spf1 include:_spf.partner.example " "-all" ; two strings
       IN TXT "a \"quoted\" \065 text; not a comment"
    ns1 60 A 192.0.2.53
    mail IN A 192.0.2.1
         IN AAAA 2001:db8::1
    alias CNAME mail
    loop1 CNAME loop2
    loop2 CNAME loop1
    away CNAME host.elsewhere.test.
    deep.down.below TXT "x"
    ; servfail broken.contoso.example
    $ORIGIN partner.example.
    _spf TXT "v=spf1 ip4:198.51.100.0/24 -all"
    """#

struct DNSZoneTests {
    let dns: SimulatedDNS

    init() throws { dns = try SimulatedDNS(zone: sampleZone) }

    @Test func `joins the strings of a TXT record and keeps records apart`() {
        #expect(
            dns.resolve("TXT", "Contoso.Example.")
                == .records(["v=spf1 include:_spf.partner.example -all", "a \"quoted\" A text; not a comment"]))
    }

    @Test func `resolves addresses, mail hosts by preference and aliases`() {
        #expect(dns.resolve("A", "mail.contoso.example") == .records(["192.0.2.1"]))
        #expect(dns.resolve("AAAA", "alias.contoso.example") == .records(["2001:db8::1"]))
        #expect(dns.resolve("MX", "contoso.example") == .records(["mail.contoso.example", "backup.contoso.example"]))
        #expect(dns.resolve("CNAME", "alias.contoso.example") == .records(["mail.contoso.example"]))
        #expect(dns.resolve("TXT", "_spf.partner.example") == .records(["v=spf1 ip4:198.51.100.0/24 -all"]))
    }

    @Test func `says what is absent and what fails`() {
        #expect(dns.resolve("TXT", "mail.contoso.example") == .absent)
        #expect(dns.resolve("TXT", "none.contoso.example") == .absent)
        #expect(dns.resolve("TXT", "broken.contoso.example") == .failed("SERVFAIL"))
        #expect(dns.resolve("A", "loop1.contoso.example") == .failed("SERVFAIL"))
        #expect(dns.resolve("TXT", "contoso.invalid") == .failed("REFUSED"))
        #expect(dns.resolve("TXT", String(repeating: "a", count: 64) + ".example") == .failed("FORMERR"))
    }

    @Test func `knows nothing, but no refusal, above and beside its zones`() {
        #expect(dns.resolve("TXT", "_dmarc.example") == .absent)
        #expect(dns.resolve("TXT", "other.example") == .absent)
    }

    @Test func `tells a name without records from a name that does not exist`() throws {
        let exists = try #require(DNSName("down.below.contoso.example"))
        #expect(dns.verdict(on: exists, .txt).code == .noError)
        let missing = try #require(DNSName("up.below.contoso.example"))
        #expect(dns.verdict(on: missing, .txt).code == .noSuchName)
        #expect(dns.verdict(on: missing, .txt).authority?.owner == DNSName("contoso.example"))
    }

    @Test(arguments: [
        "a A 1.2.3", "a MX mail", "a TXT", "a WHAT x", "$ORIGIN", "$INCLUDE x", "a TXT \"open", "a SOA ( 1 2",
        ") a A 1.2.3.4",
    ])
    func `says which line cannot be read`(line: String) {
        let error = #expect(throws: ZoneError.self) { try SimulatedDNS(zone: "$ORIGIN example.\n" + line) }
        #expect(error?.line == 2)
    }

    @Test func `reads Contoso's own zone`() throws {
        let contoso = try SimulatedDNS(zone: Contoso.zone)
        guard case .records(let records) = contoso.resolve("TXT", "contoso.example") else {
            Issue.record("contoso.example has no TXT record")
            return
        }
        #expect(records.contains { $0.hasPrefix("v=spf1") })
    }
}
