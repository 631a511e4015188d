import Extract
import Foundation
import Model

/// What came of reading some bytes, for tests.
struct Reading {
    let result: Extraction
    let segments: [ExtractedSegment]

    init(_ bytes: [UInt8], named name: String = "document", limits: ExtractionLimits = ExtractionLimits()) {
        let box = Box()
        result = extract(bytes, named: name, limits: limits) { box.segments.append($0) }
        segments = box.segments
    }

    private final class Box { var segments: [ExtractedSegment] = [] }

    var text: String { segments.map(\.text).joined() }
    var status: Extraction.Status { result.status }
    func text(of part: String) -> String? { segments.first { $0.part == part }?.text }

    static func fixture(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appendingPathComponent("Fixtures/documents/\(name)")))
    }

    /// A Word document whose body is this XML.
    static func word(_ body: String) -> ZipWriter {
        ZipWriter().adding("[Content_Types].xml", "<Types/>").adding(
            "word/document.xml",
            #"<w:document xmlns:w="w" xmlns:mc="mc" xmlns:v="v"><w:body>\#(body)</w:body></w:document>"#)
    }

    static func workbook(sheet: String, styles: String = "", strings: String = "") -> ZipWriter {
        ZipWriter().adding("[Content_Types].xml", "<Types/>")
            .adding(
                "xl/workbook.xml",
                #"<workbook><sheets><sheet name="Pay" sheetId="1" r:id="r1" xmlns:r="r"/></sheets></workbook>"#
            )
            .adding("xl/_rels/workbook.xml.rels", #"<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>"#)
            .adding("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
            .adding("xl/sharedStrings.xml", "<sst>\(strings)</sst>")
            .adding("xl/worksheets/sheet1.xml", "<worksheet><sheetData>\(sheet)</sheetData></worksheet>")
    }
}
