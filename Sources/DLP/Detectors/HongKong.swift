extension Detector {
    static let hkId = Detector(
        id: "hk_id", title: "Hong Kong identity card number", family: .identity, check: "mod 11",
        find: .forms(
            [Form("A999999(9)"), Form("A999999(A)"), Form("AA999999(9)"), Form("A9999999"), Form("A999999A")],
            accept: isHKID),
        need: .word,
        words: ["hkid~", "hong kong identity", "hong kong id", "identity card", "身份證", "id card"],
        unless: OtherNumbers.words,
        hits: ["hkid A123456(3)", "hkid_no: R051156A", "H.K.I.D. A1234563"],
        misses: ["hkid A123456(4)", "A123456(3)", "hkid R051157A", "hkid R051156B"])
}

private func isHKID(_ value: Characters) -> Bool {
    let isLong = value.count == 9
    var sum = isLong ? (Int(value[0]) - 55) * 9 : 36 * 9
    sum += (Int(value[isLong ? 1 : 0]) - 55) * 8
    for place in 0..<6 { sum += value.digit(place + (isLong ? 2 : 1)) * (7 - place) }
    let last = value[value.count - 1]
    guard last.isDigit || last == UInt8(ascii: "A") else { return false }
    return (sum + (last.isDigit ? Int(last) - 48 : 10)) % 11 == 0
}
