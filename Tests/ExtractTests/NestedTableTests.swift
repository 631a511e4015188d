import Model
import Testing

/// Tables in cells of tables, the same in each format that has them.
struct NestedTableTests {
    /// Rows of cells, each of them parts: a text, or rows of an inner table.
    indirect enum Part {
        case text(String)
        case table([[[Part]]])
    }

    enum Form: CaseIterable { case word, openDocument, html }

    private static func markup(_ part: Part, _ form: Form) -> String {
        let (table, row, cell) =
            switch form {
            case .word: ("w:tbl", "w:tr", "w:tc")
            case .openDocument: ("t:table", "t:table-row", "t:table-cell")
            case .html: ("table", "tr", "td")
            }
        switch part {
        case .text(let text):
            switch form {
            case .word: return "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"
            case .openDocument: return "<x:p>\(text)</x:p>"
            case .html: return text
            }
        case .table(let rows):
            let lines = rows.map { cells in
                let inside = cells.map { "<\(cell)>\($0.map { markup($0, form) }.joined())</\(cell)>" }
                return "<\(row)>\(inside.joined())</\(row)>"
            }
            return "<\(table)>\(lines.joined())</\(table)>"
        }
    }

    private static func text(_ part: Part, _ form: Form) -> String {
        let markup = markup(part, form)
        switch form {
        case .word: return Reading(Reading.word(markup).bytes).text
        case .html: return Reading(Array("<html>\(markup)</html>".utf8)).text
        case .openDocument:
            let package = ZipWriter().adding("META-INF/manifest.xml", "<m/>")
            return Reading(package.adding("content.xml", "<c xmlns:t='t' xmlns:x='x'>\(markup)</c>").bytes).text
        }
    }

    private func row(_ texts: String...) -> [[Part]] { texts.map { [.text($0)] } }

    @Test(arguments: Form.allCases)
    func `are tables of their own, and the columns of the outer one stay`(form: Form) {
        let inner = Part.table([row("SSN", "Room", "Order"), row("225-99-9943", "1", "2")])
        let table = Part.table([
            row("Name", "Note", "Card"), [[.text("Bo")], [.text("before"), inner, .text("behind")], [.text("4111")]],
            row("Al", "none", "4222"),
        ])
        #expect(
            Self.text(table, form) == """
                Name\tNote\tCard
                Bo\tbefore\t

                SSN\tRoom\tOrder
                225-99-9943\t1\t2

                Name\tNote\tCard
                \tbehind\t4111
                Al\tnone\t4222

                """)
    }

    @Test(arguments: Form.allCases)
    func `are read three deep`(form: Form) {
        let third = Part.table([row("SSN", "ABA"), row("225-99-9943", "1")])
        let second = Part.table([row("City", "List"), [[.text("Kiel")], [third]]])
        let first = Part.table([[[.text("left")], [second]], row("Bo", "x")])
        #expect(
            Self.text(first, form) == """
                left\t

                City\tList
                Kiel\t

                SSN\tABA
                225-99-9943\t1

                Bo\tx

                """)
    }

    @Test(arguments: Form.allCases)
    func `in cells one below the other are one table until one has a head`(form: Form) {
        let cell = { (rows: [[[Part]]]) -> [[Part]] in [[.table(rows)]] }
        let head = row("SSN", "Name")
        let frame = Part.table([cell([head]), cell([row("225-99-9943", "Bo")]), cell([head, row("1", "Al")])])
        #expect(Self.text(frame, form) == "SSN\tName\n225-99-9943\tBo\n\nSSN\tName\n1\tAl\n")
    }

    @Test func `of Word end with the text box that holds them`() {
        let inner = Self.markup(.table([row("SSN", "Name"), row("225-99-9943", "Bo")]), .word)
        let box = "<w:p><w:r><w:txbxContent>\(inner)</w:txbxContent></w:r></w:p>"
        let outer = "<w:tbl><w:tr><w:tc>\(box)</w:tc><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
        #expect(Reading(Reading.word(outer).bytes).text == "\tx\nSSN\tName\n225-99-9943\tBo\n")
    }

    @Test func `of OpenDocument in a box of a paragraph have their columns`() {
        let inner = Self.markup(.table([row("SSN", "Name"), row("225-99-9943", "Bo")]), .openDocument)
        let content = "<c xmlns:t='t' xmlns:x='x'><x:p>around<d><b>\(inner)</b></d></x:p></c>"
        let package = ZipWriter().adding("META-INF/manifest.xml", "<m/>").adding("content.xml", content)
        #expect(Reading(package.bytes).text == "SSN\tName\n225-99-9943\tBo\naround\n")
    }

    @Test func `of Word begin behind the columns that their rows leave out`() {
        let rows = """
            <w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>\
            <w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr>
            """
        #expect(Reading(Reading.word("<w:tbl>\(rows)</w:tbl>").bytes).text == "a\tb\n\tc\n")
    }
}
