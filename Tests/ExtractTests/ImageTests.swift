import Extract
import Foundation
import Model
import Synchronization
import Testing

struct ImageTests {
    private func read(
        _ bytes: [UInt8], _ limits: ExtractionLimits = .readingImages, text: String = "words", fault: String? = nil
    ) -> (Extraction, [ExtractedSegment]) {
        let segments = Mutex<[ExtractedSegment]>([])
        let tools = Tools(
            pageText: { _, _, _, _ in .init(text: Array("\u{C}second\u{C}".utf8)) },
            pageImage: { _, page, _ in .init(text: Array("P5 page \(page)".utf8)) },
            imageText: { image, _ in
                .init(text: Array("\(text) of \(image.count) bytes\u{C}".utf8), fault: fault, isLimit: fault != nil)
            })
        let result = extract(bytes, named: "a", limits: limits, tools: tools) { segment in
            segments.withLock { $0.append(segment) }
        }
        return (result, segments.withLock { $0 })
    }

    /// The header of a PNG of that size.
    private func png(_ width: UInt32, _ height: UInt32) -> [UInt8] {
        let sizes = [width, height].flatMap { size in (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - $0 * 8)) } }
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52] + sizes
    }

    @Test func `is unsupported where nobody asked for the text in images`() {
        #expect(read(png(10, 10), ExtractionLimits()).0.status == .unsupported)
    }

    @Test func `is read where somebody did`() {
        let (result, segments) = read(png(5000, 4000))
        #expect(result.status == .ok)
        #expect(segments.map(\.part) == ["image text"] && segments.first?.text == "words of 24 bytes")
    }

    @Test func `is a limit above 20 megapixels, whatever the format`() {
        let (wide, high): ([UInt8], [UInt8]) = ([0x89, 0x13], [0x89, 0x13])
        let jpeg: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 11, 8, 0x13, 0x89, 0x13, 0x89, 1, 0, 0]
        let gif = Array("GIF89a".utf8) + wide + high
        let tiff: [UInt8] =
            [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 2, 0, 0, 1, 3, 0, 1, 0, 0, 0] + wide + [0, 0, 1, 1, 3, 0, 1, 0, 0, 0]
            + high
            + [0, 0]
        for image in [png(5001, 4000), png(.max, .max), jpeg, gif, tiff] {
            #expect(read(image).0.status == .limit)
        }
    }

    @Test func `is a limit when reading it takes too long, with what was read`() {
        let (result, segments) = read(png(10, 10), fault: "too long")
        #expect(result.status == .limit && segments.count == 1)
    }

    @Test func `of a page without text of its own is read at its place`() throws {
        let (result, segments) = read(try Reading.fixture("scan.pdf"))
        let words = try #require(segments.first { $0.part == "image text" })
        #expect(words.place(at: 0) == "page 1" && words.text == "words of 9 bytes")
        #expect(result.status == .ok)
    }

    private static let upsideDown = "yUeUL VETE JuUaWAeYd YUWS BY} JO} DDIOAU|"

    @Test(arguments: [upsideDown, ""]) func `is read turned where its words look so`(straight: String) {
        #expect(readTurned(straight, "Invoice of 2026") == "Invoice of 2026")
        #expect(readTurned(Self.upsideDown, Self.upsideDown + " REEV|") == Self.upsideDown)
        #expect(readTurned("Invoice, IBAN: of Bob-Smith. Thank you for 4532", "other words") != "other words")
    }

    /// What is read of an image with those words, straight on and turned.
    private func readTurned(_ straight: String, _ turned: String) -> String {
        let text = Mutex("")
        let tools = Tools(
            imageText: { _, _ in .init(text: Array(straight.utf8)) },
            turnedImageText: { _, _ in .init(text: Array(turned.utf8)) })
        _ = extract(png(1000, 1000), named: "a", limits: .readingImages, tools: tools) { segment in
            text.withLock { $0 += segment.text }
        }
        return text.withLock { $0 }
    }

    @Test func `in RTF and in addresses of HTML is read`() {
        let hex = (png(10, 10)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let rtf = #"{\rtf1 a{\pict{\*\blipuid 0011}\pngblip\picw10 "# + hex + #"}b{\pict\wmetafile8 0011}}"#
        #expect(read(Array(rtf.utf8)).1.map(\.part) == ["text", "image 1!image text"])
        let binary = Array(#"{\rtf1 a{\pict\pngblip\bin24 "#.utf8) + png(10, 10) + Array("}}".utf8)
        #expect(read(binary).1.last?.text == "words of 24 bytes")
        let page = "<html><img src='data:image/png;base64,iVBORw0KGgo='>"
        #expect(read(Array(page.utf8)).1.map(\.part) == ["data 1!image text"])
        #expect(read(Array(page.utf8), ExtractionLimits()).1.isEmpty)
    }

    private func letter(_ words: String, _ pictures: [[UInt8]]) -> ZipWriter {
        pictures.enumerated().reduce(Reading.word("<w:p><w:r><w:t>\(words)</w:t></w:r></w:p>")) {
            $0.adding("word/media/image\($1.offset + 1).png", $1.element)
        }
    }

    private func mail(_ words: String, _ picture: [UInt8]) -> [UInt8] {
        Array(
            """
            From: megan@contoso.com
            Subject: card
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            \(words)
            --b
            Content-Type: image/png; name=card.png
            Content-Transfer-Encoding: base64

            \(Data(picture).base64EncodedString())
            --b--

            """.utf8)
    }

    @Test func `a document of hardly anything but unread pictures is read in part`() {
        let (large, small) = (png(600, 400), png(64, 64))
        let words = String(repeating: "A report says a lot in many words. ", count: 20)
        let off = ExtractionLimits()
        let bare = read(letter("", [large]).bytes, off).0
        #expect(bare.status == .partial)
        #expect(bare.detail == "hardly any text, and images were not read: word/media/image1.png")
        #expect(
            read(letter("Passport of Megan", [large, large, small]).bytes, off).0.detail?.hasSuffix(" and 1 more")
                == true)
        for ordinary in [letter(words, [large]), letter("", [small, small]), letter("", [])] {
            #expect(read(ordinary.bytes, off).0.status == .ok)
        }
        #expect(read(letter("", [large]).bytes).0.status == .ok)
        #expect(read(mail("See below.", large), off).0.status == .partial)
        #expect(read(mail(words, large), off).0.status == .ok && read(mail("", small), off).0.status == .ok)
    }

    @Test func `what a slide is made after is no text of it`() {
        let slides = ZipWriter().adding("[Content_Types].xml", "<Types/>").adding("_rels/.rels", "<R/>")
            .adding(
                "ppt/slideLayouts/slideLayout1.xml",
                "<p:sldLayout xmlns:p='p' xmlns:a='a'><a:p><a:r><a:t>\(String(repeating: "Click to edit ", count: 40))</a:t></a:r></a:p></p:sldLayout>"
            )
            .adding("ppt/media/image1.png", png(600, 400))
        #expect(read(slides.bytes, ExtractionLimits()).0.status == .partial)
    }

    @Test func `an unread picture in an archive is one of its files`() {
        let archive = ZipWriter().adding("readme.txt", String(repeating: "words ", count: 100))
        let found = read(archive.adding("card.png", png(600, 400)).bytes, ExtractionLimits()).0
        #expect(found.status == .partial && found.detail == "card.png: an image, and text in images is not read")
        #expect(read(archive.adding("icon.png", png(64, 64)).bytes, ExtractionLimits()).0.status == .ok)
    }

    private static let unreadable: [(name: String, bytes: [UInt8])] = [
        ("HEIF", [0, 0, 0, 24] + Array("ftypheic\0\0\0\0mif1heic".utf8)),
        ("HEIF", [0, 0, 0, 24] + Array("ftypmif1\0\0\0\0mif1heif".utf8)),
        ("HEIF", [0, 0, 0, 24] + Array("ftyphevc\0\0\0\0msf1hevc".utf8)),
        ("AVIF", [0, 0, 0, 28] + Array("ftypavif\0\0\0\0avifmif1miaf".utf8)),
        ("AVIF", [0, 0, 0, 28] + Array("ftypmif1\0\0\0\0mif1avifmiaf".utf8)),
        ("JPEG XL", [0, 0, 0, 0x0C, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A]),
        ("PSD", Array("8BPS\0\u{1}".utf8)), ("BigTIFF", [0x49, 0x49, 0x2B, 0, 8, 0]),
    ]

    @Test(arguments: unreadable) func `of a format that is not read says so, alone and with others`(
        name: String, bytes: [UInt8]
    ) {
        let picture = bytes + (0..<20_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let off = ExtractionLimits()
        let plain = "an image, and text in images is not read"
        #expect(read(picture, off).0.status == .unsupported && read(picture, off).0.detail == plain)
        let reason = "an image in \(name), a format whose text is not read"
        let (result, segments) = read(picture)
        #expect(result.status == .unsupported && result.detail == reason && segments.isEmpty)
        let archive = ZipWriter().adding("a.txt", "words").adding("b.bin", picture).bytes
        #expect(read(archive, off).0.status == .partial && read(archive, off).0.detail == "b.bin: \(plain)")
        #expect(read(archive).0.status == .partial && read(archive).0.detail == "b.bin: \(reason)")
        #expect(read(letter("", [picture]).bytes, off).0.status == .partial)
        let small = ZipWriter().adding("a.txt", "words").adding("b.bin", bytes + [0, 0, 0, 0]).bytes
        #expect(read(small).0.status == .ok && read(small, off).0.status == .ok)
    }

    @Test func `in JPEG 2000 is read, as a file and as a stream`() {
        let starts: [[UInt8]] = [[0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20], [0xFF, 0x4F, 0xFF, 0x51]]
        for start in starts { #expect(read(start + [0x0D, 0, 0, 0]).1.map(\.part) == ["image text"]) }
    }

    @Test func `a film is none, though its file has the same form`() {
        for brand in ["isom", "mp42", "qt  ", "M4A "] {
            let film =
                [0, 0, 0, 24] + Array("ftyp\(brand)\0\0\0\0isommp41".utf8) + [UInt8](repeating: 9, count: 20_000)
            #expect(read(film).0.detail == "a picture, font, sound or film")
        }
    }
}
