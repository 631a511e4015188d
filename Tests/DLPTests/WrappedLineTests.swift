import Foundation
import Testing

@testable import DLP

/// What names a value from where a sentence, a remark or a line end stands between the two.
struct WrappedLineTests {
    private func found(_ text: String) throws -> [String] { try TextScanTests().found(text) }

    @Test(arguments: [
        ("She wrote 279446639 on the back of the\nenvelope, which is the BSN of her son.\n", "nl_bsn 279446639"),
        ("> El titular del contrato mostró X8223440C como\n> DNI y firmó ante nosotros.\n", "es_dni X8223440C"),
        (
            "The clerk took down 416-754-141 over the\r\ncounter; this is her\r\nSocial Insurance Number.\r\n",
            "ca_sin 416-754-141"
        ),
        ("Our agent has noted G4G095W6Z from the\npassport of the traveller.\n", "passport G4G095W6Z"),
        (
            "602-55-4897 is what she gave us when she rang on Tuesday and what stands in the form as Social Security number. Case 123456.",
            "us_ssn 602-55-4897"
        ),
    ])
    func `a word behind a value counts in the next line of its sentence`(text: String, value: String) throws {
        #expect(try found(text) == [value])
    }

    @Test(arguments: [
        "She wrote 279446639 on the back of the\nenvelope. The BSN of her son is missing.\n",
        "She wrote 279446639 on the back of the\n\nenvelope, which is the BSN of her son.\n",
        "wrote 279446639\nBSN missing\n", "She wrote on the card that | 279446639 is\nthe BSN of her son.\n",
        "She wrote 279446639 on the back of the\nenvelope, the BSN 123 is no number.\n",
        "The parts are listed as 279446639 in the\nfile: the BSN is not.\n",
    ])
    func `and in no other line`(text: String) throws { #expect(try found(text).isEmpty) }

    @Test(arguments: [
        ("tel (home) 0121 234 4297", "phone 0121 234 4297"), ("(tél.) 01 23 45 46 72", "phone 01 23 45 46 72"),
        ("Tel (0121) 234 4297", "phone (0121) 234 4297"), ("my pan is CKCPO7184L", "in_pan CKCPO7184L"),
        ("Callum: pan CKCPO7184L", "in_pan CKCPO7184L"), ("sin 416-754-141 noted", "ca_sin 416-754-141"),
        ("NIR 2 61 12 87 502 538 11 34", "fr_nir 2 61 12 87 502 538 11"),
        (
            #"{"note":"x\n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"}"#,
            "github_token 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"
        ),
        ("Die Reisepässe C7191MNZT liegen bei.", "passport C7191MNZT"), ("BIC AGNZDEEL", "swift_bic AGNZDEEL"),
        ("GET /pay?iban=DE89%203704%200044%200532%200130%2000&x=1", "iban DE89%203704%200044%200532%200130%2000"),
        ("?ssn=412%2D22%2D1841", "us_ssn 412%2D22%2D1841"),
        ("movil=612 34 45 69\nexpediente=2026/46975", "phone 612 34 45 69"),
        ("tax file number   753 510 018\nPayer's ABN       51 500 925 556", "au_tfn 753 510 018"),
    ])
    func `names and what stands beside them`(text: String, value: String) throws { #expect(try found(text) == [value]) }

    @Test(arguments: [
        "routing number 026414383, SSN required", "SSN missing. Call us: 602-55-4897x", "a pan CKCPO and 7184L",
        "SWIFT INSTRUCT", "call 602-55-4897",
    ])
    func `what another name stands right before, or the wrong shape, is none`(text: String) throws {
        #expect(try found(text).isEmpty)
    }

    @Test(arguments: ["SSN,dossier\n", "\"SSN\";\"dossier\"\n"])
    func `of two columns without blanks the second is its own`(head: String) throws {
        let sign = head.contains(";") ? ";" : ","
        let rows = ["412-22-1841\(sign)412221842", "412-22-1843\(sign)412221844", "412-22-1845\(sign)412221846"]
        let values = ["us_ssn 412-22-1841", "us_ssn 412-22-1843", "us_ssn 412-22-1845"]
        #expect(try found(head + rows.joined(separator: "\n") + "\n") == values)
    }

    @Test func `carriage returns alone end lines`() throws {
        let rows = (0..<300).map { "P\($0),412-22-\(1000 + $0)" }
        let text = "Name,SSN\r" + rows.joined(separator: "\r") + "\r"
        let values = try found(text)
        #expect(values == rows.indices.map { "us_ssn 412-22-\(1000 + $0)" })
        #expect(try found(text.replacingOccurrences(of: "\r", with: "\n")) == values)
    }

    @Test func `a line with very many names is read a few times alone`() throws {
        // Once for each of them it took minutes.
        let text = String(repeating: "secret_key=AKIAIOSFODNN7EXAMPLQ aws ", count: 60_000)
        #expect(try found(text).count == 60_000)
    }
}
