extension Detector {
    /// The routing number of an American bank.
    static let usAba = Detector(
        id: "us_aba", title: "US bank routing number (ABA)", family: .financial,
        check: "prefix range, weights 3 7 1 mod 10",
        find: .forms([Form("999999999"), Form("9999-9999-9")], accept: isRouting), need: .word,
        words: [
            "routing", "routing number", "aba", "aba number", "rtn", "routing transit number", "transit number",
            "bank routing", "ach routing", "fedwire",
        ],
        unless: OtherNumbers.words,
        hits: ["routing number 021000021", "\"abaRoutingNumber\": \"122105155\"", "RTN: 0210-0002-1"],
        misses: ["021000021", "routing number 021000022", "routing 991000021"])

    /// The business identifier code of a bank (ISO 9362).
    static let swiftBic = Detector(
        id: "swift_bic", title: "Bank identifier code (SWIFT/BIC)", family: .financial,
        check: "country at places 5 and 6",
        find: .token(.capitals, lengths: [8, 11], accept: isBIC), need: .wordWithin(40),
        words: [
            "swift", "bic", "swift code", "bic code", "swift bic", "bank identifier code", "bank identifier",
            "swift address", "código swift",
            "codice bic", "code bic", "kod swift",
        ],
        hits: ["BIC: DEUTDEFF500", "SWIFT NEDSZAJJXXX"],
        misses: ["TERMINAL", "BIC DEUTXXFF", "swift river in DEUTDEFFOO"])
}

private func isRouting(_ value: Characters) -> Bool {
    let area = value.number(0..<2)
    guard (0...12).contains(area) || (21...32).contains(area) || (61...72).contains(area) || area == 80 else {
        return false
    }
    return CheckDigits.sum(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0 && !value.isOneDigitRepeated
}

private func isBIC(_ value: Characters) -> Bool {
    guard (0..<6).allSatisfy({ value[$0].isUpper }) else { return false }
    return CountryCodes.contains(value[4], value[5])
}
