import Model
import Report

/// Prints rows page by page: lines at once, a table in pages of a thousand, so that a large directory is never held.
struct PagePrinter {
    let listing: Listing
    let format: Format
    let style: Style
    private var rows: [[Evidence.Value]] = []
    private var printed = 0

    init(listing: Listing, format: Format, style: Style) {
        self.listing = listing
        self.format = format
        self.style = style
    }

    mutating func add(_ row: [Evidence.Value]) throws {
        rows.append(row)
        if rows.count >= 1000 && format != .json { try flush() }
    }

    mutating func finish(empty: String) throws {
        if format == .table && printed == 0 && rows.isEmpty {
            Output.write(empty + "\n")
            return
        }
        if !rows.isEmpty || printed == 0 { try flush() }
    }

    private mutating func flush() throws {
        var text = try listing.text(rows, format: format, style: style)
        // A head stands once.
        if printed > 0, format == .csv, let line = text.firstIndex(where: \.isNewline) {
            text = String(text[text.index(after: line)...])
        }
        Output.write(text)
        printed += rows.count
        rows = []
    }
}
