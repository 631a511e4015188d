extension Detector {
    static let luTax = Detector(
        id: "lu_tax", title: "Luxembourg national number", family: .identity, check: "date, Luhn, Verhoeff",
        find: .forms([Form("9999999999999")], accept: isMatricule), need: .word,
        words: [
            "matricule", "numéro matricule", "numéro national", "luxembourg", "sécurité sociale",
            "identification national", "identification nationale", "n° national",
        ],
        unless: OtherNumbers.words,
        hits: ["matricule 1893120105732", "Numéro d'identification national : 1893120105732"],
        misses: ["matricule 1893120105733", "1893120105732"])

    static let luVat = Detector(
        id: "lu_vat", title: "Luxembourg VAT number", family: .identity, check: "mod 89",
        find: .forms(
            [Form("LU99999999"), Form("LU 99999999")], accept: { $0.number(2..<8) % 89 == $0.number(8..<10) }),
        words: ["tva", "vat"],
        hits: ["tva LU64028721", "LU64028721"], misses: ["tva LU64028722"])
}

private func isMatricule(_ value: Characters) -> Bool {
    guard (1_890...2_099).contains(value.number(0..<4)),
        CalendarDay.exists(year: value.number(0..<4), month: value.number(4..<6), day: value.number(6..<8)),
        CheckDigits.luhn(value.part(0..<12))
    else { return false }
    // The last digit checks the first eleven by Verhoeff's scheme, without the Luhn digit.
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 12) { buffer in
        for place in 0..<11 { buffer[place] = value[place] }
        buffer[11] = value[12]
        return buffer.baseAddress.map { CheckDigits.verhoeff(Characters(base: UnsafePointer($0), count: 12)) } == true
    }
}
