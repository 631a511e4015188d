import Testing

@testable import BEC

struct NativeTypoTests {
    @Test(arguments: [
        ("محمد الشريف", "محمد الشرف"), ("محمد الشريف", "محمد الشربف"), ("محمد الشريف", "محد الشريف"),
        ("خالد العتيبي", "خالد العتبي"), ("אברהם רוזנברג", "אברהם רוזנבג"), ("אברהם רוזנברג", "אבהם רוזנברג"),
        ("สมชาย วงศ์สุวรรณ", "สมชาย วงศ์สุวรร"), ("สมชาย วงศ์สุวรรณ", "สมาย วงศ์สุวรรณ"),
    ])
    func `one wrong letter in a longer word is a typo`(listed: String, written: String) throws {
        let index = NameIndex([IndexedPerson(names: [listed])])
        let hit = try #require(index.hits(for: NameReading(written)).first)
        #expect(hit.match == .typo(1))
    }

    @Test(arguments: [
        ("فاطمة الزهراني", "فاطمه الزهراني"), ("أحمد علي", "احمد على"), ("מרים כהן", "מרימ כהנ"),
    ])
    func `letters that stand for one another are no typo`(listed: String, written: String) throws {
        let index = NameIndex([IndexedPerson(names: [listed])])
        let hit = try #require(index.hits(for: NameReading(written)).first)
        #expect(hit.match == .exact)
    }

    @Test(arguments: [("דוד כהן", "דור כהן"), ("محمد الشريف", "سمير الشريف"), ("王小明", "王大明"), ("山田 太郎", "山田 次郎")])
    func `a short word with another letter is another name`(listed: String, written: String) {
        let index = NameIndex([IndexedPerson(names: [listed])])
        #expect(index.hits(for: NameReading(written)).isEmpty)
    }

    @Test(arguments: [("王小明", "王小朋"), ("山田 花子", "山由 花子"), ("陳國強", "陈囯强")])
    func `characters that look alike are taken for one another`(listed: String, written: String) {
        let index = NameIndex([IndexedPerson(names: [listed])])
        #expect(index.hits(for: NameReading(written)).first?.person == 0)
    }

    @Test(arguments: [
        ("최민수", "최민수 대표"), ("최민수", "최민수대표"), ("王小明", "王小明总经理"), ("山田太郎", "山田太郎様"),
        ("สมชาย วงศ์สุวรรณ", "นายสมชาย วงศ์สุวรรณ"), ("محمد الشريف", "المدير العام محمد الشريف"),
        ("Владимир Волков", "Генеральный директор Владимир Волков"),
    ])
    func `a title is no part of the name in any script`(listed: String, written: String) {
        let index = NameIndex([IndexedPerson(names: [listed])])
        #expect(index.hits(for: NameReading(written)).first?.match == .exact)
    }
}
