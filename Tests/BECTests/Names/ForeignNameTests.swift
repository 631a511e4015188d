import Testing

@testable import BEC

struct ForeignNameTests {
    static let pairs: [(Int, String)] = SampleNames.foreign.enumerated().flatMap { position, entry in
        entry.latin.map { (position, $0) }
    }

    @Test(arguments: pairs) func `a Latin spelling finds the name listed in its own script`(
        position: Int, latin: String
    ) {
        let index = NameIndex(SampleNames.foreign.map(\.listed.indexed))
        #expect(index.hits(for: NameReading(latin)).first?.person == Int32(position))
    }

    @Test(arguments: pairs) func `the native script finds the name listed in Latin letters`(
        position: Int, latin: String
    ) {
        let index = NameIndex(Self.pairs.map { IndexedPerson(names: [$0.1]) })
        let listed = SampleNames.foreign[position].listed
        let native = listed.surname.isEmpty ? listed.given : listed.name
        let people = Set(Self.pairs.indices.filter { Self.pairs[$0].0 == position }.map { Int32($0) })
        let hits = index.hits(for: NameReading(native))
        #expect(hits.contains { people.contains($0.person) })
        #expect(hits.allSatisfy { $0.match != .exact })
    }

    @Test func `a native name is found as listed`() {
        let index = NameIndex(SampleNames.foreign.map(\.listed.indexed))
        for (position, entry) in SampleNames.foreign.enumerated() {
            let name = [entry.listed.given, entry.listed.surname].filter { !$0.isEmpty }.joined(separator: " ")
            #expect(index.hits(for: NameReading(name)).first?.person == Int32(position))
        }
    }

    @Test func `a word wholly of look-alikes has both readings`() {
        let index = NameIndex([IndexedPerson(names: ["Corey Cox"]), IndexedPerson(names: ["Соня Рахор"])])
        #expect(index.hits(for: NameReading("Соrеу Сох")).first?.person == 0)
        #expect(index.hits(for: NameReading("Соня Рахор")).first?.person == 1)
    }

    @Test func `addresses give away a Latin spelling, but not another name`() {
        let found = IndexedPerson.latinNames(
            from: ["grigory.vorobyov@contoso.com", "grigory.gordon@contoso.com", "gv@contoso.com"],
            for: ["Григорий Воробьёв"])
        #expect(found == ["grigory vorobyov"])
        #expect(IndexedPerson.latinNames(from: ["ana.diaz@contoso.com"], for: ["Ana Díaz"]).isEmpty)
    }

    @Test(arguments: [
        ("Müller", "Mueller"), ("Sørensen", "Soerensen"), ("Björkqvist", "Bjoerkqvist"), ("Weiß", "Weiss"),
    ])
    func `umlauts may be written with e`(listed: String, written: String) {
        let index = NameIndex([IndexedPerson(names: [], given: "Katharina", surname: listed)])
        #expect(index.hits(for: NameReading("Katharina \(written)")).first?.person == 0)
    }
}
