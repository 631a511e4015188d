extension Detector {
    static let itCf = Detector(
        id: "it_cf", title: "Italian fiscal code (codice fiscale)", family: .identity,
        check: "odd and even table mod 26",
        find: .forms(
            [Form("AAA~AAA~XXAXX~AXXX~A"), Form("aaaaaa99a99a999a", need: .besideName)], accept: isFiscalCode),
        words: ["codice fiscale", "cod fiscale", "C.F.", "CF", "cod fisc", "fiscal code", "codicefiscale"],
        samples: ["RSSMRA85T10A562S", "RSSMRA80A01H501U"],
        hits: [
            "SLVVGR44L24I479D", "C.F. BTSZPV56R64G178Y", "codice fiscale: slvvgr44l24i479d",
            "name,cf\nAda,slvvgr44l24i479d\n",
            "SLV VGR 44L24 I479 D",
        ],
        misses: ["SLVVGR44L24I479E", "SIOCAX25SETPARMS", "slvvgr44l24i479d", "codice fiscale: slvvgr44l24i479e"])

    static let itVat = Detector(
        id: "it_vat", title: "Italian VAT number (partita IVA)", family: .identity, check: "Luhn",
        find: .forms([Form("99999999999"), Form("IT~99999999999", need: .nothing)], accept: { isPartitaIVA($0) }),
        need: .word,
        words: ["partita iva", "p.iva", "p iva", "piva", "iva", "vat"], unless: OtherNumbers.words,
        hits: ["partita iva 42540410752"], misses: ["partita iva 42540410753", "42540410752"])
}

private func isFiscalCode(_ value: Characters) -> Bool {
    // Values at odd places, for digits and letters alike (Decreto Ministeriale 23 December 1976).
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
    let months = Array("ABCDEHLMPRST".utf8)
    // Where two persons would have the same code, letters stand for digits.
    let letters = Array("LMNPQRSTUV".utf8)
    guard months.contains(value[8]),
        [6, 7, 9, 10, 12, 13, 14].allSatisfy({ value[$0].isDigit || letters.contains(value[$0]) })
    else { return false }
    var sum = 0
    for place in 0..<15 {
        let own = value[place].isDigit ? value.digit(place) : Int(value[place]) - 65
        guard (0..<26).contains(own) else { return false }
        sum += place % 2 == 0 ? odd[own] : own
    }
    return sum % 26 == Int(value[15]) - 65
}

private func isPartitaIVA(_ value: Characters) -> Bool {
    let digits = value.part((value.count - 11)..<value.count)
    let office = digits.number(7..<10)
    return CheckDigits.luhn(digits) && digits.number(0..<7) > 0
        && ((1...100).contains(office) || [120, 121, 888, 999].contains(office))
}
