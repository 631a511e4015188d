import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Store
@testable import Web

/// The page of one third-party app.
struct AppPageTests {
    let fixture: PeopleFixture
    init() async throws { fixture = try await PeopleFixture() }
    private var store: Store { fixture.base.store }
    private var id: Int { fixture.integration.id }

    @Test func `an app's page tells what is dated and what was not read, and leads to Entra`() async throws {
        let store = store
        var assignment = AppRoleAssignment(id: "x1", principalID: "a1")
        (assignment.resourceID, assignment.appRoleID) = ("graph", "r1")
        assignment.createdDateTime = WebFixture.start.addingTimeInterval(-86_400)
        let dated = try StoredEntity(assignment)
        _ = try store.beginRun(id, kind: .scan, isFull: false, at: WebFixture.start.addingTimeInterval(-60))
        try await store.write(id) { try $0.keep(dated, round: 1, run: 1) }
        try await fixture.test { visitor in
            let before = try await visitor.page("/apps/contoso/a1")
            #expect(before.contains("Granted to the app itself: Mail.Read"))
            #expect(
                before.contains(
                    "https://entra.microsoft.com/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/a1/appId/6d2a1c9e"
                ))
            #expect(before.contains("Microsoft does not show them to other tenants"))
            #expect(before.contains("List of apps read</dt><dd><span class=\"muted\">not known"))
            _ = try await visitor.send("/apps/contoso/a1", [("decision", "notAllowed"), ("why", "no contract")])
            #expect(try await visitor.page("/apps/contoso/a1").contains("Not allowed, by user:ana"))
        }
    }

    @Test func `a national cloud has an admin center of its own`() async throws {
        let store = store
        _ = try store.add(
            Integration(
                name: "gov", tenantID: "t", clientID: "c", graphURL: "https://graph.microsoft.us",
                loginURL: "https://login.microsoftonline.us", credential: .secret, createdAt: WebFixture.start),
            secret: CredentialSecret(clientSecret: "x"))
        let gov = try #require(try store.integration(named: "gov"))
        var app = ServicePrincipal(id: "b1")
        app.displayName = "Gov app"
        let entity = try StoredEntity(app)
        try await store.write(gov.id) { try $0.keep(entity, round: 1, run: 1) }
        try await fixture.test { visitor in
            let page = try await visitor.page("/apps/gov/b1")
            #expect(page.contains("https://entra.microsoft.us/#view/"))
        }
    }
}
