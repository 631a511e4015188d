import Testing

@testable import BEC

@Suite struct InternationalDomainTests {
    private static let own = OwnDomains(["xn--grnwald-o2a.de", "contoso.com"])

    @Test(arguments: [
        "gruenwalds.de", "gruenwld.de", "gruen-wald.de", "gruenwald.com", "gruenwald-billing.com",
        "xn--grnwalds-75a.de",
    ])
    func `an own domain of other letters is also imitated in ASCII`(domain: String) {
        #expect(Self.own.likeness(of: domain)?.own == "xn--grnwald-o2a.de")
    }

    @Test(arguments: ["grunge.de", "greenwich.de", "waldgruen-reisen.de"])
    func `a stranger's domain is not`(domain: String) {
        #expect(Self.own.likeness(of: domain) == nil)
    }

    @Test(arguments: ["oalchaven.com", "oakhaveri.com", "oakhaven.com.secure.example"])
    func `pairs of letters that look like one are read as that one`(domain: String) {
        #expect(OwnDomains(["oakhaven.com"]).likeness(of: domain)?.own == "oakhaven.com")
    }
}
