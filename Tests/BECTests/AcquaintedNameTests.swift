import BEC
import Model
import Testing

/// Names that another person may honestly bear, told apart from those that only an impostor writes.
@Suite struct AcquaintedNameTests {
    private static func company(_ people: [ProtectedPerson], colleagues: [Company.Colleague] = []) -> Company {
        Company(
            people: people, colleagues: colleagues, domains: ["contoso.com"], settings: Company.contosoSettings)
    }

    private static let mikyung = ProtectedPerson(
        id: "u-mikyung", name: "강미경", givenName: "미경", surname: "강", addresses: ["kang.mikyung@contoso.com"],
        reasons: ["direct"])
    private static let annika = ProtectedPerson(
        id: "u-annika", name: "Annika Löwenherz", givenName: "Annika", surname: "Löwenherz",
        addresses: ["annika@contoso.com"], reasons: ["direct"])

    @Test func `a colleague with the listed name in Latin letters does not excuse a stranger`() {
        let company = Self.company([Self.mikyung], colleagues: [.init(name: "Mikyung Kang")])
        let verdict = Letter("Mikyung Kang <office@riverbend.example>").judged(for: company)
        #expect(verdict.matched?.id == "u-mikyung")
        #expect(verdict.attributes == ["BEC"])
    }

    @Test func `a colleague with a bent name excuses where the name is all that speaks`() {
        let company = Self.company([Self.annika], colleagues: [.init(name: "Anika Löwenherz")])
        let plain = Letter("Anika Löwenherz <x1@riverbend.example>").judged(for: company)
        #expect(plain.attributes.isEmpty)
        let written = Letter("\"Anika Löwenherz annika@contoso.com\" <x1@riverbend.example>").judged(for: company)
        #expect(written.matched?.id == "u-annika")
        #expect(written.attributes == ["BEC"])
    }

    @Test func `a misspelt name from a role mailbox counts, from a mailbox of that name it does not`() {
        let company = Self.company([Self.annika])
        #expect(Letter("Anika Löwenherz <accounts@riverbend.example>").judged(for: company).attributes == ["BEC"])
        #expect(Letter("Anika Löwenherz <anika@riverbend.example>").judged(for: company).attributes.isEmpty)
    }

    @Test func `a short form that the address spells is somebody else's`() {
        let company = Self.company([
            ProtectedPerson(
                id: "u-matthew", name: "Matthew Farnborough", givenName: "Matthew", surname: "Farnborough",
                addresses: ["matthew@contoso.com"], reasons: ["direct"])
        ])
        #expect(Letter("Matt Farnborough <accounts@riverbend.example>").judged(for: company).attributes == ["BEC"])
        #expect(Letter("Matt Farnborough <m.farnborough@riverbend.example>").judged(for: company).attributes.isEmpty)
    }

    @Test func `somebody's given name is not the one word that another is listed by`() {
        let company = Self.company([
            ProtectedPerson(
                id: "u-kartikasari", name: "Kartikasari", addresses: ["kartikasari@contoso.com"], reasons: ["direct"])
        ])
        #expect(Letter("Kartikasari Wibowo <kartikasari56@gmail.com>").judged(for: company).attributes.isEmpty)
        #expect(Letter("kartikasari56@gmail.com").judged(for: company).attributes == ["BEC"])
    }

    @Test func `the name said twice or with its short form in quotes is still the name`() {
        for from in [
            "Alexander Wilberforce Alexander Wilberforce <x1@riverbend.example>",
            "\"Alexander \\\"Alex\\\" Wilberforce\" <alexwilberforce75@gmail.com>",
        ] {
            #expect(Letter(from).judged().matched?.id == "u-alex", "\(from)")
        }
    }

    @Test func `at a look-alike domain the owner of the local part is meant, not who is listed by the given name`() {
        let company = Self.company([
            ProtectedPerson(id: "u-omar", name: "Omar", addresses: ["omar@contoso.com"], reasons: ["direct"]),
            ProtectedPerson(
                id: "u-haddad", name: "Omar Haddadin", givenName: "Omar", surname: "Haddadin",
                addresses: ["omar.haddadin@contoso.com"], reasons: ["direct"]),
        ])
        let verdict = Letter("Omar <omar.haddadin@contosso.com>").judged(for: company)
        #expect(verdict.matched?.id == "u-haddad")
        #expect(verdict.attributes == ["BEC"])
    }

    @Test func `a short form that is also a name counts from a role mailbox`() {
        let company = Self.company([
            ProtectedPerson(
                id: "u-clementine", name: "Clementine Farnborough", givenName: "Clementine", surname: "Farnborough",
                addresses: ["clementine@contoso.com"], reasons: ["direct"])
        ])
        #expect(Letter("Clem Farnborough <accounts@riverbend.example>").judged(for: company).attributes == ["BEC"])
        #expect(Letter("Clem Farnborough <clem@riverbend.example>").judged(for: company).attributes.isEmpty)
    }
}
