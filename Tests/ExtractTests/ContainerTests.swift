import Model
import Testing

struct ContainerTests {
    /// Bytes of no character set.
    private let unknown = [UInt8](repeating: 0, count: 4) + Array("Standard ACE DB".utf8) + [0, 1, 0, 0, 0xB5, 0xFF, 0]

    @Test func `is partial when a member is of an unknown kind, and says which`() {
        let archive = ZipWriter().adding("note.txt", "hello").adding("db/staff.accdb", unknown)
        let reading = Reading(archive.bytes)
        #expect(reading.status == .partial && reading.text == "hello")
        #expect(reading.result.detail == "db/staff.accdb: neither text nor a known kind of file")
        #expect(Reading(ZipWriter().adding("staff.accdb", unknown).bytes).status == .partial)
        let package = Reading.word("<w:p/>").adding("word/embeddings/staff.bin", unknown)
        #expect(Reading(package.bytes).status == .partial)
    }

    @Test func `each member of an archive is a document, whatever its folder is called`() {
        let deck = ZipWriter().adding("[Content_Types].xml", "<Types/>")
            .adding("ppt/slides/slide1.xml", "<a:t>one</a:t>").adding("ppt/slides/slide2.xml", "<a:t>two</a:t>")
            .adding("ppt/slideLayouts/slideLayout1.xml", "<a:t>click to edit</a:t>")
        let names = ["word/a.txt", "b.txt", "README", "LICENSE", "content.xml", "site/theme/d.txt", "x/glossary/e.txt"]
        var archive = ZipWriter().adding("deck.pptx", deck.bytes)
        for name in names { archive = archive.adding(name, "text of \(name)") }
        let segments = Reading(archive.bytes).segments
        let slides = segments.filter { $0.part.hasPrefix("deck.pptx!") }
        #expect(slides.map(\.kind) == [.text, .text, .pattern] && Set(slides.map(\.document)).count == 1)
        let members = segments.filter { names.contains($0.part) }
        #expect(members.map(\.part) == names && members.allSatisfy { $0.kind == .text })
        #expect(Set(members.map(\.document) + [0, slides[0].document]).count == names.count + 2)
    }

    @Test func `a large member that is not compressed is no bomb`() {
        let line = Array("lorem ipsum dolor sit amet\n".utf8)
        let text = (0..<120_000).flatMap { _ in line }
        let reading = Reading(TarWriter.archive("a.txt", text), named: "a.tar")
        #expect(reading.status == .ok && reading.text.utf8.count == text.count, "\(reading.result.detail ?? "")")
    }

    @Test func `an archive whose method nobody knows is not damaged, and says the method`() {
        let archive = SevenZipWriter.archive("a.txt", Array("hello".utf8), codec: [4, 0xF7, 0x11, 1])
        let reading = Reading(archive, named: "a.7z")
        #expect(reading.status == .unsupported)
        #expect(reading.result.detail == "compressed by Zstandard, which is not read")
        let other = Reading(SevenZipWriter.archive("a.txt", [1, 2, 3], codec: [4, 0xF7, 0x11, 0x63]))
        #expect(other.result.detail == "compressed by the codec 4f71163, which is not read")
        let outer = Reading(ZipWriter().adding("note.txt", "hello").adding("a.7z", archive).bytes)
        #expect(outer.status == .partial && outer.text == "hello")
        #expect(outer.result.detail == "a.7z: compressed by Zstandard, which is not read")
    }

    @Test func `a member whose method nobody knows does not hide the others`() {
        let mixed = ZipWriter().adding("a.txt", "hello").adding("b.txt", Array("x".utf8), method: 9)
        let reading = Reading(mixed.bytes)
        #expect(reading.status == .partial && reading.text == "hello")
        #expect(reading.result.detail?.hasPrefix("b.txt: packed in a way that is not read: ") == true)
    }

    @Test func `a part of a package whose method nobody knows is told, and the others are read`() {
        let package = Reading.word("<w:p><w:r><w:t>body</w:t></w:r></w:p>")
            .adding("word/footnotes.xml", Array("<x/>".utf8), method: 9)
        let reading = Reading(package.bytes)
        #expect(reading.status == .partial && reading.text == "body\n")
        #expect(reading.result.detail == "word/footnotes.xml is compressed by Deflate64, which is not read")
    }

    @Test func `reads what there is of a file in gzip that is cut off`() {
        let lines = (0..<20_000).map { "line \($0) \($0 &* 7919 % 10_007)\n" }
        for text in ["SSN 536-22-1840\n" + lines.prefix(50).joined(), "SSN 536-22-1840\n" + lines.joined()] {
            let whole = ZipWriter.gzip(Array(text.utf8))
            let reading = Reading(Array(whole.prefix(whole.count * 3 / 4)), named: "a.log.gz")
            #expect(reading.status == .partial && reading.result.detail?.contains("damaged") == true)
            #expect(reading.text.utf8.count > text.utf8.count / 2 && text.hasPrefix(reading.text))
        }
        let whole = ZipWriter.gzip(TarWriter.archive("a.txt", Array(lines.joined().utf8)))
        let tar = Reading(Array(whole.prefix(whole.count / 2)), named: "a.tar.gz")
        #expect(tar.status == .partial && tar.text(of: "a.txt")?.hasPrefix("line 0 ") == true)
    }

    private static let wordless: [[UInt8]] = [
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], [0, 1, 0, 0, 0, 0x0B, 0, 0x80, 0, 3, 0xFF, 0],
        [0xD7, 0xCD, 0xC6, 0x9A, 0, 0, 0xFF, 0], [0, 0, 0, 0x18] + Array("ftypmp42".utf8) + [0, 0, 0, 0],
        [0, 5, 0x16, 7, 0, 2, 0, 0, 0xFF, 0], [UInt8](repeating: 0, count: 64),
    ]

    @Test(arguments: Self.wordless) func `is ok with pictures, fonts, sound and film inside`(content: [UInt8]) {
        #expect(Reading(ZipWriter().adding("note.txt", "hello").adding("a.bin", content).bytes).status == .ok)
    }

    /// DER of CMS: a type and, perhaps, signed data around a content.
    private func message(_ type: [UInt8], _ content: String? = nil) -> [UInt8] {
        func element(_ tag: UInt8, _ body: [UInt8]) -> [UInt8] { [tag, UInt8(body.count)] + body }
        let data: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]
        let octets = content.map { element(0xA0, element(0x04, Array($0.utf8))) } ?? []
        let signed = element(0x30, element(0x02, [1]) + element(0x31, []) + element(0x30, data + octets))
        return element(0x30, element(0x06, type) + element(0xA0, signed))
    }

    private let signed: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
    private let enveloped: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03]

    @Test func `is encrypted when a member is`() {
        let pgp: [UInt8] = [0x85, 1, 0x0C, 3] + [UInt8](repeating: 0xA7, count: 60)
        let password: [UInt8] = [0x8C, 0x0D, 4, 9, 3, 8] + [UInt8](repeating: 0xA7, count: 60)
        let rights: [UInt8] = [0x76, 0xE8, 0x04, 0x60, 0xC4, 0x11, 0xE3, 0x86, 0, 0xFF]
        for content in [message(enveloped), pgp, password, rights] {
            #expect(Reading(ZipWriter().adding("mail.bin", content).bytes).status == .encrypted)
            #expect(Reading(ZipWriter().adding("a", "x").adding("b", content).bytes).status == .partial)
        }
    }

    @Test func `reads what is signed inside of its signature, and needs nothing of a signature beside`() {
        let note = Reading(ZipWriter().adding("note.txt.p7m", message(signed, "IBAN DE89370400440532013000")).bytes)
        #expect(note.text == "IBAN DE89370400440532013000" && note.status == .ok)
        let entity = "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nU1NOIDUzNi0yMi0xODQw"
        #expect(Reading(message(signed, entity), named: "smime.p7m").text == "SSN 536-22-1840")
        #expect(Reading(ZipWriter().adding("a", "x").adding("smime.p7s", message(signed)).bytes).status == .ok)
    }

    @Test func `reads parts where a package has them, by their type, sheet names and controls`() {
        let types =
            #"<Types><Override PartName="/doc/main.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#
        let runs = "<w:p><w:r><w:t>5362</w:t></w:r><w:r><w:t>21840</w:t></w:r></w:p>"
        let document = ZipWriter().adding("[Content_Types].xml", types)
            .adding("doc/main.xml", "<w:document xmlns:w='w'><w:body>\(runs)</w:body></w:document>")
        #expect(Reading(document.bytes).text(of: "doc/main.xml") == "536221840\n")
        let book = ZipWriter().adding("[Content_Types].xml", "<Types/>")
            .adding("xl/workbook.xml", "<w><sheets><sheet name='Pay' r:id='r1' xmlns:r='r'/></sheets></w>")
            .adding("xl/_rels/workbook.xml.rels", #"<R><Relationship Id="r1" Target="other/b.xml"/></R>"#)
            .adding("xl/other/b.xml", "<worksheet><row r='2'><c r='A2'><v>7</v></c></row></worksheet>")
        let table = Reading(book.bytes).segments.first { $0.kind == .table }
        #expect(table?.text == "7\n" && table?.place(at: 0) == "Pay!2")
        let control = Reading.word("<w:p/>").adding(
            "word/activeX/activeX1.xml", "<ocx><ocxPr name='Value' value='key7'/></ocx>")
        #expect(Reading(control.bytes).text.contains("key7"))
    }

    @Test func `reads macros and named expressions of OpenDocument`() {
        let content =
            "<c xmlns:t='t'><t:spreadsheet><t:named-expressions><t:named-expression t:name='Own' t:expression='\"key7\"'/></t:named-expressions></t:spreadsheet></c>"
        let module = "<!DOCTYPE s:module PUBLIC '-' 'module.dtd'><s:module xmlns:s='s'>k = \"key8\"</s:module>"
        let package = ZipWriter().adding("META-INF/manifest.xml", "<m/>").adding("content.xml", content)
            .adding("Basic/Standard/Module1.xml", module)
        let reading = Reading(package.bytes)
        #expect(reading.text.contains("Own: \"key7\"") && reading.text.contains("key8") && reading.status == .ok)
    }

    @Test func `reads the macros of a document`() throws {
        // Two chunks of MS-OVBA: tokens with a copy of sixteen bytes, then bytes as they are.
        let source = Array("\0Attribut".utf8) + Array("\u{0}e VB_Nam".utf8) + Array("\u{0}e=x\nk=\"4".utf8)
        let size = source.count - 1
        let chunk = u16(0xB000 | size) + source
        let module = [UInt8](repeating: 0xFE, count: 40) + [1] + chunk
        let project = CompoundWriter().adding("VBA/Module1", module).bytes()
        let reading = Reading(Reading.word("<w:p/>").adding("word/vbaProject.bin", project).bytes)
        #expect(reading.text.contains("Attribute VB_Name=x\nk=\"4"))
        #expect(reading.status == .ok)
    }
}
