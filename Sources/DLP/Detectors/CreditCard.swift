extension Detector {
    /// A payment card number: the issuer's prefix, the lengths it has, and the Luhn check.
    static let creditCard = Detector(
        id: "credit_card", title: "Payment card number", family: .financial, check: "issuer prefix, length, Luhn",
        find: .forms(
            [
                Form("9999 9999 9999 9999"), Form("9999 999999 99999"), Form("9999 9999 9999 999"),
                Form("9999 999999 9999"), Form("9999 9999 9999 99"), Form("9999 9999 9999 9999 999"),
                Form("999999 9999999999"), Form("99999999 99999999"), Form("999999 9999999999999"),
                Form("99999999999999999"), Form("999999999999999999"), Form("9999999999999999999"),
                Form("9999 9999 9999 9", need: .word), Form("9999 999 999 999", need: .word),
                Form("9999.9999.9999.9999", need: .word),
                // The first track of a magnetic stripe (ISO/IEC 7813): `%B`, the number, `^`, the name.
                Form("<B>9999999999999999<^>"), Form("<B>999999999999999<^>"), Form("<B>99999999999999<^>"),
            ], accept: { CardBrand(of: $0) != nil && CheckDigits.luhn($0) && !$0.isOneDigitRepeated }),
        words: [
            "card", "cards", "card number", "credit card", "debit card", "visa", "mastercard", "amex",
            "american express", "maestro",
            "discover", "diners", "unionpay", "jcb", "cvv", "cvc", "expiry", "expires", "exp date", "cardholder",
            "cc number", "ccn",
            "PAN number", "primary account number", "karte", "kreditkarte", "kreditkarten", "kartennummer", "carte",
            "carte bancaire",
            "carte bleue", "carte de crédit", "tarjeta", "tarjeta de crédito", "carta di credito", "carta", "cartão",
            "kredietkaart",
            "creditcard", "karta", "karta kredytowa", "karty", "kort", "kortnummer", "kreditkort", "luottokortti",
            "カード", "信用卡",
            "银行卡", "卡号", "카드", "кредитная карта", "карта", "क्रेडिट कार्ड",
        ],
        unless: OtherNumbers.words, kinds: CardBrand.kinds,
        kind: { CardBrand(of: $0).map(\.rawValue) ?? "credit_card" }, samples: CardBrand.samples,
        hits: [
            "paid with 5500-0055-5555-5559", "4012888888881881", "card 3782 822463 10005", "6011 1111 1111 1117",
            "on file: 4111 1111\n1111 1111", "Karte 4222222222222",
            "%B5500005555555559^VANCE/ADELE^2712101000000000?", ";5500005555555559=2712101000000000?",
            "%B378282246310005^VANCE/ADELE^2712101?", "card 5500&nbsp;0055&nbsp;5555&nbsp;5559",
        ],
        misses: [
            "4111 1111 1111 1112", "tracking 6123456789012", "0.4012888888881881", "4222222222222",
            "ID-4012888888881881",
            "order 4012888888881881", "part B5500005555555559", "%B5500005555555558^VANCE/ADELE^2712101000000000?",
        ])
}

extension Detector {
    /// The three or four digits on a card; nothing checks them, so that their name has to stand right before them.
    static let cvv = Detector(
        id: "cvv", title: "Card verification value", family: .financial, check: "shape",
        find: .word(.digits, lengths: 3...4, examine: verificationValue), need: .wordWithin(8),
        words: [
            "cvv", "cvv2", "cvc", "cvc2", "csc", "card verification", "card security code", "cryptogramme",
            "prüfziffer", "security code", "prüfnummer", "kartenprüfnummer", "código de seguridad", "code de sécurité",
            "código de segurança", "codice di sicurezza", "sicherheitscode",
        ],
        hits: [
            "CVV: 482", "cvc 9034", "\"cvv\": \"371\"", "Card 4012888888881881 security code 878",
            "Kartennummer: 5500 0055 5555 5559, Prüfnummer: 113", "tarjeta 4012888888881881\nCódigo de seguridad: 878",
            "Kartenprüfnummer: 113",
        ],
        misses: [
            "CSC 2016 in Bern", "cvc 2024 conference", "csc 101 syllabus", "CVC_AU, /* 1874 */",
            "482", "Security code: 878", "Prüfnummer 4711", "order 4012888888881882, security code 878",
            "cvc-datatype-valid.1.2.1: '123' is not a valid value", "CVV numbers are on page 482",
            "the cvv field, see chapter 12",
        ])
}

/// Three or four digits that are no year, no number of a course and no number in a comment: the name is one of congresses, schools and
/// parts of programs as well.
private func verificationValue(_ text: TextBytes, _ word: Range<Int>) -> Range<Int>? {
    guard Boundary.isClean(before: word.lowerBound, in: text), Boundary.isClean(after: word.upperBound, in: text) else {
        return nil
    }
    var start = word.lowerBound
    while start > word.lowerBound - 4, text[start - 1] == 32 { start -= 1 }
    if text.holds("/*", at: start - 2) || (isOfAnything(word.lowerBound, in: text) && !hasCard(around: word, in: text))
    {
        return nil
    }
    // A colon or the like says that it is the value.
    guard start < word.lowerBound, text[start - 1].isAlphanumeric else { return word }
    let isSchool = text.endsFolded(with: "csc", start - 3..<start)
    let isYear =
        (isSchool || text.endsFolded(with: "cvc", start - 3..<start)) && word.count == 4
        && (text.holds("19", at: word.lowerBound) || text.holds("20", at: word.lowerBound))
    let goesOn = text[word.upperBound] == 32 && text[word.upperBound + 1].isLetter
    return isYear || (goesOn && isSchool) ? nil : word
}

/// Whether the name before a value is one of doors, invoices and messages too, and says of a card's code nothing by itself.
private func isOfAnything(_ place: Int, in text: TextBytes) -> Bool {
    var end = place
    while end > place - 8, !text[end - 1].isLetter, text[end - 1] < 0x80 { end -= 1 }
    let names: [StaticString] = [
        "security code", "securitycode", "prüfnummer", "de seguridad", "de sécurité", "de segurança", "di sicurezza",
        "sicherheitscode",
    ]
    guard names.contains(where: { isName($0, endingAt: end, in: text) }) else { return false }
    // With `card` before it, or as the end of `Kartenprüfnummer`, it says enough.
    return !isName("card security code", endingAt: end, in: text)
        && !isName("kartenprüfnummer", endingAt: end, in: text)
}

/// Whether a name in small letters ends at a place, in any case of ASCII's letters.
private func isName(_ name: StaticString, endingAt end: Int, in text: TextBytes) -> Bool {
    let start = end - name.utf8CodeUnitCount
    return (0..<name.utf8CodeUnitCount).allSatisfy { place in
        let (byte, wanted) = (text[start + place], name.utf8Start[place])
        return byte == wanted || (byte.isUpper && byte | 0x20 == wanted)
            || (wanted == 32 && byte == UInt8(ascii: "_"))
    }
}

/// Bytes of a card's number and of what stands between it and its code, at most.
private let cardReach = 160

/// Whether the number of a card stands near a place.
private func hasCard(around word: Range<Int>, in text: TextBytes) -> Bool {
    let part = max(0, word.lowerBound - cardReach)..<min(text.count, word.upperBound + cardReach)
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: part.count) { digits in
        guard let base = digits.baseAddress else { return false }
        var count = 0
        for place in part.lowerBound...part.upperBound {
            if text[place].isDigit, place < part.upperBound {
                base[count] = text[place]
                count += 1
                continue
            }
            let isGap = count > 0 && Separator.at(place, in: text)?.length == 1 && text[place + 1].isDigit
            guard !isGap else { continue }
            let value = Characters(base: UnsafePointer(base), count: count)
            if (13...19).contains(count), CardBrand(of: value) != nil, CheckDigits.luhn(value) { return true }
            count = 0
        }
        return false
    }
}

/// Who issued a card, by its first digits and its length.
enum CardBrand: String, CaseIterable {
    case visa, mastercard, amex, diners, discover, jcb, unionpay, maestro

    init?(of value: Characters) {
        let (two, three, four) = (value.number(0..<2), value.number(0..<3), value.number(0..<4))
        switch (two, value.count) {
        case (40...49, 13), (40...49, 16), (40...49, 19): self = .visa
        case (51...55, 16): self = .mastercard
        case (22...27, 16) where (2221...2720).contains(four): self = .mastercard
        case (34, 15), (37, 15): self = .amex
        case (36, 14), (38, 14), (39, 14): self = .diners
        case (30, 14) where (300...305).contains(three) || four == 3095: self = .diners
        case (60, 16...19) where four == 6011: self = .discover
        case (64, 16...19) where three >= 644: self = .discover
        case (65, 16...19): self = .discover
        case (35, 16...19) where (3528...3589).contains(four): self = .jcb
        case (62, 16...19), (81, 16...19): self = .unionpay
        case (50, 16...19), (58, 16...19), (63, 16...19), (67, 16...19):
            guard [5018, 5020, 5038, 5893, 6304, 6759, 6761, 6762, 6763].contains(four) else { return nil }
            self = .maestro
        default: return nil
        }
    }

    static let kinds = [
        Detector.Kind("visa", "Visa card number"), Detector.Kind("mastercard", "Mastercard number"),
        Detector.Kind("amex", "American Express card number"), Detector.Kind("diners", "Diners Club card number"),
        Detector.Kind("discover", "Discover card number"), Detector.Kind("jcb", "JCB card number"),
        Detector.Kind("unionpay", "UnionPay card number"), Detector.Kind("maestro", "Maestro card number"),
    ]

    /// Numbers that payment processors publish for tests.
    static let samples: Set<String> = [
        "4242424242424242", "4111111111111111", "4012888888881881", "4222222222222", "4000056655665556",
        "5555555555554444",
        "5105105105105100", "2223003122003222", "5200828282828210", "378282246310005", "371449635398431",
        "378734493671000",
        "6011111111111117", "6011000990139424", "30569309025904", "38520000023237", "36227206271667",
        "3056930009020004",
        "3530111333300000", "3566002020360505", "6200000000000005", "5500005555555559", "5431111111111111",
        "4000000000000002",
        "5019717010103742", "6331101999990016", "4917610000000000", "4484070000000000", "4005519200000004",
        "4009348888881881",
    ]
}
