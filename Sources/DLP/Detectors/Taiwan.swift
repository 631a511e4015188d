extension Detector {
    static let twId = Detector(
        id: "tw_id", title: "Taiwanese identity number", family: .identity, check: "weights mod 10",
        find: .forms([Form("A999999999")], accept: isTaiwanId), need: .word,
        words: ["身分證", "身份證", "統一編號", "national id", "taiwan id", "id number"], unless: OtherNumbers.words,
        hits: ["身分證 A123456789"], misses: ["身分證 A123456780", "A123456789"])
}

private func isTaiwanId(_ value: Characters) -> Bool {
    // The letter stands for a district's number, in the order in which the districts got theirs.
    guard let place = Array("ABCDEFGHJKLMNPQRSTUVXYWZIO".utf8).firstIndex(of: value[0]),
        [1, 2, 8, 9].contains(value.digit(1))
    else { return false }
    let district = place + 10
    let sum = district / 10 + district % 10 * 9 + CheckDigits.sum(value.part(1..<10), [8, 7, 6, 5, 4, 3, 2, 1, 1])
    return sum % 10 == 0
}
