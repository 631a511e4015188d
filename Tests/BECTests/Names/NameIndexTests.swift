import Foundation
import Testing

@testable import BEC

struct NameIndexTests {
    let people = SampleNames.latin
    let index = NameIndex(SampleNames.latin.map(\.indexed))

    @Test(arguments: NameVariants.all.map(\.name)) func `every sample is found under every disguise`(variant: String)
        throws
    {
        let write = try #require(NameVariants.all.first { $0.name == variant }?.write)
        var random = SeededGenerator(seed: 11)
        var missed: [String] = []
        for _ in 0..<6 {
            for (position, person) in people.enumerated() {
                let written = write(person, &random)
                let hits = index.hits(for: NameReading(written))
                if hits.first?.person != Int32(position) { missed.append(written) }
            }
        }
        let allowed = people.count * 6 / 50
        #expect(missed.count <= allowed, "\(missed)")
    }

    @Test(arguments: SampleNames.strangers) func `a stranger is nobody on the list`(name: String) {
        let both = NameIndex(people.map(\.indexed) + SampleNames.foreign.map(\.listed.indexed))
        let strong = both.hits(for: NameReading(name)).filter {
            !$0.isWeak && !$0.isOtherKnownName && $0.unexplained.isEmpty
        }
        #expect(strong.isEmpty)
    }

    @Test func `an exact name needs no transformation`() throws {
        let hit = try #require(index.hits(for: NameReading("Harriet Ashdown")).first)
        #expect(hit.match == .exact)
        #expect(hit.transformations.isEmpty && hit.distance == 0 && hit.rarity == 1 && hit.sameNameCount == 1)
    }

    @Test func `the order of words is named`() throws {
        let hit = try #require(index.hits(for: NameReading("Ashdown, Harriet")).first)
        #expect(hit.match == .reordered)
    }

    @Test func `a look-alike letter is named with its code point`() throws {
        let hit = try #require(index.hits(for: NameReading("H\u{0430}rriet Ashdown")).first)
        #expect(hit.match == .confusable)
        #expect(hit.explanation.contains { $0.contains("letter 2") && $0.contains("Cyrillic U+0430") })
    }

    @Test func `a missing letter is named`() throws {
        let hit = try #require(index.hits(for: NameReading("Harriet Ashdwn")).first)
        #expect(hit.match == .typo(1) && hit.distance == 1)
        #expect(hit.explanation == ["one letter left out: Ashdwn for Ashdown"])
        #expect(!hit.isOtherKnownName)
    }

    @Test func `a title is no part of the name`() throws {
        let hit = try #require(index.hits(for: NameReading("Harriet Ashdown CEO")).first)
        #expect(hit.match == .exact)
        #expect(hit.explanation == ["'CEO' is not part of the listed name"])
    }

    @Test(arguments: [
        "Gwen Fairweather", "Hattie Ashdown", "Bart Kingsley", "Roz Hargreaves", "Winnie Castleton", "Chidi Okonkwo",
    ])
    func `a short form is a nickname`(name: String) throws {
        let hit = try #require(index.hits(for: NameReading(name)).first)
        #expect(hit.match == .nickname)
    }

    @Test func `an initial is a weak hit`() throws {
        for name in ["H. Ashdown", "Ashdown, H.", "H Ashdown"] {
            let hit = try #require(index.hits(for: NameReading(name)).first)
            #expect(hit.isWeak && hit.match == .initials)
        }
    }

    @Test func `a given name of its own is flagged`() throws {
        let index = NameIndex([IndexedPerson(names: [], given: "Daniel", surname: "Oakeshott")])
        for name in ["Daniela Oakeshott", "Danielle Oakeshott"] {
            for hit in index.hits(for: NameReading(name)) { #expect(hit.isOtherKnownName) }
        }
        #expect(index.hits(for: NameReading("David Oakeshott")).isEmpty)
    }

    @Test func `short words need to be equal`() {
        let index = NameIndex([IndexedPerson(names: ["Ann Lee"]), IndexedPerson(names: ["Bo Oh"])])
        for name in ["Ann Lew", "Ana Leo", "Bo Ah", "Jo Oh"] { #expect(index.hits(for: NameReading(name)).isEmpty) }
    }

    @Test func `namesakes are counted and make the name less rare`() throws {
        let index = NameIndex(
            (0..<4).map { _ in IndexedPerson(names: ["Wei Zhang"]) } + [IndexedPerson(names: ["Adwoa Mensah"])])
        let common = try #require(index.hits(for: NameReading("Wei Zhang")).first)
        let rare = try #require(index.hits(for: NameReading("Adwoa Mensah")).first)
        #expect(common.sameNameCount == 4 && rare.sameNameCount == 1)
        #expect(common.rarity < 0.3 && rare.rarity == 1)
        #expect(index.hits(for: NameReading("Zhang Wei")).count == 4)
    }

    @Test func `a person of one word is found by it`() throws {
        let index = NameIndex([IndexedPerson(names: ["Suharto"]), IndexedPerson(names: ["Dewi Lestari"])])
        #expect(index.hits(for: NameReading("SUHARTO")).first?.person == 0)
        #expect(index.hits(for: NameReading("Suhrato")).first?.match == .typo(1))
        #expect(index.hits(for: NameReading("Dewi")).isEmpty)
    }

    @Test func `an empty index and an empty name give nothing`() {
        #expect(NameIndex([]).hits(for: NameReading("Harriet Ashdown")).isEmpty)
        #expect(index.hits(for: NameReading("")).isEmpty)
        #expect(index.hits(forLocalPart: "").isEmpty)
    }

    @Test func `there are never more than sixteen hits`() {
        let index = NameIndex((0..<500).map { _ in IndexedPerson(names: ["Wei Zhang"]) })
        #expect(index.hits(for: NameReading("Wei Zhang")).count == 16)
    }

    @Test func `a hostile name is bounded work`() {
        let long = String(repeating: "Harriet Ashdown ", count: 20_000)
        #expect(index.hits(for: NameReading(long)).count <= 16)
        _ = index.hits(for: NameReading(String(repeating: "\u{202E}\u{0336}(", count: 50_000)))
    }
}
