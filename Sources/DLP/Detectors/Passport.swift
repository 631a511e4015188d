extension Detector {
    /// Passport numbers have no check digit outside the machine-readable zone: a word has to name them.
    static let passport = Detector(
        id: "passport", title: "Passport number (US, UK, Germany, France)", family: .identity, check: "shape",
        find: .forms([Form("999999999"), Form("A99999999"), Form("99AA99999"), Form("AXXXXXXXX")], accept: isPassport),
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
            "หนังสือเดินทาง", "paspor", "pas nr", "mrz", "reisepasses", "reisepaß", "paß nr", "paßnr", "paßnummer",
            "reisepaßnummer", "pasnr",
        ],
        unless: OtherNumbers.words + OtherNumbers.references, kinds: PassportKind.kinds, kind: PassportKind.kind,
        samples: ["C01X00T47"],
        hits: [
            "passport# 373090823", "Reisepass-Nr. J9Z2L92Y2", "Passeport n° 90DV64330", "US passport A12345678",
            "Passnr. J9Z2L92Y2", "Passport no: CGRTMNK7V",
            "travel_document: 373090823", "護照號碼 373090823",
        ],
        misses: [
            "373090823", "Passport fee 59,000. Visa application ref 737107996",
            "Passport office, counter 5, ticket A574", "passport ABCDEFGHI", "パスポート TK4318290",
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
