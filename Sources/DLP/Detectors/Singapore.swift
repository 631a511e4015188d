extension Detector {
    static let sgNric = Detector(
        id: "sg_nric", title: "Singaporean identity number (NRIC, FIN)", family: .identity, check: "weights mod 11",
        find: .forms([Form("A9999999A")], accept: isNRIC), need: .word,
        words: ["nric", "fin", "identity card", "singapore", "uinfin", "ic no"], unless: OtherNumbers.words,
        hits: ["nric S1234567D"], misses: ["nric S1234568D", "S1234567D"])
}

private func isNRIC(_ value: Characters) -> Bool {
    let sum = CheckDigits.sum(value.part(1..<8), [2, 7, 6, 5, 4, 3, 2])
    let rest: Int
    let letters: [UInt8]
    switch value[0] {
    case UInt8(ascii: "S"): (rest, letters) = (sum % 11, Array("JZIHGFEDCBA".utf8))
    case UInt8(ascii: "T"): (rest, letters) = ((sum + 4) % 11, Array("JZIHGFEDCBA".utf8))
    case UInt8(ascii: "F"): (rest, letters) = (sum % 11, Array("XWUTRQPNMLK".utf8))
    case UInt8(ascii: "G"): (rest, letters) = ((sum + 4) % 11, Array("XWUTRQPNMLK".utf8))
    case UInt8(ascii: "M"): (rest, letters) = (10 - (sum + 3) % 11, Array("KLJNPQRTUWX".utf8))
    default: return false
    }
    return letters[rest] == value[8]
}
