import Flows
import Foundation
import Model
import SimulatedTenant
import Testing

@testable import Store

struct AppPermissionTests {
    private func report(_ contoso: ContosoFixture, _ name: String) throws -> AppReport? {
        try AppListing(store: contoso.store, of: contoso.integration, asOf: contoso.clock.now).page(
            AppFilter(text: name)
        ).elements
            .first
    }

    @Test func `what an app may do by itself is read and named without the optional permission`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let travel = try #require(try report(contoso, "travel desk"))
        #expect(travel.reaches.map(\.service) == ["Mail"])
        #expect(travel.reaches.first?.permissions.sorted() == ["Mail.Read", "Mail.Send"])
        #expect(travel.reaches.first?.isByItself == true)
        #expect(travel.isCertified == nil)
        let listing = AppListing(store: contoso.store, of: contoso.integration, asOf: contoso.clock.now)
        #expect(try listing.consents()?.state == .denied)
        #expect(try listing.consents()?.detail == "needs Directory.Read.All")
    }

    @Test func `consents of people are read where it is granted, and gone when they are`() async throws {
        let contoso = try ContosoFixture { $0.permissions.insert("Directory.Read.All") }
        _ = try await contoso.scan()
        let sketch = try #require(try report(contoso, "sketchboard"))
        #expect(sketch.reaches.contains { $0.service == "Files" && $0.verbs == [.change] && $0.people.count == 1 })
        let crm = try #require(try report(contoso, "trailhead"))
        #expect(crm.reaches.allSatisfy(\.isForEverybody) && !crm.reaches.isEmpty)
        let listing = AppListing(store: contoso.store, of: contoso.integration, asOf: contoso.clock.now)
        #expect(try listing.consents()?.state == .ok)
        #expect(try !listing.page().elements.contains { $0.app.displayName == "Microsoft Graph" })
    }

    @Test func `a second scan asks apps again only when what it knows is old`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let first = try contoso.store.count(.appRoleAssignment, of: contoso.integration.id)
        contoso.clock.advance(3600)
        _ = try await contoso.scan()
        #expect(try contoso.store.count(.appRoleAssignment, of: contoso.integration.id) == first)
        #expect(first > 0)
    }
}
