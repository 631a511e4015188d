import Foundation
import Model
import Testing

@testable import Store

struct IntegrationNameTests {
    @Test func `two names differ by more than case`() throws {
        let store = try Store(.memory, key: SecretKey())
        func add(_ name: String) throws {
            _ = try store.add(
                Integration(
                    name: name, tenantID: "t", clientID: "c", graphURL: "https://g.example",
                    loginURL: "https://l.example", credential: .secret, createdAt: Date(timeIntervalSince1970: 0)),
                secret: CredentialSecret(clientSecret: "x"))
        }
        try add("Büro Head")
        #expect(throws: StoreError.duplicate(name: "Büro Head")) { try add("BÜRO HEAD") }
        #expect(try store.integrationName(like: "büro head") == "Büro Head")
        #expect(try store.integrationName(like: "büro") == nil)
    }

    @Test(arguments: [
        "a", "Contoso Ltd.", "2nd-tenant_b", "Müller GmbH", "Société générale", "Łódź", "株式会社コントソ", "שלום", "कंपनी",
        "บริษัท",
        String(repeating: "名", count: 64),
    ])
    func `is of letters of any script`(name: String) { #expect(Integration.isName(name)) }

    @Test func `is kept and found composed, however it was typed`() throws {
        let typed = "Mu\u{308}ller"
        #expect(!Integration.isName(typed))
        #expect(Integration.isName(Integration.named(typed)))
        var integration = Integration.contoso
        integration.name = Integration.named(typed)
        let store = try StoreFixture().store
        _ = try store.add(integration, secret: CredentialSecret(clientSecret: "x"))
        for name in [typed, "M\u{FC}ller"] { #expect(try store.integration(named: name) != nil) }
        #expect(IntegrationDraft(name: typed).name.unicodeScalars.count == 6)
    }

    @Test(arguments: ["a b ", " a", "a  b", ".a", "a/b", "a\u{AD}b", "a\u{2066}b", "\u{115F}", "a\tb", "😀", "a\u{A0}b"])
    func `is nothing that hides, ends in a blank or leaves a path`(name: String) { #expect(!Integration.isName(name)) }
}
