extension Detector {
    /// Passport numbers have no check digit outside the machine-readable zone: a word has to name them.
    static let passport = Detector(
        id: "passport", title: "Passport number (US, UK, Germany, France)", family: .identity,
        check: "shape; in the machine-readable zone three check digits",
        find: .forms(
            [
                Form("999999999"), Form("A99999999"), Form("99AA99999"), Form("AXXXXXXXX"),
                Form("XXXXXXXXX9AAA9999999A9999999", need: .nothing),
                Form("XXXXXXXXX9D{{9999999A9999999", need: .nothing),
            ], accept: { $0.count == 9 ? isPassport($0) : isMachineReadable($0) }),
        need: .word,
        words: [
            "passport", "passport number", "passport no", "passeport", "passport#", "reisepass", "reisepassnummer",
            "reisepass-nr", "pasaporte",
            "passaporto", "passaporte", "paspoort", "paszport", "paszportu", "パスポート", "旅券", "护照", "паспорт", "पासपोर्ट",
            "passports", "passport num", "passport nbr", "pasport", "passnummer", "passnr", "pass nr", "pass no",
            "pass nummer", "ppt no", "ppt number", "pp number", "pp no", "pp nr", "pp num", "travel document",
            "travel document no", "travel doc", "reisedokument", "reisepassnr", "pasnummer", "paspoortnummer",
            "paspoortnr", "paspoort nr", "passeports", "pasaportes", "passaportes", "passaporti", "numero passaporto",
            "paszportem", "paszporty", "paszportowi", "nr paszportu", "護照", "護照號碼", "护照号码", "旅券番号", "여권", "여권번호",
            "загранпаспорт", "паспорта", "جواز", "جواز السفر", "דרכון", "διαβατήριο", "διαβατηρίου", "pasaport",
            "pașaport", "útlevél", "útlevélszám", "cestovní pas", "cestovný pas", "číslo pasu", "passinumero",
            "hộ chiếu",
            "หนังสือเดินทาง", "paspor", "pas nr", "mrz", "reisepasses", "reisepässe", "reisepässen", "pässe", "pässen",
            "reisepaß", "paß nr", "paßnr", "paßnummer",
            "reisepaßnummer", "pasnr",
        ],
        unless: OtherNumbers.words + OtherNumbers.references, kinds: PassportKind.kinds, kind: PassportKind.kind,
        samples: ["C01X00T47"],
        hits: [
            "passport# 373090823", "Reisepass-Nr. J9Z2L92Y2", "Passeport n° 90DV64330", "US passport A12345678",
            "Passnr. J9Z2L92Y2", "Passport no: CGRTMNK7V",
            "P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0",
            "travel_document: 373090823", "護照號碼 373090823",
        ],
        misses: [
            "373090823", "Passport fee 59,000. Visa application ref 737107996",
            "Passport office, counter 5, ticket A574", "passport ABCDEFGHI",
            "C01X0006H2D<<6408125F1710319<<<<<<<<<<<<<<<0", "C01X0006H1XYZ6408125F1710319<<<<<<<<<<<<<<<0",
            "パスポート TK4318290",
        ])
}

private enum PassportKind {
    static let kinds = [
        Detector.Kind("us_passport", "US or UK passport number, nine digits or a letter and eight"),
        Detector.Kind("de_passport", "German passport number"), Detector.Kind("fr_passport", "French passport number"),
    ]

    @Sendable static func kind(_ value: Characters) -> String {
        if value[2].isUpper, value[0].isDigit { return "fr_passport" }
        return (1..<9).allSatisfy { value[$0].isDigit } ? "us_passport" : "de_passport"
    }
}

private func isPassport(_ value: Characters) -> Bool {
    let digits = (1..<9).count { value[$0].isDigit }
    // Two letters and seven digits are what Japan, Italy and others have.
    if value[0].isUpper, value[1].isUpper, digits == 7 { return false }
    if digits == 8 { return !value.part(1..<9).isOneDigitRepeated }
    guard value[0].isUpper else { return digits == 6 }
    // German: no vowels and few of the other letters, so that no word comes out.
    let letters = Array("CFGHJKLMNPRTVWXYZ".utf8)
    // The office that issues it.
    let first = Array("CFGHJK".utf8)
    return Array("CFGHJKLMNPRTVWXYZ".utf8).contains(value[0]) && digits >= (first.contains(value[0]) ? 1 : 2)
        && (1..<9).allSatisfy { value[$0].isDigit || letters.contains(value[$0]) }
}

/// The second line of a passport: number, nationality, birth, sex, expiry (ICAO Doc 9303-4, section 4.2.2), each with its check digit, of
/// the states whose passports are looked for.
private func isMachineReadable(_ value: Characters) -> Bool {
    let isGerman = value[10] == UInt8(ascii: "D") && value[11].isDigit
    let states: [StaticString] = ["USA", "GBR", "FRA"]
    guard isGerman || states.contains(where: { value.part(10..<13).starts(with: [$0]) }) else { return false }
    let birth = isGerman ? 11 : 13
    return holds(0..<9, in: value) && holds(birth..<birth + 6, in: value) && holds(birth + 8..<birth + 14, in: value)
}

/// Whether a check digit with the weights 7, 3, 1 follows upon a field; letters count from 10 on (ICAO Doc 9303-3, section 4.9).
private func holds(_ field: Range<Int>, in value: Characters) -> Bool {
    let sum = field.reduce(0) { sum, place in
        let sign = value[place]
        return sum + [7, 3, 1][(place - field.lowerBound) % 3] * Int(sign.isDigit ? sign - 48 : sign - 55)
    }
    return sum % 10 == value.digit(field.upperBound)
}
