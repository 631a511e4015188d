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
}
