import BEC
import Model

/// Invented people whom the generated attacks imitate, and how their names are written in another script.
enum ManyPeople {
    struct Person: Sendable {
        var given: String
        var surname: String
        /// Given name and surname in another script; of people listed in another script, in Latin letters.
        var elsewhere: [String]
        var name: String { given + " " + surname }
        var isLatin: Bool { name.unicodeScalars.allSatisfy { $0.value < 0x250 } }
    }

    static let all: [Person] = rows.split(whereSeparator: \.isNewline).map { row in
        let fields = row.split(separator: "|").map(String.init)
        let parts = fields[0].split(separator: "/").map(String.init)
        return Person(given: parts[0], surname: parts[1], elsewhere: Array(fields.dropFirst()))
    }

    static let company = Company(
        people: all.enumerated().map { number, person in
            ProtectedPerson(
                id: "p\(number)", name: person.name, givenName: person.given, surname: person.surname,
                addresses: ["staff\(number)@northwind.example"], reasons: ["direct"])
        }, domains: ["northwind.example"])

    private static let rows = """
        Leopold/Harcastle|Леопольд Харкасл|Леопольд Гаркасл
        Winston/Blakemore|Уинстон Блейкмор|ウィンストン・ブレイクモア
        Beatrix/Thornbury|Беатрикс Торнбери|بياتريكس ثورنبري
        Gilbert/Mansfield|Гилберт Мэнсфилд|Γκίλμπερτ Μάνσφιλντ
        Rosalyn/Pemberton|Розалин Пембертон|ロザリン・ペンバートン
        Duncan/Ferrington|Дункан Феррингтон|دنكان فيرينغتون
        Harriet/Wexford|Харриет Уэксфорд|Гарриет Вексфорд
        Stephen/Aldridge|Стивен Олдридж|ستيفن ألدريدج
        Timothy/Brockwell|Тимоти Броквелл|ティモシー・ブロックウェル
        Vincent/Castellane|Винсент Кастеллан|فنسنت كاستيلان
        Marguerite/Delacroix|Маргерит Делакруа|Μαργκερίτ Ντελακρουά
        Antoine/Beaumarchais|Антуан Бомарше
        Bernhard/Vogelsang|Бернхард Фогельзанг|Бернгард Фогельзанг
        Liselotte/Brandauer|Лизелотта Брандауэр|ليزيلوته برانداور
        Joachim/Steinmetz|Йоахим Штайнмец|Иоахим Штейнмец
        Clemens/Waldner|Клеменс Вальднер|קלמנס ולדנר
        Donatella/Marchetti|Донателла Маркетти|ドナテッラ・マルケッティ
        Fabrizio/Lombardini|Фабрицио Ломбардини|فابريزيو لومبارديني
        Rodrigo/Cabanillas|Родриго Кабанильяс|رودريغو كابانياس
        Esperanza/Villanueva|Эсперанса Вильянуэва
        Thorvald/Lindqvist|Торвальд Линдквист|トルヴァルド・リンドクヴィスト
        Ingrid/Hammarskog|Ингрид Хаммарског|Ίνγκριντ Χάμαρσκογκ
        Bogdan/Wisniowski|Богдан Висневски|Богдан Висниовски
        Teresa/Kowalczewska|Тереса Ковальчевска|Тереза Ковальчевская
        Miroslav/Havranek|Мирослав Гавранек|Мирослав Хавранек
        Kemal/Yildirimli|Кемаль Йылдырымлы|كمال يلدرملي
        Desmond/Okwuosa|Десмонд Оквуоса|デズモンド・オクウォサ
        Prakash/Raghunathan|Пракаш Рагхунатан|براكاش راغوناثان
        Cornelis/Vanderhoeven|Корнелис Вандерхувен
        Patricia/Goncalves|Патрисия Гонсалвес|باتريسيا غونسالفيس
        Тимофей/Воскресенский|Timofey Voskresensky|Timofei Voskresenskij
        Лариса/Кузнечихина|Larisa Kuznechikhina|Larissa Kusnetschichina
        Геннадий/Шаповалов|Gennady Shapovalov|Gennadi Schapowalow
        Вероника/Дубровская|Veronika Dubrovskaya|Veronica Dubrovskaia
        Ростислав/Мельниченко|Rostislav Melnichenko|Rostyslav Melnychenko
        Αθανάσιος/Καλογερόπουλος|Athanasios Kalogeropoulos|Athanasios Kaloyeropoulos
        Δήμητρα/Σταματοπούλου|Dimitra Stamatopoulou|Demetra Stamatopoulou
        ليلى/القحطاني|Layla Al-Qahtani|Leila Alqahtani
        طارق/المنصوري|Tariq Al-Mansouri|Tarek Almansoori
        إبراهيم/الخوري|Ibrahim Al-Khoury|Ibrahim Khoury
        אלימלך/גולדברגר|Elimelech Goldberger
        שולמית/אברמוביץ|Shulamit Abramovich|Shulamit Abramovitz
        ნინო/ბერიძე|Nino Beridze
        Արամ/Հարությունյան|Aram Harutyunyan|Aram Haroutunian
        विनोद/अग्रवाल|Vinod Agrawal|Vinod Agarwal
        """

    /// Words of people on the list, put together anew: strangers in the worst case.
    static func strangers(_ count: Int, _ random: inout SeededGenerator) -> [String] {
        (0..<count).map { _ in
            let one = all.randomElement(using: &random) ?? all[0]
            var other = one
            while other.name == one.name { other = all.randomElement(using: &random) ?? other }
            let isElsewhere = Bool.random(using: &random)
            let (first, second) = isElsewhere ? (one.elsewhere[0], other.elsewhere[0]) : (one.name, other.name)
            return (words(first).first ?? "") + " " + (words(second).last ?? "")
        }
    }

    static func words(_ name: String) -> [String] {
        name.split(whereSeparator: { $0 == " " || $0 == "・" }).map(String.init)
    }
}
