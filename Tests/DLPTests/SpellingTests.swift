import Model
import Testing

@testable import DLP

/// Values that are written otherwise than in the books, where nothing else can be meant.
struct SpellingTests {
    private func values(_ text: String, of detector: Detector) throws -> [String] {
        let bytes = Array(text.utf8)
        return try TextScan([detector], minimum: .medium).matches(in: text).map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
    }

    @Test func `the number on the first track of a card is told without what stands around it`() throws {
        #expect(
            try values("swipe: %B5500005555555559^VANCE/ADELE^2712101000000000?", of: .creditCard)
                == ["5500005555555559"])
    }

    @Test(arguments: [
        "5500&nbsp;0055&nbsp;5555&nbsp;5559", "5500&#45;0055&#x2D;5555&#8209;5559", "55&shy;00005555555559",
        "5500&#160;0055 5555\u{A0}5559", "５５００&#32;0055&ensp;5555 5559",
    ])
    func `references to characters within a number are the characters, and the place is that of the original`(
        number: String
    ) throws {
        #expect(try values("card \(number)&nbsp;(Ada&#39;s)", of: .creditCard) == [number])
        #expect(try values("a &amp; b &nbsp; card \(number)", of: .creditCard) == [number])
    }

    @Test(arguments: ["5500&lt;005555555559", "5500&#10;0055&#10;5555&#10;5559", "5500&nbsp0055&nbsp5555&nbsp5559"])
    func `references to signs of markup and to line ends, and what is no reference, stay`(number: String) throws {
        #expect(try values("card \(number)", of: .creditCard) == [])
    }

    @Test func `an address whose sign is a reference is found`() throws {
        #expect(try values("write to ada&#64;contoso.com today", of: .email) == ["ada&#64;contoso.com"])
    }

    @Test func `every code of a list parted by slashes is told`() throws {
        #expect(try values("Diagnosis: J45.909/E11.9/I10", of: .icd10) == ["J45.909", "E11.9", "I10"])
        #expect(try values("Diagnosis pending; see page/E11.9 of it", of: .icd10).count <= 1)
    }

    @Test(arguments: [
        (Detector.ukNino, "nino", "zb585274d"), (.itCf, "codice fiscale", "slvvgr44l24i479d"),
        (.esDni, "dni", "07589608e"), (.inPan, "pan number", "lghpq7877r"),
    ])
    func `small letters count beside the value's own name and below it, nowhere else`(
        detector: Detector, name: String, value: String
    ) throws {
        #expect(try values("\(name): \(value)", of: detector) == [value])
        #expect(try values("id;\(name)\n1;\(value)\n", of: detector) == [value])
        #expect(try values("{\"\(name)\": \"\(value)\"}", of: detector) == [value])
        #expect(try values("commit \(value)", of: detector) == [])
        #expect(try values("the \(name) is asked for; the build was called \(value)", of: detector) == [])
        #expect(try values("\(name): \(value.uppercased())", of: detector) == [value.uppercased()])
    }

    @Test(arguments: [
        (Detector.auAbn, "A.B.N. 18 391 647 709", "18 391 647 709"), (.plNip, "N.I.P. 7007766275", "7007766275"),
        (.bgEgn, "Е.Г.Н. 8507307413", "8507307413"), (.uyCi, "C.I. 12345672", "12345672"),
        (.esCif, "N.I.F.: B-74952789", "B-74952789"), (.peDni, "id;D.N.I.\n1;47192856\n", "47192856"),
    ])
    func `an abbreviation with dots between its letters is the abbreviation`(
        detector: Detector, text: String, value: String
    ) throws {
        #expect(try values(text, of: detector) == [value])
    }

    @Test func `only words that are marked as abbreviations are looked for with dots`() {
        #expect(Phrase.lookedFor("abn~") == ["abn", "a.b.n"])
        #expect(Phrase.lookedFor("ci~") == ["ci", "c.i."])
        #expect(Phrase.lookedFor("abn") == ["abn"])
        for word in Detector.all.flatMap(\.words) where word.hasSuffix("~") {
            #expect((3...7).contains(word.count) && word.dropLast().allSatisfy(\.isLetter), "\(word)")
        }
    }

    @Test(arguments: ["c.id 12345672", "misc.i. 12345672", "C.I.A. 12345672"])
    func `dots within other names are no abbreviation`(text: String) throws {
        #expect(try values(text, of: .uyCi) == [])
    }

    @Test(arguments: ["?email=", "?u=1&to=", "#", "share/"])
    func `an address behind the path of another one is found, and a user before its host is not`(part: String) throws {
        #expect(
            try values("https://contoso.com/\(part)ada.byron@aurorasoft.io", of: .email) == ["ada.byron@aurorasoft.io"])
        #expect(try values("https://ada:secret@aurorasoft.io/\(part)", of: .email) == [])
    }

    @Test(arguments: ["7vbptlsuyv.fsf@aurorasoft.io", "ada-20260704.213231@aurorasoft.io", "git@aurorasoft.io/a"])
    func `an identifier in a path is no address`(text: String) throws {
        #expect(try values("https://lists.contoso.com/r/\(text)", of: .email) == [])
    }

    @Test func `two addresses of one sentence are two`() throws {
        let (first, second) = (
            "6367 Lincoln Lane, Columbus, OH 43215", "8672 Sycamore Street, Madison, WI 53703"
        )
        #expect(try values("From \(first) to \(second)", of: .usAddress) == [first, second])
        #expect(try values("\(first) has given notice. New address: \(second)", of: .usAddress) == [first, second])
    }

    @Test func `a code is a card's where its number stands beside it`() throws {
        #expect(try values("Card 4012888888881881 security code 878", of: .cvv) == ["878"])
        #expect(try values("Tarjeta 4012-8888-8888-1881, Código de seguridad: 878", of: .cvv) == ["878"])
        #expect(try values("Card of the door, security code 878", of: .cvv) == [])
        #expect(try values("Prüfnummer 4711 der Rechnung 4012888888881882", of: .cvv) == [])
    }

    @Test func `the key of a French number is a part of it, also behind its word`() throws {
        for number in ["2611287502538 clé 11", "2 61 12 87 502 538 (clé 11)", "2611287502538/11"] {
            // A bracket that closes behind the key is no part of the number.
            #expect(try values("N° SS : \(number)", of: .frNir).count == 1, "\(number)")
        }
        #expect(try values("N° SS : 2611287502538 clé 12", of: .frNir) == [])
    }
}
