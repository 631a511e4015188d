extension Detector {
    static let usSsn = Detector(
        id: "us_ssn", title: "US social security number", family: .identity,
        check: "no area 000, 666 or 9xx, no group 00, no serial 0000",
        find: .forms(
            [Form("999 99 9999"), Form("999.99.9999"), Form("999/99/9999", need: .besideName)], accept: isSSN),
        need: .word,
        words: [
            "ssn", "ss no", "ss number", "ssnumber", "ssno", "ssndigits", "social security", "social security number",
            "social security no", "soc sec",
            "soc sec no",
            "social sec", "ssan", "ssa number", "ssa no", "ss#", "seguro social", "número de seguro social",
            "employee ssn",
            "ss num", "ss nbr", "ss #", "ss:", "ss=", "s s n", "social:", "social=", "her social", "his social",
            "my social",
            "your social", "their social", "social is", "social number", "soc security", "soc sec num", "soc sec nbr",
            "soc sec #", "socsec", "sosec", "número de seguridad social", "nº de seguro social", "us social", "ss card",
            "us sozialversicherungsnummer", "us sozialversicherungsnr", "社会保障番号", "社会安全号码", "社会安全號碼", "사회보장번호",
            "número del seguro social",
        ],
        unless: OtherNumbers.words + OtherNumbers.references,
        samples: ["078051120", "219099999", "457555462", "987654320", "123456789"],
        hits: [
            "SSN: 536-22-1840", "social_security_number=536221840", "Social Security # 536 22 1840",
            "SSN 536\u{2011}22\u{2011}1840", "SS_NUM,city\n536221840,Leeds", "SS # 536-22-1840",
            "her social is 536-22-1840", "SSN : 536  22  1840",
            "SSN: 536/22/1840", "SSN 536&#45;22&#x2d;1840", "Social&nbsp;Security&nbsp;Number 536&#8209;22&#8209;1840",
        ],
        misses: [
            "536-22-1840", "SSN 666-22-1840", "SSN 536-00-1840", "SSN 936-22-1840", "SSN XXX-XX-1840",
            "the SSN of one is kept; 536  22  1840",
            "Social Security paid 400,639. Case reference 710967396",
        ])

    static let usItin = Detector(
        id: "us_itin", title: "US individual taxpayer identification number (ITIN)", family: .identity,
        check: "begins with 9, group range",
        find: .forms([Form("999 99 9999")], accept: isITIN), need: .word,
        words: [
            "itin", "taxpayer", "taxpayer id", "individual taxpayer", "individual taxpayer identification number",
            "tax id", "tin",
            "taxpayer itin", "i t i n", "tax payer id", "tax payer identification", "taxpayer identification",
            "taxpayer number", "tax number", "tax no", "tax id number", "tax identification number", "irs number",
            "identificación del contribuyente",
        ],
        unless: OtherNumbers.words, hits: ["ITIN 912-78-1234", "Individual taxpayer identification number: 912901234"],
        misses: ["912-78-1234", "ITIN 912-49-1234", "ITIN 812-78-1234"])

    static let usDriversLicense = Detector(
        id: "us_drivers_license", title: "US driver's licence number", family: .identity, check: "shapes of the states",
        find: .forms(
            [
                Form("A9999999"), Form("A99999999"), Form("A999 9999 9999"), Form("A999999999999"), Form("AA999999"),
                Form("99999999"), Form("999999999"), Form("A999 999 999 999"), Form("A999-999-99-999-9"),
            ], accept: { !$0.part(1..<$0.count).isOneDigitRepeated }), need: .wordWithin(60),
        words: [
            "driver's license", "driver license", "drivers license", "driver's licence", "driving licence",
            "driver licence", "license number", "licence number", "dl number", "dl no", "dmv", "dln", "dl #", "dl#",
            "DL:",
            "cdl no", "cdl number", "cdl #", "cdl#", "CDL:",
        ], unless: OtherNumbers.words,
        hits: [
            "driver's license D1234562", "Driver’s license no. G2844716", "Driver's License: C492-227-00-193-9",
            "DL# D3789185", "DL: D3789185",
            "CDL #: D3789185", "DL # = 427655225",
        ], misses: ["D1234562", "C492-227-00-193-9", "dl: 42765522 bytes", "TDL: D3789185", "DLL D3789185"])
}

private func isSSN(_ value: Characters) -> Bool {
    let area = value.number(0..<3)
    return area > 0 && area != 666 && area < 900 && value.number(3..<5) > 0 && value.number(5..<9) > 0
        && !value.isOneDigitRepeated
}

private func isITIN(_ value: Characters) -> Bool {
    guard value.digit(0) == 9 else { return false }
    switch value.number(3..<5) {
    case 50...65, 70...88, 90...92, 94...99: return true
    default: return false
    }
}
