import Foundation
import Model
import Testing

@testable import DLP

/// Letters whose marks stand apart, as in the names of files and in PDF, are the letters that somebody wrote with the marks on them.
struct MarkedLettersTests {
    @Test(arguments: [10, 5_000])
    func `words, expressions and values are the same with marks apart and joined`(others: Int) throws {
        let list = ["Projet Été", "Žluťoučký kůň"] + (0..<others).map { "filler\($0)" }
        func entries(_ spelled: (String) -> String) -> [CustomEntry] {
            [
                CustomEntry(id: "custom-w", name: "w", means: .words(list: list.map(spelled))),
                CustomEntry(id: "custom-p", name: "p", means: .pattern(expression: "größe [0-9]+")),
            ]
        }
        let text = "Le projet  ÉTÉ, žluťoučký kůň, Größe 42"
        let apart = text.decomposedStringWithCanonicalMapping
        let wanted = [
            "custom-w projet  ÉTÉ medium", "custom-w žluťoučký kůň medium", "custom-p Größe 42 medium",
        ]
        // Strings are equal whatever way they are spelled: the bytes are another matter.
        #expect(Array(apart.utf8) != Array(text.utf8))
        for spelled in [{ $0 }, \.decomposedStringWithCanonicalMapping] as [(String) -> String] {
            #expect(try CustomScanTests().found(text, entries(spelled)) == wanted)
            #expect(try CustomScanTests().found(apart, entries(spelled)) == wanted)
        }
    }

    @Test
    func `matches have the places of the text as it came, where letters and their marks stand apart`() throws {
        let words = CustomEntry(id: "custom-w", name: "w", means: .words(list: ["été chaud"]))
        let scan = try TextScan([.usSsn], custom: CustomScan([CustomScanTests().badge, words]), minimum: .medium)
        let line = "Numéro de sécurité B-123456, un été chaud, SSN 536-22-1840\n"
            .decomposedStringWithCanonicalMapping
        let bytes = Array(String(repeating: line, count: 30_000).utf8)
        let whole = bytes.withUnsafeBufferPointer { scan.matches(in: $0) }
        #expect(
            whole.prefix(3).map(\.detector) == ["custom-badge", "custom-w", "us_ssn"]
                && whole.count == 50_000)
        #expect(String(decoding: bytes[whole[29_998].range], as: UTF8.self) == "été chaud")
    }

    @Test
    func
        `letters with marks are the same whether these stand apart or not, in the text and in the table`()
        throws
    {
        let tests = DataSetTests()
        let text = "Šimić 7712; 10-2030-4051, São Paulo"
        let apart = text.decomposedStringWithCanonicalMapping
        let table = try tests.set(of: DataSetTests.table.decomposedStringWithCanonicalMapping, tests.key())
        #expect(try tests.found(apart) == ["7712 high", "10-2030-4051 high"])
        #expect(try tests.found(text, table) == ["7712 high", "10-2030-4051 high"])
        #expect(try tests.found(apart, table) == ["7712 high", "10-2030-4051 high"])
    }
}
