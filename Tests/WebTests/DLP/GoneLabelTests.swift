import Foundation
import HTTPTypes
import HummingbirdTesting
import Model
import Testing

@testable import Flows
@testable import Store
@testable import Web

/// Profiles that hold a label of an integration which was removed, and whoever used its labels.
struct GoneLabelTests {
    let fixture: PeopleFixture
    private var store: Store { fixture.base.store }
    private static let board = "label-b31dcbf5-1d16-459d-8453-dc7d729e1a68"
    private static let labels = "MIP Sensitivity Labels - contoso"

    /// `fabrikam` is another tenant and uses the labels of contoso; `FL` holds one of them, and IBANs.
    init() async throws {
        fixture = try await PeopleFixture()
        try await fixture.keepLabels()
        var other = fixture.integration
        (other.name, other.tenantID) = ("fabrikam", "11111111-2222-4333-8444-555555555555")
        other = try store.add(other, secret: CredentialSecret(clientSecret: "x"))
        let deed = Deed(by: "user:ana", at: WebFixture.start)
        let book = ProfileBook(store: store)
        try book.attach([Self.labels, "Health Information"], to: other, deed)
        try book.add(ContentProfile(name: "FL", entries: [Self.board, "iban"], together: 2), deed)
        try book.add(ContentProfile(name: "Cards", entries: ["visa"]), deed)
    }

    @Test(arguments: ["allowed", "together"])
    func `a label that is gone stands in the profile's form, and stays until its box is cleared`(field: String)
        async throws
    {
        let (store, id) = (store, fixture.integration.id)
        try await fixture.test { visitor in
            try store.remove(id)
            let page = try await visitor.page("/dlp/profile?name=FL")
            #expect(page.contains("value=\"\(Self.board)\" checked") && page.contains("No longer there"))
            var form = try SentForm("/dlp/profile/change", of: page)
            form.type("1", into: field)
            #expect(try await visitor.send(form.action, form.entered).status == .seeOther)
            let kept = try #require(try store.contentProfiles().first { $0.profile.name == "FL" }?.profile)
            #expect(kept.entries == [Self.board, "iban"])
            // Somebody says so: then it goes.
            form = try SentForm("/dlp/profile/change", of: try await visitor.page("/dlp/profile?name=FL"))
            form.clear(Self.board)
            form.type("1", into: "together")
            #expect(try await visitor.send(form.action, form.entered).status == .seeOther)
            #expect(try store.contentProfiles().first { $0.profile.name == "FL" }?.profile.entries == ["iban"])
            let later1 = try await visitor.page("/dlp/profile?name=FL")
            #expect(!later1.contains("No longer there"))
        }
    }

    @Test func `a label that is gone and off stays off, and a copy says that it cannot have it`() async throws {
        let (store, id) = (store, fixture.integration.id)
        try await fixture.test { visitor in
            let off = try await visitor.call(.put, "/api/v1/dlp/profiles/FL/entries", #"{"on":["iban"]}"#)
            #expect(off.status == .ok)
            try store.remove(id)
            let form = try SentForm("/dlp/profile/change", of: try await visitor.page("/dlp/profile?name=FL"))
            #expect(!form.has(Self.board))
            _ = try await visitor.send(form.action, form.entered.map { $0.0 == "allowed" ? ("allowed", "1") : $0 })
            let item = try ProfileBook(store: store).item(named: "FL")
            #expect(item.off == [Self.board] && item.profile.allowed == 1)
            _ = try await visitor.call(
                .put, "/api/v1/dlp/profiles/FL/entries", #"{"on":["iban","\#(Self.board)"]}"#)
            let copy = try SentForm("/dlp/add-profile", of: try await visitor.page("/dlp/add-profile?copy=FL"))
            #expect(copy.has(Self.board))
            let refused = try await visitor.send(copy.action, copy.entered)
            #expect(refused.status == .unprocessableContent && refused.text.contains(Self.board))
        }
    }

    @Test func `whoever removes an integration reads who needs its labels, before and after`() async throws {
        let store = store
        try await fixture.test(.administrator) { visitor in
            let page = try await visitor.page("/integrations/contoso/remove")
            #expect(page.contains("FL holds labels of contoso") && page.contains("fabrikam will use the profile"))
            #expect(!page.contains("Cards holds"))
            let other = try await visitor.page("/integrations/fabrikam/remove")
            #expect(!other.contains("holds labels"))
            let gone = try await visitor.send(
                "/integrations/contoso/remove", [("name", "contoso"), ("protected", "drop")])
            #expect(gone.status == .seeOther)
            let text = try #require(gone.headers[.setCookie]?.prefix { $0 != ";" }.dropFirst("reeve-flash=".count))
            let data = Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4))
            let told = try JSONDecoder().decode(Flash.self, from: try #require(data)).words
            #expect(told.contains("FL holds labels of contoso") && told.contains("fabrikam uses the profile"))
            // A new integration of the name is attached nowhere unasked.
            #expect(try store.integration(named: "fabrikam")?.dlpProfiles == ["Health Information"])
        }
        let actions = try fixture.actions()
        #expect(actions.contains("integration.profiles"))
    }

    @Test func `labels of another tenant that an integration uses are shown there, and said of by the API`()
        async throws
    {
        let store = store
        try await fixture.test(.administrator) { visitor in
            let page = try await visitor.page("/integrations/fabrikam")
            #expect(page.contains("value=\"\(Self.labels)\" checked"))
            let later2 = try await visitor.page("/integrations/contoso")
            #expect(!later2.contains("Labels - fabrikam\""))
            func put(_ name: String, _ integration: String) async throws -> [String: Any] {
                try await visitor.call(
                    .put, "/api/v1/integrations/\(integration)/profiles", "{\"profiles\":[\"\(name)\"]}"
                ).object()
            }
            #expect(try await put(Self.labels, "fabrikam")["ofOtherTenants"] as? [String] == [Self.labels])
            #expect(try await put(Self.labels, "contoso")["ofOtherTenants"] as? [String] == [])
            _ = try await visitor.send("/integrations/fabrikam/profiles", [])
            #expect(try store.integration(named: "fabrikam")?.dlpProfiles == [])
            let later3 = try await visitor.page("/integrations/fabrikam")
            #expect(!later3.contains(Self.labels))
        }
    }
}
