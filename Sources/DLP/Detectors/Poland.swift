extension Detector {
    static let plPesel = Detector(
        id: "pl_pesel", title: "Polish PESEL number", family: .identity, check: "day of birth, weights mod 10",
        find: .forms([Form("99999999999")], accept: isPESEL), need: .word,
        words: ["pesel", "numer pesel", "nr pesel", "ewidencyjny"],
        unless: OtherNumbers.words, hits: ["PESEL 20231534998", "numer PESEL: 96091899744"],
        misses: ["20231534998", "PESEL 20231534997", "PESEL 96131899744"])
}

private func isPESEL(_ value: Characters) -> Bool {
    guard CalendarDay.exists(month: value.number(2..<4) % 20, day: value.number(4..<6)) else { return false }
    return CheckDigits.sum(value, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 == 0
}
