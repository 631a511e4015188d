import Foundation
import Model
import Testing

@testable import Store

struct StoreLabelsTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }
    private var store: Store { fixture.store }

    private func label(_ id: String, _ name: String?) -> SensitivityLabel {
        var label = SensitivityLabel(id: id)
        label.name = name
        return label
    }

    /// A full round of reading the list, an hour after the one before.
    private func read(_ labels: [SensitivityLabel], round: Int) async throws {
        let at = moment(round)
        try await store.write(fixture.integration.id) { writer in
            try writer.keepLabels(labels, round: round, at: at)
            try writer.markLabelsDeleted(before: round, at: at)
        }
    }

    private func moment(_ round: Int) -> Date { fixture.now.addingTimeInterval(Double(round) * 3600) }
    private var kept: [KeptLabel] { get throws { try store.labels(of: fixture.integration.id) } }

    @Test func `a former name is kept with its time`() async throws {
        try await read([label("a", "General")], round: 1)
        try await read([label("a", "General")], round: 2)
        try await read([label("a", "Internal")], round: 3)
        try await read([label("a", "Public")], round: 4)
        let found = try kept
        #expect(found.map(\.label.name) == ["Public"] && found[0].firstSeen == moment(1))
        #expect(
            found[0].formerNames == [
                KeptLabel.FormerName(name: "General", since: moment(1), until: moment(3)),
                KeptLabel.FormerName(name: "Internal", since: moment(3), until: moment(4)),
            ])
    }

    @Test func `a name that comes back is no former name any more, but was one`() async throws {
        try await read([label("a", "General")], round: 1)
        try await read([label("a", "Internal")], round: 2)
        try await read([label("a", "General")], round: 3)
        #expect(try kept[0].label.name == "General")
        #expect(try kept[0].formerNames.map(\.name) == ["General", "Internal"])
    }

    @Test func `a deleted label stays with the day it was missed, and may come back`() async throws {
        try await read([label("a", "General"), label("b", "Secret")], round: 1)
        try await read([label("a", "General")], round: 2)
        try await read([label("a", "General")], round: 3)
        #expect(try kept.map(\.deletedAt) == [nil, moment(2)])
        #expect(try kept.map(\.status) == [.active, .deleted])
        try await read([label("a", "General"), label("b", "Secret")], round: 4)
        #expect(try kept.map(\.deletedAt) == [nil, nil])
    }

    @Test(arguments: ["<script>alert(1)</script>", "\u{202E}txt.exe", String(repeating: "x", count: 10_000), ""])
    func `any name comes back as it was`(name: String) async throws {
        try await read([label("a", name)], round: 1)
        #expect(try kept.map(\.label.name) == [name])
    }

    @Test func `labels of another integration are not touched, and go with their own`() async throws {
        var other = Integration.contoso
        other.name = "fabrikam"
        let fabrikam = try store.add(other, secret: CredentialSecret(clientSecret: "x"))
        try await read([label("a", "General")], round: 1)
        let now = fixture.now
        try await store.write(fabrikam.id) { writer in
            try writer.keepLabels([SensitivityLabel(id: "a")], round: 1, at: now)
            try writer.markLabelsDeleted(before: 9, at: now)
        }
        #expect(try kept.map(\.deletedAt) == [nil])
        #expect(try store.labels(of: fabrikam.id).map(\.deletedAt) == [now])
        try store.remove(fabrikam.id)
        #expect(try store.labels(of: fabrikam.id).isEmpty)
        #expect(try kept.count == 1)
    }
}
