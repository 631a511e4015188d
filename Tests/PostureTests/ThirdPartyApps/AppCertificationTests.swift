import Foundation
import Model
import Testing

@testable import Posture

struct AppCertificationTests {
    static let checks: [Check] = [.appNotCertified, .appNotAttested]

    let certified = changed(Contoso.app) {
        $0.certification?.isCertifiedByMicrosoft = true
        $0.certification?.isPublisherAttested = true
    }

    @Test(arguments: checks) func `is clear when the program says yes`(check: Check) {
        #expect(check.outcome(for: certified, in: Contoso.tenant) == .clear)
    }
    @Test(arguments: checks) func `is found when it says no, nothing, or never heard of the app`(check: Check) {
        let no = changed(Contoso.app) {
            $0.certification?.isCertifiedByMicrosoft = false
            $0.certification?.isPublisherAttested = false
        }
        for app in [no, Contoso.app, changed(Contoso.app) { $0.certification = nil }] {
            guard case .found = check.outcome(for: app, in: Contoso.tenant) else {
                Issue.record("\(app)")
                continue
            }
        }
    }
    @Test func `one does not stand for the other`() {
        let attested = changed(certified) { $0.certification?.isCertifiedByMicrosoft = nil }
        #expect(Check.appNotCertified.outcome(for: attested, in: Contoso.tenant) != .clear)
        #expect(Check.appNotAttested.outcome(for: attested, in: Contoso.tenant) == .clear)
    }
    @Test func `a certification that has ended is none, from the moment it is due`() {
        let due = Check.appNotCertified.due(for: certified, in: Contoso.tenant)
        #expect(due == Contoso.moment("2026-12-31T00:00:01Z"))
        var tenant = Contoso.tenant
        tenant.asOf = Contoso.moment("2026-12-31T00:00:01Z")
        #expect(
            Check.appNotCertified.outcome(for: certified, in: tenant)
                == .found([
                    "isCertified": true, "isExpired": true, "expires": "2026-12-31T00:00:00Z",
                    "verifiedPublisher": Evidence.Value.none,
                ]))
        #expect(Check.appNotCertified.due(for: certified, in: tenant) == nil)
    }
    @Test func `shows the publisher only where it is verified`() throws {
        let app = changed(Contoso.app) {
            $0.verifiedPublisher = .init(displayName: "Contoso", verifiedPublisherId: "9999999")
        }
        let evidence = try #require(Check.appNotAttested.outcome(for: app, in: Contoso.tenant).evidence)
        #expect(evidence["verifiedPublisher"] == "Contoso")
        let empty = changed(app) { $0.verifiedPublisher = .init() }
        let other = try #require(Check.appNotAttested.outcome(for: empty, in: Contoso.tenant).evidence)
        #expect(other["verifiedPublisher"] == Evidence.Value.none)
    }

    @Test(arguments: checks) func `is unknown for a third party's app`(check: Check) {
        #expect(check.outcome(for: Contoso.stranger, in: Contoso.tenant) == .unknown("not exposed by Microsoft Graph"))
    }
    @Test(arguments: checks) func `is clear for Microsoft's apps, our own and managed identities`(check: Check) {
        let microsoft = changed(Contoso.stranger) { $0.appOwnerOrganizationId = "f8cdef31-a31e-4b4a-93e4-5f571e91255a" }
        let ours = changed(Contoso.stranger) { $0.appOwnerOrganizationId = Contoso.tenant.id.uppercased() }
        let managed = changed(Contoso.stranger) {
            $0.servicePrincipalType = "ManagedIdentity"
            $0.appOwnerOrganizationId = nil
        }
        for app in [microsoft, ours, managed] { #expect(check.outcome(for: app, in: Contoso.tenant) == .clear) }
    }
    @Test(arguments: checks) func `is unknown where Graph does not say whose app it is`(check: Check) {
        for app in [
            changed(Contoso.stranger) { $0.appOwnerOrganizationId = nil },
            changed(Contoso.stranger) { $0.servicePrincipalType = nil },
        ] {
            #expect(check.outcome(for: app, in: Contoso.tenant) == .unknown("Graph did not say whose app it is"))
        }
    }
}
