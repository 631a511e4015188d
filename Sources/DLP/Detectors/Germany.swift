extension Detector {
    static let deTaxId = Detector(
        id: "de_tax_id", title: "German tax identification number", family: .identity,
        check: "one digit two or three times among the first ten, ISO 7064 mod 11,10",
        find: .forms(
            [
                Form("99~999~999~999"), Form("99.999.999.999"), Form("999_999_999_99", need: .besideName),
                Form("999 9999 9999", need: .word),
            ], accept: isTaxId),
        need: .word,
        words: [
            "steuer-id", "steuer id", "steueridentifikationsnummer", "steueridentnummer", "identifikationsnummer",
            "idnr", "id-nr", "steuer-idnr",
            "steuernummer", "steuerliche identifikationsnummer", "tax id", "tax identification", "tin",
            "steuer identifikationsnummer",
            "steuer identnr", "steuer ident nr", "steuer ident", "steuerident", "steuerl identifikationsnr",
            "steuerl identifikationsnummer", "steuerliche id", "steuerl id", "steuerid", "steuer nr", "st nr", "st-id",
            "st.-id",
            "identifikationsnr", "identifikations nr", "steuer identifikationsnr", "id nr", "ident nr", "identnummer",
            "german tax id", "german tax", "german tin", "tax id de", "tin de",
            "persönliche identifikationsnummer", "numéro fiscal allemand",
        ],
        unless: OtherNumbers.words,
        hits: ["Steuer-ID 86 095 742 719", "IdNr. 86095742719 laut Finanzamt", "IdNr. 860 957 427 19"],
        misses: ["86 095 742 719", "Steuer-ID 86 095 742 718", "Steuer-ID 12 345 678 903"])

    static let deVat = Detector(
        id: "de_vat", title: "German VAT number", family: .identity, check: "ISO 7064 mod 11,10",
        find: .forms(
            [
                Form("DE~999999999"), Form("DE 999 999 999"), Form("DE999.999.999", need: .word),
            ],
            accept: { CheckDigits.mod11and10($0.part(2..<11)) && $0.digit(2) > 0 }),
        words: ["ust-id", "ust-idnr", "umsatzsteuer", "vat", "ustid"],
        hits: ["ust-id DE319053431", "DE319053431", "USt-IdNr. DE319.053.431"],
        misses: ["ust-id DE319053432", "DE319.053.431"])
}

private func isTaxId(_ value: Characters) -> Bool {
    guard value.digit(0) != 0 else { return false }
    var counts = [Int](repeating: 0, count: 10)
    for place in 0..<10 { counts[value.digit(place)] += 1 }
    let repeated = counts.filter { $0 > 1 }
    return repeated.count == 1 && repeated[0] <= 3 && CheckDigits.mod11and10(value)
}
