import Model
import Testing

struct RTFTests {
    private func text(_ body: String) -> String { Reading(Array(#"{\rtf1\ansi \#(body)}"#.utf8)).text }

    @Test func `keeps notes and their authors apart from the text before them`() {
        let note = #"4556 7375{\*\atnid BS}{\*\atnauthor Bob}\chatn{\*\annotation \pard check\par}\par after"#
        #expect(text(note) == "4556 7375\nBob\ncheck\n\nafter")
    }

    @Test func `reads WordArt and alternative text, and no other property of shapes`() {
        let shape = #"12{\shp{\*\shpinst{\sp{\sn fillColor}{\sv 255}}{\sp{\sn wzDescription}{\sv card 4556}}"#
        #expect(text(shape + #"{\sp{\sn gtextUNICODE}{\sv ART}}{\shptxt in\par}}}34"#) == "12\ncard 4556\nART\nin\n34")
        #expect(text(#"12{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict 00}}}}}34"#) == "1234")
    }

    @Test func `reads the items of a list to choose from, and formulas`() {
        let field = #"{\field{\*\fldinst FORMDROPDOWN {\*\formfield{\fftype2{\*\ffl one}{\*\ffl two}}}}{\fldrslt x}}"#
        #expect(text(field) == "FORMDROPDOWN \none\ntwo\nx")
        #expect(text(#"a{\mmath{\*\moMath{\mr 4556}}}b"#) == "a\n4556\nb")
    }

    @Test func `reads an object whose data is binary`() {
        let file = Reading.workbook(sheet: "<row><c t='str'><v>card 4556</v></c></row>").bytes
        let object = u32(0x0501) + u32(2) + u32(0) + u32(0) + u32(0)
        let package =
            [2, 0] + Array("a\0a\0".utf8) + [0, 0, 3, 0] + u32(2) + Array("a\0".utf8) + u32(file.count) + file
        let data = object + u32(package.count) + package
        let rtf = Array(#"{\rtf1 a{\object\objemb{\*\objdata \bin\#(data.count) "#.utf8) + data + Array("}b}}".utf8)
        let reading = Reading(rtf)
        #expect(reading.text.hasPrefix("a"))
        #expect(reading.text(of: "object 1!xl/worksheets/sheet1.xml")?.contains("card 4556") == true)
    }
}
