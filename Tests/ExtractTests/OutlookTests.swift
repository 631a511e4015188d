import Model
import Testing

struct OutlookTests {
    private let properties = [UInt8](repeating: 0, count: 32)
    private func message() -> CompoundWriter { CompoundWriter().adding("__properties_version1.0", properties) }
    private let attachment = "__attach_version1.0_#00000000/"
    private let enveloped: [UInt8] =
        [0x30, 0x0F, 0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03, 0xA0, 0x02, 0x30, 0x00]

    @Test func `is encrypted when what was written lies behind a key`() {
        let secured = message().adding("__substg1.0_001A001F", wide: "IPM.Note.SMIME")
            .adding("__substg1.0_0037001F", wide: "Pay").adding(attachment + "__substg1.0_3707001F", wide: "smime.p7m")
            .adding(attachment + "__substg1.0_37010102", enveloped)
        #expect(Reading(secured.bytes()).status == .encrypted)
        let rights = message().adding("__substg1.0_1000001F", wide: "open the attachment")
            .adding(attachment + "__substg1.0_3707001F", wide: "message.rpmsg")
            .adding(attachment + "__substg1.0_37010102", [0x76, 0xE8, 0x04, 0x60, 0xC4, 0x11, 0xE3, 0x86, 0, 1])
        #expect(Reading(rights.bytes()).status == .encrypted)
        let beside = message().adding("__substg1.0_1000001F", wide: "see the attachment")
            .adding(attachment + "__substg1.0_3707001F", wide: "old.p7m")
            .adding(attachment + "__substg1.0_37010102", enveloped)
        #expect(Reading(beside.bytes()).status == .partial)
    }

    @Test func `reads objects that are attached, and says when it does not know them`() {
        let inside = attachment + "__substg1.0_3701000D/"
        let known = message().adding(attachment + "__substg1.0_3707001F", wide: "table")
            .adding(inside + "CONTENTS", "SSN 536-22-1840")
        #expect(Reading(known.bytes()).text.contains("SSN 536-22-1840"))
        let unknown = message().adding("__substg1.0_1000001F", wide: "x").adding(inside + "Own", [0, 1, 0xFF, 0])
        #expect(Reading(unknown.bytes()).status == .partial)
    }

    @Test func `reads the body in RTF beside any plain one, HTML as a string, and fields of its own`() {
        let rtf = Array(#"{\rtf1 SSN 536-22-1840}"#.utf8)
        let packed = u32(rtf.count + 12) + u32(rtf.count) + u32(0x414C_454D) + u32(0) + rtf
        let blank = message().adding("__substg1.0_1000001F", wide: " \r\n").adding("__substg1.0_10090102", packed)
        #expect(Reading(blank.bytes()).text(of: "body rtf") == "SSN 536-22-1840")
        let html = message().adding("__substg1.0_1013001F", wide: "<p>of a <b>string</b>")
            .adding("__substg1.0_8003001F", wide: "own field")
        #expect(Reading(html.bytes()).text(of: "body html") == "of a string\n")
        #expect(Reading(html.bytes()).text(of: "fields") == "own field\n")
    }

    private func attribute(_ kind: Int, _ body: [UInt8]) -> [UInt8] {
        [2] + u32(kind) + u32(body.count) + body + u16(0)
    }

    private func property(_ id: Int, type: Int, _ value: [UInt8]) -> [UInt8] {
        u16(type) + u16(id) + u32(1) + u32(value.count) + value
            + [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
    }

    private func winmail(_ attributes: [UInt8]) -> [UInt8] { [0x78, 0x9F, 0x3E, 0x22, 1, 0] + attributes }

    @Test func `reads bodies and attached messages of winmail dat`() {
        // A number and a named one come before.
        let before =
            u16(3) + u16(0x0E07) + u32(1) + u16(0x0B) + u16(0x8001) + [UInt8](repeating: 7, count: 16) + u32(0)
            + u32(5) + u32(1)
        let wide = "SSN 536-22-1840".utf16.flatMap { u16(Int($0)) }
        let body =
            u32(4) + before + property(0x1000, type: 0x1F, wide)
            + property(0x1013, type: 0x102, Array("<p>of HTML".utf8))
        let inner = winmail(attribute(0x2800C, Array("inner body".utf8)))
        let attached = u32(1) + property(0x3701, type: 0x0D, [UInt8](repeating: 9, count: 16) + inner)
        let reading = Reading(winmail(attribute(0x69003, body) + attribute(0x69005, attached)), named: "winmail.dat")
        #expect(reading.text(of: "body") == "SSN 536-22-1840" && reading.text(of: "body html") == "of HTML\n")
        #expect(reading.text(of: "attachment!body") == "inner body")
    }
}
