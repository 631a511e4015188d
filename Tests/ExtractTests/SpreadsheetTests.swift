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
