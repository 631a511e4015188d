extension Detector {
    static let inAadhaar = Detector(
        id: "in_aadhaar", title: "Indian Aadhaar number", family: .identity, check: "first digit 2 to 9, Verhoeff",
        find: .forms(
            [Form("9999 9999 9999"), Form("9999.9999.9999")],
            accept: { $0.digit(0) > 1 && CheckDigits.verhoeff($0) && !$0.isOneDigitRepeated }),
        need: .word,
        words: [
            "aadhaar", "aadhar", "adhaar", "uidai", "आधार", "आधार संख्या", "uid number",
            "aadhaar no", "aadhar no", "adhar", "aadhaar uid", "uid no", "uid num", "UID", "unique identification",
            "uid card", "udai", "uidai no", "आधार नंबर", "ஆதார்", "ఆధార్", "ಆಧಾರ್", "আধার", "ആധാർ", "આધાર", "ਆਧਾਰ", "ଆଧାର",
            "آدھار",
        ], unless: OtherNumbers.words,
        hits: ["Aadhaar 3811 4962 5349", "आधार संख्या 381149625349"], misses: ["3811 4962 5349", "Aadhaar 3811 4962 5348"])

    static let inPan = Detector(
        id: "in_pan", title: "Indian permanent account number (PAN)", family: .identity,
        check: "fourth letter is a kind of holder",
        find: .forms(
            [Form("AAAAA 9999 A"), Form("aaaaa9999a", need: .besideName)],
            accept: { value in "CPHFATBLJG".utf8.contains(value[3]) }), need: .word,
        words: [
            "PAN", "pan card", "pan number", "pan no", "permanent account", "permanent account number", "income tax",
            "आयकर",
            "permanent acct", "permanent a/c", "pan num", "pan nbr", "pan id", "pan #", "p a n", "income tax no",
            "income tax number",
            "पैन", "पैन कार्ड", "स्थायी खाता",
        ],
        unless: OtherNumbers.words,
        hits: [
            "PAN LGHPQ7877R", "PAN LGHPQ 7877 R", "permanent_account_number: LGHPQ7877R", "PAN: lghpq7877r",
            "[pan] LGHPQ7877R", "Permanent A/c No: LGHPQ7877R",
        ],
        misses: ["LGHPQ7877R", "PAN LGHQQ7877R", "PAN: lghqq7877r", "the PAN is kept in table lghpq7877r"])

    static let inGstin = Detector(
        id: "in_gstin", title: "Indian goods and services tax number (GSTIN)", family: .identity,
        check: "state, PAN, mod 36",
        find: .forms([Form("99AAAAA9999AXAX")], accept: isGSTIN),
        words: ["gstin", "gst", "gst number", "gst in"], unless: OtherNumbers.words,
        hits: ["gstin 27AAPFU0939F1ZV", "27AAPFU0939F1ZV"], misses: ["gstin 27AAPFU0939F2ZV"])

    static let inVoter = Detector(
        id: "in_voter", title: "Indian voter id (EPIC)", family: .identity, check: "Luhn",
        find: .forms([Form("AAA9999999")], accept: { CheckDigits.luhn($0.part(3..<10)) || $0[0].isUpper }), need: .word,
        words: ["voter", "epic", "voter id", "election card", "electoral", "मतदाता"], unless: OtherNumbers.words,
        hits: ["voter YCV1234567"], misses: ["YCV1234567"])
}

private func isGSTIN(_ value: Characters) -> Bool {
    guard (1...38).contains(value.number(0..<2)), value[13] == UInt8(ascii: "Z") else { return false }
    var sum = 0
    for place in 0..<14 {
        let own = value[place].isDigit ? value.digit(place) : Int(value[place]) - 55
        let product = own * (place % 2 + 1)
        sum += product / 36 + product % 36
    }
    let check = (36 - sum % 36) % 36
    return Int(value[14]) == (check < 10 ? check + 48 : check + 55)
}
