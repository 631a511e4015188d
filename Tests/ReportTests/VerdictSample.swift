import Model
import Report

/// Judged messages of every kind.
enum VerdictSample {
    static let attack = JudgedMail(
        id: "mail/0042.eml", from: "Ad\u{435}le  Vance - CEO <a.vance@gmail.example>",
        verdict: Verdict(
            disposition: .malicious, attributes: ["BEC"],
            reason: "Protected Name Adele Vance should not appear as a.vance@gmail.example",
            matched: .init(id: "u-0001", name: "Adele Vance", reasons: ["group:Executives", "direct"]),
            reasons: [
                .init(
                    signal: "display-name-confusable", field: "From", value: "Ad\u{435}le  Vance - CEO",
                    entry: "u-0001", distance: 0,
                    threshold: 1, weight: 0.8, text: "letter 3 is Cyrillic U+0435, looks like Latin e", at: [2]),
                .init(
                    signal: "title-in-name", field: "From", value: "Ad\u{435}le  Vance - CEO", entry: "u-0001",
                    weight: 0.05,
                    text: "\"CEO\" is no part of the listed name", at: [14, 16]),
                .init(
                    signal: "local-part-imitates", field: "From", value: "a.vance@gmail.example", entry: "u-0001",
                    weight: 0.45,
                    text:
                        "the mailbox name imitates the person, at a provider that gives a mailbox to everybody, which is where most imitations come from"
                ),
                .init(
                    signal: "history-two-way", field: "history", value: "12 in, 3 out", weight: -0.05,
                    text: "12 messages came, 3 went"),
            ],
            clearedBy: [
                "add a.vance@gmail.example to the secondary emails of Adele Vance",
                "remove the protection of Adele Vance",
            ],
            notEvaluated: ["domain-age", "spf"]))
    static let hidden = JudgedMail(
        id: "box#7", from: "\u{202E}ecnaV\u{202C} \u{1B}[31m<x@y.example>",
        verdict: Verdict(
            disposition: .suspicious, reason: "Domain c\u{00F4}ntoso.example resembles contoso.example",
            reasons: [
                .init(
                    signal: "obfuscated-name", field: "From", value: "A\u{200B}d\u{1B}[31m", weight: 0.3,
                    text: "an invisible character\nstands in the name", at: [1, 99])
            ]))
    static let forged = JudgedMail(
        id: "=cmd|' /C calc'!A0", from: "",
        verdict: Verdict(disposition: .spoof, notEvaluated: ["domain-age"]))
    static let bulk = JudgedMail(
        id: "list, \"weekly\".eml", from: "News <n@x.example>", verdict: Verdict(disposition: .bulk))
    static let clean = JudgedMail(
        id: "mail/0001.eml", from: "Lee Gu <lee@contoso.example>",
        verdict: Verdict(disposition: .none, notEvaluated: ["domain-age", "history"]))

    static let all = [attack, clean, hidden, forged, bulk]

    static func write(_ format: Format, style: Style = .plain, _ mails: [JudgedMail] = all) -> String {
        let writer = VerdictWriter(format: format, style: style)
        var counts: [Disposition: Int] = [:]
        for mail in mails { counts[mail.verdict.disposition, default: 0] += 1 }
        return writer.head + mails.map(writer.text).joined(separator: writer.separator) + writer.tail(counts)
    }
}
