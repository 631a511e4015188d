import Model

/// Aligned columns of text.
public enum Table {
    public enum Alignment: Sendable { case left, right }

    public struct Column: Sendable {
        public var title: String
        public var alignment: Alignment
        public var cut: DisplayWidth.Cut
        /// Columns of the terminal it keeps when room is short; nil where it is never cut.
        public var least: Int?

        public init(_ title: String, _ alignment: Alignment = .left, cut: DisplayWidth.Cut = .middle, least: Int? = 8) {
            self.title = title
            self.alignment = alignment
            self.cut = cut
            self.least = least
        }
        /// A column that is never cut: ids, severities, numbers.
        public static func whole(_ title: String, _ alignment: Alignment = .left) -> Column {
            Column(title, alignment, least: nil)
        }
    }

    /// A cell: its text and what it is for.
    public struct Cell: Sendable, ExpressibleByStringInterpolation {
        public var text: String
        public var role: Style.Role?

        /// - Parameter text: as it came; whatever could disturb a terminal is made visible here.
        public init(_ text: String, _ role: Style.Role? = nil) {
            self.text = VisibleText.of(text)
            self.role = role
        }
        public init(stringLiteral value: String) { self.init(value) }
        public init(_ severity: Severity) { self.init(severity.rawValue, .severity(severity)) }
    }

    /// Columns stand two blanks apart; a head is printed where a column has a title. Too wide a table loses the middle of its widest
    /// columns; no line has blanks at its end.
    public static func render(columns: [Column], rows: [[Cell]], width: Int, style: Style) -> String {
        let layout = Layout(columns: columns, widths: widths(columns: columns, rows: rows, width: width))
        var text = ""
        if columns.contains(where: { !$0.title.isEmpty }) {
            text += layout.line(columns.map { Cell($0.title, .heading) }, style: style) + "\n"
        }
        for row in rows {
            for line in layout.lines(row) { text += layout.line(line, style: style) + "\n" }
        }
        return text
    }

    /// Columns with their widths: prints lines one by one.
    struct Layout: Sendable {
        let columns: [Column]
        let widths: [Int]
        static let gap = 2

        /// The row, and below it what does not fit into a last column of prose.
        func lines(_ cells: [Cell]) -> [[Cell]] {
            guard let last = cells.last, cells.count == columns.count, columns[columns.count - 1].cut == .never,
                DisplayWidth.of(last.text) > widths[columns.count - 1]
            else { return [cells] }
            let prose = DisplayWidth.lines(of: last.text, width: widths[columns.count - 1])
            return prose.enumerated().map { place, line in
                let head = place == 0 ? Array(cells.dropLast()) : cells.dropLast().map { _ in Cell("") }
                return head + [Cell(line, last.role)]
            }
        }

        func line(_ cells: [Cell], style: Style) -> String {
            var text = ""
            var pending = 0
            for (place, cell) in cells.prefix(columns.count).enumerated() {
                let shown = DisplayWidth.cut(cell.text, to: widths[place], columns[place].cut)
                let blanks = widths[place] - DisplayWidth.of(shown)
                if columns[place].alignment == .right { pending += blanks }
                if !shown.isEmpty {
                    text += String(repeating: " ", count: pending)
                    text += cell.role.map { style.paint(shown, $0) } ?? shown
                    pending = 0
                }
                pending += (columns[place].alignment == .left ? blanks : 0) + Layout.gap
            }
            return text
        }
    }

    static func widths(columns: [Column], rows: [[Cell]], width: Int) -> [Int] {
        var widths = columns.map { DisplayWidth.of($0.title) }
        for row in rows {
            for (place, cell) in row.prefix(columns.count).enumerated() {
                widths[place] = max(widths[place], DisplayWidth.of(cell.text))
            }
        }
        return narrowed(widths, columns: columns, to: width - Layout.gap * max(0, columns.count - 1))
    }

    /// Takes from the widest column that can give until the sum fits; below their least widths columns do not go.
    private static func narrowed(_ widths: [Int], columns: [Column], to room: Int) -> [Int] {
        var widths = widths
        var excess = widths.reduce(0, +) - room
        while excess > 0 {
            let giving = columns.indices.filter { place in columns[place].least.map { widths[place] > $0 } ?? false }
            guard let widest = giving.max(by: { widths[$0] < widths[$1] }) else { break }
            let next = giving.filter { widths[$0] < widths[widest] }.map { widths[$0] }.max() ?? 0
            let step = max(1, min(excess, widths[widest] - max(next, columns[widest].least ?? 0)))
            widths[widest] -= step
            excess -= step
        }
        return widths
    }
}
