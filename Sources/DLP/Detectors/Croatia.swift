extension Detector {
    static let hrOib = Detector(
        id: "hr_oib", title: "Croatian personal number (OIB)", family: .identity, check: "ISO 7064 mod 11,10",
        find: .forms([Form("99999999999")], accept: { CheckDigits.mod11and10($0) && !$0.isOneDigitRepeated }),
        need: .word,
        words: ["oib~", "osobni identifikacijski"], unless: OtherNumbers.words,
        hits: ["oib 70739722246", "O.I.B. 70739722246"], misses: ["oib 70739722247", "70739722246"])
}
