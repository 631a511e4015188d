/// The names of the columns of a table that stand in no cell of its sheet: its head is not shown.
struct TableHead {
    /// The first row of its values, counted from 1.
    var row: Int
    /// The last one.
    var end: Int
    /// Counted from 0.
    var column: Int
    var names: [String]

    /// - Parameter table: a part `xl/tables/table1.xml`.
    /// - Returns: nil for a table that shows its head, and for one without a place.
    init?(_ table: XMLTree) {
        guard let element = table.all("table").first, element.attributes["headerRowCount"] == "0",
            let reference = element.attributes["ref"], let column = SheetText.column(reference),
            let row = Self.row(reference)
        else { return nil }
        (self.row, self.column) = (row, min(column, 1 << 14))
        end = Self.row(reference.drop { $0 != ":" }) ?? row
        names = table.all("tableColumn").prefix(1 << 14).map { $0.attributes["name"] ?? "" }
    }

    /// Whether a row goes on beside another table.
    func isBeside(_ other: TableHead) -> Bool {
        column + names.count <= other.column || other.column + other.names.count <= column
    }

    private static func row(_ reference: some StringProtocol) -> Int? {
        Int(reference.drop { !$0.isNumber }.prefix { $0.isNumber })
    }
}
