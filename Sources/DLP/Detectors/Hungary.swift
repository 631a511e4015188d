extension Detector {
    static let huTax = Detector(
        id: "hu_tax", title: "Hungarian tax identification number", family: .identity, check: "weights mod 11",
        find: .forms([Form("9999999999")], accept: isAdoazonosito), need: .word,
        words: ["adóazonosító", "adoazonosito", "adóazonosító jel", "adószám", "tax id"], unless: OtherNumbers.words,
        hits: ["adóazonosító 8071592153"], misses: ["adóazonosító 8071592154", "8071592153"])
}

private func isAdoazonosito(_ value: Characters) -> Bool {
    value.digit(0) == 8 && CheckDigits.sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == value.digit(9)
}
