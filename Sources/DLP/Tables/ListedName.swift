/// What may stand in a list of names that are looked for in texts.
enum ListedName {
    static func isOne(_ row: Substring) -> Bool {
        (3...100).contains(row.utf8.count) && row.contains(where: \.isLetter) && !row.contains("|")
    }
}
