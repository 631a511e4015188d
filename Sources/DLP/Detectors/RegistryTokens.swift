extension Detector {
    static let npmToken = Detector(
        id: "npm_token", title: "npm token", family: .credentials, check: "prefix and length",
        find: .anchors(["npm_"], examine: { Secret.token($0, $1, length: 40...40, of: Secret.isAlphanumeric) }),
        words: ["npm", "npm token", "authtoken"],
        hits: ["//registry.npmjs.org/:_authToken=npm_7Hq2LxV0bNc4RkWz9sTgYd3MfJ1uPa5E6oQi"],
        misses: ["npm_config_registry", "npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"])

    static let pypiToken = Detector(
        id: "pypi_token", title: "PyPI token", family: .credentials, check: "prefix and length",
        find: .anchors(
            ["pypi-AgEIcHlwaS5vcmc", "pypi-AgENdGVzdC5weXBpLm9yZw"],
            examine: { Secret.token($0, $1, length: 85...400, of: Secret.isURLSafe) }),
        words: ["pypi", "twine", "pypi token"],
        hits: [
            "password = pypi-AgEIcHlwaS5vcmcCJDNmZTRiYTk1LTg4YzgtNDRkYi1hZGMxLTg1ZDVkMTQ2M2I0MgACKlszLCJhMGY0ZDQ1Yy1mNzEx"
        ],
        misses: ["pypi-AgEIcHlwaS5vcmc", "pypi-server"])

    static let openaiKey = Detector(
        id: "openai_key", title: "OpenAI API key", family: .credentials, check: "mark in its middle, length",
        find: .anchors(["T3BlbkFJ"], examine: markedKey), words: ["openai", "openai api key", "api key"],
        hits: ["sk-Zx8Qm2Lr5Vt7Kp4Wn9YbT3BlbkFJc6Hd1Jf3Gs0Ua7Re5Ti"], misses: ["T3BlbkFJ", "sk-T3BlbkFJ"])

    static let discordWebhook = Detector(
        id: "discord_webhook", title: "Discord webhook address", family: .credentials, check: "number and token",
        find: .anchors(["discord.com/api/webhooks/", "discordapp.com/api/webhooks/"], examine: discordAddress),
        words: ["discord", "webhook"],
        hits: [
            "https://discord.com/api/webhooks/1063774185623146537/Zk3vQ9tLx2bWc7RnYs8HgTd5MfJ1uPa4E6oQiXr0VlNpBy2CwKz7DmSe5GhU3AtF9j1q"
        ],
        misses: ["https://discord.com/api/webhooks/", "https://discord.com/api/webhooks/1063774185623146537/short"])
}

/// `sk-`, then a mark with at least sixteen characters on either side.
private func markedKey(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    var start = anchor.lowerBound
    while Secret.isURLSafe(text[start - 1]), anchor.lowerBound - start < 120 { start -= 1 }
    var end = anchor.upperBound
    while Secret.isURLSafe(text[end]), end - anchor.upperBound < 120 { end += 1 }
    guard text.holds("sk-", at: start), anchor.lowerBound - start >= 19, end - anchor.upperBound >= 16,
        Randomness.isMixed(text, anchor.upperBound..<end)
    else { return nil }
    return start..<end
}

private func discordAddress(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    var at = anchor.upperBound
    while text[at].isDigit { at += 1 }
    guard (17...20).contains(at - anchor.upperBound), text[at] == UInt8(ascii: "/") else { return nil }
    var end = at + 1
    while Secret.isURLSafe(text[end]), end - at < 100 { end += 1 }
    guard end - at > 60 else { return nil }
    let start = text.holds("https://", at: anchor.lowerBound - 8) ? anchor.lowerBound - 8 : anchor.lowerBound
    return start..<end
}
