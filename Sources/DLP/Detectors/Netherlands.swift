extension Detector {
    static let nlBsn = Detector(
        id: "nl_bsn", title: "Dutch citizen service number (BSN)", family: .identity,
        check: "eleven test, last weight -1",
        find: .forms(
            [Form("999 999 999"), Form("9999 99 999"), Form("9999.99.999"), Form("99999999"), Form("999.999.999")],
            accept: isBSN),
        need: .word,
        words: [
            "bsn", "burgerservicenummer", "burgerservice", "burgerservicenr", "burger service nummer", "sofinummer",
            "sofi", "sofi nummer",
            "citizen service number", "persoonsnummer",
            "b s n", "burger service nr", "burger service no", "burger servicenummer", "burgerservice nummer",
            "burgerservice nr", "sofi nr", "bsn nr", "sociaal fiscaal nummer", "sociaal-fiscaal nummer", "dutch bsn",
        ],
        unless: OtherNumbers.words, hits: ["BSN 111222333", "burgerservicenummer: 1112.22.333"],
        misses: ["111222333", "BSN 111222334"])

    static let nlVat = Detector(
        id: "nl_vat", title: "Dutch VAT number", family: .identity, check: "eleven test or mod 97",
        find: .forms(
            [
                Form("NL~999999999~B99"), Form("NL~9999.99.999.B.99"), Form("NL~9999.99.999.B99"),
                Form("NL~9999.99.999B99"), Form("NL~999999999.B99"), Form("NL~999999999.B.99"),
            ], accept: isBTW),
        words: ["btw", "btw-nummer", "vat", "btw-id"],
        hits: [
            "btw NL716001561B85", "NL716001561B85", "Ons btw-nummer is NL7160.01.561.B85.", "BTW-nr.: NL 716001561 B85",
            "BTW: NL716001561.B85", "NL 7160.01.561.B.85",
        ], misses: ["btw NL716001562B85", "btw NL7160.01.562.B85", "NL716001561 B8"])
}

private func isBSN(_ value: Characters) -> Bool {
    let weights = value.count == 9 ? [9, 8, 7, 6, 5, 4, 3, 2, -1] : [8, 7, 6, 5, 4, 3, 2, -1]
    return CheckDigits.sum(value, weights) % 11 == 0 && !value.isOneDigitRepeated
}

private func isBTW(_ value: Characters) -> Bool {
    value.number(12..<14) > 0
        && (CheckDigits.sum(value.part(2..<11), [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
            || CheckDigits.mod97(value, rotated: 0) == 1)
}
