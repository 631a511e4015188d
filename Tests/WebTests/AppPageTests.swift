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
            #expect(try await visitor.page("/apps/contoso/a1").contains("Not allowed, by ana"))
        }
    }

    @Test func `past instances take no place from open ones, and a link leads to all`() async throws {
        let (store, id) = (store, id)
        try await store.write(id) { writer in
            try writer.addFinding("app-not-certified", severity: .medium)
        }
        try await store.database.write { connection in
            for number in 0..<90 {
                let status = number < 70 ? "resolved" : "active"
                try connection.execute(
                    """
                    INSERT INTO instance (integration, fingerprint, check_id, kind, owner, entity_id, resource_type, resource_id,
                        resource_name, evidence, status, first_seen, last_seen, resolved_at, first_run, last_run, opened_run,
                        times_seen, since)
                    VALUES ($1, $2, 'app-not-certified', 'servicePrincipal', '', 'a1', 'servicePrincipal', 'a1', 'MailMerge', '{}', $3,
                        0, 0, NULL, 1, 1, 1, 1, $4)
                    """, [.int(id), .text("f\(number)"), .text(status), .int(number)])
            }
            try connection.execute("UPDATE finding SET active = 20, resolved = 70", [])
        }
        try await fixture.test { visitor in
            let page = try await visitor.page("/apps/contoso/a1")
            #expect(page.matches(of: /href="\/instances\/f[78]\d"/).count == 20)
            #expect(page.contains("All instances about this app"))
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
