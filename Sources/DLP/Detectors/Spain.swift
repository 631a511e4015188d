extension Detector {
    static let esDni = Detector(
        id: "es_dni", title: "Spanish identity number (DNI, NIE)", family: .identity, check: "letter mod 23",
        find: .forms(
            [
                Form("99999999~A"), Form("A~9999999~A"), Form("99.999.999~A"), Form("99.999.999-A"),
                Form("ES99999999A", need: .besideName), Form("99999999a", need: .besideName),
                Form("a9999999a", need: .besideName),
            ], accept: { isDNI($0.count == 11 ? $0.part(2..<11) : $0) }),
        need: .word,
        words: [
            "dni", "nif", "NIE", "d n i", "n i f", "n i e", "documento nacional", "documento nacional de identidad",
            "número de identidad", "nº de identidad", "nº identidad",
            "identificación fiscal", "extranjero",
            "carnet de identidad", "cédula",
            "doc identidad", "documento identidad", "documento de identidad", "documento", "doc identificación",
            "nº documento", "num documento", "numero documento", "identificacion fiscal", "numero de identidad",
            "numero de identificacion fiscal", "dni nie", "nif nie", "nif cif", "dninie", "cedula",
            "tarjeta de residencia", "permiso de residencia", "tarjeta de identidad", "document d'identitat",
            "carné de identidad",
        ],
        hits: [
            "DNI 07589608E", "nie: X9248065H", "NIF ES07589608E", "NIF 35519293-W", "DNI: 07589608e", "NIE x9248065h",
        ],
        misses: ["07589608E", "DNI 07589608F", "the DNI of the person whose commit is 07589608e"])

    static let esSsn = Detector(
        id: "es_ssn", title: "Spanish social security number", family: .identity, check: "mod 97",
        find: .forms(
            [
                Form("99/99999999/99"), Form("99/99999999_99"), Form("99 99999999 99"), Form("99_9999999999"),
                Form("99/9999999999"),
            ],
            accept: isSpanishSSN), need: .word,
        words: [
            "seguridad social", "número de la seguridad social", "nss~", "nuss~", "afiliación", "naf", "n.º s.s",
            "nº s.s", "nº ss", "n.º ss", "seg social", "afiliacion",
        ],
        unless: OtherNumbers.words,
        hits: [
            "seguridad social 28/12345678/40", "N.º Seguridad Social: 28/12345678-40", "N.º S.S. 28 12345678 40",
            "Núm. Seg. Social 281234567840", "N.S.S. 28/1234567840", "NAF 28-1234567840",
        ], misses: ["seguridad social 28/12345678/41", "28/12345678/40", "NAF 28/12345678-41"])

    static let esCif = Detector(
        id: "es_cif", title: "Spanish company number (CIF)", family: .identity, check: "control digit or letter",
        find: .forms(
            [
                Form("A99999999"), Form("A9999999A"), Form("A-99999999"), Form("ESA99999999"), Form("ESA9999999A"),
            ], accept: { isCIF($0.count == 11 ? $0.part(2..<11) : $0) }), need: .word,
        words: ["cif~", "nif~", "código de identificación"], unless: OtherNumbers.words,
        hits: ["cif B74952789", "N.I.F. B-74952789", "NIF: ESB74952789"],
        misses: ["cif B74952780", "B74952789", "NIF: ESB74952780"])
}

private func isDNI(_ value: Characters) -> Bool {
    let letters = Array("TRWAGMYFPDXBNJZSQVHLCKE".utf8)
    var number = value.number(1..<8)
    switch value[0] {
    case UInt8(ascii: "X"): break
    case UInt8(ascii: "Y"): number += 10_000_000
    case UInt8(ascii: "Z"): number += 20_000_000
    default:
        guard value[0].isDigit else { return false }
        number += value.digit(0) * 10_000_000
    }
    return letters[number % 23] == value[8]
}

private func isSpanishSSN(_ value: Characters) -> Bool {
    let (province, number) = (value.number(0..<2), value.number(2..<10))
    guard (1...66).contains(province) else { return false }
    let whole = number < 10_000_000 ? number + province * 10_000_000 : value.number(0..<10)
    return whole % 97 == value.number(10..<12)
}

private func isCIF(_ value: Characters) -> Bool {
    guard "ABCDEFGHJNPQRSUVW".utf8.contains(value[0]) else { return false }
    var sum = 0
    for place in 1..<8 {
        let product = value.digit(place) * (place % 2 == 1 ? 2 : 1)
        sum += product / 10 + product % 10
    }
    let check = (10 - sum % 10) % 10
    return value.digit(8) == check || value[8] == Array("JABCDEFGHI".utf8)[check]
}
