extension Detector {
    static let brCpf = Detector(
        id: "br_cpf", title: "Brazilian individual taxpayer number (CPF)", family: .identity,
        check: "two mod 11 digits",
        find: .forms(
            [
                Form("999.999.999-99", need: .nothing), Form("99999999999"), Form("999 999 999 99"),
                Form("999999999-99"), Form("999.999.999/99"), Form("999.999.999~99"), Form("999.999.999.99"),
            ], accept: isCPF),
        need: .word,
        words: [
            "cpf", "pessoas físicas", "pessoa física", "cadastro de pessoas", "contribuinte",
            "cadastro de pessoas físicas",
            "c p f", "cpf mf", "cpf cliente", "cpf cnpj", "cpf titular", "cadastro de pessoa",
            "cadastro de pessoa física",
            "cadastro pessoa fisica", "pessoa fisica", "pessoas fisicas", "inscrito no cpf", "nº do cpf",
        ],
        unless: OtherNumbers.words,
        hits: ["952.185.640-87", "CPF: 33908296102", "CPF 339082961-02", "CPF: 339.082.961/02"],
        misses: ["952.185.640-88", "33908296102", "339082961-02", "CPF 339082961-03", "111.111.111-11"])

    static let brCnpj = Detector(
        id: "br_cnpj", title: "Brazilian company number (CNPJ)", family: .identity, check: "two mod 11 digits",
        find: .forms([Form("99.999.999/9999-99", need: .nothing), Form("99999999999999")], accept: isCNPJ), need: .word,
        words: ["cnpj~", "cadastro nacional", "pessoa jurídica", "inscrição"], unless: OtherNumbers.words,
        hits: ["cnpj 89.944.542/0001-26"], misses: ["cnpj 89.944.542/0001-27", "89944542000126"])
}

private func isCPF(_ value: Characters) -> Bool {
    let first = CheckDigits.sum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    let second = CheckDigits.sum(value, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10 % 11 % 10
    return first == value.digit(9) && second == value.digit(10) && !value.isOneDigitRepeated
}

private func isCNPJ(_ value: Characters) -> Bool {
    let weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]
    let first = CheckDigits.sum(value, Array(weights.dropFirst())) % 11
    let second = CheckDigits.sum(value, weights) % 11
    return (first < 2 ? 0 : 11 - first) == value.digit(12) && (second < 2 ? 0 : 11 - second) == value.digit(13)
        && !value.isOneDigitRepeated
}
