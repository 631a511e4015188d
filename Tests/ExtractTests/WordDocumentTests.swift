import Model
import Testing

struct WordDocumentTests {
    private func body(_ xml: String) -> String? { Reading(Reading.word(xml).bytes).text(of: "word/document.xml") }

    @Test func `joins the runs of a paragraph with nothing`() {
        #expect(body("<w:p><w:r><w:t>4308 9322</w:t></w:r><w:r><w:t>92116</w:t></w:r></w:p>") == "4308 932292116\n")
    }

    @Test func `writes cells with tabs and rows as lines`() {
        let cell = { (text: String) in "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
        let rows = "<w:tr>\(cell("Name"))\(cell("SSN"))</w:tr><w:tr>\(cell("Bo"))\(cell("225-99-9943"))</w:tr>"
        #expect(body("<w:tbl>\(rows)</w:tbl>") == "Name\tSSN\nBo\t225-99-9943\n")
    }

    @Test func `keeps a spanned column empty`() {
        let wide = #"<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>"#
        #expect(
            body("<w:tbl><w:tr>\(wide)<w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>") == "a\t\tb\n")
    }

    @Test func `reads a changed paragraph as it is and as it was`() {
        let changed = """
            <w:p><w:r><w:t>4556 </w:t></w:r><w:del><w:r><w:delText>1111</w:delText></w:r></w:del>\
            <w:ins><w:r><w:t>7375</w:t></w:r></w:ins></w:p>
            """
        #expect(body(changed) == "4556 7375\n4556 1111\n")
    }

    @Test func `counts a text box once, beside the paragraph that holds it`() {
        let box = "<w:txbxContent><w:p><w:r><w:t>inside</w:t></w:r></w:p></w:txbxContent>"
        let both = """
            <w:p><w:r><w:t>out</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice>\
            <mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>side</w:t></w:r></w:p>
            """
        #expect(body(both) == "outside\ninside\n")
    }

    @Test func `takes the fallback where the choice has no text`() {
        let xml = """
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing/></mc:Choice><mc:Fallback><w:t>plain</w:t></mc:Fallback>\
            </mc:AlternateContent></w:r></w:p>
            """
        #expect(body(xml) == "plain\n")
    }

    @Test func `does not take tab stops for tabs`() {
        #expect(
            body("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>")
                == "a\tb\n")
    }

    @Test func `keeps field codes out of the flow`() {
        let xml = """
            <w:p><w:r><w:t>12</w:t></w:r><w:r><w:instrText>HYPERLINK "mailto:a@b.example"</w:instrText></w:r>\
            <w:r><w:t>34</w:t></w:r></w:p>
            """
        #expect(body(xml) == "1234\nHYPERLINK \"mailto:a@b.example\"\n")
    }

    @Test(arguments: [
        "word/header1.xml", "word/footer2.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml",
        "word/glossary/document.xml",
    ])
    func `reads every part that has paragraphs`(part: String) {
        let package = Reading.word("").adding(
            part, "<w:x xmlns:w='w'><w:p><w:r><w:t>found here</w:t></w:r></w:p></w:x>")
        #expect(Reading(package.bytes).text(of: part) == "found here\n")
    }

    @Test func `reads links, custom XML, alternative texts and embedded documents`() {
        let inner = Reading.word("<w:p><w:r><w:t>embedded</w:t></w:r></w:p>").bytes
        let package = Reading.word(
            #"<w:p><w:r><w:drawing><wp:docPr xmlns:wp="wp" descr="a scan"/></w:drawing></w:r></w:p>"#
        )
        .adding(
            "word/_rels/document.xml.rels",
            #"<R><Relationship TargetMode="External" Target="https://x.example/?key=a%20b"/></R>"#
        )
        .adding("customXml/item1.xml", "<person><ssn>225-99-9943</ssn></person>")
        .adding("word/embeddings/inner.docx", inner)
        let reading = Reading(package.bytes)
        #expect(reading.text(of: "word/document.xml") == "a scan\n")
        #expect(reading.text.contains("https://x.example/?key=a b"))
        #expect(reading.text.contains("<ssn>225-99-9943</ssn>"))
        #expect(reading.text(of: "word/embeddings/inner.docx!word/document.xml") == "embedded\n")
        #expect(reading.status == .ok)
    }

    private func control(_ properties: String, _ content: String) -> String {
        "<w:sdt><w:sdtPr>\(properties)</w:sdtPr><w:sdtContent>\(content)</w:sdtContent></w:sdt>"
    }
    private func run(_ text: String) -> String { "<w:r><w:t xml:space='preserve'>\(text)</w:t></w:r>" }

    @Test func `the name of a content control comes before its value`() {
        let inner = control("<w:alias w:val='SSN'/><w:tag w:val='field 7'/>", run("2011") + run("64104"))
        #expect(body("<w:p>\(inner)</w:p>") == "SSN: 201164104\nfield 7\n")
        let outer = control("<w:tag w:val='passport_number'/>", "<w:p>\(run("B75004079"))</w:p>")
        #expect(body("<w:p>\(run("one"))</w:p>\(outer)") == "one\npassport_number: B75004079\n")
        let second = control("<w:alias w:val='BSN'/>", run("143464632"))
        #expect(body("<w:p>\(inner)\(run(", "))\(second)</w:p>") == "SSN: 201164104, BSN: 143464632\nfield 7\n")
        let cells = "<w:tc><w:p>\(second)</w:p></w:tc><w:tc><w:p>\(inner)</w:p></w:tc>"
        #expect(body("<w:tbl><w:tr>\(cells)</w:tr></w:tbl>") == "BSN: 143464632\t201164104\nSSN\nfield 7\n")
    }

    @Test func `the name of a content control parts no number, and no label that is seen from its value`() {
        let inner = control("<w:alias w:val='Text1'/><w:tag w:val='goog_rdk_1'/>", run("7375"))
        #expect(body("<w:p>\(run("Card 4556 "))\(inner)</w:p>") == "Text1\nCard 4556 7375\ngoog_rdk_1\n")
        #expect(body("<w:p>\(run("Card: "))\(inner)</w:p>") == "Text1\nCard: 7375\ngoog_rdk_1\n")
        #expect(
            body("<w:p>\(run("SSN"))</w:p><w:p>\(control("<w:tag w:val='goog_rdk_2'/>", run("7375")))</w:p>")
                == "SSN\n7375\ngoog_rdk_2\n")
        let rows = "<w:tr><w:tc><w:p>\(run("Name"))</w:p></w:tc></w:tr>"
        #expect(body("<w:tbl>\(control("<w:alias w:val='Items'/>", rows))</w:tbl>") == "Name\nItems\n")
        #expect(body(control("<w:alias w:val='Empty'/>", "<w:p/>")) == "Empty\n")
    }

    @Test func `is partial when a part is damaged, with the text before the damage`() {
        let package = Reading.word("<w:p><w:r><w:t>good</w:t></w:r></w:p>")
            .adding("word/footnotes.xml", "<w:x xmlns:w='w'><w:p><w:r><w:t>before</w:t></w:r></w:p><w:broken")
        let reading = Reading(package.bytes)
        #expect(reading.status == .partial)
        #expect(reading.text.contains("good") && reading.text.contains("before"))
    }

    @Test func `refuses a document type declaration`() {
        let laughs = """
            <!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w='w'><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>
            """
        let package = ZipWriter().adding("[Content_Types].xml", "<Types/>").adding("word/document.xml", laughs)
        let reading = Reading(package.bytes)
        #expect(reading.status == .error)
        #expect(reading.result.detail?.contains("document type declaration") == true)
    }

    @Test func `is a limit when XML is nested too deep`() {
        let reading = Reading(Reading.word(String(repeating: "<w:x>", count: 1000)).bytes)
        #expect(reading.status == .limit)
    }
}
