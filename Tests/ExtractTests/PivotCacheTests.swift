import Model
import Testing

struct PivotCacheTests {
    private let folder = "xl/pivotCache/"
    private let definition = """
        <pivotCacheDefinition><cacheSource><worksheetSource ref="A1:C5" sheet="Gone"/></cacheSource><cacheFields>\
        <cacheField name="SSN"><sharedItems count="2"><s v="225-99-9943"/><n v="3.196E8"/><m/><b v="1"/></sharedItems>\
        </cacheField><cacheField name="Twice" databaseField="0" formula="SSN*2"/>\
        <cacheField name="Order" numFmtId="165"><sharedItems/></cacheField>\
        <cacheField name="City"><sharedItems><s v="Kiel" c="Kiel&#10;an der Förde"/></sharedItems></cacheField>\
        </cacheFields></pivotCacheDefinition>
        """
    private let records = """
        <pivotCacheRecords><r><x v="0"/><n v="77"/><s v="Leeds"/></r><r><x v="1"/><m/><x v="0"/></r>\
        <r><s v="735-94-7891"/><n v="8"/><m/></r></pivotCacheRecords>
        """

    private func book(_ parts: [(String, String)]) -> Reading {
        let formats = #"<numFmts><numFmt numFmtId="165" formatCode="00000"/></numFmts>"#
        let book = Reading.workbook(sheet: "", styles: formats)
        return Reading(parts.reduce(book) { $0.adding(folder + $1.0, $1.1) }.bytes)
    }

    @Test func `names the items of each field, and keeps the rest as markup`() {
        let reading = book([("pivotCacheDefinition1.xml", definition)])
        let segments = reading.segments.filter { $0.part == folder + "pivotCacheDefinition1.xml" }
        #expect(segments.map(\.kind) == [.table, .markup])
        #expect(segments.first?.text == "SSN\n225-99-9943\n319600000\n\nCity\nKiel\nKiel an der Förde\n")
        #expect(segments.last?.text.contains(#"sheet="Gone""#) == true)
        #expect(segments.last?.text.contains("SSN*2") == true)
        #expect(segments.last?.text.contains("225-99-9943") == false)
    }

    @Test(arguments: [false, true])
    func `names the columns of the records, whichever part comes first`(isFirst: Bool) {
        let parts = [("pivotCacheDefinition1.xml", definition), ("pivotCacheRecords1.xml", records)]
        let reading = book(isFirst ? parts.reversed() : parts)
        #expect(
            reading.text(of: folder + "pivotCacheRecords1.xml")
                == "SSN\tOrder\tCity\n\t00077\tLeeds\n735-94-7891\t00008\t\n")
    }

    @Test func `finds the fields of records by the relationship of their definition`() {
        let relations = "<R><Relationship Id='r1' Target='pivotCacheRecords7.xml'/></R>"
        let reading = book([
            ("pivotCacheDefinition1.xml", definition), ("_rels/pivotCacheDefinition1.xml.rels", relations),
            ("pivotCacheRecords7.xml", records),
        ])
        #expect(reading.text(of: folder + "pivotCacheRecords7.xml")?.hasPrefix("SSN\tOrder\tCity\n") == true)
    }

    @Test func `reads records without a definition as markup, and what there is of a damaged one`() {
        let alone = book([("pivotCacheRecords1.xml", records)])
        #expect(alone.text.contains(#"<s v="735-94-7891">"#))
        let cut = book([
            ("pivotCacheDefinition1.xml", String(definition.prefix(220))), ("pivotCacheRecords1.xml", records),
        ])
        #expect(cut.status == .partial)
        #expect(cut.text.contains("SSN\n225-99-9943\n"))
        #expect(cut.text.contains("735-94-7891"))
    }
}
