extension Detector {
    static let jpMyNumber = Detector(
        id: "jp_my_number", title: "Japanese individual number (My Number)", family: .identity, check: "mod 11",
        find: .forms([Form("9999 9999 9999")], accept: isMyNumber), need: .word,
        words: ["my number", "mynumber", "マイナンバー", "個人番号", "individual number"], unless: OtherNumbers.words,
        hits: ["my number 535510815336"], misses: ["my number 535510815337", "535510815336"])

    static let jpCorporateNumber = Detector(
        id: "jp_corporate_number", title: "Japanese corporate number", family: .identity, check: "mod 9",
        find: .forms([Form("9999999999999"), Form("9~9999~9999~9999")], accept: isCorporate), need: .word,
        words: ["corporate number", "法人番号", "houjin"], unless: OtherNumbers.words,
        hits: ["corporate number 7667902758871"], misses: ["corporate number 7667902758872", "7667902758871"])

    static let jpPassport = Detector(
        id: "jp_passport", title: "Japanese passport number", family: .identity, check: "shape",
        find: .forms([Form("AA9999999")], accept: { !$0.part(2..<9).isOneDigitRepeated }), need: .word,
        words: [
            "japanese passport", "japan passport", "passport (japan)", "passport (jp)", "passport japan", "パスポート", "旅券",
        ], unless: OtherNumbers.words,
        hits: ["japanese passport TK4318290", "パスポート番号: TK4318290", "旅券 MU1209934"], misses: ["TK4318290"])
}

private func isMyNumber(_ value: Characters) -> Bool {
    let rest = CheckDigits.sum(value, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11
    return (rest < 2 ? 0 : 11 - rest) == value.digit(11) && !value.isOneDigitRepeated
}

private func isCorporate(_ value: Characters) -> Bool {
    var sum = 0
    for place in 1..<13 { sum += value.digit(place) * (place % 2 == 1 ? 2 : 1) }
    return 9 - sum % 9 == value.digit(0)
}
