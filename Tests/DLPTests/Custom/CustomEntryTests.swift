import Foundation
import Model
import DLP
import Testing

struct CustomEntryTests {
    let entry = CustomEntry(
        id: "custom-badge", name: "Badge number", means: .pattern(expression: #"B-\d{6}"#),
        exclusionWords: ["B-000000"], hotWords: [.init(.raise, words: ["badge"])])

    func trouble(_ change: (inout CustomEntry) -> Void = { _ in }) -> String? {
        var entry = entry
        change(&entry)
        return entry.trouble
    }

    @Test func `nothing speaks against a plain one of each kind`() {
        let guid = "9fbde396-1a24-4c79-8edf-9254a0f35055"
        let means: [CustomEntry.Means] = [
            .pattern(expression: #"B-\d{6}"#), .words(list: ["Project Osprey"]),
            .dataset(
                columns: [.init(name: "Account", isPrimary: true), .init(name: "Name", isPrimary: false)], supporting: 1
            ),
            .fingerprint(documents: ["contract.docx"], percent: 60), .label(id: guid, tenant: guid),
        ]
        for means in means { #expect(trouble { $0.means = means } == nil) }
    }

    @Test func `says what is wrong with an id, a name or an expression`() {
        #expect(trouble { $0.id = "iban" }?.hasPrefix("the id has to consist of small letters") == true)
        #expect(trouble { $0.name = " \t" } == "the name is empty")
        #expect(trouble { $0.name = "a\u{7}" } == "the name holds a control character")
        #expect(trouble { $0.means = .pattern(expression: "") } == "the expression is empty")
        #expect(
            trouble { $0.means = .pattern(expression: String(repeating: "a", count: 1_001)) }
                == "the expression has 1001 bytes, 1000 are allowed")
        #expect(
            trouble { $0.means = .pattern(expression: "a{1,1001}") } == "the expression repeats more than 1000 times")
        #expect(
            trouble { $0.means = .pattern(expression: "a{99999999999999999999}") }
                == "the expression repeats more than 1000 times")
        #expect(trouble { $0.means = .pattern(expression: "a{1000}|b{c}") } == nil)
    }

    @Test func `says what is wrong with words, columns, documents and labels`() {
        #expect(trouble { $0.means = .words(list: []) } == "there are no words")
        #expect(trouble { $0.means = .words(list: ["a", " "]) } == "one of the words is empty")
        #expect(
            trouble { $0.means = .dataset(columns: [.init(name: "a", isPrimary: false)], supporting: 0) }
                == "one column has to be the primary one, not 0")
        #expect(
            trouble { $0.means = .dataset(columns: [.init(name: "a", isPrimary: true)], supporting: 1) }
                == "1 supporting cells are asked for, but there are 0 other columns")
        #expect(
            trouble { $0.means = .fingerprint(documents: ["a"], percent: 5) }
                == "the percentage has to lie between 10 and 100, not at 5")
        #expect(
            trouble { $0.means = .label(id: "Secret", tenant: "") }
                == "a label is named by the GUIDs of the label and its tenant")
        #expect(trouble { $0.hotWords[0].words = [""] } == "a hot word is empty")
        #expect(trouble { $0.hotWords[0].before = 2_000 } == "hot words count within 1 to 1000 bytes of a match")
        #expect(trouble { $0.exclusionWords = ["", "a"] } == "one of the exclusion words is empty")
    }

    @Test func `an entry and a profile come back from JSON as they were`() throws {
        #expect(try JSONDecoder().decode(CustomEntry.self, from: JSONEncoder().encode(entry)) == entry)
        let profile = ContentProfile(
            name: "Staff", entries: ["iban", "custom-badge", "email"], minimum: .high, allowed: 3, together: 2,
            usesContext: false)
        let bytes = try JSONEncoder().encode(profile)
        #expect(try JSONDecoder().decode(ContentProfile.self, from: bytes) == profile)
        #expect(String(decoding: bytes, as: UTF8.self).contains(#"["custom-badge","email","iban"]"#))
        let short = Data(#"{"name":"Staff","entries":["iban"]}"#.utf8)
        #expect(
            try JSONDecoder().decode(ContentProfile.self, from: short)
                == ContentProfile(name: "Staff", entries: ["iban"]))
    }

    @Test func `a profile says what is wrong with it`() {
        let known: Set = ["iban", "email"]
        var profile = ContentProfile(name: "Staff", entries: known, together: 2)
        #expect(profile.trouble(known: known) == nil)
        #expect(profile.trouble(known: ["email"]) == "there is no entry \"iban\"")
        profile.together = 3
        #expect(profile.trouble(known: known) == "between 1 and 2 entries can be asked for together, not 3")
        profile.entries = []
        #expect(profile.trouble(known: known) == "the profile has no entries")
    }

    @Test func `without context a match of low confidence counts`() {
        let match = Match(detector: "us_ssn", entry: "us_ssn", range: 0..<9, confidence: .low, isSample: false)
        var profile = ContentProfile(name: "a", entries: ["us_ssn"], minimum: .high)
        func isTold() -> Bool { !ProfilesTelling.told([match], by: [profile]).isEmpty }
        #expect(!isTold())
        profile.usesContext = false
        #expect(isTold() && profile.threshold == .low)
    }
}
