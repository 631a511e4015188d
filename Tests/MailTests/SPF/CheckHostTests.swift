import Foundation
import Model
import Testing

@testable import Mail

/// `check_host` over a small zone; limits, macros and errors of RFC 7208.
struct CheckHostTests {
    static let zone = Zone(
        """
        basic.example.com TXT v=spf1 ip4:192.0.2.0/24 ip6:2001:db8::/32 -all
        a.example.com TXT v=spf1 a ~all
        a.example.com A 192.0.2.65
        wide.example.com TXT v=spf1 a:a.example.com/26 -all
        mx.example.com TXT v=spf1 mx -all
        mx.example.com MX m1.example.com
        mx.example.com MX m2.example.com
        m2.example.com A 192.0.2.99
        m2.example.com AAAA 2001:db8::99
        inc.example.com TXT v=spf1 include:basic.example.com ?all
        red.example.com TXT v=spf1 redirect=basic.example.com
        lost.example.com TXT v=spf1 redirect=nothing.example.com
        noinc.example.com TXT v=spf1 include:nothing.example.com -all
        neutral.example.com TXT v=spf1 ip4:198.51.100.1
        two.example.com TXT v=spf1 -all
        two.example.com TXT v=spf1 +all
        bad.example.com TXT v=spf1 +all moo
        loop.example.com TXT v=spf1 include:loop.example.com -all
        void.example.com TXT v=spf1 a:v1.example.com a:v2.example.com a:v3.example.com +all
        void2.example.com TXT v=spf1 a:v1.example.com a:v2.example.com +all
        down.example.com TXT !SERVFAIL
        incdown.example.com TXT v=spf1 include:down.example.com +all
        adown.example.com TXT v=spf1 a:broken.example.com +all
        broken.example.com A !SERVFAIL
        early.example.com TXT v=spf1 ip4:192.0.2.1 a:broken.example.com -all
        exists.example.com TXT v=spf1 exists:%{ir}.%{l1r+-}._spf.%{d2} -all
        1.2.0.192.strong._spf.example.com A 127.0.0.2
        six.example.com TXT v=spf1 exists:%{ir}.%{v}._spf.%{o} -all
        1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.six.example.com A 127.0.0.2
        ptr.example.com TXT v=spf1 ptr -all
        1.2.0.192.in-addr.arpa PTR host.ptr.example.com
        host.ptr.example.com A 192.0.2.1
        2.2.0.192.in-addr.arpa PTR host.ptr.example.com
        macrop.example.com TXT v=spf1 exists:%{p}.ok.%{d} -all
        host.ptr.example.com.ok.macrop.example.com A 127.0.0.2
        unknown.ok.macrop.example.com A 127.0.0.2
        helo.example.com TXT v=spf1 exists:%{h}.%{s}.helo.example.com -all
        mail.client.example.postmaster@helo.example.com.helo.example.com A 127.0.0.2
        many.example.com TXT v=spf1 mx -all
        """)

    func result(_ ip: String, _ domain: String, sender: String? = nil) async -> String {
        let zone = Self.zone
        return await SPFEvaluate.checkHost(
            ip: ip, domain: domain, sender: sender ?? "strong-bad@\(domain)", helo: "mail.client.example"
        ) { zone.answer($0) ?? DNSAnswer($0, .absent) }.rawValue
    }

    @Test(arguments: [
        ("192.0.2.7", "basic", "pass"), ("192.0.3.7", "basic", "fail"), ("2001:db8::7", "basic", "pass"),
        ("2001:db9::7", "basic", "fail"), ("::ffff:192.0.2.7", "basic", "pass"), ("not an address", "basic", "none"),
        ("192.0.2.65", "a", "pass"), ("192.0.2.66", "a", "softfail"), ("192.0.2.66", "wide", "pass"),
        ("192.0.2.128", "wide", "fail"), ("192.0.2.99", "mx", "pass"), ("2001:db8::99", "mx", "pass"),
        ("192.0.2.98", "mx", "fail"), ("192.0.2.1", "inc", "pass"), ("192.0.3.1", "inc", "neutral"),
        ("192.0.2.1", "red", "pass"), ("192.0.3.1", "red", "fail"), ("192.0.2.1", "lost", "permerror"),
        ("192.0.2.1", "noinc", "permerror"), ("192.0.2.1", "neutral", "neutral"), ("192.0.2.1", "nothing", "none"),
        ("192.0.2.1", "two", "permerror"), ("192.0.2.1", "bad", "permerror"), ("192.0.2.1", "loop", "permerror"),
        ("192.0.2.1", "void", "permerror"), ("192.0.2.1", "void2", "pass"), ("192.0.2.1", "down", "temperror"),
        ("192.0.2.1", "incdown", "temperror"), ("192.0.2.1", "adown", "temperror"), ("192.0.2.1", "early", "pass"),
        ("192.0.2.2", "early", "temperror"), ("192.0.2.1", "exists", "pass"), ("192.0.2.2", "exists", "fail"),
        ("2001:db8::1", "six", "pass"), ("2001:db8::2", "six", "fail"), ("192.0.2.1", "ptr", "pass"),
        ("192.0.2.2", "ptr", "fail"), ("192.0.2.1", "macrop", "pass"), ("192.0.2.9", "macrop", "pass"),
    ]) func `answers as RFC 7208 says`(ip: String, label: String, expected: String) async {
        #expect(await result(ip, "\(label).example.com") == expected)
    }

    @Test(arguments: ["", "localhost", "a..example.com", String(repeating: "a", count: 64) + ".example.com"])
    func `what is no domain has no record`(domain: String) async {
        #expect(await result("192.0.2.1", domain, sender: "a@b.example") == "none")
    }

    @Test func `a sender without local part is postmaster, in any case of the domain`() async {
        #expect(await result("192.0.2.1", "HELO.example.com", sender: "@helo.example.com") == "pass")
    }

    @Test func `the eleventh lookup and the eleventh exchanger are mistakes`() async {
        func result(includes: Int, exchangers: Int) async -> SPFResult {
            await SPFEvaluate.checkHost(ip: "192.0.2.1", domain: "t.example", sender: "a@t.example", helo: "h.example")
            {
                switch ($0.type, $0.name) {
                case (.txt, "t.example"):
                    let terms = (0..<includes).map { "include:i\($0).example" }.joined(separator: " ")
                    return DNSAnswer($0, .records(["v=spf1 \(terms) mx +all"]))
                case (.txt, _): return DNSAnswer($0, .records(["v=spf1 -all"]))
                case (.mx, _): return DNSAnswer($0, .records((0..<exchangers).map { "m\($0).example" }))
                default: return DNSAnswer($0, .records(["203.0.113.1"]))
                }
            }
        }
        #expect(await result(includes: 9, exchangers: 10) == .pass)
        #expect(await result(includes: 10, exchangers: 10) == .permError)
        #expect(await result(includes: 9, exchangers: 11) == .permError)
    }
}
