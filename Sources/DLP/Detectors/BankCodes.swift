extension Detector {
    /// The routing number of an American bank.
    static let usAba = Detector(
        id: "us_aba", title: "US bank routing number (ABA)", family: .financial,
        check: "prefix range, weights 3 7 1 mod 10",
        find: .forms([Form("999999999"), Form("9999-9999-9")], accept: isRoutingNumber), need: .word,
        words: [
            "routing", "routing number", "aba", "aba number", "rtn", "routing transit number", "transit number",
            "bank routing", "ach routing", "fedwire",
            "aba routing", "routing num", "routing nbr", "routing no", "routing #", "routing code", "rt number",
            "transit routing", "transit aba", "wire routing", "bank transit", "micr", "número de ruta",
            "numéro de routage", "aba rtn", "aba code", "aba #", "a b a", "R/T", "R/T no", "rtg", "rtg no",
        ],
        unless: OtherNumbers.words + OtherNumbers.networks,
        hits: ["routing number 021000021", "\"abaRoutingNumber\": \"122105155\"", "RTN: 0210-0002-1"],
        misses: [
            "021000021", "routing number 021000022", "routing 991000021",
            "routing table of the border routers: route 477616985 metric 65 cost 062773236",
        ])

    /// The business identifier code of a bank (ISO 9362).
    static let swiftBic = Detector(
        id: "swift_bic", title: "Bank identifier code (SWIFT/BIC)", family: .financial,
        check: "country at places 5 and 6",
        find: .token(
            .capitals, lengths: [8, 11], accept: isBIC, need: needOfBIC,
            pieces: Detector.Pieces(first: 4, examine: groupedBIC)),
        need: .word,
        words: [
            "swift", "bic", "swift code", "bic code", "swift bic", "bank identifier code", "bank identifier",
            "swift address", "código swift",
            "codice bic", "code bic", "kod swift",
            "bank bic", "bicfi", "bic or bei", "anybic", "swift kod", "kod bic", "bic kod", "código bic", "codigo bic",
            "codigo swift", "codice swift", "bankidentifikationscode", "swift number", "swift no", "bic number",
            "bic no",
            "bic swift", "swift id", "institution bic", "receiver bic", "sender bic", "beneficiary bic", "agent bic",
            "s w i f t", "b i c",
        ],
        hits: [
            "BIC: DEUTDEFF500", "BIC: DEUT DE FF XXX", "SWIFT-Code COBA DE FF 100", "SWIFT DEUT DE FF",
            "SWIFT NEDSZAJJXXX", "KXQWDEFF (SWIFT)", "bankBic=KXQWDEFF", "<BICFI>KXQWDEFF</BICFI>",
            "the SWIFT address of the bank that keeps the account of the payee is KXQWDEFF", "BIC: HANDSESS",
            "SWIFT COBADEFF",
        ],
        misses: [
            "TERMINAL", "BIC DEUTXXFF", "swift river in DEUTDEFFOO", "SWIFT TRANSFER REQUESTED BY CUSTOMER",
            "BIC codes: PLEASE CONSIDER BUILDING TERMINAL", "SWIFT CODE IS REQUIRED FOR TRANSFER",
            "BIC: THIS IS AN OLD CODE", "SWIFT DEUT XX FF XXX",
            "SWIFT is the name of a network of banks; DEUT DE FF XXX", "DEUT DE FF XXX",
            "SWIFT: BANK IN US", "BIC DEUT DE FF ABC",
            "USAGE swift_bic us_aba\n\nSUBCOMMANDS:", "SWIFT code: REQUIRED", "SWIFT CONTINUE", "Taylor SWIFT CONCERTS",
            "BIC siehe unten\n12.03. LASTSCHRIFT Strom", "Swift 6.3 prints a table, PLATFORM notes",
        ])
}

/// Whether nine digits are the routing number of an American bank.
func isRoutingNumber(_ value: Characters) -> Bool {
    let area = value.number(0..<2)
    guard (0...12).contains(area) || (21...32).contains(area) || (61...72).contains(area) || area == 80 else {
        return false
    }
    return CheckDigits.sum(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0 && !value.isOneDigitRepeated
}

private func isBIC(_ value: Characters) -> Bool {
    guard (0..<6).allSatisfy({ value[$0].isUpper }) else { return false }
    return CountryCodes.contains(value[4], value[5]) && !isWord(value)
}

/// Banks and countries whose letters read like a word.
private let spokenBanks: [StaticString] = [
    "BRDERO", "COBADE", "DRESDE", "ESSESE", "GENODE", "HANDSE", "NDEASE", "NOSCCA", "SOLADE", "SWEDSE", "WELADE",
    "YAPITR",
]

/// Whether it is rather a word in capitals: few codes read like one, and the places of those mostly have one letter twice.
private func isWord(_ value: Characters) -> Bool {
    let end = value.count
    if value[end - 1] == value[end - 2] {
        guard value[end - 1] == UInt8(ascii: "S"), value[end - 3] == UInt8(ascii: "E"),
            "LNR".utf8.contains(value[end - 4])
        else { return false }
    }
    return LetterPairs.isWord(value) && !hasCluster(value) && !value.starts(with: spokenBanks)
}

/// Whether four consonants follow upon each other as in no word: `AGNZDEEL`, but `INSTRUCT`, `LENGTHEN`.
private func hasCluster(_ value: Characters) -> Bool {
    var count = 0
    for place in 0..<value.count {
        count = "AEIOUY".utf8.contains(value[place]) ? 0 : count + 1
        guard count > 3 else { continue }
        if count > 4 { return true }
        let isOfWord = "HRLS".utf8.contains(value[place]) || value[place - 1] == UInt8(ascii: "H")
        if !isOfWord { return true }
    }
    return false
}

/// A code in groups of four, two, two and three: `DEUT DE FF XXX`. As words of capitals can have these lengths, the branch is `XXX` or
/// has a digit, and without one the place is no word.
private func groupedBIC(_ text: TextBytes, _ bank: Range<Int>) -> Range<Int>? {
    guard bank.allSatisfy({ text[$0].isUpper }), let country = group(of: 2, after: bank, in: text),
        CountryCodes.contains(text[country.lowerBound], text[country.lowerBound + 1]),
        let place = group(of: 2, after: country, in: text)
    else { return nil }
    if let branch = group(of: 3, after: place, in: text) {
        let isBranch = text.holds("XXX", at: branch.lowerBound) || branch.contains { text[$0].isDigit }
        return isBranch ? bank.lowerBound..<branch.upperBound : nil
    }
    let isWord = shortWords.contains { text.holds($0, at: place.lowerBound) }
    return isWord || isCapitals(after: place.upperBound, in: text) ? nil : bank.lowerBound..<place.upperBound
}

private let shortWords: [StaticString] = [
    "AM", "AN", "AS", "AT", "BE", "BY", "DE", "DO", "EN", "ES", "GO", "HE", "IF", "IM", "IN", "IS", "IT", "LA", "ME",
    "MY", "NO", "OF", "ON", "OR", "SO", "TO", "UK", "UP", "US", "WE", "ZU",
]

/// So many capitals and digits behind a blank that follows upon others.
private func group(of length: Int, after other: Range<Int>, in text: TextBytes) -> Range<Int>? {
    let start = other.upperBound + 1
    guard text[start - 1] == 32 else { return nil }
    let group = start..<start + length
    guard group.allSatisfy({ text[$0].isUpper || text[$0].isDigit }), !text[group.upperBound].isAlphanumeric else {
        return nil
    }
    return group
}

/// Letters alone may be a word: then the code's name has to stand close.
private func needOfBIC(_ text: TextBytes, _ range: Range<Int>) -> Detector.Need {
    if range.contains(where: { text[$0].isDigit }) || text.holds("XXX", at: range.upperBound - 3) { return .word }
    // A title over what follows.
    if text[range.upperBound] == UInt8(ascii: ":"), text[range.lowerBound - 1].isLineEnd { return .wordWithin(0) }
    if isCapitals(after: range.upperBound, in: text) || isCapitals(before: range.lowerBound, in: text) {
        return .wordWithin(0)
    }
    return looksLikeWord(text, range) ? .wordWithin(4) : .word
}

/// Endings that many words have and, as places of banks, few codes.
private let endings: [StaticString] = [
    "ING", "ION", "ENT", "ER", "ED", "AL", "LY", "TY", "ES", "RS", "TE", "LE", "ON", "NG", "CE", "RE", "NE", "SE", "NT",
    "EN", "AR",
    "OR", "TS", "NS", "IC", "EL", "NA", "TA", "DO", "TO", "RM",
]

private func looksLikeWord(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    endings.contains { text.holds($0, at: range.upperBound - $0.utf8CodeUnitCount) }
}

/// Whether a word in capitals, none that names a code, follows after one space.
private func isCapitals(after end: Int, in text: TextBytes) -> Bool {
    guard text[end] == 32 else { return false }
    var at = end + 1
    while text[at].isUpper { at += 1 }
    return at >= end + 3 && !text[at].isAlphanumeric && !isCodeName(end + 1..<at, in: text)
}

private func isCapitals(before start: Int, in text: TextBytes) -> Bool {
    guard text[start - 1] == 32 else { return false }
    var at = start - 1
    while text[at - 1].isUpper { at -= 1 }
    return at <= start - 3 && !text[at - 1].isAlphanumeric && !isCodeName(at..<start - 1, in: text)
}

private func isCodeName(_ word: Range<Int>, in text: TextBytes) -> Bool {
    let names: [StaticString] = ["BIC", "SWIFT", "CODE", "IBAN", "KOD", "BICFI", "BEI"]
    return names.contains { text.holds($0, at: word.upperBound - $0.utf8CodeUnitCount) }
}
