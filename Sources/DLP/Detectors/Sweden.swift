extension Detector {
    static let sePersonnummer = Detector(
        id: "se_personnummer", title: "Swedish personal number", family: .identity, check: "date, Luhn",
        find: .forms(
            [
                Form("999999_9999"), Form("999999+9999"), Form("99999999_9999"), Form("9999999999"),
                Form("999999999999"),
            ], accept: isPersonnummer), need: .word,
        words: [
            "personnummer", "personnr", "pnr", "personal identity number", "samordningsnummer", "person nr",
            "pers nr", "personnumret", "personnumren", "person-/organisationsnummer",
        ],
        unless: OtherNumbers.words,
        hits: ["personnummer 850730-2274", "Personnumren: 850730-2274", "personnr 19850730 2274"],
        misses: ["personnummer 850730-2275", "850730-2274"])
}

private func isPersonnummer(_ value: Characters) -> Bool {
    let short = value.part((value.count - 10)..<value.count)
    let day = short.number(4..<6)
    return CalendarDay.exists(month: short.number(2..<4), day: day > 60 ? day - 60 : day) && CheckDigits.luhn(short)
}
