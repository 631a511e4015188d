import Testing

struct HTMLTableTests {
    private func text(_ table: String) -> String { Reading(Array("<html><table>\(table)</table>".utf8)).text }

    @Test func `keeps the columns of cells below one that reaches down`() {
        let rows = """
            <tr><th>Name<th>City<th>SSN<tr><td rowspan=3>Bo<td>Kiel<td>225-99-9943<tr><td>Leeds<td>319-61-4026\
            <tr><td>Pisa<td>735-94-7891<tr><td>Al<td>Delft<td>575-77-0416
            """
        #expect(
            text(rows) == """
                Name\tCity\tSSN
                Bo\tKiel\t225-99-9943
                \tLeeds\t319-61-4026
                \tPisa\t735-94-7891
                Al\tDelft\t575-77-0416

                """)
    }

    @Test func `keeps those behind a cell that reaches over several, and the empty ones at the end of a row`() {
        let rows = """
            <tr><td colspan=2 rowspan=2>a</td><td>b</td><td rowspan="2">c</td></tr><tr><td>d</td></tr>\
            <tr><td>e</td><td colspan=2>f</td><td></td></tr>
            """
        #expect(text(rows) == "a\t\tb\tc\n\t\td\t\ne\tf\t\t\n")
    }

    @Test func `lets a cell reach down to the end of its group, and not beyond`() {
        let rows = """
            <tbody><tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr></tbody>\
            <tbody><tr><td>d</td><td>e</td></tr></tbody>
            """
        #expect(text(rows) == "a\tb\n\tc\nd\te\n")
    }

    @Test(arguments: ["1000000", "99999999999999999999", "-5", "x", ""])
    func `has bounded rows however far a cell is said to reach`(count: String) {
        let row = "<tr>\(String(repeating: "<td colspan='\(count)' rowspan='\(count)'>x", count: 40))"
        let text = text(String(repeating: row, count: 40))
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count < 700 })
        #expect(text.count { $0 == "x" } == 1600)
    }

    @Test func `writes links, titles and remarks behind the rows they stand in`() {
        let rows = (1...2).map { "<tr><td><a href='mailto:\($0)@b.example' title='tip'>Bo</a><td>\($0)<!--no \($0)-->" }
        #expect(text("<tr><th>Name<th>SSN" + rows.joined()).hasPrefix("Name\tSSN\nBo\t1\nBo\t2\n"))
        #expect(text(rows.joined()).contains("mailto:1@b.example\n"))
        #expect(text(rows.joined()).contains("no 2\n"))
    }

    @Test func `keeps the values of forms at their rows, and texts of several lines in them`() {
        let rows = """
            <tr><td>SSN<td><input name=x value=225-99-9943><td>y<tr><td>Note<td><textarea>a
            b</textarea><script>c = 1</script><td>z
            """
        #expect(text(rows) == "SSN\t\ty\nx: 225-99-9943\nNote\ta b\tz\nc = 1\n")
    }
}
