import Testing

@testable import BEC

struct ShortFormTests {
    static let index = NameIndex([
        IndexedPerson(names: [], given: "Maria", surname: "Rossi"),
        IndexedPerson(names: [], given: "Jean-Pierre", surname: "Dubois"),
    ])

    @Test(arguments: ["Maria R.", "Maria R", "R. Maria", "M. Rossi", "Rossi M", "Rossi, M.", "M. J. Rossi"])
    func `one of the two words may be an initial`(name: String) throws {
        let hit = try #require(Self.index.hits(for: NameReading(name)).first)
        #expect(hit.person == 0)
        #expect(hit.match == .initials && hit.isWeak)
    }

    @Test(arguments: ["Maria J. Rossi", "Maria Rossi R.", "Rossi, Maria J."])
    func `an initial more is no other name`(name: String) throws {
        let hit = try #require(Self.index.hits(for: NameReading(name)).first)
        #expect(hit.person == 0 && !hit.isWeak)
    }

    @Test(arguments: ["Maria R. Schmidt", "Maria S.", "M. R.", "Maria", "R. Schmidt"])
    func `an initial beside another surname means somebody else`(name: String) {
        #expect(Self.index.hits(for: NameReading(name)).isEmpty)
    }

    @Test func `a given name of two words goes with the initial, too`() {
        #expect(Self.index.hits(for: NameReading("Jean-Pierre D.")).first?.person == 1)
        #expect(Self.index.hits(for: NameReading("J.-P. Dubois")).first?.person == 1)
    }

    @Test(arguments: [
        ("Ekaterina", "Katya"), ("Ekaterina", "Kate"), ("Katherine", "Katie"), ("Alexander", "Sasha"), ("José", "Pepe"),
        ("Luigi", "Gigi"), ("Guadalupe", "Lupe"), ("Joakim", "Jocke"), ("Katariina", "Kaisa"), ("Kazimierz", "Kazik"),
        ("Wilhelmus", "Wim"), ("Recep", "Reco"), ("Siobhán", "Shiv"), ("Mahmoud", "Hamouda"), ("Dumitru", "Mitică"),
        ("Krishnamurthy", "Kittu"), ("Dimitrios", "Mimis"), ("Zsuzsanna", "Zsuzsi"),
    ])
    func `short forms of many languages are known`(full: String, short: String) throws {
        let index = NameIndex([IndexedPerson(names: [], given: full, surname: "Brandström")])
        #expect(try #require(index.hits(for: NameReading(short + " Brandström")).first).match == .nickname)
    }

    @Test(arguments: [
        "Adele (Addie) Vance", "Adele \"Addie\" Vance", "Adele\u{B7}Vance", "Adele\u{2014}Vance", "AdeleVanceCEO",
    ])
    func `what stands between the words does not hide the name`(name: String) {
        let index = NameIndex([IndexedPerson(names: [], given: "Adele", surname: "Vance")])
        #expect(index.hits(for: NameReading(name)).first?.person == 0)
    }
}
