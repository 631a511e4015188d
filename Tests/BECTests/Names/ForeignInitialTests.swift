import Testing

@testable import BEC

@Suite struct ForeignInitialTests {
    private static let index = NameIndex([
        IndexedPerson(names: ["منى الخطيب"], given: "منى", surname: "الخطيب"),
        IndexedPerson(names: ["Богдан Лисенко"], given: "Богдан", surname: "Лисенко"),
        IndexedPerson(names: ["Ganna Tymoshchuk"], given: "Ganna", surname: "Tymoshchuk"),
        IndexedPerson(names: ["עומר שפירא"], given: "עומר", surname: "שפירא"),
    ])

    @Test(arguments: [
        ("M. Alkhatib", 0), ("Alkhatib, M.", 0), ("Б. Лисенко", 1), ("B. Lysenko", 1), ("Г. Тимощук", 2),
        ("O. Shapira", 3),
    ]) func `an initial stands for a given name of another script`(written: String, person: Int) {
        let hit = Self.index.hits(for: NameReading(written)).first
        #expect(hit?.person == Int32(person))
        #expect(hit?.isWeak == true)
    }

    @Test(arguments: ["T. Alkhatib", "Т. Лисенко", "K. Shapira"])
    func `another letter stands for somebody else`(written: String) {
        #expect(Self.index.hits(for: NameReading(written)).isEmpty)
    }
}
