extension Detector {
    static let atSsn = Detector(
        id: "at_ssn", title: "Austrian social insurance number", family: .identity, check: "weights mod 11, date",
        find: .forms([Form("9999 999999")], accept: isVNR), need: .word,
        words: [
            "svnr", "sozialversicherung", "sozialversicherungsnummer", "versicherungsnummer", "sv-nummer", "sv nr",
            "sozversnr", "sozvers-nr", "sozvers.-nr",
            "vsnr", "sozialversicherungsnr", "sozialversicherungs-nr", "sozialvers.-nr", "sozialvers.nr", "vers.-nr",
            "vers.nr", "versicherungsnr", "versicherungs-nr",
        ], unless: OtherNumbers.words,
        hits: ["svnr 8997 010150", "Vers.-Nr. 8997 010150", "Sozialvers.-Nr.: 8997-010150"],
        misses: ["svnr 8997 010151", "8997 010150", "vers nr 8997 010150"])

    static let atTax = Detector(
        id: "at_tax", title: "Austrian tax number", family: .identity, check: "Luhn",
        find: .forms([Form("99_999/9999"), Form("999999999")], accept: { CheckDigits.luhn($0) }), need: .word,
        words: [
            "steuernummer", "abgabenkonto", "finanzamt", "st.nr", "austrian tax", "stnr", "st.-nr", "steuernr",
            "steuer-nr", "abgabenkontonummer", "abgabenkontonr",
        ], unless: OtherNumbers.words,
        hits: [
            "steuernummer 59-119/9013", "Steuernummer: 59 119/9013", "St.-Nr. 59-119/9013", "\"stnr\": \"59 119/9013\"",
            "Abgabenkontonummer 59 119/9013",
        ], misses: ["steuernummer 59-119/9014", "59-119/9013", "Steuernummer: 59 119/9014"])

    static let atVat = Detector(
        id: "at_vat", title: "Austrian VAT number", family: .identity, check: "weights mod 10",
        find: .forms([Form("AT~U~99999999")], accept: isUID),
        words: ["uid", "vat", "umsatzsteuer", "ust-id"],
        hits: ["uid ATU72777426", "ATU72777426", "UID-Nr. AT U72777426", "AT U 72777426"],
        misses: ["uid ATU72777427", "AT U72777427"])
}

private func isVNR(_ value: Characters) -> Bool {
    guard value.digit(0) > 0, (1...31).contains(value.number(4..<6)), (1...15).contains(value.number(6..<8)) else {
        return false
    }
    return CheckDigits.sum(value, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 == value.digit(3)
}

private func isUID(_ value: Characters) -> Bool {
    let sum = CheckDigits.crossSum(value.part(3..<10), [1, 2, 1, 2, 1, 2, 1])
    return (96 - sum) % 10 == value.digit(10)
}
