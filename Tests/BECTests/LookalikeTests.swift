@testable import BEC
import Testing

@Suite struct LookalikeTests {
    private static let own = OwnDomains(["brightwater.com", "kestrel-bank.de", "ventamar.com.br", "acme.io"])

    @Test(arguments: [
        ("brightwatr.com", "typo"), ("brighttwater.com", "repeated"), ("birghtwater.com", "typo"),
        ("brightwaterx.com", "typo"),
        ("brughtwater.com", "typo"), ("brightwaters.com", "typo"), ("brightw4ter.com", "homoglyph"),
        ("brightvvater.com", "homoglyph"),
        ("br1ghtwater.com", "homoglyph"), ("xn--brghtwater-yub.com", "homoglyph"), ("bright-water.com", "hyphen"),
        ("kestrelbank.de", "hyphen"),
        ("brightwater.net", "otherSuffix"), ("ventamar.com", "otherSuffix"), ("brightwater-support.com", "affix"),
        ("secure-brightwater.net", "affix"), ("brightwateronline.com", "affix"), ("mybrightwater.com", "affix"),
        ("brightwatercom.com", "joinedSuffix"),
        ("brightwatercom.net", "joinedSuffix"), ("brightwater.com.evil.example", "subdomain"),
        ("brightwater.evil.example", "subdomain"),
        ("login.brightwater-com.evil.example", "subdomain"), ("brigbrightwater.com", "none"),
        ("brigightwater.com", "repeated"),
        ("brightwater-foundation.org", "sharedWord"), ("acme-support.com", "affix"),
    ]) func `is of the kind`(domain: String, kind: String) {
        #expect(Self.own.likeness(of: domain)?.kind.rawValue ?? "none" == kind)
    }

    @Test(arguments: [
        "brightwater.com", "mail.brightwater.com", "brightstone.com", "waterbright.com", "kestrel.com",
        "bankkestrel.org", "brightwatermelon.com",
        "acne.io", "acmeology.com", "gmail.com", "com", "", "brightwater.atlassian.net", "brightwater.sharepoint.com",
        "io",
    ]) func `is none`(domain: String) {
        #expect(Self.own.likeness(of: domain) == nil)
    }

    @Test func `no domain resembles an organization without one`() {
        #expect(OwnDomains([]).likeness(of: "contoso.com") == nil)
    }

    @Test func `a name of the greatest length is examined in bounded work`() {
        let long = String(repeating: "a", count: 63)
        #expect(Self.own.likeness(of: [long, long, long, "com"].joined(separator: ".")) == nil)
    }

    /// RFC 3492 §7.1, and what is no Punycode.
    @Test(
        arguments: [
            ("egbpdaj6bu4bxfgehfvwxn", "ليهمابتكلموشعربي؟"), ("ihqwcrb4cv8a8dqg056pqjye", "他们为什么不说中文"),
            ("Proprostnemluvesky-uyb24dma41a".lowercased(), "pročprostěnemluvíčesky"),
            ("bcher-kva", "bücher"), ("-", nil), ("99999999999", nil), ("a-é", nil),
            (String(repeating: "9", count: 200), nil),
        ] as [(String, String?)]) func `decodes Punycode`(label: String, expected: String?)
    {
        #expect(Punycode.decode(label[...]) == expected)
    }

    @Test(arguments: [
        ("contoso", "contoso", 0), ("contoso", "contsoo", 1), ("contoso", "contos", 1), ("contoso", "kontosa", 2),
        ("", "abc", 3),
    ])
    func `counts edits`(first: String, second: String, edits: Int) {
        #expect(EditDistance.between(first, second) == edits)
        #expect(EditDistance.between(second, first) == edits)
    }
}
