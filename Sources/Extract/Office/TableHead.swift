/// The names of the columns of a table that stand in no cell of its sheet: its head is not shown.
struct TableHead {
    /// The first row of its values, counted from 1.
    var row: Int
    /// Counted from 0.
    var column: Int
    var names: [String]

    /// - Parameter table: a part `xl/tables/table1.xml`.
    /// - Returns: nil for a table that shows its head, and for one without a place.
    init?(_ table: XMLTree) {
        guard let element = table.all("table").first, element.attributes["headerRowCount"] == "0",
            let reference = element.attributes["ref"], let column = SheetText.column(reference),
            let row = Int(reference.drop { !$0.isNumber }.prefix { $0.isNumber })
        else { return nil }
        (self.row, self.column) = (row, min(column, 1 << 14))
        names = table.all("tableColumn").prefix(1 << 14).map { $0.attributes["name"] ?? "" }
    }
}
