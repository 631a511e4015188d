extension Detector {
    static let frNir = Detector(
        id: "fr_nir", title: "French social security number (NIR)", family: .identity,
        check: "month range, 97 minus mod 97",
        find: .forms(
            [
                Form("9~99~99~99~999~999~99"), Form("9~99~99~9A~999~999~99"), Form("9.99.99.99.999.999.99"),
                Form("9.99.99.9A.999.999.99"), Form("9 99 99 99 999 999/99"), Form("9 99 99 9X 999 999_clé_99"),
                Form("9 99 99 9X 999 999_Clé_99"), Form("9 99 99 9X 999 999_cle_99"),
                Form("9 99 99 9X 999 999_(clé_99)"),
            ], accept: isNIR
        ),
        words: [
            "nir~", "sécurité sociale", "securite sociale", "numéro de sécurité sociale", "numero securite sociale",
            "sécu", "insee", "n° ss", "nº ss", "numéro ss",
            "assuré social", "carte vitale", "social security",
        ], unless: OtherNumbers.words,
        hits: [
            "2 61 12 87 502 538 11", "278092A18686234", "NIR 187109147883045", "N° SS : 2 61 12 87 502 538 clé 11",
            "2611287502538 clé 11", "2611287502538/11", "2 61 12 87 502 538 (clé 11)", "N.I.R. 278092A186862 Clé 34",
        ],
        misses: [
            "2 61 12 87 502 538 12", "2611287502538 clé 12", "2611287502538/12", "261138750253811",
            "9 61 12 87 502 538 11",
        ])

    static let frSpi = Detector(
        id: "fr_spi", title: "French tax number (SPI)", family: .identity, check: "mod 511",
        find: .forms(
            [Form("99~99~999~999~999")], accept: { $0.digit(0) < 4 && $0.number(0..<10) % 511 == $0.number(10..<13) }),
        need: .word,
        words: [
            "spi", "numéro fiscal", "numero fiscal", "référence fiscale", "n° fiscal", "impôts", "identifiant fiscal",
        ],
        unless: OtherNumbers.words,
        hits: ["spi 0762584437230"], misses: ["spi 0762584437231", "0762584437230"])

    static let frVat = Detector(
        id: "fr_vat", title: "French VAT number", family: .identity, check: "mod 97",
        find: .forms([Form("FR~99~999999999"), Form("FR~99 999 999 999")], accept: isTVA),
        words: ["tva", "vat", "intracommunautaire"],
        hits: ["tva FR46888818739", "FR46888818739"], misses: ["tva FR46888818730"])

    static let frCni = Detector(
        id: "fr_cni", title: "French identity card number", family: .identity, check: "shape",
        find: .forms(
            [Form("999999999999"), Form("AXXXXXXX9", need: .wordWithin(60))], accept: isCard), need: .word,
        words: [
            "cni~", "carte d'identité", "carte nationale", "carte identité", "identité nationale", "carte d identité",
        ],
        unless: OtherNumbers.words,
        hits: [
            "cni 880692310285", "CNI n° D7J28GG16", "Carte nationale d'identité n° X4RTBPFW4", "C.N.I. 880692310285",
        ],
        misses: ["880692310285", "D7J28GG16", "CNI n° D7J28AG16", "CNI n° DRJTBGGW6"])
}

private func isNIR(_ value: Characters) -> Bool {
    let month = value.number(3..<5)
    guard [1, 2, 3, 4, 7, 8].contains(value.digit(0)),
        (1...12).contains(month) || (20...42).contains(month) || month >= 50
    else { return false }
    var number = 0
    for place in 0..<13 {
        switch value[place] {
        // Corsica: 2A counts as 19, 2B as 18.
        case UInt8(ascii: "A") where place == 6 && value.digit(5) == 2: number = (number - 1) * 10 + 9
        case UInt8(ascii: "B") where place == 6 && value.digit(5) == 2: number = (number - 1) * 10 + 8
        default:
            guard value[place].isDigit else { return false }
            number = number * 10 + value.digit(place)
        }
    }
    // The word before the key, where it is written, is no part of the number.
    return 97 - number % 97 == value.number(value.count - 2..<value.count)
}

/// Twelve digits with the month of issue or, on the cards since 2021, nine letters and digits, no vowels among them.
private func isCard(_ value: Characters) -> Bool {
    guard value[0].isLetter else {
        return value.number(0..<2) < 99 && (1...12).contains(value.number(2..<4)) && !value.isOneDigitRepeated
    }
    let digits = (0..<value.count).count { value[$0].isDigit }
    return (2...6).contains(digits) && !(0..<value.count).contains { "AEIOU".utf8.contains(value[$0]) }
}

private func isTVA(_ value: Characters) -> Bool {
    let company = value.number(4..<13)
    return company > 0 && CheckDigits.luhn(value.part(4..<13)) && (12 + 3 * (company % 97)) % 97 == value.number(2..<4)
}
