import Model
import Testing

@testable import Report

struct TableTests {
    let columns: [Table.Column] = [.whole("ID"), Table.Column("NAME", least: 8), Table.Column("N", .right)]

    @Test func `aligns by columns of the terminal, not by characters`() {
        let rows: [[Table.Cell]] = [["1", "日本語", "7"], ["2", "e\u{301}te\u{301}", "10"], ["3", "👩‍💻🇩🇪", "1"]]
        let text = Table.render(columns: columns, rows: rows, width: 80, style: .plain)
        #expect(text == "ID  NAME     N\n1   日本語   7\n2   e\u{301}te\u{301}     10\n3   👩‍💻🇩🇪     1\n")
    }
    @Test func `cuts the middle of the widest column and never wraps`() {
        let rows: [[Table.Cell]] = [["1", "a very long file name that ends in.xlsx", "7"]]
        let lines = Table.render(columns: columns, rows: rows, width: 30, style: .plain).split(separator: "\n")
        #expect(lines == ["ID  NAME                     N", "1   a very long…nds in.xlsx  7"])
    }
    @Test func `leaves no blanks at the end of a line`() {
        let rows: [[Table.Cell]] = [["1", "x", ""], ["2", "", ""], ["", "", "3"]]
        let text = Table.render(columns: columns, rows: rows, width: 80, style: .plain)
        #expect(text.split(separator: "\n").allSatisfy { !$0.hasSuffix(" ") })
        #expect(text == "ID  NAME  N\n1   x\n2\n          3\n")
    }
    @Test func `colours change nothing but colours`() {
        let rows: [[Table.Cell]] = [[Table.Cell("1", .bad), Table.Cell("日本", .severity(.high)), "7"]]
        let coloured = Table.render(columns: columns, rows: rows, width: 80, style: Style(palette: .many))
        #expect(
            coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
                == Table.render(columns: columns, rows: rows, width: 80, style: .plain))
        #expect(coloured.contains("\u{1B}[38;5;166m日本\u{1B}[0m"))
    }
    @Test(arguments: 20...120) func `keeps the width whatever the names are`(width: Int) {
        let columns: [Table.Column] = [
            .whole("ID"), Table.Column("A", least: 4), Table.Column("B", cut: .end, least: 4),
        ]
        let rows: [[Table.Cell]] = [
            ["1", Table.Cell(String(repeating: "語", count: 90)), Table.Cell(String(repeating: "word ", count: 40))]
        ]
        let text = Table.render(columns: columns, rows: rows, width: width, style: .plain)
        #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= width })
    }
}

struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2),
        ("🇫🇷", 2), ("❤️", 2), ("–…·█", 4),
    ]) func `counts the columns of a terminal`(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

    @Test func `cuts to the width, never inside a character`() {
        #expect(DisplayWidth.cut("abcdefghij", to: 5) == "ab…ij")
        #expect(DisplayWidth.cut("abcdefghij", to: 5, .end) == "abcd…")
        #expect(DisplayWidth.cut("日本語日本語", to: 5) == "日…語")
        #expect(DisplayWidth.cut("abc", to: 3) == "abc")
        #expect(DisplayWidth.cut("abc", to: 1) == "…")
        #expect(DisplayWidth.cut("abc", to: 0) == "")
    }
}
