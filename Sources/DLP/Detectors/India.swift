extension Detector {
    static let inAadhaar = Detector(
        id: "in_aadhaar", title: "Indian Aadhaar number", family: .identity, check: "first digit 2 to 9, Verhoeff",
        find: .forms(
            [Form("9999 9999 9999")], accept: { $0.digit(0) > 1 && CheckDigits.verhoeff($0) && !$0.isOneDigitRepeated }),
        need: .word,
        words: ["aadhaar", "aadhar", "adhaar", "uidai", "आधार", "आधार संख्या", "uid number"], unless: OtherNumbers.words,
        hits: ["Aadhaar 3811 4962 5349", "आधार संख्या 381149625349"], misses: ["3811 4962 5349", "Aadhaar 3811 4962 5348"])

    static let inPan = Detector(
        id: "in_pan", title: "Indian permanent account number (PAN)", family: .identity,
        check: "fourth letter is a kind of holder",
        find: .forms([Form("AAAAA9999A")], accept: { value in "CPHFATBLJG".utf8.contains(value[3]) }), need: .word,
        words: [
            "PAN", "pan card", "pan number", "pan no", "permanent account", "permanent account number", "income tax",
            "आयकर",
        ],
        unless: OtherNumbers.words, hits: ["PAN LGHPQ7877R", "permanent_account_number: LGHPQ7877R"],
        misses: ["LGHPQ7877R", "PAN LGHQQ7877R"])
}
