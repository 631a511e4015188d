import Testing

@testable import BEC

struct AcrossScriptTests {
    @Test(arguments: [
        ("Adele Vance", "Adele Ванс"), ("Adele Vance", "Адель Ванс"), ("Adele Vance", "Адель Vance"),
        ("Adele Vance", "アデル・ヴァンス"), ("Adele Vance", "أديل فانس"), ("Adele Vance", "אדל ואנס"),
        ("Miriam Graham", "Мириам Грэм"), ("Miriam Graham", "Мириам Грэхем"), ("John Smith", "Джон Смит"),
        ("John Smith", "جون سميث"), ("John Smith", "ジョン・スミス"), ("George Wright", "Джордж Райт"),
        ("William Brown", "Уильям Браун"), ("François Lefèvre", "Франсуа Лефевр"),
        ("Giuseppe Bianchi", "Джузеппе Бьянки"),
        ("Joachim Steinmetz", "Йоахим Штайнмец"), ("Джон Смит", "John Smith"), ("ג'ון סמית", "John Smith"),
        ("Владимир Волков", "Vladimir Волков"), ("محمد العلي", "Mohammed العلي"),
    ])
    func `a name is known by its sound in another script`(listed: String, written: String) throws {
        let index = NameIndex([IndexedPerson(names: [listed]), IndexedPerson(names: ["Rosalind Hargreaves"])])
        let hit = try #require(index.hits(for: NameReading(written)).first)
        #expect(hit.person == 0)
        #expect(hit.match == .transliterated || hit.match == .nickname)
    }

    @Test(arguments: [
        ("Lee Gao", "Лия Гея"), ("Adele Vance", "Одиль Винченцо"), ("Adele Vance", "Фаина Адлер"),
        ("John Smith", "Джанни Семёнов"), ("Anna Rossi", "Инна Русова"), ("Miriam Graham", "Марьям Горина"),
    ])
    func `few shared consonants are no reason`(listed: String, written: String) {
        let index = NameIndex([IndexedPerson(names: [listed])])
        #expect(index.hits(for: NameReading(written)).isEmpty)
    }

    @Test(arguments: [
        ("Сергей Иванов", "Sеrgeй Ivaноv"), ("Sergey Ivanov", "Sergeй Ivanов"), ("Владимир Волков", "Bлaдимиp Boлкoв"),
        ("Adele Vance", "\u{20B3}dele Vance"), ("Nikos Pappas", "Nιkos Pαππas"),
    ])
    func `a word of several scripts is read as what it looks and sounds like`(listed: String, written: String) throws {
        let index = NameIndex([IndexedPerson(names: [listed])])
        let reading = NameReading(written)
        #expect(index.hits(for: reading).first?.person == 0)
        if written.contains("\u{20B3}") == false { #expect(!reading.obfuscations.isEmpty) }
    }

    @Test func `vowels, silent letters and doubled ones are no part of a key`() {
        func keys(_ word: String) -> [String] {
            CrossSound.latin(Array(word.utf8)).map { String(decoding: $0, as: UTF8.self) }
        }
        #expect(keys("wright").contains("RT"))
        #expect(keys("vance").prefix(2) == ["FNSa", "FNS"])
        #expect(keys("anna").first == "ANa")
        #expect(keys("graham").first == "KRM")
        #expect(CrossSound.weight(of: Array("eAKS".utf8)) == 2)
        #expect(keys("eo").isEmpty)
    }
}
