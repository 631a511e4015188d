import Model
import Testing

struct OldWorkbookTests {
    private func record(_ kind: Int, _ body: [UInt8] = []) -> [UInt8] { u16(kind) + u16(body.count) + body }
    private func name(_ text: String) -> [UInt8] { u32(0) + u16(0) + [UInt8(text.count), 0] + Array(text.utf8) }
    private func label(_ row: Int, _ text: String) -> [UInt8] {
        record(0x0204, u16(row) + u16(0) + u16(0) + u16(text.count) + [0] + Array(text.utf8))
    }
    private func begin(_ kind: Int) -> [UInt8] { record(0x0809, u16(0x0600) + u16(kind)) }

    @Test func `names the sheet of a cell also behind a chart, and reads names, prompts and titles`() {
        let constant: [UInt8] = [0x17, 4, 0] + Array("key7".utf8)
        let named =
            u16(0) + [0, 3] + u16(constant.count) + [UInt8](repeating: 0, count: 8) + [0] + Array("own".utf8) + constant
        let prompt = { (text: String) in u16(text.count) + [0] + Array(text.utf8) }
        let globals =
            begin(5) + record(0x85, name("One")) + record(0x85, name("Two")) + record(0x18, named) + record(0x0A)
        let title = record(0x100D, u16(0) + [5, 0] + Array("title".utf8))
        let first =
            begin(0x10) + label(0, "first") + begin(0x20) + title + record(0x0A)
            + record(0x01BE, u32(0) + prompt("head") + prompt("wrong") + prompt("say it") + prompt("no")) + record(0x0A)
        let second = begin(0x10) + label(6, "second") + record(0x0A)
        let reading = Reading(CompoundWriter().adding("Workbook", globals + first + second).bytes())
        let places = reading.segments.filter { $0.kind == .table }.map { $0.place(at: 0) }
        #expect(places == ["One!1", "Two!7"])
        for text in ["own: key7\n", "title\n", "say it\n"] { #expect(reading.text.contains(text)) }
    }
}
