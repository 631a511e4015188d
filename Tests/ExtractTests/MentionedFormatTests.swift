import Model
import Testing

/// Texts that speak of formats by their signatures.
struct MentionedFormatTests {
    private static let value = "SSN 536-22-1840\n"

    @Test(arguments: [
        "The file begins with %PDF-1.4, says the log.\n", "%PDF-1.4 is how such a file begins.\n",
        "id;magic\n1;%PDF-1.7\n",
        "MAGIC = b\"%PDF-\"\nHEAD = b\"1 0 obj\"\nEND = b\"startxref %%EOF\"\n", "{\"magic\": \"%PDF-1.4\", \"a\": \"",
        "070701;Anna Berg;", "070707;Anna Berg;", "BZh9 is no archive. ", "BZh91AY&SY is one. ", "MSCF;", "!<arch>\n",
        "xar! ",
        "GIF89a; ", "GIF87a: ", "RIFF 1234WAVE ", "FORM 123AIFF ", "OTTO: ", "ID3; ", "MZ;", "Rar!; ", "7z; ",
        "\(String(repeating: "x", count: 257))ustar\n\(String(repeating: "y", count: 600)) ",
        "\(String(repeating: "x\n", count: 16_384))\nCD001\n",
    ]) func `are texts`(head: String) {
        for name in ["a.txt", "a", "a.py"] {
            let reading = Reading(Array((head + Self.value).utf8), named: name)
            #expect(reading.text == head + Self.value && reading.status == .ok, "\(reading.result.detail ?? "")")
        }
    }

    @Test func `are messages and pages all the same`() {
        let mail = "From: a@contoso.com\nTo: b@contoso.com\nSubject: %PDF-1.4\n\n%PDF-1.7 and \(Self.value)"
        let message = Reading(Array(mail.utf8), named: "a.eml")
        #expect(message.text(of: "body")?.contains(Self.value) == true && message.status == .ok)
        let page = Reading(Array("<html><body>%PDF-1.4 <p>SSN 536-<b>22</b>-1840".utf8))
        #expect(page.text.contains("SSN 536-22-1840") && page.status == .ok)
    }

    @Test func `with a document in them are read around it as well`() {
        let document = PDFWriter().adding("<</Type/Filespec/UF(a.txt)/EF<</F 6 0 R>>>>")
            .adding("", stream: Array("key7".utf8)).bytes
        let reading = Reading(Array("data = b\"\"\"\n".utf8) + document + Array("\"\"\"\n\(Self.value)".utf8))
        #expect(reading.text(of: "a.txt") == "key7" && reading.text(of: "before the document") == "data = b\"\"\"\n")
        #expect(reading.text(of: "behind the document")?.hasSuffix(Self.value) == true)
    }

    @Test func `a damaged PDF is one, with or without something before it`() {
        let packed = ZipWriter.compressed(Array(String(repeating: "BT (536) Tj ET ", count: 100).utf8))
        let whole = PDFWriter().adding("/Filter/FlateDecode", stream: packed).bytes
        let cut = Array(whole.prefix(60)) + Array(whole[(whole.count / 3)..<(whole.count / 2)])
        for (bytes, name) in [
            (cut, "a"), (Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + cut, "a"), (Array("%PDF-1.4\n".utf8), "a.pdf"),
        ] {
            let reading = Reading(bytes, named: name)
            #expect(reading.status == .error || reading.status == .partial)
            #expect(reading.result.detail == "the document is damaged: no page of it was read")
        }
    }

    @Test func `what a damaged PDF of letters alone says is read`() {
        let reading = Reading(Array("%PDF-1.4\n1 0 obj\n<</Title(\(Self.value))>>\n".utf8), named: "a.pdf")
        #expect(reading.text.contains(Self.value) && reading.status == .partial)
    }

    @Test(
        arguments: [
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0], [0xCF, 0xFA, 0xED, 0xFE, 7, 0, 0, 1],
            [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 0x34],
            Array("MZ\u{1}\0\0".utf8),
        ] as [[UInt8]]) func `programs are none, however much text is in them`(head: [UInt8])
    {
        let reading = Reading(head + Array(String(repeating: Self.value, count: 500).utf8))
        #expect(reading.status == .unsupported && reading.segments.isEmpty && reading.result.detail == "a program")
    }
}
