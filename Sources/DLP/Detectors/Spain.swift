extension Detector {
    static let esDni = Detector(
        id: "es_dni", title: "Spanish identity number (DNI, NIE)", family: .identity, check: "letter mod 23",
        find: .forms(
            [Form("99999999~A"), Form("A~9999999~A"), Form("99.999.999~A"), Form("99.999.999-A")], accept: isDNI),
        need: .word,
        words: [
            "dni", "nif", "NIE", "documento nacional", "documento nacional de identidad", "número de identidad",
            "identificación fiscal", "extranjero",
            "carnet de identidad", "cédula",
        ],
        hits: ["DNI 07589608E", "nie: X9248065H", "NIF 35519293-W"], misses: ["07589608E", "DNI 07589608F"])
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
