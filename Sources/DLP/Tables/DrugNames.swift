import Model

/// Names of medicines and their active ingredients.
enum DrugNames {
    static let replaceable = ReplaceableTable(
        "drug-names", builtIn: origin, row: "a name of 3 to 100 bytes", fits: ListedName.isOne)

    static let all = (replaceable.ownRows ?? table.split(whereSeparator: \.isWhitespace)).map(String.init)
}
