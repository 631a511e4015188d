import Foundation
import Model
import Store
import Testing

@testable import Flows

/// What commands change on the list stands in the audit log, as what pages change does.
struct ProtectAuditTests {
    private func lines(_ fixture: ProtectFixture) throws -> [String] {
        try fixture.store.audit(AuditFilter(), limit: 100).records.reversed().map { record in
            let entry = record.entry
            return "\(entry.actor) \(entry.action) \(entry.subject) \(entry.detail ?? "")"
        }
    }

    @Test func `adding and removing are noted with whom and what`() async throws {
        let fixture = try await ProtectFixture()
        let home = Protect.SecondaryTerms(address: "adele@home.example")
        _ = try fixture.protect.add(.user("u-adele"), secondary: [home])
        #expect(
            try lines(fixture) == [
                "cli:ana protection.add Adele Vance user u-adele",
                "cli:ana secondary-email.add Adele Vance adele@home.example",
            ])
        // The same once more changes nothing.
        _ = try fixture.protect.add(.user("u-adele"), secondary: [home])
        #expect(try lines(fixture).count == 2)
        _ = try fixture.protect.add(.user("u-adele"), Protect.Terms(comment: "board"))
        #expect(try lines(fixture).last == "cli:ana protection.edit Adele Vance user u-adele")
        try fixture.protect.remove(.user("u-adele"), secondary: ["adele@home.example"])
        #expect(try lines(fixture).last == "cli:ana secondary-email.remove Adele Vance adele@home.example")
        try fixture.protect.remove(.user("u-adele"))
        #expect(try lines(fixture).last == "cli:ana protection.remove Adele Vance user u-adele")
        #expect(throws: ProtectError.self) { try fixture.protect.remove(.user("u-adele")) }
        _ = try fixture.protect.add(.group("Executives"))
        #expect(try lines(fixture).last == "cli:ana protection.add Executives group g-exec")
        #expect(try lines(fixture).count == 6)
    }

    @Test func `an import is one line with the names`() async throws {
        let fixture = try await ProtectFixture()
        try fixture.load("name,email\nAna Silva,ana@x.example\nBo Li,bo@x.example\n")
        #expect(try lines(fixture) == ["cli:ana protection.import vips.csv 2 added: Ana Silva, Bo Li"])
    }
}
