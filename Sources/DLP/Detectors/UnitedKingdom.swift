extension Detector {
    static let ukNino = Detector(
        id: "uk_nino", title: "UK national insurance number", family: .identity, check: "prefix rules, suffix A to D",
        find: .forms([Form("AA~99~99~99~A"), Form("aa999999a", need: .besideName)], accept: isNINO),
        words: ["national insurance", "national insurance number", "nino", "ni number", "ni no", "insurance number"],
        unless: OtherNumbers.words, samples: ["QQ123456C", "AB123456C"],
        hits: ["NI number TP 38 81 64 A", "ZB585274D", "RX60 41 61A", "nino: zb585274d", "name,nino\nAda,zb585274d\n"],
        misses: [
            "BG123456A", "AO123456A", "DA123456A", "ZB585274E", "XZB585274D", "zb585274d",
            "see the nino that was sent with zb585274d",
        ])

    static let ukNhs = Detector(
        id: "uk_nhs", title: "UK National Health Service number", family: .health, check: "mod 11",
        find: .forms([Form("999 999 9999"), Form("999.999.9999")], accept: isNHS), need: .word,
        words: [
            "nhs", "nhs number", "nhs no", "national health service", "health service number",
            "n h s", "nhs #", "nhs num", "nhs nbr", "nhs id", "health service no",
        ],
        unless: OtherNumbers.words, hits: ["NHS No: 943 476 5919", "nhsNumber\":\"9434765919"],
        misses: ["943 476 5919", "NHS 943 476 5918"])
}

private func isNINO(_ value: Characters) -> Bool {
    let barred = Array("DFIQUV".utf8)
    let (first, second) = (value[0], value[1])
    guard !barred.contains(first), !barred.contains(second), second != UInt8(ascii: "O"),
        (UInt8(ascii: "A")...UInt8(ascii: "D")).contains(value[8])
    else { return false }
    return !value.starts(with: ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"])
}

private func isNHS(_ value: Characters) -> Bool {
    let check = 11 - CheckDigits.sum(value, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return check != 10 && check % 11 == value.digit(9) && !value.isOneDigitRepeated
}
