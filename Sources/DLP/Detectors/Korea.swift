extension Detector {
    static let krRrn = Detector(
        id: "kr_rrn", title: "Korean resident registration number", family: .identity, check: "date, weights mod 11",
        find: .forms([Form("999999-9999999"), Form("9999999999999")], accept: isRRN), need: .word,
        words: ["rrn", "resident registration", "주민등록", "주민등록번호", "주민번호"], unless: OtherNumbers.words,
        hits: ["rrn 700101-2922517"], misses: ["rrn 700101-2922518", "700101-2922517"])
}

private func isRRN(_ value: Characters) -> Bool {
    guard CalendarDay.exists(month: value.number(2..<4), day: value.number(4..<6)) else { return false }
    let sum = CheckDigits.sum(value, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])
    return (11 - sum % 11) % 10 == value.digit(12)
}
