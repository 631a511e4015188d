extension Detector {
    static let caSin = Detector(
        id: "ca_sin", title: "Canadian social insurance number", family: .identity,
        check: "Luhn, first digit neither 0 nor 8",
        find: .forms(
            [Form("999 999 999"), Form("999.999.999")],
            accept: { $0.digit(0) != 0 && $0.digit(0) != 8 && CheckDigits.luhn($0) && !$0.isOneDigitRepeated }),
        need: .word,
        words: [
            "SIN", "NAS", "social insurance", "social insurance number", "social insurance no", "assurance sociale",
            "numéro d'assurance sociale",
            "n a s", "s i n", "social ins", "social ins no", "social ins number", "soc ins", "social insurance num",
            "social insurance nbr", "social insurance #", "assurance soc", "no assurance sociale", "sin number",
            "sin num",
            "sin no", "sin nbr", "sin #", "sin card", "my sin is", "nas no", "numéro nas", "numero d'assurance sociale",
            "ass sociale", "no d'ass sociale",
        ],
        unless: OtherNumbers.words,
        hits: ["SIN 536 947 880", "social insurance number: 536-947-880", "sin_number=536947880"],
        misses: ["536 947 880", "SIN 536 947 881", "vivir sin 536 947 880 problemas", "SIN 046 454 286"])

    static let caPassport = Detector(
        id: "ca_passport", title: "Canadian passport number", family: .identity, check: "shape",
        find: .forms([Form("AA999999"), Form("A999999AA")], accept: { !$0.part(2..<7).isOneDigitRepeated }),
        need: .word,
        words: [
            "canadian passport", "canada passport", "passport", "passeport", "kanadischer reisepass",
            "passeport canadien", "pasaporte canadiense", "passaporto canadese", "canadees paspoort",
        ], unless: OtherNumbers.words,
        hits: ["canadian passport GA302922"], misses: ["GA302922"])

    static let caHealth = Detector(
        id: "ca_health", title: "Canadian health card number (ON, BC, QC)", family: .health,
        check: "Luhn, mod 11, or letters and date",
        find: .forms([Form("9999 999 999"), Form("9999 999 999 AA"), Form("AAAA 9999 9999")], accept: isHealthCard),
        need: .word,
        words: [
            "ohip", "health card", "health number", "phn", "personal health number", "ramq", "carte soleil",
            "assurance maladie", "health insurance number", "carte santé", "nam:", "n.a.m", "HCN!",
        ], unless: OtherNumbers.words,
        hits: [
            "ohip 9698 658 215", "NAM: RPPT 7656 0281", "nam: RPPT76560281", "N.A.M. RPPT 7656 0281",
            "HCN 9698 658 215",
        ],
        misses: ["ohip 9698 658 216", "9698 658 215", "Viet nam 9698 658 215", "the_name: 9698658215"])
}

private func isHealthCard(_ value: Characters) -> Bool {
    // Quebec: three letters of the name, one of the first name, year, month (women plus 50), day.
    if value[0].isUpper { return CalendarDay.exists(month: value.number(6..<8) % 50, day: value.number(8..<10)) }
    let digits = value.part(0..<10)
    guard !digits.isOneDigitRepeated else { return false }
    // British Columbia: nine first, weights mod 11. Ontario: Luhn.
    if digits.digit(0) == 9 {
        let check = 11 - CheckDigits.sum(digits.part(1..<9), [2, 4, 8, 5, 10, 9, 7, 3]) % 11
        if check == digits.digit(9) { return true }
    }
    return digits.digit(0) > 0 && CheckDigits.luhn(digits)
}
