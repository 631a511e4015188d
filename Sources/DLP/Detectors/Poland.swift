extension Detector {
    static let plPesel = Detector(
        id: "pl_pesel", title: "Polish PESEL number", family: .identity, check: "day of birth, weights mod 10",
        find: .forms([Form("99999999999"), Form("999999_99999")], accept: isPESEL), need: .word,
        words: [
            "pesel", "numer pesel", "nr pesel", "ewidencyjny",
            "peselu", "peselem", "peselowi", "pesele", "peselów", "p e s e l", "numer ewidencyjny", "nr ewidencyjny",
            "numeru pesel", "numerem pesel", "identyfikator pesel",
        ],
        unless: OtherNumbers.words, hits: ["PESEL 20231534998", "PESEL 202315 34998", "numer PESEL: 96091899744"],
        misses: ["20231534998", "PESEL 20231534997", "PESEL 96131899744"])

    static let plNip = Detector(
        id: "pl_nip", title: "Polish tax number (NIP)", family: .identity, check: "weights mod 11",
        find: .forms([Form("999 999 99 99"), Form("999 99 99 999")], accept: isNIP), need: .word,
        words: ["nip~", "numer nip", "identyfikacji podatkowej"], unless: OtherNumbers.words,
        hits: ["nip 700-776-62-75", "NIP: 700 776 62 75", "NIP 7007766275", "N.I.P. 700-77-66-275"],
        misses: ["nip 700-776-62-76", "700-776-62-75", "nip 700 776 62 76"])

    static let plRegon = Detector(
        id: "pl_regon", title: "Polish business register number (REGON)", family: .identity, check: "weights mod 11",
        find: .forms([Form("999999999"), Form("99999999999999")], accept: isREGON), need: .word,
        words: ["regon~", "numer regon"], unless: OtherNumbers.words,
        hits: ["regon 929486242", "R.E.G.O.N. 929486242"], misses: ["regon 929486243", "929486242"])
}

private func isPESEL(_ value: Characters) -> Bool {
    guard CalendarDay.exists(month: value.number(2..<4) % 20, day: value.number(4..<6)) else { return false }
    return CheckDigits.sum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
}

private func isNIP(_ value: Characters) -> Bool {
    CheckDigits.sum(value, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == value.digit(9) && !value.isOneDigitRepeated
}

private func isREGON(_ value: Characters) -> Bool {
    guard CheckDigits.sum(value, [8, 9, 2, 3, 4, 5, 6, 7]) % 11 % 10 == value.digit(8), !value.isOneDigitRepeated else {
        return false
    }
    return value.count == 9
        || CheckDigits.sum(value, [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8]) % 11 % 10 == value.digit(13)
}
