import Flows
import Foundation
import Graph
import Model
import SimulatedTenant
import Testing

@testable import Store

/// The labels of the sample tenant, from Graph to what people see.
struct LabelBookTests {
    private func shelf(_ contoso: ContosoFixture) throws -> LabelBook.Shelf {
        try LabelBook(store: contoso.store).shelf(of: contoso.integration)
    }

    @Test func `sub-labels stand below their parent under both names`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scanner().syncLabels()
        let found = try shelf(contoso)
        #expect(
            found.rows.map(\.path) == [
                "General", "Confidential", "Confidential \\ All Employees", "Confidential \\ Board Only",
            ])
        #expect(found.rows.map(\.depth) == [0, 0, 1, 1])
        #expect(found.rows.allSatisfy { !$0.kept.label.isPreview })
        #expect(found.standing == .read(at: contoso.clock.now, isPreview: false))
        #expect(found.standing.trouble == nil)
        #expect(found.rows[0].entryID == "label-4e4234dd-377b-42a3-935b-0e42f138fa23")
    }

    @Test func `without its permission the preview list is read and says so`() async throws {
        let contoso = try ContosoFixture { $0.permissions.remove("SensitivityLabels.Read.All") }
        _ = try await contoso.scanner().syncLabels()
        let found = try shelf(contoso)
        #expect(found.rows.map(\.path).last == "Confidential \\ Board Only")
        #expect(found.rows.allSatisfy { $0.kept.label.isPreview })
        #expect(found.rows.last?.kept.status == .inactive)
        #expect(found.standing.trouble == "come from the preview list (beta)")
    }

    @Test func `unread labels are not no labels`() async throws {
        let contoso = try ContosoFixture {
            $0.permissions.subtract(["SensitivityLabels.Read.All", "InformationProtectionPolicy.Read.All"])
        }
        #expect(try shelf(contoso).standing == .unread)
        _ = try await contoso.scanner().syncLabels()
        let found = try shelf(contoso)
        #expect(found.rows.isEmpty && !found.standing.isRead)
        #expect(found.standing.trouble == "could not be read: denied, needs SensitivityLabels.Read.All")
    }

    @Test func `a permission that is taken away deletes no label`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scanner().syncLabels()
        let poorer = try ContosoFixture {
            $0.permissions.subtract(["SensitivityLabels.Read.All", "InformationProtectionPolicy.Read.All"])
        }
        let scan = Scan(
            integration: contoso.integration, store: contoso.store, graph: try poorer.scanner().graph,
            resolve: try poorer.scanner().resolve, now: { contoso.clock.now })
        contoso.clock.advance(3600)
        _ = try await scan.syncLabels()
        let found = try shelf(contoso)
        #expect(found.rows.count == 4 && found.rows.allSatisfy { $0.kept.deletedAt == nil })
        #expect(!found.standing.isRead)
    }

    @Test func `what is renamed and deleted in the tenant is told`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scan()
        let before = contoso.clock.now
        contoso.tenant.graph.edit {
            _ = $0.renameLabel("Confidential", to: "Restricted")
            _ = $0.removeLabel("General")
        }
        contoso.clock.advance(3600)
        _ = try await contoso.scanner().syncLabels()
        let found = try shelf(contoso)
        #expect(
            found.rows.map(\.path) == [
                "General", "Restricted", "Restricted \\ All Employees", "Restricted \\ Board Only",
            ])
        #expect(found.rows.map(\.kept.deletedAt) == [contoso.clock.now, nil, nil, nil])
        let former = try #require(found.rows[1].kept.formerNames.first)
        #expect(former.name == "Confidential" && former.since <= before && former.until == contoso.clock.now)
    }

    @Test func `a run for labels counts neither as a scan nor as a sync`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scanner().syncLabels()
        #expect(try contoso.store.runs(contoso.integration.id).isEmpty)
        #expect(try contoso.store.runs(contoso.integration.id, kind: .labels).count == 1)
    }
}
