import Model
import Testing

/// The part that is the document itself.
struct OfficeMainPartTests {
    private static let types = "[Content_Types].xml"
    private static let kinds = [
        ("docx", "word/document.xml"), ("xlsx", "xl/workbook.xml"), ("pptx", "ppt/presentation.xml"),
    ]

    private func relations(_ target: String) -> String {
        "<R><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"\(target)\"/></R>"
    }

    @Test(arguments: kinds) func `that is missing is told`(ending: String, main: String) {
        let core = "<p><title>IBAN DE89370400440532013000</title></p>"
        let folder = main.prefix { $0 != "/" }
        let packages = [
            ZipWriter().adding(Self.types, "<Types/>"),
            ZipWriter().adding(Self.types, "<Types/>").adding("_rels/.rels", relations(main)),
            ZipWriter().adding(Self.types, "<Types/>").adding("\(folder)/styles.xml", "<s/>"),
            ZipWriter().adding("docProps/core.xml", core),
        ]
        for package in packages {
            let reading = Reading(package.bytes, named: "a.\(ending)")
            #expect(reading.status == (reading.text.isEmpty ? .error : .partial))
            #expect(reading.result.detail == "the main part of the document is missing")
        }
        let whole = ZipWriter().adding(Self.types, "<Types/>").adding("_rels/.rels", relations(main))
            .adding("docProps/core.xml", core)
        #expect(Reading(whole.bytes, named: "document").status == .partial)
        #expect(Reading(whole.adding(main, "<d/>").bytes, named: "a.\(ending)").status == .ok)
        let windows = main.replacing("/", with: "\\")
        #expect(Reading(whole.adding(windows, "<d/>").bytes, named: "a.\(ending)").status == .ok)
        let elsewhere = ZipWriter().adding(Self.types, "<Types/>").adding("_rels/.rels", relations("/body/Main.xml"))
        #expect(Reading(elsewhere.adding("body/main.xml", "<d/>").bytes, named: "a.\(ending)").status == .ok)
        #expect(Reading([], named: "a.\(ending)").status == .ok)
    }

    @Test func `is not looked for in packages of other programs, nor in archives`() {
        let other = ZipWriter().adding(Self.types, "<Types/>").adding("package.nuspec", "<p>words</p>")
        #expect(Reading(other.bytes, named: "a.nupkg").status == .ok)
        #expect(Reading(ZipWriter().adding("a.txt", "words").bytes, named: "a.zip").status == .ok)
    }

    @Test func `that is missing inside of another document is told with its name`() {
        let inner = ZipWriter().adding(Self.types, "<Types/>").bytes
        let reading = Reading(ZipWriter().adding("a.txt", "words").adding("b.docx", inner).bytes, named: "a.zip")
        #expect(
            reading.status == .partial && reading.result.detail == "b.docx: the main part of the document is missing")
    }
}
