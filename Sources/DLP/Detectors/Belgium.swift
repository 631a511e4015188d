extension Detector {
    static let beNn = Detector(
        id: "be_nn", title: "Belgian national number", family: .identity, check: "97 minus mod 97",
        find: .forms([Form("99.99.99-999.99"), Form("99999999999"), Form("999999 999 99")], accept: isBelgian),
        need: .word,
        words: [
            "rijksregister", "rijksregisternummer", "registre national", "nationaal nummer", "numéro national", "insz",
            "niss", "national number", "nationalregister", "nationalregisternummer",
        ], unless: OtherNumbers.words,
        hits: ["rijksregister 85.07.30-722.18"], misses: ["rijksregister 85.07.30-722.19", "85.07.30-722.18"])

    static let beVat = Detector(
        id: "be_vat", title: "Belgian VAT number", family: .identity, check: "97 minus mod 97",
        find: .forms([Form("BE~9999999999"), Form("BE~9999.999.999"), Form("BE 9999 999 999")], accept: isBelgianVAT),
        words: ["btw", "tva", "vat", "ondernemingsnummer"],
        hits: ["btw BE 0130.251.895", "BE 0130.251.895"], misses: ["btw BE 0130.251.896"])
}

private func isBelgian(_ value: Characters) -> Bool {
    let (month, day) = (value.number(2..<4), value.number(4..<6))
    guard month % 20 <= 12, day <= 31 else { return false }
    let number = value.number(0..<9)
    let check = value.number(9..<11)
    return 97 - number % 97 == check || 97 - (2_000_000_000 + number) % 97 == check
}

private func isBelgianVAT(_ value: Characters) -> Bool {
    value.digit(2) < 2 && 97 - value.number(2..<10) % 97 == value.number(10..<12)
}
