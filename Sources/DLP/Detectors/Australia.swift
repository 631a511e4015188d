extension Detector {
    static let auTfn = Detector(
        id: "au_tfn", title: "Australian tax file number", family: .identity, check: "weights mod 11",
        find: .forms([Form("999 999 999"), Form("99 999 999")], accept: isTFN), need: .word,
        words: ["tfn", "tax file", "tax file number", "tax file no"], unless: OtherNumbers.words,
        samples: ["123456782"],
        hits: ["TFN 330 010 687", "tax_file_number: 330010687"], misses: ["330 010 687", "TFN 330 010 688"])
}

private func isTFN(_ value: Characters) -> Bool {
    let weights = value.count == 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]
    return CheckDigits.sum(value, weights) % 11 == 0 && !value.isOneDigitRepeated
}
