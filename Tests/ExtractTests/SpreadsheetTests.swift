import Model
import Testing

struct SpreadsheetTests {
    private let masks = """
        <numFmts><numFmt numFmtId="164" formatCode="000\\-00\\-0000"/>\
        <numFmt numFmtId="165" formatCode="[&lt;=9999999]###\\-####;\\(###\\)\\ ###\\-####"/>\
        <numFmt numFmtId="166" formatCode="#,##0.00&quot; EUR&quot;"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/></cellXfs>
        """

    private func cell(_ value: String, style: Int) -> String? {
        let sheet = #"<row r="1"><c r="A1" s="\#(style)"><v>\#(value)</v></c></row>"#
        return Reading(Reading.workbook(sheet: sheet, styles: masks).bytes).text(of: "xl/worksheets/sheet1.xml")
    }

    @Test(arguments: [
        ("7051234", 1, "007-05-1234\n"), ("5551234567", 2, "(555) 123-4567\n"), ("5551234", 2, "555-1234\n"),
        ("4.111111111111111E+15", 0, "4111111111111111\n"), ("997920267", 3, "997920267\n"),
        ("43832", 4, "2020-01-02\n"),
        ("0.1", 0, "0.1\n"), ("-5", 1, "-000-00-0005\n"),
    ])
    func `shows a number with all its digits, masked as its format says`(value: String, style: Int, shown: String) {
        #expect(cell(value, style: style) == shown)
    }

    @Test func `puts cells in their columns and names their rows`() {
        let sheet = """
            <row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="inlineStr"><is><t>in</t><r><t>line</t></r></is></c></row>\
            <row r="14"><c r="A14" t="str"><f>B3&amp;"x"</f><v>two words</v></c></row>
            """
        let reading = Reading(
            Reading.workbook(sheet: sheet, strings: "<si><r><t>sha</t></r><r><t>red</t></r></si>").bytes)
        let table = reading.segments.first { $0.kind == .table }
        #expect(table?.text == "\tshared\t\tinline\ntwo words\n")
        #expect(table?.place(at: 0) == "Pay!3")
        #expect(table?.place(at: 17) == "Pay!14")
        #expect(reading.segments.first { $0.kind == .formulas }?.text == "A14 =B3&\"x\"\n")
    }

    @Test func `gives rows whose last cells are empty the columns of their head`() {
        func rows(_ texts: [Int: [String]]) -> String {
            texts.sorted { $0.key < $1.key }.map { row, texts in
                let cells = texts.enumerated().filter { !$1.isEmpty }.map { column, text in
                    "<c r=\"\(["A", "B", "C", "D"][column])\(row)\" t=\"str\"><v>\(text)</v></c>"
                }
                return "<row r=\"\(row)\">\(cells.joined())</row>"
            }.joined()
        }
        let sheet = rows([
            1: ["Staff"], 2: ["Name", "Phone", "Fax"], 3: ["Ada", "4155552671"], 4: ["Bob"], 5: ["1234"],
            6: ["", "2125552671"], 7: ["Ask Ada, who sits in room 17, before any of these is called"],
            8: ["Eve", "2025550143", "2025550144", "new"], 9: ["Kim", "3125550143"],
            10: ["Lee", "", "", "left"], 11: ["Tom", "3125550199"], 13: ["Site", "Desk"], 14: ["North", "12"],
            15: ["South", "021000021"], 18: ["Bank", "Routing"], 19: ["East", "011401533"],
        ])
        let reading = Reading(Reading.workbook(sheet: sheet, strings: "").bytes)
        #expect(
            reading.segments.first { $0.kind == .table }?.text.split(separator: "\n") == [
                "Staff", "Name\tPhone\tFax", "Ada\t4155552671\t", "Bob", "1234\t\t", "\t2125552671\t",
                "Ask Ada, who sits in room 17, before any of these is called", "Eve\t2025550143\t2025550144\tnew",
                "Kim\t3125550143\t", "Lee\t\t\tleft", "Tom\t3125550199\t", "Site\tDesk", "North\t12",
                "South\t021000021",
                "\t", "Bank\tRouting", "East\t011401533",
            ])
    }

    private func xml(_ sheets: String) -> [UInt8] {
        Array(
            """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Styles><Style ss:ID="Default"/><Style ss:ID="s1"><NumberFormat ss:Format="000\\-00\\-0000"/></Style></Styles>
            \(sheets)</Workbook>
            """.utf8)
    }

    @Test func `reads a workbook of one XML document, cells in their columns and numbers in full`() {
        let reading = Reading(
            xml(
                """
                <Worksheet ss:Name="Pay"><Table><Row ss:Index="3"><Cell><Data ss:Type="String">Name</Data></Cell>
                <Cell ss:Index="4" ss:MergeAcross="1"><Data ss:Type="String">SSN</Data></Cell><Cell><Data ss:Type="String">Card</Data></Cell></Row>
                <Row><Cell ss:HRef="mailto:ada@contoso.com"><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>A</B>da &amp; Co</ss:Data>
                <Comment ss:Author="Bob"><ss:Data>seen <B>twice</B></ss:Data></Comment></Cell>
                <Cell ss:Index="4" ss:StyleID="s1"><Data ss:Type="Number">7051234</Data></Cell>
                <Cell ss:Index="6" ss:Formula="=RC[-2]+1"><Data ss:Type="Number">4.012888888881881E15</Data></Cell></Row></Table></Worksheet>
                <Worksheet ss:Name="Hidden"><Table><Row><Cell><Data ss:Type="String">left behind</Data></Cell></Row></Table></Worksheet>
                """), named: "pay.xls")
        let pay = reading.segments.first { $0.part == "Pay" }
        #expect(pay?.text == "Name\t\t\tSSN\t\tCard\nAda & Co\t\t\t007-05-1234\t\t4012888888881881\n")
        #expect(pay?.kind == .table && pay?.place(at: 20) == "Pay!4")
        #expect(reading.text(of: "Hidden") == "left behind\n")
        #expect(reading.text(of: "formulas") == "F4 =RC[-2]+1\n")
        #expect(reading.text(of: "beside the cells") == "mailto:ada@contoso.com\nseen twice\n" && reading.status == .ok)
    }

    @Test func `places of cells that lie make no wide rows`() {
        let reading = Reading(
            xml(
                """
                <Worksheet ss:Name="Far"><Table><Row ss:Index="999999999999"><Cell ss:Index="888888888" ss:MergeAcross="99999999999">
                <Data ss:Type="Number">nan</Data></Cell><Cell ss:Index="-5"><Data ss:Type="String">x</Data></Cell></Row></Table></Worksheet>
                """))
        #expect((reading.text(of: "Far")?.utf8.count ?? 9_999) < 600)
    }

    @Test func `leaves out how an inline string is read aloud`() {
        let inline =
            "<is><r><t>510572</t></r><r><t>8763972626</t></r><rPh sb='0' eb='1'><t>999</t></rPh><phoneticPr/></is>"
        let cells = "<c r='A1' t='inlineStr'>\(inline)</c><c r='B1' t='inlineStr'><is><t>b</t></is></c>"
        let reading = Reading(Reading.workbook(sheet: "<row r='1'>\(cells)</row>").bytes)
        #expect(reading.text(of: "xl/worksheets/sheet1.xml") == "5105728763972626\tb\n")
    }

    @Test(arguments: [("0", "Name\tSSN\nBo\t201164104\n"), ("1", "Bo\t201164104\n")])
    func `names the columns of a table that shows no head`(rows: String, text: String) {
        let sheet = "<row r='3'><c r='B3' t='str'><v>Bo</v></c><c r='C3'><v>201164104</v></c></row>"
        let columns = "<tableColumns><tableColumn id='1' name='Name'/><tableColumn id='2' name='SSN'/></tableColumns>"
        let book = Reading.workbook(sheet: sheet)
            .adding("xl/tables/table1.xml", "<table ref='B3:C3' headerRowCount='\(rows)'>\(columns)</table>")
            .adding(
                "xl/worksheets/_rels/sheet1.xml.rels",
                "<R><Relationship Id='r1' Type='http://x/table' Target='../tables/table1.xml'/></R>")
        let table = Reading(book.bytes).segments.first { $0.kind == .table }
        #expect(table?.text == text.replacing("Name", with: "\tName").replacing("Bo", with: "\tBo"))
        #expect(table?.place(at: table?.text.utf8.count ?? 0) == "Pay!3")
    }

    @Test(arguments: [
        (2, "Name\tSSN\t\tOrder\nBo\t201164104\t\t\nJo\t\t\t123456789\n"),
        (3, "Name\tSSN\nBo\t201164104\nName\tSSN\t\tOrder\nJo\t\t\t123456789\n"),
    ])
    func `names the columns of tables side by side in one line`(row: Int, text: String) {
        let sheet = """
            <row r='2'><c r='A2' t='str'><v>Bo</v></c><c r='B2'><v>201164104</v></c></row>
            <row r='3'><c r='A3' t='str'><v>Jo</v></c><c r='D3'><v>123456789</v></c></row>
            """
        let first = "<tableColumns><tableColumn id='1' name='Name'/><tableColumn id='2' name='SSN'/></tableColumns>"
        let second = "<tableColumns><tableColumn id='1' name='Order'/></tableColumns>"
        let book = Reading.workbook(sheet: sheet)
            .adding("xl/tables/table1.xml", "<table ref='D\(row):D3' headerRowCount='0'>\(second)</table>")
            .adding("xl/tables/table2.xml", "<table ref='A2:B3' headerRowCount='0'>\(first)</table>")
            .adding(
                "xl/worksheets/_rels/sheet1.xml.rels",
                """
                <R><Relationship Id='r1' Type='http://x/table' Target='../tables/table1.xml'/>
                <Relationship Id='r2' Type='http://x/table' Target='../tables/table2.xml'/></R>
                """)
        #expect(Reading(book.bytes).segments.first { $0.kind == .table }?.text == text)
    }

    @Test(arguments: [
        ("209842814", "209,842,814", "209842814"), ("209842814", "209.842.814", "209842814"),
        ("209842814", "209\u{202F}842\u{202F}814", "209842814"), ("209842814", "209 842 814", "209 842 814"),
        ("7051234", "007-05-1234", "007-05-1234"), ("7051234", "007.051.234", "007.051.234"),
        ("5551234567", "(555) 123-4567", "(555) 123-4567"), ("1234.5", "1,234.50", "1,234.50"),
    ])
    func `shows a number of OpenDocument without marks of thousands`(value: String, shown: String, text: String) {
        let cell = "<t:table-cell o:value-type='float' o:value='\(value)'><x:p>\(shown)</x:p></t:table-cell>"
        let content = "<c xmlns:t='t' xmlns:o='o' xmlns:x='x'><t:table><t:table-row>\(cell)</t:table-row></t:table></c>"
        let package = ZipWriter().adding("META-INF/manifest.xml", "<m/>").adding("content.xml", content)
        #expect(Reading(package.bytes).text(of: "content.xml") == text + "\n")
    }

    @Test func `shows strings that no cell uses`() {
        let reading = Reading(Reading.workbook(sheet: "", strings: "<si><t>left behind</t></si>").bytes)
        #expect(reading.text(of: "xl/sharedStrings.xml") == "left behind\n")
    }

    @Test func `reads hidden sheets, comments, names and headers of a real workbook`() throws {
        let reading = Reading(try Reading.fixture("pay.xlsx"))
        #expect(reading.text.contains("Bob 1\t123-45-6781\t4556737586899855\t(555) 123-4567\t2020-01-03"))
        for found in ["HIDDENCELL", "COMMENTTEXT 77", "secret: \"NAMEDVALUE\"", "SHEETHEADER", "multi line"] {
            #expect(reading.text.contains(found), "\(found)")
        }
        #expect(reading.status == .ok)
    }

    @Test(arguments: ["pay.xls", "pay.ods"]) func `reads the same rows from other formats`(file: String) throws {
        let reading = Reading(try Reading.fixture(file))
        #expect(
            reading.text.contains("Name\tSSN\tCard\tPhone\tWhen\nBob 0\t123-45-6780\t4556737586899855\t(555) 123-4567"))
        for found in ["HIDDENCELL", "COMMENTTEXT 77", "SHEETHEADER"] {
            #expect(reading.text.contains(found), "\(found)")
        }
        #expect(reading.status == .ok)
    }

    @Test func `stays within the text limit when one string fills every cell`() {
        let long = String(repeating: "x", count: 30_000)
        let cells = (1...2000).map { #"<row r="\#($0)"><c r="A\#($0)" t="s"><v>0</v></c></row>"# }.joined()
        var limits = ExtractionLimits()
        limits.text = 1 << 20
        let reading = Reading(Reading.workbook(sheet: cells, strings: "<si><t>\(long)</t></si>").bytes, limits: limits)
        #expect(reading.status == .partial)
        #expect(reading.text.utf8.count <= limits.text * 5 / 4)
    }
}
