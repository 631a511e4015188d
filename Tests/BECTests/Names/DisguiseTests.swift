import Testing

@testable import BEC

@Suite struct DisguiseTests {
    private static let index = NameIndex([
        IndexedPerson(names: ["Maximiliana Dimaculangan"], given: "Maximiliana", surname: "Dimaculangan"),
        IndexedPerson(names: ["Галина Ющенко"], given: "Галина", surname: "Ющенко"),
        IndexedPerson(names: ["Lawrence Tolliver"], given: "Lawrence", surname: "Tolliver"),
        IndexedPerson(names: ["Пламен Стоянов"], given: "Пламен", surname: "Стоянов"),
    ])

    @Test(arguments: [
        ("M a x i m i l i a n a D i m a c u l a n g a n", 0), ("M.a.x.i.m.i.l.i.a.n.a   D.i.m.a.c.u.l.a.n.g.a.n", 0),
        ("Гaлинa Ющенкo", 1), ("\u{53C}awrence Tolliver", 2), ("Пламен Стояянов", 3),
    ]) func `a disguised name is read`(written: String, person: Int) {
        #expect(Self.index.hits(for: NameReading(written)).first?.person == Int32(person))
    }

    @Test func `Latin letters within a Cyrillic word are told`() {
        #expect(NameReading("Гaлинa Ющенко").obfuscations.map(\.kind).contains(.mixedScript))
    }

    @Test(arguments: [
        "'tilda@contoso.com'", "tilda @ contoso.com", "Tilda (tilda@contoso.com)",
    ]) func `an address is read without what stands round it`(written: String) {
        #expect(NameReading(written).addressesInText == ["tilda@contoso.com"])
    }

    @Test func `an honest Cyrillic name is no disguise`() {
        #expect(NameReading("Андрей Яковлев").obfuscations.isEmpty)
        #expect(!NameReading("Аскар Росс").obfuscations.isEmpty)
    }
}
