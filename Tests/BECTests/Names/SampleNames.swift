@testable import BEC

/// Invented people of many languages, as a directory lists them.
enum SampleNames {
    struct Person {
        var given: String
        var surname: String
        var name: String { given + " " + surname }
        var indexed: IndexedPerson { IndexedPerson(names: [name], given: given, surname: surname) }
    }

    static let latin: [Person] = people(
        """
        Harriet Ashdown|Gwendolyn Fairweather|Bartholomew Kingsley|Rosalind Hargreaves|Desmond Oakeshott|Winifred Castleton
        Élodie Charpentier|Maëlle Desrosiers|Théophile Beauchamp|Gaëtan Lefournier|Jürgen Fröhlich|Käthe Weißmüller|Götz Oberländer
        Inés Villafañe|Joaquín Etxeberria|Consuelo Barrionuevo|Nuño Olazábal|Gonçalo Vasconcelos|Conceição Magalhães|João Figueiredo
        Bartolomeo Castagnoli|Ludovica Pallavicini|Fiorenza Bevilacqua|Søren Kjærgaard|Åse Bjørnstad|Tormod Øvrebø|Ragnhild Skarsgård
        Władysław Brzęczyszczykiewicz|Małgorzata Wyszyńska|Zdeněk Hrubý|Božena Kučerová|Ágota Szentgyörgyi|Zsófia Lakatos
        Çağlar Demirtaş|Gülşen Karaoğlu|Ioana Brâncoveanu|Cătălin Țurcanu|Nguyễn Thúy Hạnh|Blaž Podgoršek|Rūta Žemaitytė
        Siobhan O'Shaughnessy|Fergus McAllister|Pieter van der Heijden|Adwoa Mensah|Chidinma Okonkwo|Oluwaseun Adebayo
        """)

    /// Listed in another script, and how they are written in Latin letters.
    static let foreign: [(listed: Person, latin: [String])] = [
        ("Григорий Воробьёв", ["Grigory Vorobyov", "Grigori Worobjow", "Grigoriy Vorobyev"]),
        ("Юлия Черкасова", ["Yulia Cherkasova", "Julia Tscherkassowa", "Iuliia Cherkasova"]),
        ("Олександр Щербак", ["Oleksandr Shcherbak"]),
        ("Харалампи Желязков", ["Kharalampi Zhelyazkov"]),
        ("Παναγιώτης Οικονόμου", ["Panagiotis Oikonomou", "Panayiotis Ikonomou"]),
        ("Ευαγγελία Μπακογιάννη", ["Evangelia Bakogianni"]),
        ("გიორგი ჩხეიძე", ["Giorgi Chkheidze"]),
        ("Հովհաննես Սարգսյան", ["Hovhannes Sargsyan"]),
        ("محمود الشريف", ["Mahmoud Alsharif", "Mahmud Al-Sharif"]),
        ("فاطمة حسن", ["Fatima Hassan", "Fatma Hasan"]),
        ("پرویز کریمی", ["Parviz Karimi"]),
        ("אברהם רוזנברג", ["Avraham Rozenberg"]),
        ("प्रकाश शर्मा", ["Prakash Sharma"]),
        ("सुनीता वर्मा", ["Sunita Verma", "Suneeta Varma"]),
        ("สมชาย วงศ์สุวรรณ", ["Somchai Wongsuwan"]),
        ("박지영", ["Park Jiyoung", "Jiyeong Bak", "Ji-young Park"]),
        ("최민수", ["Choi Minsu", "Min-soo Choe"]),
        ("王小明", ["Wang Xiaoming", "Xiaoming Wang", "Xiao Ming Wang"]),
        ("歐陽娜娜", ["Ouyang Nana"]),
        ("渡辺 健一", ["Kenichi Watanabe", "Watanabe Ken'ichi"]),
        ("さとう ゆうこ", ["Yuko Sato", "Yuuko Satou"]),
    ].map { name, latin in
        let parts = name.split(separator: " ").map(String.init)
        return (Person(given: parts[0], surname: parts.count > 1 ? parts[1] : ""), latin)
    }

    /// People who only resemble somebody on the list.
    static let strangers = [
        "Harriet Ashworth", "Gwen Stefani", "Rosalind Hartley", "Desmond Okafor", "Jürgen Froese", "Maria Fröhlich",
        "Elodie Carpentier-Roy", "Tormod Olsen", "Ludovica Palladino", "Fergus Macallan", "Grigory Vorontsov",
        "Yulia Chernova",
        "Mahmoud Sherif Zaki Hamdan", "Park Chanwoo", "Wang Xiaohong", "Kenji Watanabe", "Sunita Sharma", "Priya Verma",
        "Fatima Haddad", "Panagiotis Papas", "Zdenek Hruska", "Joaquin Etcheverry Paz", "Newsletter", "Support Team",
        "Contoso Billing", "DHL Express", "Anna", "J. K.", "info",
    ]

    private static func people(_ rows: String) -> [Person] {
        rows.split(whereSeparator: { $0 == "|" || $0.isNewline }).map { row in
            let parts = row.split(separator: " ")
            return Person(given: String(parts[0]), surname: parts.dropFirst().joined(separator: " "))
        }
    }
}
