extension Detector {
    static let email = Detector(
        id: "email", title: "E-mail address", family: .contact, check: "top-level domain exists",
        find: .anchors(["@"], examine: emailAddress), words: ["email", "e-mail", "mail", "courriel", "correo"],
        hits: [
            "write to karpekala92@eu.aurorasoft.io.", "<frances63+m365@nordwind-logistik.de>",
            "https://contoso.com/unsubscribe?email=tom.hughes@nordwind-logistik.de",
            "https://contoso.sharepoint.com/personal/tom@aurorasoft.io/Documents",
        ],
        misses: [
            "logo@2x.png", "git@github.com:song/poor.git", "user@localhost", "@heart/core@4.7.8",
            "https://x:y@github.com/", "https://x:y@github.com/?a=1",
            "https://lists.debian.org/2026/20261104.5a17@aurorasoft.io",
        ])
}

private func isLocal(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "'") || byte >= 0xC3 && byte < 0xE2
        || byte == UInt8(ascii: "%")
}

private func emailAddress(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    let at = anchor.lowerBound
    var start = at
    while start > 0, at - start < 64,
        isLocal(text[start - 1]) || (text[start - 1] & 0xC0 == 0x80 && isLocal(text[start - 2]))
    { start -= 1 }
    while start < at,
        text[start] == UInt8(ascii: ".") || text[start] == UInt8(ascii: "'") || text[start] == UInt8(ascii: "-")
    { start += 1 }
    guard start < at, text[at - 1] != UInt8(ascii: "."), !isUserInfo(start, at, in: text),
        let end = domainEnd(text, at + 1), text[end] != UInt8(ascii: "@")
    else { return nil }
    // `git@host:path` names a repository.
    if text[end] == UInt8(ascii: ":"), text[end + 1].isLetter || text[end + 1] == UInt8(ascii: "/") { return nil }
    return start..<end
}

/// Whether what stands before `@` is a user or a token in an address with a scheme, which end where the path or the query begins, or
/// a part of the path that is no address of a person.
private func isUserInfo(_ start: Int, _ sign: Int, in text: TextBytes) -> Bool {
    var at = start
    var (isPath, isQuery) = (false, false)
    let least = max(0, start - 200)
    while at > least, text[at - 1] > 32, text[at - 1] != UInt8(ascii: "\""), text[at - 1] != UInt8(ascii: "<") {
        switch text[at - 1] {
        case UInt8(ascii: "?"), UInt8(ascii: "#"): isQuery = true
        case UInt8(ascii: "/") where text[at - 2] == UInt8(ascii: "/"):
            return isQuery ? false : !isPath || isIdentifier(start..<sign, in: text)
        case UInt8(ascii: "/"): isPath = true
        default: break
        }
        at -= 1
    }
    return false
}

/// Whether the identifier of a message or a package stands before `@` in a path, and no name: it begins with a digit or behind
/// something else than a slash, or has many digits.
private func isIdentifier(_ local: Range<Int>, in text: TextBytes) -> Bool {
    text[local.lowerBound - 1] != UInt8(ascii: "/") || local.count > 40
        || text[local.lowerBound].isDigit || local.count { text[$0].isDigit } > 4 || text.isFolded("git", local)
}

/// The end of a domain name of at least two labels whose last one exists; nil where none begins here.
private func domainEnd(_ text: TextBytes, _ start: Int) -> Int? {
    var (at, label) = (start, start)
    while at - start < 254 {
        let byte = text[at]
        if byte.isAlphanumeric || byte == UInt8(ascii: "-") || (byte >= 0xC3 && byte < 0xE2)
            || (byte & 0xC0 == 0x80 && at > start)
        {
            at += 1
            continue
        }
        guard byte == UInt8(ascii: "."), at > label, text[at + 1].isAlphanumeric || text[at + 1] >= 0xC3 else { break }
        at += 1
        label = at
    }
    guard label > start, at > label, TopLevelDomains.contains(text.slice(label..<at)) else { return nil }
    return at
}
