extension Detector {
    static let hkId = Detector(
        id: "hk_id", title: "Hong Kong identity card number", family: .identity, check: "mod 11",
        find: .forms([Form("A999999(9)"), Form("A999999(A)"), Form("AA999999(9)"), Form("A9999999")], accept: isHKID),
        need: .word,
        words: ["hkid", "h.k.i.d", "hong kong identity", "identity card", "身份證", "id card"], unless: OtherNumbers.words,
        hits: ["hkid A123456(3)"], misses: ["hkid A123456(4)", "A123456(3)"])
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
