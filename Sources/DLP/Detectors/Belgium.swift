extension Detector {
    static let beNn = Detector(
        id: "be_nn", title: "Belgian national number", family: .identity, check: "97 minus mod 97",
        find: .forms(
            [
                Form("99.99.99_999.99"), Form("99.99.99_999_99"), Form("99.99.99.999.99"), Form("99 99 99 999 99"),
                Form("999999 999 99"), Form("999999_999.99"),
            ], accept: isBelgian),
        need: .word,
        words: [
            "rijksregister", "rijksregisternummer", "registre national", "nationaal nummer", "numéro national", "insz",
            "niss~", "national number", "nationalregister", "nationalregisternummer", "rijksregisternr", "n° national",
            "nº national", "no national", "rrn", "rr-nr", "rrnr", "nrn", "numéro de registre national", "nationaal nr",
        ], unless: OtherNumbers.words,
        hits: [
            "rijksregister 85.07.30-722.18", "INSZ 85.07.30-722-18", "NISS 85 07 30 722 18", "N.I.S.S. 85.07.30 722.18",
            "N° national: 85073072218", "RR-nr. 850730-722-18",
        ], misses: ["rijksregister 85.07.30-722.19", "85.07.30-722.18", "INSZ 85 07 30 722 19"])

    static let beVat = Detector(
        id: "be_vat", title: "Belgian VAT number", family: .identity, check: "97 minus mod 97",
        find: .forms(
            [
                Form("BE~9999999999"), Form("BE~9999.999.999"), Form("BE 9999 999 999"),
                Form("BE999.999.999", need: .word),
                Form("9999.999.999", need: .besideName), Form("9999 999 999", need: .besideName),
            ], accept: { isBelgianVAT($0[0].isDigit ? $0 : $0.part(2..<$0.count)) }),
        words: [
            "btw", "tva~", "vat", "ondernemingsnummer", "kbo", "bce", "kbo-nr", "numéro d'entreprise",
            "n° d'entreprise", "unternehmensnummer",
        ],
        hits: [
            "btw BE 0130.251.895", "BE 0130.251.895", "BTW 0130.251.895", "KBO 0130251895", "BTW-BE 0130 251 895",
            "T.V.A. : 0130.251.895", "BTW BE130.251.895",
        ], misses: ["btw BE 0130.251.896", "0130.251.895", "BTW 0130.251.896", "the VAT of the seller, by 0130251895"])
}

private func isBelgian(_ value: Characters) -> Bool {
    let (month, day) = (value.number(2..<4), value.number(4..<6))
    guard month % 20 <= 12, day <= 31 else { return false }
    let number = value.number(0..<9)
    let check = value.number(9..<11)
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
}

/// Ten digits, or nine as they were before 2005 without the 0 before them.
private func isBelgianVAT(_ value: Characters) -> Bool {
    if value.count == 9 { return 97 - value.number(0..<7) % 97 == value.number(7..<9) }
    return value.digit(0) < 2 && 97 - value.number(0..<8) % 97 == value.number(8..<10)
}
