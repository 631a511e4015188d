import Foundation
import Graph
import Model
import SimulatedTenant
import Testing

@testable import Flows
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
        #expect(
            found.standing.trouble
                == "could not be read: denied, needs InformationProtectionPolicy.Read.All or SensitivityLabels.Read.All"
        )
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

    @Test func `a label whose parent is renamed keeps the path it had`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scanner().syncLabels()
        let before = contoso.clock.now
        contoso.tenant.graph.edit { _ = $0.renameLabel("Confidential", to: "Restricted") }
        contoso.clock.advance(3600)
        _ = try await contoso.scanner().syncLabels()
        let rows = try shelf(contoso).rows
        #expect(
            rows.map(\.kept.formerNames) == [
                [], [.init(name: "Confidential", since: before, until: contoso.clock.now)],
                [.init(name: "Confidential \\ All Employees", since: before, until: contoso.clock.now)],
                [.init(name: "Confidential \\ Board Only", since: before, until: contoso.clock.now)],
            ])
        let book = LabelBook(store: contoso.store)
        for text in ["confidential", "Confidential\\ Board Only", "restricted \\ board"] {
            let found = try #require(try book.labels(called: text, of: nil)[contoso.integration.id])
            #expect(found.contains(rows[3].kept.id), "\(text)")
        }
        #expect(try book.labels(called: "Internal", of: nil).isEmpty)
    }

    @Test func `findings tell a label by its present name, whatever it was called when the file was read`() async throws
    {
        let contoso = try ContosoFixture()
        _ = try await contoso.scanner().syncLabels()
        contoso.tenant.graph.edit {
            _ = $0.renameLabel("Confidential", to: "Restricted")
            _ = $0.removeLabel("General")
        }
        contoso.clock.advance(3600)
        _ = try await contoso.scanner().syncLabels()
        let board = "b31dcbf5-1d16-459d-8453-dc7d729e1a68"
        let general = "4e4234dd-377b-42a3-935b-0e42f138fa23"
        let evidence: Evidence = [
            "matches": .records([
                ["entry": .text("label-\(board)"), "title": .text("Confidential \\ Board Only")],
                ["entry": .text("iban"), "title": .text("IBAN")],
            ]), "labels": .list([board, general, "x"]),
            "foreignLabels": .records([["label": .text("x"), "tenant": .text("t"), "part": Evidence.Value.none]]),
        ]
        let instance = Instance(
            check: "file-content-match", severity: .medium, integration: contoso.integration.name,
            tenantID: contoso.integration.tenantID, resource: Resource(.driveItem, id: "1", name: "Leads.xlsx"),
            status: .active, firstSeen: contoso.clock.now, lastSeen: contoso.clock.now, fingerprint: "f",
            evidence: evidence)
        var names = LabelNames(contoso.store)
        func titles(_ instance: Instance) -> [Evidence.Value?] {
            guard case .records(let matches)? = instance.evidence["matches"] else { return [] }
            return matches.map { $0["title"] }
        }
        let named = try names.named(instance)
        #expect(titles(named) == [.text("Restricted \\ Board Only"), .text("IBAN")])
        #expect(named.evidence["labels"] == evidence["labels"])
        let readable = try names.readable(instance)
        #expect(titles(readable) == titles(named))
        #expect(
            readable.evidence["labels"]
                == .list(["Restricted \\ Board Only", "General (deleted)", "x (label of another organization)"]))
        #expect(try names.told(of: contoso.integration.name)[general] == "General (deleted)")
    }

    @Test func `a run for labels counts neither as a scan nor as a sync`() async throws {
        let contoso = try ContosoFixture()
        _ = try await contoso.scanner().syncLabels()
        #expect(try contoso.store.runs(contoso.integration.id).isEmpty)
        #expect(try contoso.store.runs(contoso.integration.id, kind: .labels).count == 1)
    }
}
