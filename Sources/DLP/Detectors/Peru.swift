extension Detector {
    static let peRuc = Detector(
        id: "pe_ruc", title: "Peruvian taxpayer number (RUC)", family: .identity, check: "prefix, weights mod 11",
        find: .forms([Form("99999999999")], accept: isRUC), need: .word,
        words: ["ruc~", "registro único", "contribuyente"], unless: OtherNumbers.words,
        hits: ["ruc 20622375576", "R.U.C. 20622375576"], misses: ["ruc 20622375577", "20622375576"])

    static let peDni = Detector(
        id: "pe_dni", title: "Peruvian identity number (DNI)", family: .identity, check: "shape",
        find: .forms([Form("99999999"), Form("99999999-9")], accept: { !$0.isOneDigitRepeated }), need: .word,
        words: ["dni~", "documento nacional", "reniec"], unless: OtherNumbers.words,
        hits: ["dni 47192856", "D.N.I.: 47192856"], misses: ["47192856"])
}

private func isRUC(_ value: Characters) -> Bool {
    guard [10, 15, 16, 17, 20].contains(value.number(0..<2)) else { return false }
    let rest = CheckDigits.sum(value, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return (11 - rest) % 10 == value.digit(10)
}
