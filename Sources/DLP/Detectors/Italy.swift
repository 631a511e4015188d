extension Detector {
    static let itCf = Detector(
        id: "it_cf", title: "Italian fiscal code (codice fiscale)", family: .identity,
        check: "odd and even table mod 26",
        find: .forms([Form("AAA~AAA~XXAXX~AXXXA")], accept: isFiscalCode),
        words: ["codice fiscale", "cod fiscale", "C.F.", "cod fisc", "fiscal code", "codicefiscale"],
        samples: ["RSSMRA85T10A562S", "RSSMRA80A01H501U"], hits: ["SLVVGR44L24I479D", "C.F. BTSZPV56R64G178Y"],
        misses: ["SLVVGR44L24I479E"])
}

private func isFiscalCode(_ value: Characters) -> Bool {
    // Values at odd places, for digits and letters alike (Decreto Ministeriale 23 December 1976).
    let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23]
    let months = Array("ABCDEHLMPRST".utf8)
    guard months.contains(value[8]) else { return false }
    var sum = 0
    for place in 0..<15 {
        let own = value[place].isDigit ? value.digit(place) : Int(value[place]) - 65
        guard (0..<26).contains(own) else { return false }
        sum += place % 2 == 0 ? odd[own] : own
    }
    return sum % 26 == Int(value[15]) - 65
}
