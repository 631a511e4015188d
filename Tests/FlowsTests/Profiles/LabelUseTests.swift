import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

/// Who needs the labels of an integration.
struct LabelUseTests {
    let store: Store
    let deed = Deed(by: "user:ana", at: Date(timeIntervalSince1970: 1_800_000_000))
    private static let guids = (1...3).map { "00000000-0000-4000-8000-00000000000\($0)" }

    init() throws { store = try Store(.memory, key: SecretKey()) }

    private var book: ProfileBook { ProfileBook(store: store) }

    /// An integration with labels.
    private func add(_ name: String, tenant: Int, _ labels: [String]) async throws -> Integration {
        let added = try store.add(
            Integration(
                name: name, tenantID: "11111111-2222-4333-8444-00000000000\(tenant)",
                clientID: "11111111-2222-4333-8444-555555555555", graphURL: "https://graph.microsoft.com",
                loginURL: "https://login.microsoftonline.com", credential: .secret, createdAt: deed.at),
            secret: CredentialSecret(clientSecret: "x"))
        let kept = labels.map { id in
            var label = SensitivityLabel(id: id)
            label.name = "Label \(id.suffix(1))"
            return label
        }
        let at = deed.at
        try await store.write(added.id) { try $0.keepLabels(kept, round: 1, at: at) }
        return added
    }

    @Test func `only labels that nobody else has are lost, and only by profiles that hold them`() async throws {
        let first = try await add("first", tenant: 1, [Self.guids[0], Self.guids[1]])
        let second = try await add("second", tenant: 1, [Self.guids[1]])
        let third = try await add("third", tenant: 2, [Self.guids[2]])
        for (name, entries) in [
            ("Lost", ["label-\(Self.guids[0])", "iban"]), ("Shared", ["label-\(Self.guids[1])"]),
            ("Other", ["label-\(Self.guids[2])"]), ("None", ["iban"]),
        ] {
            try book.add(ContentProfile(name: name, entries: Set(entries)), deed)
        }
        #expect(try book.use(ofLabelsOf: first).profiles == ["Lost"])
        #expect(try book.use(ofLabelsOf: second).profiles.isEmpty)
        #expect(try book.use(ofLabelsOf: third).profiles == ["Other"])
        // Off is held as well: somebody may switch it on again.
        try book.setEntries(["iban"], of: "Lost", deed)
        #expect(try book.use(ofLabelsOf: first).profiles == ["Lost"])
    }

    @Test func `the profile of labels goes with its integration wherever it is used`() async throws {
        let first = try await add("first", tenant: 1, [Self.guids[0]])
        let second = try await add("second", tenant: 2, [])
        try book.attach([first.labelProfile, "Health Information"], to: second, deed)
        try book.attach([first.labelProfile], to: first, deed)
        #expect(try book.use(ofLabelsOf: first).users == ["second"])
        #expect(try book.ofOtherTenants(among: [first.labelProfile], for: second) == [first.labelProfile])
        #expect(try book.ofOtherTenants(among: [first.labelProfile], for: first).isEmpty)
        let outcome = try Removing(store: store).remove(first, keepsProtected: false, deed)
        #expect(outcome.labels.users == ["second"])
        #expect(try store.integrations().map(\.dlpProfiles) == [["Health Information"]])
        // One of the same name is attached nowhere.
        _ = try await add("first", tenant: 1, [Self.guids[0]])
        #expect(try store.integration(named: "second")?.dlpProfiles == ["Health Information"])
    }

    @Test func `labels of the same tenant are no other's`() async throws {
        let first = try await add("first", tenant: 1, [Self.guids[0]])
        let second = try await add("second", tenant: 1, [Self.guids[0]])
        #expect(try book.ofOtherTenants(among: [first.labelProfile], for: second).isEmpty)
    }
}
