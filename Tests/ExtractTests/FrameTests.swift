import Model
import Testing

struct ExtractionFrameTests {
    private func again(_ frame: ExtractionFrame) -> ExtractionFrame? {
        let bytes = frame.bytes
        return ExtractionFrame(kind: bytes[0], body: Array(bytes.dropFirst(ExtractionFrame.headerLength)))
    }

    private static let segment = ExtractionFrame.segment(
        ExtractedSegment(
            part: "word/document.xml", kind: .table, document: 3, text: "Straße\t1\n",
            places: [.init(offset: 0, name: "page 1")]))
    private static let label = ExtractionFrame.label(
        DocumentLabel(labelID: "a", siteID: "", name: "Confidential", contentBits: 2, carrier: .xmp, part: "x.docx"))

    @Test(arguments: [
        Self.segment, Self.label, .ready(walls: "limits"), .content([1, 2, 3]), .content([]),
        .end(status: .limit, reason: nil),
        .end(status: .ok, reason: "\(name: "x.zip"): no 1 of \(2)\(name: "y")"),
        .job(name: "a.docx", size: 3, limits: ExtractionLimits()),
    ])
    func `is read as it was written`(frame: ExtractionFrame) {
        #expect(again(frame) == frame)
    }

    @Test(arguments: [Self.segment, Self.label]) func `is nothing when it is cut anywhere`(frame: ExtractionFrame) {
        let bytes = frame.bytes
        for count in ExtractionFrame.headerLength..<bytes.count {
            #expect(ExtractionFrame(kind: bytes[0], body: Array(bytes[ExtractionFrame.headerLength..<count])) == nil)
        }
    }

    @Test func `is nothing when a count is larger than the frame`() {
        var bytes = Array(Self.segment.bytes.dropFirst(ExtractionFrame.headerLength))
        bytes.replaceSubrange(0..<8, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F])
        #expect(ExtractionFrame(kind: 4, body: bytes) == nil)
    }
}
