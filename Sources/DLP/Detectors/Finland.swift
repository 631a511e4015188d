extension Detector {
    static let fiHetu = Detector(
        id: "fi_hetu", title: "Finnish personal identity code", family: .identity, check: "date, mod 31",
        find: .forms([Form("999999-999X"), Form("999999+999X"), Form("999999A999X")], accept: isHETU),
        words: ["hetu", "henkilötunnus", "henkilötunnukset", "personbeteckning", "sotu"], unless: OtherNumbers.words,
        hits: ["hetu 150170-227V", "150170-227V"], misses: ["hetu 150170-228V"])
}

private func isHETU(_ value: Characters) -> Bool {
    // The sign of the century is a letter in numbers from 2000 on, and no part of the check.
    let start = value.count - 4
    guard CalendarDay.exists(month: value.number(2..<4), day: value.number(0..<2)),
        value.number(start..<(start + 3)) >= 2
    else { return false }
    let number = value.number(0..<6) * 1_000 + value.number(start..<(start + 3))
    return Array("0123456789ABCDEFHJKLMNPRSTUVWXY".utf8)[number % 31] == value[value.count - 1]
}
