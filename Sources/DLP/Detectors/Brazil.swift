extension Detector {
    static let brCpf = Detector(
        id: "br_cpf", title: "Brazilian individual taxpayer number (CPF)", family: .identity,
        check: "two mod 11 digits",
        find: .forms(
            [Form("999.999.999-99", need: .nothing), Form("99999999999"), Form("999 999 999 99")], accept: isCPF),
        need: .word,
        words: [
            "cpf", "pessoas físicas", "pessoa física", "cadastro de pessoas", "contribuinte",
            "cadastro de pessoas físicas",
        ],
        unless: OtherNumbers.words, hits: ["952.185.640-87", "CPF: 33908296102"],
        misses: ["952.185.640-88", "33908296102", "111.111.111-11"])
}

private func isCPF(_ value: Characters) -> Bool {
    let first = CheckDigits.sum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    let second = CheckDigits.sum(value, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    return first == value.digit(9) && second == value.digit(10) && !value.isOneDigitRepeated
}
