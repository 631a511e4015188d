extension Detector {
    /// A mailing address in the United States: from the house number or box to the ZIP code.
    static let usAddress = Detector(
        id: "us_address", title: "US mailing address", family: .contact, check: "street, state and ZIP code",
        find: .word(.digitsBehindBlank, lengths: 5...5, examine: mailingAddress),
        words: ["address", "mailing address", "ship to", "bill to", "residence", "home address"],
        hits: [
            "1600 Pennsylvania Avenue NW, Washington, DC 20500", "Ms. Ray\n350 5th Ave Apt 12\nNew York, NY 10118-0110",
            "PO Box 4410, Boise, ID 83711",
        ],
        misses: [
            "Springfield, IL 62704", "12 Main Street, Dublin", "see 350 pages on Street art, vol. IL 62704x",
            "room 12, Street art in Chicago, XX 60601",
        ])
}

/// Bytes before the state within which an address begins.
private let longestAddress = 120

private func mailingAddress(_ text: TextBytes, _ zip: Range<Int>) -> Range<Int>? {
    guard text[zip.lowerBound - 1] == 32 else { return nil }
    var end = zip.upperBound
    if text[end] == UInt8(ascii: "-"), (1...4).allSatisfy({ text[end + $0].isDigit }), !text[end + 5].isDigit {
        end += 5
    }
    guard Boundary.isClean(after: end, in: text) else { return nil }
    var state = zip.lowerBound
    while state > 0, zip.lowerBound - state < 3, text[state - 1] == 32 { state -= 1 }
    guard state < zip.lowerBound, isState(text[state - 2], text[state - 1]), !text[state - 3].isAlphanumeric,
        let start = street(before: state - 2, in: text)
    else { return nil }
    return start..<end
}

/// Where the house number, or the box, of an address begins; nil where no street stands before the state.
private func street(before state: Int, in text: TextBytes) -> Int? {
    let all = Array(TextTokens(of: text, in: max(0, state - longestAddress)..<state))
    let tokens = Array(all[(all.indices.last { isEnd(all, $0, in: text) }.map { $0 + 1 } ?? 0)...])
    for (place, token) in tokens.enumerated() {
        let rest = tokens[(place + 1)...].prefix(6)
        if isBox(token, rest.first, rest.dropFirst().first, in: text) { return token.lowerBound }
        guard token.count <= 6, token.allSatisfy({ text[$0].isDigit }), !joinsNumber(token, in: text) else { continue }
        let line = text.lineEnd(token.upperBound, limit: longestAddress)
        let words = rest.prefix { $0.upperBound <= line }
        if words.dropFirst().contains(where: { isStreet($0, in: text) }),
            text.count(10, in: token.upperBound..<state).wanted <= 2
        {
            return token.lowerBound
        }
    }
    return nil
}

/// Whether another address ends with a token: a ZIP code behind its state.
private func isEnd(_ tokens: [Range<Int>], _ place: Int, in text: TextBytes) -> Bool {
    guard place > 0, tokens[place].count == 5, tokens[place].allSatisfy({ text[$0].isDigit }) else { return false }
    let state = tokens[place - 1]
    return state.count == 2 && state.upperBound + 1 == tokens[place].lowerBound
        && isState(text[state.lowerBound], text[state.lowerBound + 1])
}

/// A piece of an amount, a date or a longer number.
private func joinsNumber(_ token: Range<Int>, in text: TextBytes) -> Bool {
    !Boundary.isClean(before: token.lowerBound, in: text) || !Boundary.isClean(after: token.upperBound, in: text)
}

/// `PO Box 12`, `P.O. Box 12`.
private func isBox(_ first: Range<Int>, _ second: Range<Int>?, _ third: Range<Int>?, in text: TextBytes) -> Bool {
    guard let second, let third, text.folded(first) == Array("po".utf8), text.folded(second) == Array("box".utf8) else {
        return false
    }
    return third.allSatisfy { text[$0].isDigit }
}

private func isStreet(_ token: Range<Int>, in text: TextBytes) -> Bool {
    token.count <= 9 && streets.contains(text.folded(token))
}

private let streets: Set<[UInt8]> = Set(
    """
    street st avenue ave av road rd boulevard blvd drive dr lane ln way court ct place pl terrace ter parkway pkwy highway hwy square sq
    circle cir trail trl loop alley aly plaza plz route rte crossing xing point pt ridge rdg run walk row turnpike tpke
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })

private func isState(_ first: UInt8, _ second: UInt8) -> Bool {
    first.isUpper && second.isUpper && states.contains([first, second])
}

/// The states, the district and the territories, as the Postal Service writes them (Publication 28, appendix B).
private let states: Set<[UInt8]> = Set(
    """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT
    VT VA WA WV WI WY PR GU VI AS MP AA AE AP
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) })
