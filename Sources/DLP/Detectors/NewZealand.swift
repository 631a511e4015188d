extension Detector {
    static let nzPassport = Detector(
        id: "nz_passport", title: "New Zealand passport number", family: .identity, check: "first letters, shape",
        find: .forms(
            [Form("AA999999")],
            accept: {
                $0.starts(with: ["LA", "LD", "LE", "LF", "LG", "LH", "LK", "LL", "LM", "LN", "EA", "EB", "RA"])
                    && !$0.part(2..<8).isOneDigitRepeated
            }), need: .word, words: ["new zealand passport", "nz passport", "passport"], unless: OtherNumbers.words,
        hits: ["New Zealand passport LA302922"], misses: ["LA302922", "nz passport QQ302922"])

    static let nzIrd = Detector(
        id: "nz_ird", title: "New Zealand tax number (IRD)", family: .identity, check: "range, weights mod 11",
        find: .forms([Form("99 999 999"), Form("999 999 999")], accept: isIRD), need: .word,
        words: ["ird~", "ird number", "inland revenue", "tax number"], unless: OtherNumbers.words,
        hits: ["ird 76-565-147"], misses: ["ird 76-565-148", "76-565-147"])

    static let nzNhi = Detector(
        id: "nz_nhi", title: "New Zealand health index number", family: .health, check: "weights mod 11 or 24",
        find: .forms([Form("AAA9999"), Form("AAA99AA")], accept: isNHI), need: .word,
        words: ["nhi~", "nhi number", "national health index"], unless: OtherNumbers.words,
        hits: ["nhi ZAC5361"], misses: ["nhi ZAC5362", "ZAC5361"])
}

private func isIRD(_ value: Characters) -> Bool {
    let number = value.number(0..<value.count)
    guard (10_000_000...150_000_000).contains(number) else { return false }
    let offset = value.count == 8 ? 1 : 0
    func check(_ weights: [Int]) -> Int {
        var sum = 0
        for place in 0..<(value.count - 1) { sum += value.digit(place) * weights[place + offset] }
        return sum % 11 == 0 ? 0 : 11 - sum % 11
    }
    var digit = check([3, 2, 7, 6, 5, 4, 3, 2])
    if digit == 10 { digit = check([7, 4, 3, 2, 5, 2, 7, 6]) }
    return digit == value.digit(value.count - 1)
}

/// HISO 10046: letters without I and O; a digit checks the older form mod 11, a letter the newer one mod 23.
private func isNHI(_ value: Characters) -> Bool {
    let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZ".utf8)
    var sum = 0
    for place in 0..<6 {
        let byte = value[place]
        let own = byte.isDigit ? Int(byte) - 48 : (letters.firstIndex(of: byte) ?? -100) + 1
        guard own >= 0 else { return false }
        sum += own * (7 - place)
    }
    if value[6].isDigit {
        let check = 11 - sum % 11
        return sum % 11 != 0 && check % 10 == value.digit(6)
    }
    return letters.firstIndex(of: value[6]).map { $0 + 1 == 23 - sum % 23 || $0 + 1 == 24 - sum % 24 } == true
}
