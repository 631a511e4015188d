import Testing

@testable import BEC

/// What a person's address tells of how the name is written in Latin letters.
@Suite struct AddressSpellingTests {
    @Test(arguments: [
        ("רחל מזרחי", "rachel.mizrahi", "rachel mizrahi"), ("임지훈", "jihoon.lim", "jihoon lim"),
        ("조지훈", "jihoon", "jihoon jo"), ("संजय मिश्रा", "sanjay", "sanjay mishra"),
        ("Евгений Хрущев", "khrushchev.evgeny", "evgeny khrushchev"),
        ("วิไล รัตนกุล", "w.rattanakul", "วิไล rattanakul"), ("محمد الحسيني", "malhusseini", "محمد alhusseini"),
    ]) func `the address spells a name of another script`(listed: String, local: String, latin: String) {
        #expect(IndexedPerson.latinNames(from: [local + "@contoso.com"], for: [listed]).contains(latin))
    }

    @Test(arguments: ["office", "finance.team", "x"]) func `a role mailbox spells nobody`(local: String) {
        #expect(IndexedPerson.latinNames(from: [local + "@contoso.com"], for: ["संजय मिश्रा"]).isEmpty)
    }

    @Test(arguments: [
        ("संजय मिश्रा", "Sanjay Mishra"), ("अंजलि शर्मा", "Anjali Sharma"), ("ليلى شاهين", "Layla Shaheen"),
        ("Цветаев Фёдор", "Fyodor Zwetajew"), ("Ekaterina Tikhomirov", "Yekaterina Tichomirow"),
        ("Janković Milica", "Милица Јанковић"),
    ]) func `a name is found in another country's spelling`(listed: String, written: String) {
        let index = NameIndex([IndexedPerson(names: [listed])])
        #expect(index.hits(for: NameReading(written)).first?.person == 0)
    }

    @Test(arguments: ["hyejinkang", "Hyejin Kang", "Hyejon Kang", "H y e - j i n K a n g"])
    func `a hyphenated given name is also one word`(written: String) {
        let index = NameIndex([IndexedPerson(names: ["Hye-jin Kang"], given: "Hye-jin", surname: "Kang")])
        #expect(index.hits(for: NameReading(written)).first?.person == 0)
    }

    @Test func `a double surname is also one word`() {
        let index = NameIndex([
            IndexedPerson(names: ["Gwendolyn Carter-Hume"], given: "Gwendolyn", surname: "Carter-Hume")
        ])
        #expect(index.hits(forLocalPart: "gwendolyn.carterhume.work").first?.person == 0)
    }

    @Test func `a short form of a double given name is known`() {
        let index = NameIndex([
            IndexedPerson(names: ["José Luis Castellanos Vidal"], given: "José Luis", surname: "Castellanos Vidal")
        ])
        #expect(index.hits(for: NameReading("Joselu Castellanos Vidal")).first?.match == .nickname)
    }

    @Test func `a Russian name is also found under its English form`() {
        let index = NameIndex([IndexedPerson(names: ["Mikhail Tretyakov"], given: "Mikhail", surname: "Tretyakov")])
        #expect(index.hits(for: NameReading("Michael Tretyakov")).first?.person == 0)
    }

    @Test func `two Korean surnames are kept apart`() {
        let index = NameIndex([IndexedPerson(names: ["Suyeon Cho"], given: "Suyeon", surname: "Cho")])
        #expect(index.hits(for: NameReading("최수연")).isEmpty)
        #expect(index.hits(for: NameReading("조수연")).first?.person == 0)
    }

    @Test(arguments: ["femkevanthof", "femke.vanthof"]) func `particles are written together in addresses`(
        local: String
    ) {
        let index = NameIndex([IndexedPerson(names: ["Femke van 't Hof"], given: "Femke", surname: "van 't Hof")])
        #expect(index.hits(forLocalPart: local).first?.person == 0)
    }
}
