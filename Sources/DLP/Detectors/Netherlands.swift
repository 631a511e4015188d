extension Detector {
    static let nlBsn = Detector(
        id: "nl_bsn", title: "Dutch citizen service number (BSN)", family: .identity,
        check: "eleven test, last weight -1",
        find: .forms([Form("999 999 999"), Form("9999 99 999"), Form("9999.99.999"), Form("99999999")], accept: isBSN),
        need: .word,
        words: [
            "bsn", "burgerservicenummer", "burger service nummer", "sofinummer", "sofi", "sofi nummer",
            "citizen service number", "persoonsnummer",
        ],
        unless: OtherNumbers.words, hits: ["BSN 111222333", "burgerservicenummer: 1112.22.333"],
        misses: ["111222333", "BSN 111222334"])
}

private func isBSN(_ value: Characters) -> Bool {
    let weights = value.count == 9 ? [9, 8, 7, 6, 5, 4, 3, 2, -1] : [8, 7, 6, 5, 4, 3, 2, -1]
    return CheckDigits.sum(value, weights) % 11 == 0 && !value.isOneDigitRepeated
}
