import Model
import Testing

struct BinaryWorkbookTests {
    private func record(_ kind: Int, _ body: [UInt8]) -> [UInt8] {
        let head = kind < 128 ? [UInt8(kind)] : [UInt8(kind & 0x7F) | 0x80, UInt8(kind >> 7)]
        return head + [UInt8(body.count & 0x7F) | 0x80, UInt8(body.count >> 7)] + body
    }

    private func wide(_ text: String) -> [UInt8] { u32(text.utf16.count) + text.utf16.flatMap { u16(Int($0)) } }

    private func double(_ value: Double) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: value.bitPattern >> (UInt64($0) * 8)) }
    }

    private func book(_ sheet: [UInt8]) -> Reading {
        let styles =
            record(44, u16(164) + wide("000\\-00\\-0000")) + record(617, u32(2)) + record(47, u16(0) + u16(0))
            + record(47, u16(0) + u16(164)) + record(618, [])
        let archive = ZipWriter().adding("[Content_Types].xml", "<Types/>")
            .adding("xl/workbook.bin", record(156, u32(0) + u32(1) + wide("r1") + wide("Pay")))
            .adding("xl/_rels/workbook.bin.rels", #"<R><Relationship Id="r1" Target="worksheets/sheet1.bin"/></R>"#)
            .adding("xl/styles.bin", styles)
            .adding(
                "xl/sharedStrings.bin",
                record(19, [0] + wide("Name")) + record(19, [0] + wide("Bob")) + record(19, [0] + wide("left behind"))
            )
            .adding("xl/worksheets/sheet1.bin", sheet)
        return Reading(archive.bytes, named: "pay.xlsb")
    }

    private func cell(_ kind: Int, _ column: Int, style: Int = 0, _ value: [UInt8]) -> [UInt8] {
        record(kind, u32(column) + u32(style) + value)
    }

    @Test func `reads cells in their columns, numbers with their masks, at their places`() throws {
        let rows =
            record(0, u32(2) + u32(0)) + cell(7, 0, u32(0)) + cell(6, 1, wide("SSN")) + record(0, u32(13) + u32(0))
            + cell(7, 0, u32(1)) + cell(5, 1, style: 1, double(7_051_234)) + cell(5, 3, double(4.012888888881881e15))
            + cell(2, 4, u32(700 << 2 | 2)) + cell(62, 5, [1] + wide("rich")) + cell(8, 6, wide("made"))
            + record(18, u32(0) + u32(1))
        let reading = book(rows)
        let table = try #require(reading.segments.first { $0.kind == .table })
        #expect(table.text == "Name\tSSN\nBob\t007-05-1234\t\t4012888888881881\t700\trich\tmade\tBob\n")
        #expect(table.place(at: 0) == "Pay!3" && table.place(at: 12) == "Pay!14")
        #expect(reading.text(of: "xl/sharedStrings.bin") == "left behind\n")
        #expect(reading.status == .ok)
    }

    @Test func `reads strings of other records and constants of formulas`() {
        let link = record(494, [UInt8](repeating: 0, count: 16) + u32(0) + wide("there") + wide("tip text"))
        let constant: [UInt8] = [0x17] + u16(4) + "key7".utf16.flatMap { u16(Int($0)) }
        let text = book(link + record(0, u32(0)) + cell(9, 0, double(1) + u16(0) + u32(constant.count) + constant)).text
        #expect(text.contains("there\ntip text\n") && text.contains("key7\n"))
    }

    @Test func `is partial when a part is cut off, with what stands before`() {
        let reading = book(record(0, u32(0)) + cell(6, 0, wide("first")) + [0x06, 0x7F, 0])
        #expect(reading.status == .partial && reading.text.contains("first"))
    }
}
