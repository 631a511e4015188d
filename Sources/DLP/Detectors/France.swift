extension Detector {
    static let frNir = Detector(
        id: "fr_nir", title: "French social security number (NIR)", family: .identity,
        check: "month range, 97 minus mod 97",
        find: .forms(
            [
                Form("9~99~99~99~999~999~99"), Form("9~99~99~9A~999~999~99"), Form("9.99.99.99.999.999.99"),
                Form("9.99.99.9A.999.999.99"),
            ], accept: isNIR
        ),
        words: [
            "nir", "sécurité sociale", "securite sociale", "numéro de sécurité sociale", "numero securite sociale",
            "sécu", "insee", "n° ss", "numéro ss",
            "assuré social", "carte vitale", "social security",
        ], unless: OtherNumbers.words,
        hits: ["2 61 12 87 502 538 11", "278092A18686234", "NIR 187109147883045"],
        misses: ["2 61 12 87 502 538 12", "261138750253811", "9 61 12 87 502 538 11"])

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
            [Form("999999999999")],
            accept: {
                $0.number(0..<2) < 99 && $0.number(2..<4) >= 1 && $0.number(2..<4) <= 12 && !$0.isOneDigitRepeated
            }), need: .word,
        words: ["cni", "carte d'identité", "carte nationale", "identité nationale", "carte d identité"],
        unless: OtherNumbers.words,
        hits: ["cni 880692310285"], misses: ["880692310285"])
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
    return 97 - number % 97 == value.number(13..<15)
}

private func isTVA(_ value: Characters) -> Bool {
    let company = value.number(4..<13)
    return company > 0 && CheckDigits.luhn(value.part(4..<13)) && (12 + 3 * (company % 97)) % 97 == value.number(2..<4)
}
