import Testing

@testable import Mail

struct PublicSuffixTests {
    @Test(arguments: [
        ("contoso.com", "contoso.com"), ("mail.contoso.com", "contoso.com"), ("a.b.contoso.co.uk", "contoso.co.uk"),
        ("me.github.io", "me.github.io"), ("www.me.github.io", "me.github.io"), ("contoso.example", "contoso.example"),
        ("a.contoso.example", "contoso.example"), ("www.city.kawasaki.jp", "city.kawasaki.jp"),
        ("a.b.c.kawasaki.jp", "b.c.kawasaki.jp"), ("b.xn--85x722f.com.cn", "xn--85x722f.com.cn"),
        ("www.xn--80aswg.xn--p1ai", "xn--80aswg.xn--p1ai"),
    ])
    func `the organizational domain is one label below the suffix`(domain: String, organizational: String) {
        #expect(PublicSuffix.organizationalDomain(of: domain) == organizational)
    }

    @Test(arguments: ["com", "co.uk", "github.io", "c.kawasaki.jp", "", ".", "xn--p1ai"])
    func `a suffix belongs to nobody`(domain: String) {
        #expect(PublicSuffix.organizationalDomain(of: domain) == nil)
    }

    /// The list that ships, not the system's, which has fewer rules.
    @Test func `the list is read whole`() {
        let rules = PublicSuffix.suffixList.split(separator: "\n").filter { !$0.hasPrefix("//") }
        #expect(rules.count > 10_000)
        #expect(PublicSuffix.ruleCount >= rules.count * 99 / 100)
    }
}
