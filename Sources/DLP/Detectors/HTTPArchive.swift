extension Detector {
    /// A recording of a browser's requests that still holds what signs its user in. What is told is the header's name.
    static let unsanitizedHar = Detector(
        id: "unsanitized_har", title: "Unsanitized HTTP archive (HAR)", family: .credentials,
        check: "a header that signs in, with its value",
        find: .anchors(["\"name\""], examine: signingHeader),
        hits: [
            #"{"request": {"headers": [{"name": "Authorization", "value": "Basic dXNlcjpwYXNzd29yZA=="}]}}"#,
            #"{"name":"cookie","value":"sid=8f14e45fceea167a5a36dedd4bea2543"}"#,
        ],
        misses: [
            #"{"name": "Authorization", "value": "[redacted]"}"#, #"{"name": "cookie", "value": ""}"#,
            #"{"name": "Accept", "value": "application/json, text/plain"}"#,
            #"{"name": "Authorization", "in": "header"}"#,
            #"{"name": "Cookie", "value": "xxxxxxxxxxxxxxxxxxxx"}"#,
        ])
}

private func signingHeader(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    guard let name = quoted(after: anchor.upperBound, sign: UInt8(ascii: ":"), in: text),
        signing.contains(text.folded(name)),
        let key = quoted(after: name.upperBound + 1, sign: UInt8(ascii: ","), in: text),
        text.folded(key) == Array("value".utf8),
        let value = quoted(after: key.upperBound + 1, sign: UInt8(ascii: ":"), in: text), isSecret(value, in: text)
    else { return nil }
    return name
}

/// What stands in the quotes behind a sign; white space around the sign aside.
private func quoted(after place: Int, sign: UInt8, in text: TextBytes) -> Range<Int>? {
    var at = place
    func skipBlanks() { while at - place < 64, text[at].isBlank || text[at].isLineEnd { at += 1 } }
    skipBlanks()
    guard text[at] == sign else { return nil }
    at += 1
    skipBlanks()
    guard text[at] == UInt8(ascii: "\"") else { return nil }
    let start = at + 1
    var end = start
    while end < min(text.count, start + longestValue), text[end] != UInt8(ascii: "\""), text[end] != 10 { end += 1 }
    return start..<end
}

private let longestValue = 4_096

/// Whether a value was left as it was: long, of several letters, and not said to be taken out.
private func isSecret(_ value: Range<Int>, in text: TextBytes) -> Bool {
    guard value.count >= 12, Set(text.slice(value.lowerBound..<min(value.upperBound, value.lowerBound + 64))).count >= 6
    else { return false }
    let written = text.string(value.lowerBound..<min(value.upperBound, value.lowerBound + 64)).lowercased()
    return !["redacted", "removed", "sanitized", "masked", "hidden", "***"].contains { written.contains($0) }
}

private let signing: Set<[UInt8]> = Set(
    ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "x-auth-token", "x-csrf-token"].map {
        Array($0.utf8)
    })
