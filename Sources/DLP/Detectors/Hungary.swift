extension Detector {
    static let huTax = Detector(
        id: "hu_tax", title: "Hungarian tax identification number", family: .identity, check: "weights mod 11",
        find: .forms(
            [Form("9999999999"), Form("99999999-9-99"), Form("HU99999999")],
            accept: {
                if $0[0] == UInt8(ascii: "H") { return isKozosseg($0.part(2..<10)) }
                return $0.count == 10 ? isAdoazonosito($0) : isAdoszam($0)
            }),
        need: .word,
        words: ["adóazonosító", "adoazonosito", "adóazonosító jel", "adószám", "adószáma", "adoszam", "tax id"],
        unless: OtherNumbers.words,
        hits: ["adóazonosító 8071592153", "adószám: 10773381-2-44", "közösségi adószám HU10773381"],
        misses: [
            "adószám 10773382-2-44", "10773381-2-44", "adóazonosító 8071592154", "8071592153",
            "HU10773381", "adószám HU10773382",
        ])
}

/// Eight digits, the kind of taxation, the county.
private func isAdoszam(_ value: Characters) -> Bool {
    CheckDigits.sum(value, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 && (1...5).contains(value.digit(8))
        && (2...51).contains(value.number(9..<11)) && !value.isOneDigitRepeated
}

/// The number within the European Union: eight digits.
private func isKozosseg(_ value: Characters) -> Bool {
    CheckDigits.sum(value, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0 && !value.isOneDigitRepeated
}

private func isAdoazonosito(_ value: Characters) -> Bool {
    value.digit(0) == 8 && CheckDigits.sum(value, [1, 2, 3, 4, 5, 6, 7, 8, 9]) % 11 == value.digit(9)
}
