import Foundation
import Model
import Testing

@testable import Posture

struct CalendarSharedExternallyTests {
    func outcome(in tenant: Tenant = Contoso.tenant, _ change: (inout CalendarPermission) -> Void = { _ in }) -> Outcome
    {
        Check.calendarSharedExternally.outcome(for: changed(Contoso.sharee, change), in: tenant)
    }

    @Test func `tells with whom and how much`() {
        #expect(
            outcome()
                == .found([
                    "sharedWith": "admin@fabrikam.com", "role": "read", "calendar": Evidence.Value.none,
                    "isPrimary": true,
                ]))
    }
    @Test func `free and busy times are enough, and so is a role of the future`() {
        #expect(outcome { $0.role = "freeBusyRead" } != .clear)
        #expect(outcome { $0.role = "telepathy" } != .clear)
    }
    @Test func `is clear without a role, inside, and for the organization's own entry`() {
        #expect(outcome { $0.role = "None" } == .clear)
        #expect(outcome { $0.isInsideOrganization = true } == .clear)
        #expect(
            outcome {
                $0.permissionID = "RGVmYXVsdA=="; $0.isInsideOrganization = nil; $0.address = nil
            } == .clear)
    }
    @Test func `is unknown when Graph leaves the role out`() {
        #expect(outcome { $0.role = nil } == .unknown("Graph did not say what the person may see"))
        #expect(
            outcome {
                $0.role = nil; $0.isInsideOrganization = true
            } == .clear)
    }
    @Test func `where Graph does not say who is inside, the domain does`() {
        #expect(outcome { $0.isInsideOrganization = nil } != .clear)
        #expect(
            outcome {
                $0.isInsideOrganization = nil; $0.address = "bo@CONTOSO.com"
            } == .clear)
        #expect(
            outcome {
                $0.isInsideOrganization = nil; $0.address = "bo@mail.contoso.com"
            } != .clear)
        let unknown = Outcome.unknown("it cannot be told whether admin@fabrikam.com is outside")
        #expect(outcome(in: Contoso.tenantOfUnknownDomains) { $0.isInsideOrganization = nil } == unknown)
        #expect(
            outcome {
                $0.isInsideOrganization = nil; $0.address = nil
            } == unknown)
    }
    @Test func `what Graph calls outside is outside, even under a name of ours`() {
        #expect(outcome { $0.address = "bo@contoso.com" } != .clear)
        #expect(outcome(in: Contoso.tenantOfUnknownDomains) == outcome())
        #expect(outcome { $0.address = nil } != .clear)
    }
    @Test func `options put a partner or a sub-domain inside`() {
        #expect(outcome(in: Contoso.tenant { $0.internalDomains = ["Fabrikam.com"] }) == .clear)
        #expect(outcome(in: Contoso.tenant { $0.internalDomains = ["admin@fabrikam.com"] }) == .clear)
        #expect(outcome(in: Contoso.tenant { $0.internalDomains = ["other.example"] }) != .clear)
        let wide = Contoso.tenant { $0.subdomainsAreInternal = true }
        #expect(outcome(in: wide) { $0.address = "bo@mail.contoso.com" } == .clear)
        #expect(outcome(in: wide) { $0.address = "bo@contoso.com" } != .clear)
    }
    @Test func `reads the address of a published calendar from the id`() throws {
        let found = outcome {
            $0.permissionID = "RXhjaGFuZ2VQdWJsaXNoZWRVc2VyLmFkbWluQGZhYnJpa2FtLmNvbQ=="
            $0.address = nil
            $0.isInsideOrganization = nil
        }
        let evidence = try #require(found.evidence)
        #expect(evidence["sharedWith"] == "admin@fabrikam.com")
    }
    @Test func `looks at secondary calendars unless told otherwise`() {
        #expect(
            outcome {
                $0.calendarID = "AAMk"; $0.calendarName = "Board"
            } != .clear)
        let primary = Contoso.tenant { $0.primaryCalendarsOnly = true }
        #expect(outcome(in: primary) { $0.calendarID = "AAMk" } == .clear)
        #expect(outcome(in: primary) != .clear)
    }
    @Test func `says so in words`() throws {
        let evidence = try #require(outcome().evidence)
        #expect(Check.calendarSharedExternally.sentence(evidence) == "shared with admin@fabrikam.com (read)")
    }
}
