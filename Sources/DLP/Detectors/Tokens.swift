extension Detector {
    static let githubToken = Detector(
        id: "github_token", title: "GitHub token", family: .credentials, check: "CRC-32 in the last six characters",
        find: .anchors(["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"], examine: checkedToken),
        words: ["github token", "github", "token"],
        hits: ["use 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 for now"],
        misses: ["ghp_M1hq37fHkgFfsZwAeiHrDsWXxnBlOv3W0OOF", "ghp_************************************"])

    static let slackToken = Detector(
        id: "slack_token", title: "Slack token", family: .credentials, check: "prefix and parts",
        find: .anchors(
            ["xoxb-", "xoxp-", "xoxa-", "xoxr-", "xoxs-", "xoxe-", "xoxc-", "xoxd-", "xapp-"], examine: slackParts),
        words: ["slack token", "slack", "bot token"],
        hits: ["xoxb-191049282372-4860920283052-ryfafDOK9l3hUmkcl14DSY2A"],
        misses: ["xoxb-your-token-here", "xoxb-191049282372"])

    static let slackWebhook = Detector(
        id: "slack_webhook", title: "Slack webhook address", family: .credentials, check: "three parts",
        find: .anchors(["hooks.slack.com/services/"], examine: webhookAddress), words: ["webhook", "slack"],
        hits: ["https://hooks.slack.com/services/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"],
        misses: ["https://hooks.slack.com/services/", "https://hooks.slack.com/services/T000/B000/x"])

    static let stripeKey = Detector(
        id: "stripe_key", title: "Stripe live key", family: .credentials, check: "prefix and length",
        find: .anchors(
            ["sk_live_", "rk_live_"], examine: { Secret.token($0, $1, length: 28...260, of: Secret.isAlphanumeric) }),
        words: ["stripe", "stripe key", "payments key", "stripe secret key"],
        kinds: [
            Kind("stripe_standard_key", "Stripe secret key"), Kind("stripe_restricted_key", "Stripe restricted key"),
        ],
        kind: { $0[0] == UInt8(ascii: "r") ? "stripe_restricted_key" : "stripe_standard_key" },
        hits: ["sk_live_l7cKWrdbvefMCwT7EykTK8Gk", "rk_live_8vzLw5n6l7TrKLR9n8eLhM0d"],
        misses: ["sk_test_vKKiByyk4YpWYBNfoEiVBLVg", "sk_live_xxxxxxxxxxxxxxxxxxxxxxxx", "sk_live_short"])

    static let jwt = Detector(
        id: "jwt", title: "JSON web token", family: .credentials, check: "its header decodes and names an algorithm",
        find: .anchors(["eyJ"], examine: JSONWebToken.value),
        words: ["bearer", "id token", "access token", "jwt", "authorization"],
        hits: [
            "Bearer eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U"
        ],
        misses: [
            "eyJhbGciOiJIUzI1NiJ9",
            "eyJhYmMiOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9",
        ])
}

private func checkedToken(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    if anchor.count > 4 { return Secret.token(text, anchor, length: 40...255, of: Secret.isWord) }
    guard let token = Secret.token(text, anchor, length: 40...40, of: Secret.isAlphanumeric) else { return nil }
    var check = CRC32.checksum(text.slice(anchor.upperBound..<(token.upperBound - 6)))
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    for place in (token.upperBound - 6..<token.upperBound).reversed() {
        guard text[place] == letters[Int(check % 62)] else { return nil }
        check /= 62
    }
    return token
}

private func slackParts(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    guard let token = Secret.token(text, anchor, length: 24...400, of: Secret.isURLSafe) else { return nil }
    let digits = token.count { text[$0].isDigit }
    return digits >= 8 ? token : nil
}

/// `T…/B…/` and at least sixteen letters and digits; what stands before the host belongs to it.
private func webhookAddress(_ text: TextBytes, _ anchor: Range<Int>) -> Range<Int>? {
    var end = anchor.upperBound
    var parts = [0]
    while parts.count <= 3, text[end].isAlphanumeric || (text[end] == UInt8(ascii: "/") && parts.count < 3) {
        if text[end].isAlphanumeric { parts[parts.count - 1] += 1 } else { parts.append(0) }
        end += 1
    }
    guard parts.count == 3, parts[0] >= 7, parts[1] >= 7, parts[2] >= 16,
        !Randomness.isPlaceholder(text, anchor.upperBound..<end)
    else { return nil }
    let start = text.holds("https://", at: anchor.lowerBound - 8) ? anchor.lowerBound - 8 : anchor.lowerBound
    return start..<end
}
