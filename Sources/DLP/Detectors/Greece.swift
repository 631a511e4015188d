extension Detector {
    static let grAfm = Detector(
        id: "gr_afm", title: "Greek tax number (AFM)", family: .identity, check: "powers of two mod 11",
        find: .forms([Form("999999999")], accept: isAFM), need: .word,
        words: ["afm~", "αφμ~", "φορολογικού"], unless: OtherNumbers.words,
        hits: ["afm 810448492"], misses: ["afm 810448493", "810448492"])
}

private func isAFM(_ value: Characters) -> Bool {
    CheckDigits.sum(value, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == value.digit(8) && !value.isOneDigitRepeated
}
