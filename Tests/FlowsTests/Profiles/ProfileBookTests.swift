import Foundation
import Model
import Testing

@testable import Flows
@testable import Store

struct ProfileBookTests {
    let store: Store
    let integration: Integration
    let deed = Deed(by: "user:ana", at: Date(timeIntervalSince1970: 1_800_000_000))

    init() throws {
        store = try Store(.memory, key: SecretKey())
        integration = try store.add(
            Integration(
                name: "contoso", tenantID: "84841066-274d-4ec0-a5c1-276be684bdd3",
                clientID: "11111111-2222-4333-8444-555555555555", graphURL: "https://graph.microsoft.com",
                loginURL: "https://login.microsoftonline.com", credential: .secret, createdAt: deed.at),
            secret: CredentialSecret(clientSecret: "x"))
    }

    private var book: ProfileBook { ProfileBook(store: store) }
    private let falcon = ContentProfile(name: "Falcon", entries: ["iban", "visa"], minimum: .high, allowed: 2)

    private func keepLabels(_ names: [String: String]) async throws {
        let labels = names.map { id, name in
            var label = SensitivityLabel(id: id)
            label.name = name
            return label
        }
        let at = deed.at
        try await store.write(integration.id) { try $0.keepLabels(labels, round: 1, at: at) }
    }

    private let guid = "4e4234dd-377b-42a3-935b-0e42f138fa23"

    @Test func `the predefined ones and the labels of an integration are there by themselves`() async throws {
        try await keepLabels([guid: "General"])
        let items = try book.items()
        #expect(items.first?.profile.name == "Financial Information" && items.first?.origin == .predefined)
        let labels = try #require(items.first { $0.origin == .labels("contoso") })
        #expect(labels.profile.name == "MIP Sensitivity Labels - contoso")
        #expect(labels.profile.entries == ["label-\(guid)", "label-not-of-\(integration.tenantID)"])
        #expect(labels.lines.map(\.entry.title) == ["General", "Labels of other organizations"])
    }

    @Test func `one's own is kept with its terms, changed and removed`() throws {
        try book.add(falcon, deed)
        let item = try book.item(named: "FALCON")
        #expect(item.profile == falcon && item.lines.count == 2 && item.origin == .custom(by: "user:ana", at: deed.at))
        var eagle = falcon
        (eagle.name, eagle.usesContext) = ("Eagle", false)
        try book.change("falcon", to: eagle, deed)
        #expect(try book.items().filter(\.origin.isCustom).map(\.profile) == [eagle])
        try book.remove("eagle", deed)
        #expect(try book.items().filter(\.origin.isCustom).isEmpty)
        #expect(
            try store.audit(AuditFilter(), limit: 9).records.map(\.entry.action) == [
                "profile.remove", "profile.change", "profile.add",
            ])
    }

    @Test(arguments: [
        (ContentProfile(name: "  ", entries: ["iban"]), "the name is empty"),
        (
            ContentProfile(name: String(repeating: "x", count: 10_000), entries: ["iban"]),
            "the name has 10000 characters, 200 are allowed"
        ),
        (ContentProfile(name: "a\nb", entries: ["iban"]), "the name holds a control character"),
        (ContentProfile(name: "Falcon", entries: []), "the profile has no entries"),
        (ContentProfile(name: "Falcon", entries: ["nothing"]), "there is no entry \"nothing\""),
        (
            ContentProfile(name: "Falcon", entries: ["iban"], allowed: -1),
            "the number of allowed matches has to lie between 0 and 1000000"
        ),
        (
            ContentProfile(name: "financial information", entries: ["iban"]),
            "there is a profile \"Financial Information\" already: choose another name"
        ),
        (
            ContentProfile(name: "MIP Sensitivity Labels - fabrikam", entries: ["iban"]),
            "names that begin with \"MIP Sensitivity Labels - \" are kept for the labels of integrations"
        ),
    ])
    func `what cannot be used is refused in one sentence`(profile: ContentProfile, why: String) throws {
        let trouble = #expect(throws: ProfileTrouble.self) { try book.add(profile, deed) }
        #expect(trouble?.description == why)
        #expect(try store.contentProfiles().isEmpty)
    }

    @Test(arguments: ["<script>alert(1)</script>", "\u{202E}nocl", "a/b?c=%2F", ".."])
    func `any other name will do`(name: String) throws {
        try book.add(ContentProfile(name: name, entries: ["iban"]), deed)
        #expect(try book.item(named: name).profile.name == name)
    }

    @Test func `an entry of a predefined profile is switched off and on, a card brand too`() throws {
        let before = try book.item(named: "Financial Information")
        #expect(before.profile.entries.contains("credit_card") && before.lines.contains { $0.id == "visa" })
        let off = try book.turn(["visa", "iban"], .off, in: "financial information", deed)
        #expect(!off.profile.entries.contains("credit_card") && !off.profile.entries.contains("visa"))
        #expect(off.profile.entries.contains("mastercard") && !off.profile.entries.contains("iban"))
        #expect(try book.wanted(["Financial Information"]).profiles.first?.entries == off.profile.entries)
        let on = try book.turn(["visa", "iban"], .on, in: "Financial Information", deed)
        #expect(on.profile == before.profile)
        #expect(throws: ProfileTrouble.self) { try book.turn(["jwt"], .off, in: "Financial Information", deed) }
        #expect(throws: ProfileTrouble.self) { try book.setEntries(["jwt"], of: "Financial Information", deed) }
    }

    @Test func `an entry of one's own profile is switched off, stays in it and comes back`() throws {
        try book.add(ContentProfile(name: "Eagle", entries: ["iban", "visa", "jwt"]), deed)
        var item = try book.turn(["visa"], .off, in: "eagle", deed)
        #expect(item.lines.filter { !$0.isOn }.map(\.id) == ["visa"] && item.lines.count == 3)
        #expect(item.profile.entries == ["iban", "jwt"])
        #expect(try book.wanted(["Eagle"]).profiles.first?.entries == ["iban", "jwt"])
        // Other terms and another name leave it as it is.
        var other = item.profile
        (other.name, other.allowed) = ("Kite", 3)
        try book.change("Eagle", to: other, deed)
        #expect(try book.item(named: "Kite").lines.map(\.isOn).count { !$0 } == 1)
        item = try book.turn(["visa"], .on, in: "Kite", deed)
        #expect(item.profile.entries == ["iban", "visa", "jwt"])
        item = try book.turn(["iban", "visa", "jwt"], .off, in: "Kite", deed)
        #expect(item.profile.entries == [] && item.lines.count == 3)
        // Entries that are said anew are those that it has.
        other.entries = ["iban", "us_ssn"]
        try book.change("Kite", to: other, deed)
        item = try book.item(named: "Kite")
        #expect(Set(item.lines.map(\.id)) == ["iban", "us_ssn"] && item.profile.entries == ["iban", "us_ssn"])
        try book.turn(["iban"], .off, in: "Kite", deed)
        // Unless what is off is said to stay.
        other.entries = ["us_ssn", "jwt"]
        try book.change("Kite", to: other, keeping: ["iban", "visa"], deed)
        item = try book.item(named: "Kite")
        #expect(item.profile.entries == ["us_ssn", "jwt"] && item.off == ["iban"])
        other.entries = ["iban", "us_ssn"]
        try book.remove("Kite", deed)
        try book.add(other, deed)
        #expect(try book.item(named: "Kite").profile.entries == ["iban", "us_ssn"])
    }

    @Test func `a profile that is said anew has what is named and no more`() throws {
        try book.add(ContentProfile(name: "Anew", entries: ["visa", "iban"]), deed)
        try book.turn(["visa"], .off, in: "Anew", deed)
        try book.replace("Anew", with: ContentProfile(name: "Anew", entries: ["iban"]), deed)
        #expect(try book.item(named: "Anew").lines.map(\.id) == ["iban"])
    }

    @Test func `which entries are on is said of one's own profile as of any other`() throws {
        try book.add(ContentProfile(name: "Eagle", entries: ["iban", "visa"]), deed)
        let item = try book.setEntries(["visa", "jwt"], of: "Eagle", deed)
        #expect(item.profile.entries == ["visa", "jwt"] && item.lines.filter { !$0.isOn }.map(\.id) == ["iban"])
    }

    @Test func `an entry that is switched off cannot be removed`() throws {
        let entries = EntryBook(store: store)
        let entry = try entries.add(EntryBook.Draft(name: "P", means: .pattern(expression: "P-[0-9]{6}")), deed)
        try book.add(ContentProfile(name: "Eagle", entries: ["iban", entry.id]), deed)
        try book.turn([entry.id], .off, in: "Eagle", deed)
        #expect(throws: ProfileTrouble.self) { try entries.remove(entry.id, deed) }
    }

    @Test func `a profile that came with Reeve is neither changed nor removed`() throws {
        #expect(throws: ProfileTrouble.self) { try book.remove("Health Information", deed) }
        #expect(throws: ProfileTrouble.self) { try book.change("Health Information", to: falcon, deed) }
    }

    @Test func `an integration uses the profiles that there are, and none else`() throws {
        try book.add(falcon, deed)
        #expect(
            try book.attach(["falcon", "Falcon", "health information"], to: integration, deed) == [
                "Falcon", "Health Information",
            ])
        #expect(try book.item(named: "Falcon").attachedTo == ["contoso"])
        let refusal = #expect(throws: ProfileTrouble.self) { try book.attach(["Nothing"], to: integration, deed) }
        #expect(refusal?.description.contains("there is no profile \"Nothing\"; there are: Financial") == true)
        #expect(refusal?.isUnknown == true)
        #expect(
            throws: ProfileTrouble("Falcon is used by contoso: take it away there first")
        ) { try book.remove("Falcon", deed) }
        try book.attach([], to: integration, deed)
        try book.remove("Falcon", deed)
    }

    @Test func `profiles come and go one by one, and one that is gone goes along`() throws {
        func using(_ names: [String]) -> Integration {
            var used = integration
            used.dlpProfiles = names
            return used
        }
        try book.add(falcon, deed)
        let both = try book.attach(["health information", "Falcon"], detaching: [], of: using(["Falcon"]), deed)
        #expect(both == ["Falcon", "Health Information"])
        #expect(try book.attach([], detaching: ["FALCON"], of: using(both), deed) == ["Health Information"])
        #expect(try book.item(named: "Falcon").attachedTo == [])
        #expect(try book.attach(["Falcon"], detaching: [], of: using(["Gone"]), deed) == ["Falcon"])
        #expect(try book.attach([], detaching: ["gone"], of: using(["Gone"]), deed) == [])
        #expect(throws: ProfileTrouble("contoso does not use \"Falcon\"; it uses no profile")) {
            try book.attach([], detaching: ["Falcon"], of: using([]), deed)
        }
    }

    @Test func `an integration that is about to be added may use the labels that come with it, no other's`() throws {
        let names = ["pii record", "mip sensitivity labels - NEW"]
        #expect(
            try book.names(names, attachedTo: "new") == ["PII Record", "MIP Sensitivity Labels - new"])
        #expect(throws: ProfileTrouble.self) { try book.names(names, attachedTo: "newer") }
        #expect(throws: ProfileTrouble.self) { try book.names(names) }
    }

    @Test func `a label is an entry like any other, by its path too, and stays when it is gone`() async throws {
        try await keepLabels([guid: "General"])
        let catalogue = try book.catalogue()
        #expect(try catalogue.id(meant: "general") == "label-\(guid)")
        try book.add(ContentProfile(name: "Marked", entries: ["label-\(guid)"]), deed)
        let trial = try ContentTrial(profile: "marked", in: book)
        func found(_ label: String, of tenant: String) -> [String] {
            let label = DocumentLabel(labelID: label, siteID: tenant, carrier: .labelInfo)
            return trial.run(Extraction(labels: [label], status: .ok)).found.filter(\.counts).map(\.title)
        }
        #expect(found(guid.uppercased(), of: integration.tenantID) == ["General"])
        #expect(found(guid, of: "00000000-0000-4000-8000-000000000000").isEmpty)
        try store.remove(integration.id)
        let line = try #require(try book.item(named: "Marked").lines.first)
        #expect(line.entry.isDeleted && line.id == "label-\(guid)")
    }

    @Test func `names that several entries have are told apart by id`() async throws {
        try await keepLabels([guid: "General", "b31dcbf5-1d16-459d-8453-dc7d729e1a68": "General"])
        let refusal = #expect(throws: ProfileTrouble.self) { try book.catalogue().id(meant: "General") }
        #expect(refusal?.description.hasPrefix("2 entries are called \"General\": give an id (label-") == true)
    }

    @Test func `a name that several entries have means the one of the profile that is named`() async throws {
        var second = integration
        (second.name, second.tenantID) = ("partner", "22222222-274d-4ec0-a5c1-276be684bdd3")
        second = try store.add(second, secret: CredentialSecret(clientSecret: "x"))
        let profile = try book.item(named: "MIP Sensitivity Labels - partner")
        let catalogue = try book.catalogue()
        #expect(throws: ProfileTrouble.self) { try catalogue.id(meant: "Labels of other organizations") }
        #expect(
            try catalogue.id(meant: "Labels of other organizations", in: profile) == "label-not-of-\(second.tenantID)")
        #expect(try catalogue.id(meant: "jwt", in: profile) == "jwt")
    }

    @Test func `labels of other organizations are an entry of their own`() async throws {
        let id = "label-not-of-\(integration.tenantID)"
        let stranger = "00000000-0000-4000-8000-000000000000"
        func found(_ sites: [String]) throws -> [String] {
            let labels = sites.map { DocumentLabel(labelID: guid, siteID: $0, carrier: .labelInfo) }
            return try ContentTrial(profile: "MIP Sensitivity Labels - contoso", in: book)
                .run(Extraction(labels: labels, status: .ok)).found.filter(\.counts).map(\.title)
        }
        #expect(try found([stranger]) == ["Labels of other organizations"])
        #expect(try found([integration.tenantID.uppercased()]).isEmpty)
        // Nobody knows whose it is.
        #expect(try found([""]).isEmpty)
        try await keepLabels([guid: "General"])
        #expect(try found([integration.tenantID, stranger]) == ["General", "Labels of other organizations"])
        #expect(try book.catalogue().id(meant: "labels of other organizations") == id)
        try book.turn([id], .off, in: "MIP Sensitivity Labels - contoso", deed)
        #expect(try found([stranger]).isEmpty)
    }
}
