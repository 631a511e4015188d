import Model
import Testing

@testable import Flows

struct DocumentCheckTests {
    @Test func `says what is missing where no worker is installed`() async {
        let reader = DocumentReader(workers: nil, limits: ExtractionLimits())
        #expect(
            await DocumentCheck(reader).run()
                == .fails("reeve-extract is not installed beside reeve: only plain text is read"))
    }

    @Test func `without a worker a document is an error that says what is missing, and a text is read`() async {
        let reader = DocumentReader(workers: nil, limits: ExtractionLimits())
        let workbook =
            [UInt8]("PK\u{3}\u{4}\u{14}\0\0\0".utf8) + (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0] + (0..<5_000).map { $0 % 3 == 0 ? 7 : 0 }
        for bytes in [workbook, old, Array("%PDF-1.4\n1 0 obj\n".utf8), Array("{\\rtf1 x}".utf8)] {
            let read = await reader(bytes, "a.docx")
            #expect(read.status == .error && read.segments.isEmpty)
            #expect(
                read.detail == "reeve-extract is not installed beside reeve: only plain text is read; install it there")
        }
        #expect(await reader(Array("SSN 536-22-8726".utf8), "a").status == .ok)
    }
}
