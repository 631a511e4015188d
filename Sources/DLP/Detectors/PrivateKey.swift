extension Detector {
    static let privateKey = Detector(
        id: "private_key", title: "Private key (PEM)", family: .credentials, check: "a body of base 64 follows",
        find: .anchors(["-----BEGIN "], examine: armoured), words: ["private key", "ssh key", "id_rsa", "deploy key"],
        hits: [
            """
            -----BEGIN EC PRIVATE KEY-----
            MHcCAQEEIDzGXu4axkArrxcrl0dIWGbWl4rSjVqEZ39FzNILG8FDhLxkZZ031Vcc
            qcQQ
            -----END EC PRIVATE KEY-----
            """
        ],
        misses: [
            "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\nwrite your key here",
            "-----BEGIN PUBLIC KEY-----\nMHcCAQEEIDzGXu4axkArrxcrl0dIWGbWl4rSjVqEZ39FzNILG8FDhLxkZZ031Vcc\n-----END PUBLIC KEY-----",
        ])
}

/// Bytes of the longest key that is followed to its end.
private let longestKey = 16 * 1024

private func armoured(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    var at = anchor.upperBound
    while text[at].isUpper || text[at] == 32 || text[at].isDigit, at < anchor.upperBound + 40 { at += 1 }
    let isKey = text.holds("PRIVATE KEY", at: at - 11) || text.holds("PRIVATE KEY BLOCK", at: at - 17)
    guard isKey, text.holds("-----", at: at) else { return nil }
    let body = at + 5
    var (letters, end) = (0, body)
    while end < min(text.count, body + longestKey), !text.holds("-----", at: end) {
        let byte = text[end]
        if byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/") { letters += 1 }
        // A blank within prose, before any row of base 64: no body.
        if byte == 32, letters > 0, letters < 40, text[end - 1].isAlphanumeric, text[end - 1] != UInt8(ascii: ":") {
            return nil
        }
        end += 1
    }
    guard letters >= 40 else { return nil }
    guard text.holds("-----END ", at: end) else { return anchor.lowerBound..<bodyEnd(text, body) }
    return anchor.lowerBound..<footerEnd(text, end + 9)
}

/// Behind the dashes that close the last line. In a string of JSON no line end follows them.
private func footerEnd(_ text: TextBytes, _ label: Int) -> Int {
    var at = label
    while at < label + 40, text[at].isUpper || text[at] == 32 || text[at].isDigit { at += 1 }
    return text.holds("-----", at: at) ? at + 5 : at
}

/// Where the rows of base 64 stop, for a key without its last line.
private func bodyEnd(_ text: TextBytes, _ body: Int) -> Int {
    var at = body
    while at < text.count, at < body + longestKey {
        let byte = text[at]
        guard
            byte.isAlphanumeric || byte.isLineEnd || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
                || byte == UInt8(ascii: "=")
        else { break }
        at += 1
    }
    return at
}
