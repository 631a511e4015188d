import Model
import Testing

@testable import Posture

struct UserProxyAddressesTests {
    let literal = Contoso.tenant { $0.proxyAddressMode = .literal }

    func outcome(
        _ addresses: [String]? = nil, in tenant: Tenant = Contoso.tenant, _ change: (inout User) -> Void = { _ in }
    ) -> Outcome {
        Check.userProxyAddresses.outcome(
            for: changed(Contoso.user) {
                if let addresses { $0.proxyAddresses = addresses }
                change(&$0)
            }, in: tenant)
    }

    @Test func `names the aliases outside the initial domain`() {
        #expect(outcome() == .found(["addresses": ["a.vance@contoso.com"]]))
    }
    @Test func `trims, and marks domains that are not verified`() {
        #expect(
            outcome(["SMTP:a@contoso.com", "smtp: a@sales.contoso.com", "smtp:a@CONTOSO.com"])
                == .found([
                    "addresses": ["a@sales.contoso.com", "a@contoso.com"], "unverifiedDomains": ["sales.contoso.com"],
                ]))
    }
    @Test func `is clear for the primary address, the initial domain and other kinds`() {
        #expect(
            outcome(["SMTP:a@contoso.com", "smtp:a@Contoso.onmicrosoft.com", "sip:a@contoso.com", "x500:/o=Contoso"])
                == .clear)
        #expect(outcome([]) == .clear)
    }
    @Test func `is clear for guests, who carry the addresses of their home`() {
        #expect(outcome { $0.userType = "Guest" } == .clear)
        #expect(outcome(in: literal) { $0.userType = "Guest" } == .clear)
    }
    @Test func `literal: is found for any address, as given`() {
        #expect(outcome(["SMTP:a@contoso.com"], in: literal) == .found(["addresses": ["SMTP:a@contoso.com"]]))
        #expect(outcome(["sip:a@contoso.com"], in: literal) != .clear)
        #expect(outcome([], in: literal) == .clear)
    }
    @Test func `is unknown only where the alias may be of the initial domain`() {
        let unknown = Contoso.tenantOfUnknownDomains
        #expect(
            outcome(["smtp:a@contoso.onmicrosoft.com"], in: unknown)
                == .unknown("the tenant's initial domain is not known"))
        #expect(outcome(["smtp:a@contoso.com"], in: unknown) == .found(["addresses": ["a@contoso.com"]]))
        #expect(outcome(["SMTP:a@contoso.com"], in: unknown) == .clear)
    }
}
