extension Detector {
    static let cnId = Detector(
        id: "cn_id", title: "Chinese resident identity number", family: .identity, check: "date, ISO 7064 mod 11-2",
        find: .forms([Form("999999999999999999"), Form("99999999999999999X")], accept: isResidentId),
        words: ["身份证", "身份證", "公民身份", "resident id", "id card"], unless: OtherNumbers.words,
        hits: ["身份证 11010519491231002X", "11010519491231002X"], misses: ["身份证 110105194912310021"])
}

private func isResidentId(_ value: Characters) -> Bool {
    guard value.count == 18, (11...82).contains(value.number(0..<2)), (1_900...2_099).contains(value.number(6..<10)),
        CalendarDay.exists(year: value.number(6..<10), month: value.number(10..<12), day: value.number(12..<14))
    else { return false }
    return CheckDigits.mod11and2(value)
}
