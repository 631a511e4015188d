extension Detector {
    static let bgEgn = Detector(
        id: "bg_egn", title: "Bulgarian civil number (EGN)", family: .identity, check: "date, weights mod 11",
        find: .forms([Form("9999999999")], accept: isEGN), need: .word,
        words: ["egn~", "егн~", "единен граждански"], unless: OtherNumbers.words,
        hits: ["egn 8507307413", "Е.Г.Н. 8507307413"], misses: ["egn 8507307414", "8507307413"])
}

private func isEGN(_ value: Characters) -> Bool {
    guard CalendarDay.exists(month: value.number(2..<4) % 20, day: value.number(4..<6)) else { return false }
    return CheckDigits.sum(value, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 == value.digit(9)
}
