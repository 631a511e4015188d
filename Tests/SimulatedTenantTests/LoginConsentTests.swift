import Testing

@testable import SimulatedTenant

struct LoginConsentTests {
    private let visit: DoorVisit
    private let form: [String: String]

    init() throws {
        var registration = AppRegistration()
        registration.isConsented = false
        visit = DoorVisit(registration: registration)
        form = [
            "client_id": visit.tenant.configuration.clientID, "redirect_uri": "http://localhost:8080/oauth/callback",
            "state": "s1", "scope": "https://graph.microsoft.com/.default",
            "account": try #require(visit.tenant.login.accounts.first { $0.isAdministrator }).id,
        ]
    }

    private func decide(_ decision: String, version: String) async throws -> DoorVisit.Answer {
        let path = "/\(visit.tenant.configuration.tenantID)\(version)/adminconsent"
        return try await visit.post(form: form.merging(["decision": decision]) { $1 }, to: path)
    }

    @Test(arguments: ["/v2.0", ""])
    func `puts roles into tokens once accepted`(version: String) async throws {
        #expect(DoorVisit.claims(try await visit.token())["roles"] == nil)
        let fields = redirectFields(try await decide("accept", version: version))
        #expect(fields["admin_consent"] == "True")
        #expect(fields["tenant"] == visit.tenant.configuration.tenantID)
        #expect(fields["state"] == "s1")
        #expect(fields["error"] == nil)
        #expect(fields["scope"] == (version.isEmpty ? nil : "https://graph.microsoft.com/.default"))
        #expect(DoorVisit.claims(try await visit.token())["roles"] != nil)
    }

    @Test func `says no in the words of each form`() async throws {
        let second = redirectFields(try await decide("cancel", version: "/v2.0"))
        #expect(second["admin_consent"] == "True")
        #expect(second["error"] == "consent_required")
        #expect(second["error_description"]?.hasPrefix("AADSTS65004") == true)
        #expect(second["tenant"] == nil)
        let first = redirectFields(try await decide("cancel", version: ""))
        #expect(first["error"] == "permission_denied")
        #expect(first["admin_consent"] == nil)
        #expect(DoorVisit.claims(try await visit.token())["roles"] == nil)
    }

    @Test func `is not for people without a role`() async throws {
        let person = try #require(visit.tenant.login.accounts.first { !$0.isAdministrator })
        let path = "/\(visit.tenant.configuration.tenantID)/v2.0/adminconsent"
        let answer = try await visit.post(
            form: form.merging(["decision": "accept", "account": person.id]) { $1 }, to: path)
        #expect(answer.status == 403)
        #expect(DoorVisit.claims(try await visit.token())["roles"] == nil)
    }
}
