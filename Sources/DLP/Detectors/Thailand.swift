extension Detector {
    static let thId = Detector(
        id: "th_id", title: "Thai identity number", family: .identity, check: "weights mod 11",
        find: .forms([Form("9 9999 99999 99 9")], accept: isThaiId), need: .word,
        words: ["บัตรประชาชน", "เลขประจำตัวประชาชน", "thai id", "national id", "citizen id", "id card"],
        unless: OtherNumbers.words,
        hits: ["บัตรประชาชน 1-5431-13640-42-7"], misses: ["บัตรประชาชน 1-5431-13640-42-8", "1-5431-13640-42-7"])
}

private func isThaiId(_ value: Characters) -> Bool {
    guard (1...8).contains(value.digit(0)) else { return false }
    let sum = CheckDigits.sum(value, [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2])
    return (11 - sum % 11) % 10 == value.digit(12)
}
