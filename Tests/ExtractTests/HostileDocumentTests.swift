import Extract
import Model
import Synchronization
import Testing

struct HostileDocumentTests {
    private var small: ExtractionLimits {
        var limits = ExtractionLimits()
        limits.expanded = 8 << 20
        limits.members = 100
        return limits
    }

    private let zeros = [UInt8](repeating: 0x30, count: 4 << 20)

    @Test func `is a limit when a member expands too much, with what was read before`() {
        let bomb = ZipWriter().adding("a.txt", "first").adding("b.txt", zeros).bytes
        let reading = Reading(bomb)
        #expect(reading.status == .limit)
        #expect(reading.text.hasPrefix("first"))
        #expect(reading.result.detail == "b.txt: expands to more than 200 times its size")
    }

    /// The first 1.8 MB compress a thousand times, all of it nine times.
    private var repetitive: [UInt8] {
        var state: UInt64 = 7
        let noise = (0..<400_000).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(ascii: "a") + UInt8(state >> 60)
        }
        return Array("first line\n".utf8) + Array(String(repeating: "prose words ", count: 150_000).utf8) + noise
            + Array("\nlast line".utf8)
    }

    @Test(arguments: ["zip", "gz", "docx"]) func `a member is no bomb because its beginning repeats itself`(
        kind: String
    ) {
        let text = repetitive
        let bytes =
            switch kind {
            case "zip": ZipWriter().adding("a.txt", text).bytes
            case "gz": ZipWriter.gzip(text)
            default:
                Reading.word("<w:p><w:r><w:t>" + String(decoding: text, as: UTF8.self) + "</w:t></w:r></w:p>").bytes
            }
        let reading = Reading(bytes)
        #expect(reading.status == .ok)
        #expect(reading.text.contains("first line") && reading.text.contains("last line"))
    }

    @Test(arguments: ["zip", "gz"]) func `what of a bomb was unpacked before the limit counts`(kind: String) {
        let bomb = Array("first line\n".utf8) + zeros + zeros
        let reading = Reading(
            kind == "zip" ? ZipWriter().adding("a.txt", bomb).bytes : ZipWriter.gzip(bomb + zeros + zeros))
        #expect(reading.status == .limit)
        #expect(reading.text.hasPrefix("first line\n") && reading.text.utf8.count < 15 << 20)
    }

    @Test func `a member that claims to be larger than it is packed is a bomb by what there is of it`() {
        let bomb = ZipWriter().adding("a.txt", zeros, claiming: 5_000).adding("b.txt", "second").bytes
        let reading = Reading(bomb)
        #expect(reading.status == .limit && reading.text.hasSuffix("second"))
    }

    @Test func `shares one budget among nested archives`() {
        var limits = small
        limits.ratio = 100_000
        let inner = ZipWriter().adding("z.txt", zeros).bytes
        let outer = (0..<4).reduce(ZipWriter()) { $0.adding("\($1).zip", inner) }.bytes
        let reading = Reading(outer, limits: limits)
        #expect(reading.status == .limit)
        #expect(reading.result.detail?.contains("after decompression") == true)
    }

    @Test func `is a limit when archives are nested too deep`() {
        let deep = (0..<15).reduce(Array("text".utf8)) { inner, _ in ZipWriter().adding("x.zip", inner).bytes }
        #expect(Reading(deep).status == .limit)
        let shallow = (0..<9).reduce(Array("text".utf8)) { inner, _ in ZipWriter().adding("x.zip", inner).bytes }
        #expect(Reading(shallow).status == .ok)
        #expect(Reading(shallow).text == "text")
    }

    @Test func `is a limit when there are too many members`() {
        let many = (0..<200).reduce(ZipWriter()) { $0.adding("\($1).txt", "x") }.bytes
        #expect(Reading(many, limits: small).status == .limit)
    }

    @Test func `is a limit when the file is too large`() {
        var limits = ExtractionLimits()
        limits.input = 3
        #expect(Reading(Array("four".utf8), limits: limits).status == .limit)
    }

    @Test func `is a limit when time runs out`() {
        // Every look at this clock moves it by a minute.
        let looks = Mutex(0)
        let tools = Tools(clock: {
            looks.withLock {
                $0 += 60_000
                return $0
            }
        })
        let result = extract(Array("text".utf8), named: "a.txt", tools: tools) { _ in }
        #expect(result.status == .limit)
    }

    @Test(arguments: ["html", "sheet"]) func `keeps what was read when time runs out within a document`(kind: String) {
        let looks = Mutex(0)
        let tools = Tools(clock: {
            looks.withLock {
                $0 += 100
                return $0
            }
        })
        let cells = (1...20_000).map { #"<row r="\#($0)"><c t="s"><v>0</v></c></row>"# }.joined()
        let bytes =
            kind == "html"
            ? Array(("<html><body>" + String(repeating: "<p>words", count: 400_000)).utf8)
            : Reading.workbook(sheet: cells, strings: "<si><t>words</t></si>").bytes
        let segments = Mutex<[ExtractedSegment]>([])
        let result = extract(bytes, named: "a", tools: tools) { segment in segments.withLock { $0.append(segment) } }
        #expect(result.status == .limit)
        #expect(segments.withLock { $0 }.contains { $0.text.contains("words") })
    }

    @Test func `reads a member that is larger than it says`() {
        let lying = ZipWriter().adding("a.txt", Array("more than four".utf8), claiming: 4).bytes
        #expect(Reading(lying).text == "more than four")
        let boasting = ZipWriter().adding("a.txt", Array("short".utf8), claiming: 0x7FFF_FFFF).bytes
        #expect(Reading(boasting).text == "short")
    }

    @Test func `keeps head and tail of a long text and says so`() {
        var limits = ExtractionLimits()
        limits.text = 1 << 16
        let lines = (0..<40_000).map { "line \($0)" }.joined(separator: "\n")
        let reading = Reading(Array(lines.utf8), limits: limits)
        #expect(reading.status == .partial)
        #expect(reading.text.hasPrefix("line 0\n") && reading.text.hasSuffix("line 39999"))
        let archive = (0..<20).reduce(ZipWriter()) {
            $0.adding("\($1).txt", "\($1) " + String(repeating: "abcd\n", count: 2000))
        }
        let parts = Reading(archive.bytes, limits: limits)
        #expect(parts.status == .partial)
        #expect(parts.segments.first?.part == "0.txt" && parts.segments.last?.part == "19.txt")
    }

    @Test func `ends at chains of sectors that loop`() {
        let file = CompoundWriter().adding("WordDocument", [UInt8](repeating: 1, count: 2000)).bytes(looping: true)
        #expect(Reading(file).status == .error)
    }

    @Test(arguments: ["letter.doc", "pay.xls", "pay.xlsx", "slides.pptx", "letter.odt", "note.7z"])
    func `survives being cut off anywhere`(file: String) throws {
        let whole = try Reading.fixture(file)
        for count in stride(from: 0, to: whole.count, by: max(1, whole.count / 150)) {
            let reading = Reading(Array(whole[..<count]), named: file)
            #expect(reading.text.utf8.count < 1 << 20)
        }
    }

    @Test(arguments: ["letter.doc", "pay.xls", "pay.xlsx", "letter.odt", "note.7z", "letter.pdf"])
    func `survives a wrong byte anywhere`(file: String) throws {
        let whole = try Reading.fixture(file)
        var generator = Knuth(state: 7)
        for _ in 0..<150 {
            var bytes = whole
            for _ in 0..<4 {
                bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            #expect(Reading(bytes, named: file).text.utf8.count < 1 << 21)
        }
    }

    @Test(arguments: ["<", "<!--", "<a b='", "<script>", "&", "<td>"])
    func `reads repeated openings of HTML in one pass`(piece: String) {
        let page = "<html>" + String(repeating: piece, count: 200_000)
        #expect(Reading(Array(page.utf8), named: "a.html").status == .ok)
    }

    @Test func `ends a page when the time is used up, with what was read`() {
        let page = Array(("<html><p>4556 7375</p>" + String(repeating: "<b>", count: 400_000)).utf8)
        let time = Mutex(0)
        let text = Mutex("")
        let tools = Tools(clock: {
            time.withLock {
                $0 += 4000
                return $0
            }
        })
        let result = extract(page, named: "a.html", tools: tools) { segment in text.withLock { $0 += segment.text } }
        #expect(result.status == .limit && text.withLock { $0 } == "4556 7375\n")
    }

    @Test func `ends at messages nested in messages`() {
        var mail = "From: a@b.example\nTo: c@d.example\nSubject: x\n\nbody"
        for _ in 0..<40 {
            mail =
                "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
                + mail
        }
        #expect(Reading(Array(mail.utf8)).status == .limit)
    }
}

/// The same numbers every time (Knuth, MMIX).
struct Knuth: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 11
    }
}
