import Extract
import Model
import Synchronization
import Testing

struct PDFPageTests {
    /// - Parameter text: of the page, as a program would give it.
    private func read(
        _ document: PDFWriter, text: String, limits: ExtractionLimits = ExtractionLimits()
    ) -> (Extraction, [ExtractedSegment]) {
        let segments = Mutex<[ExtractedSegment]>([])
        let tools = Tools(
            pageText: { bytes, order, _, _ in
                let hidesLayers = String(decoding: bytes, as: UTF8.self).contains("/OCProperties")
                let layer = document.catalogue.isEmpty || hidesLayers ? "" : "\nlayer"
                return .init(text: order == .reading ? Array("\(text)\(layer)\u{C}".utf8) : [])
            },
            pageImage: { _, page, _ in .init(text: Array("P5 page \(page)".utf8)) },
            imageText: { _, _ in .init(text: Array("words in the image".utf8)) })
        let result = extract(document.bytes, named: "a.pdf", limits: limits, tools: tools) { segment in
            segments.withLock { $0.append(segment) }
        }
        return (result, segments.withLock { $0 })
    }

    private let image = "/Resources<</XObject<</I 5 0 R>>>>"
    private func withImage(_ content: String) -> PDFWriter {
        PDFWriter(content, page: image).adding("/Type/XObject/Subtype/Image/Width 9/Height 9", stream: [1, 2, 3])
    }

    private static let pictures: [(String, String)] = [
        ("q 500 0 0 600 40 100 cm /I Do Q BT (Scanned by Contoso) Tj ET", "Scanned by Contoso"),
        ("q 2 0 0 2 0 0 cm q 150 0 0 300 0 0 cm /I Do Q Q", "Bates 17"),
        ("q 300 0 0 400 0 0 cm BI /W 2 /H 2 ID \u{1}\u{2}Tj EI Q", ""),
        (String(repeating: "10 10 m 1 2 3 4 5 6 c f ", count: 30), ""),
        ("BT <0102030405060708090A0B0C0D0E0F10111213141516> Tj ET", ""),
    ]

    @Test(arguments: Self.pictures)
    func `is partial when a page is an image or drawn letters, also beside a line of text`(
        content: String, text: String
    ) {
        let (result, _) = read(withImage(content), text: text)
        #expect(result.status == .partial)
        #expect(result.detail?.contains(text.isEmpty ? "text in images" : "pages that are images") == true)
        let (read, segments) = read(withImage(content), text: text, limits: .readingImages)
        #expect(read.status == .ok)
        #expect(segments.last { $0.part == "image text" }?.place(at: 0) == "page 1")
    }

    @Test func `is ok when a page of text has an image, which is read where somebody asked for it`() {
        let prose = String(repeating: "A sentence of the report. ", count: 20)
        let report = withImage("q 300 0 0 300 0 0 cm /I Do Q")
        #expect(read(report, text: prose).0.status == .ok)
        #expect(read(report, text: prose, limits: .readingImages).1.contains { $0.text == "words in the image" })
        let logo = withImage("q 40 0 0 40 0 0 cm /I Do Q")
        #expect(read(logo, text: "short").0.status == .ok)
        #expect(!read(logo, text: prose, limits: .readingImages).1.contains { $0.text == "words in the image" })
    }

    @Test func `reads the pages whatever is damaged beside them, and says so`() {
        let broken = [UInt8](repeating: 0xEE, count: 50)
        let attachment = PDFWriter().adding("<</Type/Filespec/UF(a.txt)/EF<</F 6 0 R>>>>").adding(
            "/Filter/FlateDecode", stream: broken)
        let metadata = PDFWriter().adding("/Type/Metadata/Filter/FlateDecode", stream: broken)
        for document in [attachment, metadata] {
            let (result, segments) = read(document, text: "on the page")
            #expect(result.status == .partial && segments.contains { $0.text.contains("on the page") })
        }
    }

    @Test func `reads layers that are hidden`() {
        let layers = "/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>"
        let group = "<</Type/OCG/Name(Notes)>>"
        #expect(read(PDFWriter(catalogue: layers).adding(group), text: "x").1.contains { $0.text.contains("layer") })
    }

    @Test func `looks at no more than a part of a page that paints itself`() {
        let loop = PDFWriter(String(repeating: "/I Do ", count: 50), page: image).adding(
            "/Subtype/Form\(image)", stream: Array(String(repeating: "/I Do ", count: 50).utf8))
        #expect(read(loop, text: "x").0.status == .ok)
    }
}
