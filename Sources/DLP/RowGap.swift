/// What stands between a row of a table whose columns stand below each other and the lines below that were looked at.
struct RowGap {
    var blanks = 0
    var strangers = 0
    /// Short lines: they go on with a cell, or are titles.
    var titles = 0
    /// Those of them that go on with another cell than the first.
    var asides = 0

    var isNone: Bool { blanks + strangers == 0 }
    var isTooLong: Bool { blanks > 4 || strangers > 3 }

    /// Whether more stands here than between the rows so far, given the most blank lines there: what is less full than rows are is then
    /// not believed to be one. Between the lines of a row there may be others that go on with one of its cells.
    func isWide(_ padding: Int) -> Bool {
        strangers > 0 || (asides == 0 ? titles > 0 || blanks > padding : blanks > max(padding, 2))
    }

    mutating func add(title: FixedLayout, below layout: FixedLayout) {
        titles += 1
        if layout.hasAside(title) { asides += 1 }
    }

    mutating func add(blank: Bool) {
        if blank { blanks += 1 } else { (blanks, strangers) = (0, strangers + 1) }
    }
}
