import Testing

@testable import Report

struct StyleTests {
    let terminal = ["TERM": "xterm-256color"]

    @Test func `has colours on a terminal`() {
        #expect(
            Style(terminalColumns: 120, environment: terminal) == Style(palette: .many, width: 100, drawsBars: true))
        #expect(Style(terminalColumns: 120, environment: ["TERM": "xterm"]).palette == .sixteen)
    }
    @Test func `is plain in a pipe, with NO_COLOR, on a dumb terminal, with --no-color`() {
        #expect(Style(terminalColumns: nil, environment: terminal) == .plain)
        #expect(Style(terminalColumns: 100, environment: ["TERM": "xterm", "NO_COLOR": "1"]).palette == .none)
        #expect(
            Style(terminalColumns: 100, environment: ["TERM": "dumb"])
                == Style(palette: .none, width: 100, drawsBars: false))
        #expect(Style(terminalColumns: 100, environment: terminal, allowsColour: false).palette == .none)
        #expect(
            Style(terminalColumns: 100, environment: ["TERM": "xterm", "NO_COLOR": ""]).palette == .sixteen,
            "empty means not set: no-color.org")
    }
    @Test(arguments: [(200, 100), (100, 100), (99, 80), (80, 80), (60, 60), (10, 40), (0, 80)])
    func `is 100 columns at most, 80 when narrower`(columns: Int, width: Int) {
        #expect(Style(terminalColumns: columns, environment: terminal).width == width)
    }
}
