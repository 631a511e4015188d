/// Given names and surnames that many people bear: a word that is one of them is rarely a typo of another.
enum CommonNames {
    static func contains(_ name: [UInt8]) -> Bool { names.contains(name) || Nicknames.isKnown(name) }

    private static let names = WordSet(CommonNameRows.given + " " + CommonNameRows.surnames)
}
