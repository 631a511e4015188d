extension Detector {
    static let auPassport = Detector(
        id: "au_passport", title: "Australian passport number", family: .identity, check: "first letters, shape",
        find: .forms(
            [Form("A9999999"), Form("AA9999999")],
            accept: { Array("NEDFACUXPRM".utf8).contains($0[0]) && !$0.part(2..<$0.count).isOneDigitRepeated }),
        need: .word,
        words: ["australian passport", "australia passport", "passport australia", "passport"],
        unless: OtherNumbers.words,
        hits: ["Australian passport N1234567", "australian passport no: PA0940443"],
        misses: ["N1234567", "passport Q1234567"])

    static let auTfn = Detector(
        id: "au_tfn", title: "Australian tax file number", family: .identity, check: "weights mod 11",
        find: .forms(
            [Form("999 999 999"), Form("99 999 999"), Form("999.999.999"), Form("999999_999"), Form("999_999999")],
            accept: isTFN), need: .word,
        words: [
            "tfn", "tax file", "tax file number", "tax file no",
            "t f n", "tax file num", "tax file nbr", "tax file #", "tax file id", "australian tax number", "tfn #",
            "ato number",
        ], unless: OtherNumbers.words,
        samples: ["123456782"],
        hits: ["TFN 330 010 687", "tax_file_number: 330010687"], misses: ["330 010 687", "TFN 330 010 688"])

    static let auAbn = Detector(
        id: "au_abn", title: "Australian business number", family: .identity, check: "weights mod 89",
        find: .forms([Form("99 999 999 999")], accept: isABN), need: .word,
        words: ["abn~", "australian business number", "australian business no", "business number"],
        unless: OtherNumbers.words,
        hits: ["abn 18 391 647 709", "A.B.N. 18 391 647 709", "| A.B.N. | city |\n|---|---|\n| 18391647709 | Leeds |"],
        misses: ["abn 18 391 647 700", "18 391 647 709", "a.b.name 18 391 647 709"])

    static let auAcn = Detector(
        id: "au_acn", title: "Australian company number", family: .identity, check: "weights mod 10",
        find: .forms([Form("999 999 999")], accept: isACN), need: .word,
        words: ["acn~", "australian company number", "australian company no", "company number", "arbn~"],
        unless: OtherNumbers.words,
        hits: ["acn 401 948 114", "A.C.N. 401 948 114"], misses: ["acn 401 948 115", "401 948 114"])

    static let auMedicare = Detector(
        id: "au_medicare", title: "Australian Medicare number", family: .health,
        check: "first digit 2 to 6, weights mod 10",
        find: .forms([Form("9999 99999 9"), Form("9999 99999 99")], accept: isMedicare), need: .word,
        words: ["medicare", "medicare number", "medicare card"], unless: OtherNumbers.words,
        hits: ["medicare 2951 67125 1"], misses: ["medicare 2951 67126 1", "2951 67125 1"])
}

private func isTFN(_ value: Characters) -> Bool {
    let weights = value.count == 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1]
    return CheckDigits.sum(value, weights) % 11 == 0 && !value.isOneDigitRepeated
}

private func isABN(_ value: Characters) -> Bool {
    guard value.digit(0) > 0 else { return false }
    return (CheckDigits.sum(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 == 0
}

private func isACN(_ value: Characters) -> Bool {
    let rest = CheckDigits.sum(value, [8, 7, 6, 5, 4, 3, 2, 1]) % 10
    return (10 - rest) % 10 == value.digit(8) && !value.isOneDigitRepeated
}

private func isMedicare(_ value: Characters) -> Bool {
    guard (2...6).contains(value.digit(0)) else { return false }
    return CheckDigits.sum(value, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 == value.digit(8) && value.digit(9) > 0
}
