extension Detector {
    static let dkCpr = Detector(
        id: "dk_cpr", title: "Danish personal number (CPR)", family: .identity, check: "date",
        find: .forms([Form("999999 9999"), Form("99.99.99-9999")], accept: isCPR), need: .word,
        words: ["cpr~", "cpr-nr", "cpr-nummer", "personnummer", "cprnr", "pers.nr", "persnr", "personnr"],
        unless: OtherNumbers.words,
        hits: ["cpr 150170-5695", "Pers.nr. 150170-5695", "C.P.R. 15.01.70-5695"],
        misses: ["150170-5695", "15.01.70-5695", "cpr 15.13.70-5695"])
}

private func isCPR(_ value: Characters) -> Bool {
    CalendarDay.exists(month: value.number(2..<4), day: value.number(0..<2)) && value.number(6..<10) > 0
}
