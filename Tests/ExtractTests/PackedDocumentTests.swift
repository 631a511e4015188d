import Model
import Testing

struct PackedDocumentTests {
    @Test(arguments: ["gz", "bz2", "xz", "zst", "lz4", "lzma"])
    func `a document that is compressed by itself is read as a document`(ending: String) throws {
        let reading = Reading(try Reading.fixture("memo.docx.\(ending)"), named: "memo.docx.\(ending)")
        #expect(reading.text(of: "data!word/document.xml") == "SSN 536-22-1840\n" && reading.status == .ok)
        #expect(reading.result.labels.map(\.labelID) == ["f595767f-e2dc-41b7-85ff-027e644c123a"])
        #expect(!reading.segments.contains { $0.part.contains("[Content_Types].xml") })
    }

    @Test func `columns of a compressed workbook keep their names`() {
        let rows = "<row r='1'><c r='A1' t='str'><v>SSN</v></c></row><row r='2'><c r='A2'><v>536221840</v></c></row>"
        let book = Reading.workbook(sheet: rows).bytes
        let reading = Reading(ZipWriter.gzip(book), named: "pay.xlsx.gz")
        #expect(
            reading.segments.first { $0.kind == .table }?.text
                == Reading(book).segments.first { $0.kind == .table }?.text)
    }

    @Test func `a document twice compressed, or with an archive around, is read too`() throws {
        let packed = try Reading.fixture("memo.docx.gz")
        let twice = Reading(ZipWriter.gzip(packed))
        #expect(twice.text.contains("SSN 536-22-1840") && twice.status == .ok && twice.result.labels.count == 1)
        let tar = Reading(ZipWriter.gzip(TarWriter.archive("memo.docx.gz", packed)), named: "a.tgz")
        #expect(tar.text(of: "memo.docx.gz!data!word/document.xml") == "SSN 536-22-1840\n")
        let zip = Reading(ZipWriter.gzip(ZipWriter().adding("a.txt", "hello").bytes), named: "a.zip.gz")
        #expect(zip.text == "hello" && zip.status == .ok)
    }

    @Test func `the name within the name decides what a compressed text is`() {
        let mail = Array("Subject: pay\n\n<b>536-22</b>-1840".utf8)
        #expect(Reading(ZipWriter.gzip(mail), named: "pay.eml.gz").text(of: "data!body") != nil)
        let page = Array("<p>536-<b>22</b>-1840".utf8)
        #expect(Reading(ZipWriter.gzip(page), named: "pay.html.gz").text.contains("536-22-1840"))
    }

    @Test func `a compressed text that begins as an archive does is text`() {
        for text in ["070701;Anna Berg;SSN 536-22-1840\n", "!<arch>\nSSN 536-22-1840\n"] {
            let reading = Reading(ZipWriter.gzip(Array(text.utf8)), named: "a.csv.gz")
            #expect(reading.text == text && reading.status == .ok)
        }
    }

    @Test func `a compressed document that is cut off is read as far as it goes`() throws {
        let body = (0..<30_000).map { "<w:p><w:r><w:t>line \($0) \($0 &* 7919 % 10_007)</w:t></w:r></w:p>" }.joined()
        let whole = ZipWriter.gzip(Reading.word(body).bytes)
        let reading = Reading(Array(whole.prefix(whole.count * 3 / 4)), named: "a.docx.gz")
        #expect(reading.status == .partial && reading.text.contains("line 0 0\n"))
    }

    @Test func `an old tar, whose header has a sum and no mark, is read`() {
        var archive = TarWriter.archive("a.txt", Array("hello".utf8))
        let mark = archive[257..<265].reduce(0) { $0 + Int($1) }
        for place in 257..<265 { archive[place] = 0 }
        let sum = archive[..<148].reduce(0) { $0 + Int($1) } + 256 + archive[156..<512].reduce(0) { $0 + Int($1) }
        let octal = String(sum, radix: 8)
        archive.replaceSubrange(148..<154, with: Array((String(repeating: "0", count: 6 - octal.count) + octal).utf8))
        #expect(mark > 0 && Reading(archive).text(of: "a.txt") == "hello")
    }

    @Test func `a tar whose first member is a PDF is a tar`() {
        let archive = TarWriter.archive("a.pdf", PDFWriter(catalogue: "/Lang(en)").bytes)
        let note = TarWriter.archive("note.txt", Array("hello".utf8))
        let reading = Reading(Array(archive.prefix(archive.count - 1024)) + note)
        #expect(reading.text(of: "note.txt") == "hello")
    }

    @Test func `an archive without members has nothing in it, and is not deep`() {
        #expect(Reading(Array("!<arch>\n".utf8)).status != .limit)
        #expect(Reading(ZipWriter.gzip([UInt8](repeating: 0, count: 10_240))).status == .ok)
    }
}
