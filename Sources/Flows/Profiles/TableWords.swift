import Model

extension EntryBulk.Table {
    /// What became of the rows that were not hashed, a part of a sentence each: "2 of another number of cells than the header left out (lines
    /// 4, 6)"; empty where all of them were, as they are.
    public var remarks: [String] {
        let primary = columns.first(where: \.isPrimary)?.name ?? ""
        return EntryBulk.words(uneven: uneven, bare: bare)
            + [
                skipped > 0 ? "\(skipped) without a usable \(primary) left out" : nil,
                isOldText ? "it is not UTF-8 and was read as Windows-1252" : nil,
            ].compactMap(\.self)
    }
}
