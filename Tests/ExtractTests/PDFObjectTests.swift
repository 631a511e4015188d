import Model
import Testing

struct PDFObjectTests {
    private func attached(_ dictionary: String, _ stream: [UInt8]) -> Reading {
        Reading(
            PDFWriter().adding("<</Type/Filespec/UF(a.txt)/EF<</F 6 0 R>>>>").adding(dictionary, stream: stream).bytes)
    }

    private let note = Array("SSN 536-22-1840, SSN 536-22-1840".utf8)
    private func hex(_ bytes: [UInt8]) -> [UInt8] {
        bytes.flatMap { Array(String($0 >> 4, radix: 16).utf8) + Array(String($0 & 15, radix: 16).utf8) }
            + Array(">".utf8)
    }

    @Test func `reads attachments behind any filters that stand for no picture`() {
        let deflated = ZipWriter.compressed(note)
        #expect(
            attached("/Filter[/ASCIIHexDecode/FlateDecode]", hex(deflated)).text(of: "a.txt")
                == String(decoding: note, as: UTF8.self))
        #expect(attached("/Filter/ASCII85Decode", Array("87cURD]i,\"Ebo80~>".utf8)).text(of: "a.txt") == "Hello World!")
        #expect(attached("/Filter/RunLengthDecode", [1, 0x61, 0x62, 254, 0x63, 128]).text(of: "a.txt") == "abccc")
        // The example of ISO 32000-1, 7.4.4.2.
        let words = attached("/Filter/LZWDecode", [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
        #expect(words.text(of: "a.txt") == "-----A---B")
        // Rows of four bytes: as they are, by the left, by those above.
        let rows: [UInt8] = [0, 0x61, 0x62, 0x63, 0x64, 1, 0x61, 1, 1, 1, 2, 1, 1, 1, 1]
        let predicted = attached(
            "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 4>>", ZipWriter.compressed(rows))
        #expect(predicted.text(of: "a.txt") == "abcdabcdbcde")
    }

    @Test func `says when an attachment stands behind a filter that is not known`() {
        let reading = attached("/Filter/JBIG2Decode", note)
        #expect(reading.status == .partial || reading.status == .error)
        #expect(reading.result.detail?.contains("more") == true)
    }

    @Test func `is a limit when filters expand too much`() {
        let bomb = ZipWriter.compressed(ZipWriter.compressed([UInt8](repeating: 0x30, count: 4 << 20)))
        #expect(attached("/Filter[/FlateDecode/FlateDecode]", bomb).status == .limit)
        let runs = [UInt8](repeating: 129, count: 5 << 20)
        var limits = ExtractionLimits()
        limits.expanded = 8 << 20
        let document = PDFWriter().adding("<</Type/Filespec/UF(a.txt)/EF<</F 6 0 R>>>>").adding(
            "/Filter/RunLengthDecode", stream: runs)
        #expect(Reading(document.bytes, limits: limits).status == .limit)
    }

    @Test func `reads the data of a form in XML`() {
        let form = PDFWriter(catalogue: "/AcroForm 5 0 R").adding(
            "<</XFA[(preamble)6 0 R(datasets)7 0 R(postamble)8 0 R]>>"
        )
        .adding("", stream: Array("<xdp:xdp xmlns:xdp='x'>".utf8))
        .adding("/Filter/FlateDecode", stream: ZipWriter.compressed(Array("<data><ssn>536-22-1840</ssn></data>".utf8)))
        .adding("", stream: Array("</xdp:xdp>".utf8))
        #expect(Reading(form.bytes).text.contains("<ssn>536-22-1840</ssn>"))
    }

    @Test func `reads rich text of notes without its tags, and once where it says the same as the plain text`() {
        let rich = "<?xml version=\"1.0\"?><body><p>Card <b>45313836</b>15781556 &amp; more</p></body>"
        let note = PDFWriter().adding("<</Type/Annot/Subtype/FreeText/RC(\(rich))>>")
        #expect(Reading(note.bytes).text(of: "annotations and fields") == "Card 4531383615781556 & more\n")
        let both = PDFWriter().adding("<</Type/Annot/Contents(Card 4531383615781556 & more)/RC(\(rich))>>")
        #expect(Reading(both.bytes).text(of: "annotations and fields") == "Card 4531383615781556 & more\n")
        let stream = PDFWriter().adding("<</Type/Annot/RC 6 0 R>>").adding("", stream: Array(rich.utf8))
        #expect(Reading(stream.bytes).text(of: "annotations and fields") == "Card 4531383615781556 & more\n")
    }

    @Test func `reads objects of later generations, and beyond a size that is too low`() {
        let late = PDFWriter().adding("<</Type/Annot/Contents(of generation one)>>", generation: 1)
        #expect(Reading(late.bytes).text.contains("of generation one"))
        let low = PDFWriter(size: 5).adding("<</Type/Annot/Contents(beyond the size)>>")
        #expect(Reading(low.bytes).text.contains("beyond the size"))
    }
}
