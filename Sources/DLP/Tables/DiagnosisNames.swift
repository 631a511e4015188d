import Model

/// Names of diseases.
enum DiagnosisNames {
    static let replaceable = ReplaceableTable(
        "diagnosis-names", builtIn: origin, row: "a name of 3 to 100 bytes", fits: ListedName.isOne)

    static let all = (replaceable.ownRows ?? table.split { $0 == "|" || $0.isNewline }).map { name in
        String(name.drop { $0 == " " })
    }
}
