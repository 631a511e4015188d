extension Detector {
    static let ptNif = Detector(
        id: "pt_nif", title: "Portuguese tax number (NIF)", family: .identity, check: "weights mod 11",
        find: .forms([Form("999 999 999")], accept: isPortuguese), need: .word,
        words: [
            "nif~", "contribuinte", "número de contribuinte", "nipc~", "identificação fiscal", "número fiscal",
            "n.º fiscal", "nº fiscal",
        ],
        unless: OtherNumbers.words,
        hits: ["nif 200 051 890", "N.I.P.C. 200051890", "Número fiscal: 200 051 890", "N.º fiscal 200051890"],
        misses: ["nif 200 051 891", "200 051 890", "Número fiscal: 200 051 891"])
}

private func isPortuguese(_ value: Characters) -> Bool {
    guard [1, 2, 3, 5, 6, 7, 8, 9].contains(value.digit(0)) else { return false }
    let rest = CheckDigits.sum(value, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return (rest < 2 ? 0 : 11 - rest) == value.digit(8) && !value.isOneDigitRepeated
}
