import Testing

@testable import Mail

struct AlignmentTests {
    @Test(arguments: [
        ("contoso.com", "contoso.com", true), ("mail.Contoso.com.", "contoso.com", true),
        ("a.contoso.co.uk", "b.contoso.co.uk", true), ("a.co.uk", "b.co.uk", false),
        ("contoso.com", "contoso.net", false),
        ("xcontoso.com", "contoso.com", false), ("co.uk", "co.uk", true), ("", "", false), ("", "contoso.com", false),
    ]) func `domains of one organization are aligned`(left: String, right: String, isAligned: Bool) {
        #expect(AuthenticationResults.isAligned(left, right) == isAligned)
        #expect(AuthenticationResults.isAligned(right, left) == isAligned)
    }

    @Test(arguments: [
        ("spf=pass smtp.mailfrom=a@bounce.x.com", true, false), ("spf=softfail smtp.mailfrom=a@x.com", false, false),
        ("spf=pass smtp.mailfrom=a@evil.com; dkim=pass header.d=evil.com", false, false),
        ("dkim=fail header.d=x.com; dkim=pass header.d=m.x.com", false, true), ("dkim=pass", false, false),
        ("spf=pass smtp.helo=mx.x.com", true, false),
    ]) func `only an aligned pass is one`(text: String, isSPF: Bool, isDKIM: Bool) {
        let results = AuthenticationResults(text.utf8)
        #expect(results.isSPFAligned(with: "x.com") == isSPF)
        #expect(results.isDKIMAligned(with: "x.com") == isDKIM)
        #expect(results.isAuthenticated(for: "x.com") == (isSPF || isDKIM))
    }

    @Test func `DMARC's word stands where it is given`() {
        func isAuthenticated(_ dmarc: String) -> Bool {
            AuthenticationResults("dkim=pass header.d=x.com; \(dmarc)".utf8).isAuthenticated(for: "x.com")
        }
        #expect(isAuthenticated("dmarc=pass header.from=x.com"))
        #expect(!isAuthenticated("dmarc=fail header.from=x.com"))
        #expect(!isAuthenticated("dmarc=bestguesspass header.from=x.com"))
        #expect(!isAuthenticated("dmarc=pass header.from=evil.com"))
    }
}
