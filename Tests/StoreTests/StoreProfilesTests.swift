import Foundation
import Model
import Testing

@testable import Store

struct StoreProfilesTests {
    let fixture: StoreFixture
    init() throws { fixture = try StoreFixture() }
    private var store: Store { fixture.store }

    private var entry: AuditEntry { AuditEntry(at: fixture.now, actor: "user:ana", action: "x.y", subject: "x") }

    private func kept(_ name: String, _ entries: Set<String> = ["iban"]) -> KeptProfile {
        KeptProfile(ContentProfile(name: name, entries: entries, allowed: 3), by: "user:ana", at: fixture.now)
    }

    @Test(arguments: ["Falcon", "<script>alert(1)</script>", "\u{202E}nocl", "Ünïcode / 50% & more"])
    func `a profile comes back as it was kept`(name: String) throws {
        let made = kept(name, ["iban", "own-words"])
        try store.keep(made, inPlaceOf: nil, entry)
        #expect(try store.contentProfiles() == [made])
        #expect(try store.profiles(with: "own-words") == [name])
        #expect(try store.removeContentProfile(name.uppercased(), entry))
        #expect(try store.contentProfiles().isEmpty && store.profiles(with: "own-words").isEmpty)
        #expect(try !store.removeContentProfile(name, entry))
    }

    @Test func `a profile takes the place of the one of its name, and of its former name`() throws {
        try store.keep(kept("Falcon", ["iban"]), inPlaceOf: nil, entry)
        try store.keep(kept("FALCON", ["us_ssn"]), inPlaceOf: nil, entry)
        #expect(try store.contentProfiles().map(\.profile.entries) == [["us_ssn"]])
        try store.keep(kept("Eagle", ["us_ssn"]), inPlaceOf: "falcon", entry)
        #expect(try store.contentProfiles().map(\.profile.name) == ["Eagle"])
        #expect(try store.profiles(with: "us_ssn") == ["Eagle"] && store.profiles(with: "iban").isEmpty)
    }

    @Test func `integrations go on using a profile under its new name`() throws {
        try store.keep(kept("Falcon"), inPlaceOf: nil, entry)
        try store.setProfiles(["Financial Information", "Falcon"], of: fixture.integration, entry)
        try store.keep(kept("Eagle"), inPlaceOf: "Falcon", entry)
        #expect(
            try store.integration(named: "contoso")?.dlpProfiles == ["Financial Information", "Eagle"])
    }

    @Test func `what is switched off stays off until it is said otherwise`() throws {
        try store.setEntriesOff(["visa", "iban"], in: "Financial Information", entry)
        #expect(try store.entriesOff() == ["financial information": ["visa", "iban"]])
        try store.setEntriesOff([], in: "FINANCIAL Information", entry)
        #expect(try store.entriesOff().isEmpty)
    }

    @Test func `with an integration go the switches of its labels`() throws {
        try store.setEntriesOff(["label-a"], in: fixture.integration.labelProfile, entry)
        try store.remove(fixture.integration.id)
        #expect(try store.entriesOff().isEmpty)
    }

    @Test func `every change is a line of the audit log`() throws {
        try store.keep(kept("Falcon"), inPlaceOf: nil, entry)
        try store.setEntriesOff(["visa"], in: "x", entry)
        try store.setProfiles(["Falcon"], of: fixture.integration, entry)
        _ = try store.removeContentProfile("Falcon", entry)
        _ = try store.removeContentProfile("Falcon", entry)
        #expect(try store.audit(AuditFilter(), limit: 10).records.count == 4)
    }

    private var words: CustomEntry {
        CustomEntry(id: "own-words", name: "Words", means: .words(list: ["falcon", "eagle"]), exclusionWords: ["x"])
    }

    @Test func `an entry comes back as it was kept, and the key of its material is sealed`() throws {
        let made = KeptEntry(words, by: "user:ana", at: fixture.now)
        let material = EntryMaterial(key: Array(repeating: 0xA7, count: 32), bytes: [1, 2, 3])
        try store.keep(made, material: material, entry)
        #expect(try store.customEntries() == [made])
        #expect(try store.material(of: "own-words") == material)
        try store.keep(made, material: nil, entry)
        #expect(try store.material(of: "own-words") == material)
        let sealed = try store.database.read {
            try $0.first("SELECT sealed_key FROM dlp_entry") { $0.blob(0) }
        }
        #expect(try #require(sealed).count > 32)
        #expect(try #require(sealed).filter { $0 == 0xA7 }.count < 8)
        let stranger = Store(sharing: store, key: SecretKey())
        #expect(throws: StoreError.self) { try stranger.material(of: "own-words") }
        #expect(try store.removeCustomEntry("own-words", entry))
        #expect(try store.customEntries().isEmpty && store.material(of: "own-words") == nil)
    }
}
