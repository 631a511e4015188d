extension Detector {
    static let uyCi = Detector(
        id: "uy_ci", title: "Uruguayan identity number (CI)", family: .identity, check: "weights mod 10",
        find: .forms(
            [Form("9.999.999-9"), Form("9999999-9"), Form("99999999", need: .wordWithin(5))], accept: isCedula),
        need: .word,
        words: [
            "ci", "c.i", "cédula", "cedula", "cédula de identidad", "documento de identidad", "número de cédula",
            "nº de cédula", "cédula número", "cédula nº",
        ], unless: OtherNumbers.words,
        hits: ["ci 1.234.567-2", "C.I. 1.234.567-2", "CI: 12345672"],
        misses: ["ci 1.234.567-3", "1.234.567-2", "CI build 75817387 passed", "CI pipeline 37901718"])
}

private func isCedula(_ value: Characters) -> Bool {
    let check = CheckDigits.sum(value, [2, 9, 8, 7, 6, 3, 4]) % 10
    return (10 - check) % 10 == value.digit(7) && !value.isOneDigitRepeated
}
