import Model
import Testing

struct OtherDocumentTests {
    @Test func `reads the texts, data and links of a Visio drawing, and none of its geometry`() {
        let data = """
            <Section N='Property'><Row N='Prop.1'><Cell N='Value' V='201-16-4104' U='STR'/><Cell N='Label' V='SSN'/></Row></Section>\
            <Section N='Hyperlink'><Row N='Row_1'><Cell N='Address' V='https://a.example/?key=a%20b'/></Row></Section>\
            <Section N='Geometry'><Row T='LineTo'><Cell N='X' V='4111111111111111'/></Row></Section>
            """
        let shape = """
            <Shape ID='1' Name='Sheet.1'><Cell N='PinX' V='2.5'/>\(data)<Text><cp IX='0'/>Card 4556 7375 \
            <cp IX='1'/>8689<fld IX='0'> 9855</fld>
            </Text></Shape>
            """
        let drawing = ZipWriter().adding("[Content_Types].xml", "<Types/>")
            .adding("visio/pages/pages.xml", "<Pages><Page ID='0' Name='Network'/></Pages>")
            .adding("visio/pages/page1.xml", "<PageContents><Shapes>\(shape)</Shapes></PageContents>")
            .adding("visio/comments.xml", "<Comments><CommentEntry>seen</CommentEntry></Comments>")
        let reading = Reading(drawing.bytes, named: "a.vsdx")
        let page = reading.text(of: "visio/pages/page1.xml")
        #expect(page == "SSN: 201-16-4104\nhttps://a.example/?key=a b\nCard 4556 7375 8689 9855\n")
        #expect(reading.text(of: "visio/pages/pages.xml") == "Network\n")
        #expect(reading.text(of: "visio/comments.xml") == "seen\n" && reading.status == .ok)
    }

    @Test func `reads the pieces of an old Word document, cells with tabs`() throws {
        let text = Reading(try Reading.fixture("letter.doc")).text(of: "WordDocument")
        #expect(text?.contains("Body SSN 123-45-6701\nName\tIBAN\nBob\tDE89370400440532013000\n") == true)
        #expect(text?.contains("Header BODYHDR") == true)
    }

    @Test func `reads the atoms of an old presentation, in an archive`() throws {
        let reading = Reading(try Reading.fixture("slides.zip"))
        let text = reading.text(of: "slides.ppt!PowerPoint Document")
        #expect(text?.contains("Card 4556 7375 8689 9855") == true)
        #expect(text?.contains("Note IBAN DE89370400440532013000") == true)
        #expect(reading.status == .ok)
    }

    @Test func `reads slides and notes`() throws {
        let reading = Reading(try Reading.fixture("slides.pptx"))
        #expect(reading.text(of: "ppt/slides/slide1.xml") == "Card 4556 7375 8689 9855\n")
        #expect(reading.text(of: "ppt/notesSlides/notesSlide1.xml")?.contains("DE89370400440532013000") == true)
    }

    @Test func `reads OpenDocument text with its headers and its deleted text`() throws {
        let reading = Reading(try Reading.fixture("letter.odt"))
        #expect(reading.text(of: "content.xml")?.contains("Name\tIBAN\nBob\tDE89370400440532013000\n") == true)
        #expect(reading.text(of: "content.xml")?.contains("1111") == true)
        #expect(reading.text(of: "styles.xml")?.contains("Header BODYHDR") == true)
    }

    @Test func `reads 7z and says when it has a password`() throws {
        #expect(Reading(try Reading.fixture("note.7z")).text(of: "note.txt") == "IBAN DE89370400440532013000")
        #expect(Reading(try Reading.fixture("secret.7z")).status == .encrypted)
    }

    @Test func `reads what stands beside the pages of a PDF`() throws {
        let reading = Reading(try Reading.fixture("letter.pdf"))
        #expect(reading.text(of: "att.txt")?.contains("DE89370400440532013000") == true)
        #expect(reading.text(of: "Info")?.contains("Author: python-docx") == true)
        // Nobody gave it a program for the pages.
        #expect(reading.status == .partial)
    }

    @Test(arguments: ["password.pdf"]) func `is encrypted with a password`(file: String) throws {
        #expect(Reading(try Reading.fixture(file)).status == .encrypted)
    }

    @Test func `is encrypted in every way that old and new Office know`() {
        let word =
            u16(0xA5EC) + u16(0xC1) + [UInt8](repeating: 0, count: 6) + u16(0x0100) + [UInt8](repeating: 0, count: 600)
        #expect(Reading(CompoundWriter().adding("WordDocument", word).bytes()).status == .encrypted)
        let book = u16(0x0809) + u16(4) + u16(0x0600) + u16(5) + u16(0x2F) + u16(2) + u16(1)
        #expect(Reading(CompoundWriter().adding("Workbook", book).bytes()).status == .encrypted)
        let user = u32(0) + u32(0) + u32(0) + u32(0xF3D1_C4DF)
        let slides = CompoundWriter().adding("PowerPoint Document", "x").adding("Current User", user)
        #expect(Reading(slides.bytes()).status == .encrypted)
        #expect(Reading(CompoundWriter().adding("EncryptedPackage", "x").bytes()).status == .encrypted)
        #expect(Reading(Array(".pfile and more".utf8)).status == .encrypted)
    }

    @Test func `is partial when only some members are encrypted, and encrypted when all are`() {
        let secret = ZipWriter().adding("a.txt", Array("secret".utf8), isEncrypted: true)
        #expect(Reading(secret.bytes).status == .encrypted)
        #expect(Reading(secret.adding("b.txt", "open").bytes).status == .partial)
    }

    @Test func `reads an Outlook message with bodies, recipients and attachments`() {
        let message = CompoundWriter()
            .adding("__properties_version1.0", [UInt8](repeating: 0, count: 32))
            .adding("__substg1.0_0037001F", wide: "Payroll")
            .adding("__substg1.0_1000001F", wide: "SSN 225-99-9943")
            .adding("__attach_version1.0_#00000000/__substg1.0_3707001F", wide: "note.txt")
            .adding("__attach_version1.0_#00000000/__substg1.0_37010102", "card 4556 7375 8689 9855")
            .bytes()
        let reading = Reading(message)
        #expect(reading.text(of: "headers")?.contains("Subject: Payroll") == true)
        #expect(reading.text(of: "body") == "SSN 225-99-9943")
        #expect(reading.text(of: "note.txt") == "card 4556 7375 8689 9855")
    }

    private static let textless: [([UInt8], Extraction.Status)] = [
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], .unsupported),
        ([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0], .unsupported), ([], .ok),
    ]

    @Test(arguments: Self.textless) func `has a status for what holds no text`(
        bytes: [UInt8], status: Extraction.Status
    ) {
        #expect(Reading(bytes).status == status)
    }

    @Test func `is read by its content, not by its name`() {
        #expect(Reading(Array(#"{\rtf1 4363-7{\b 522}\i0 -1329-6}"#.utf8), named: "a.doc").text == "4363-7522-1329-6")
        #expect(Reading(Reading.word("<w:p><w:r><w:t>x</w:t></w:r></w:p>").bytes, named: "a.txt").text == "x\n")
    }
}
