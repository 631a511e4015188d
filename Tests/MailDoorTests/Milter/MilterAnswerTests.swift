import Crypto
import Model
import Testing

@testable import MailDoor

struct MilterAnswerTests {
    private let options = MilterOptions(
        version: 6, actions: [.addHeaders, .changeHeaders, .quarantine, .addRecipients, .deleteRecipients],
        steps: .leadingSpace)

    private func message(_ fields: [(String, String)] = [], names: MilterPolicy = MilterPolicy()) -> IncomingMessage {
        var message = IncomingMessage(mailFrom: "<a@x.test>")
        message.recipients = ["<b@y.test>", "<c@y.test>"]
        for (name, value) in fields {
            message.add(Array(name.utf8), Array(value.utf8), hasLeadingSpace: true, owned: names.ownNames)
        }
        return message
    }

    private func answer(
        _ action: MilterPolicy.Action, _ fields: [(String, String)] = [], reason: String? = "Why",
        options: MilterOptions? = nil
    ) -> MilterAnswer {
        MilterAnswer(
            to: message(fields), verdict: Verdict(disposition: .malicious, reason: reason),
            policy: MilterPolicy(actions: [.malicious: action]), options: options ?? self.options, queueID: "4ABC")
    }

    private func added(_ replies: [MilterReply]) -> [String] {
        replies.compactMap { reply in
            guard case .insertHeader(1, let name, let value) = reply else { return nil }
            return "\(name):\(String(decoding: value, as: UTF8.self))"
        }
    }

    private let tags = ["X-Reeve-Score: 0.00", "X-Reeve-Reason: Why", "X-Reeve-Disposition: MALICIOUS"]

    @Test func `tags what no action is named for`() {
        #expect(MilterPolicy().action(for: .malicious) == .tag)
        #expect(answer(.tag).outcome == .done(.tag))
        #expect(added(answer(.tag).replies) == tags)
        #expect(answer(.tag).replies.last == .proceed)
    }

    @Test func `accepts without a word`() { #expect(answer(.accept).replies == [.proceed]) }

    @Test func `holds with the fields and the reason`() {
        let replies = answer(.quarantine).replies
        #expect(added(replies) == tags)
        #expect(replies.suffix(2) == [.quarantine(reason: "MALICIOUS Why"), .proceed])
    }

    @Test func `rejects in seven bits, on one line, with per cent signs doubled`() {
        #expect(
            answer(.reject, reason: "100% sure: Zoë\r\n250 ok").replies == [.reply("550 5.7.1 100%% sure: Zo? 250 ok")])
        #expect(answer(.reject, reason: nil).replies == [.reply("550 5.7.1 Message refused as malicious")])
        guard case .reply(let long)? = answer(.reject, reason: String(repeating: "a", count: 5000)).replies.first else {
            Issue.record("no reply")
            return
        }
        #expect(long.count == 410 && long.hasSuffix("a..."))
    }

    @Test func `discards`() { #expect(answer(.discard).replies == [.discard]) }

    @Test func `redirects and says whom it was meant for`() {
        let replies = answer(.redirect(to: "security@y.test")).replies
        #expect(added(replies) == ["X-Reeve-Original-Recipient: b@y.test, c@y.test"] + tags)
        #expect(
            replies.suffix(4) == [
                .deleteRecipient("<b@y.test>"), .deleteRecipient("<c@y.test>"), .addRecipient("<security@y.test>"),
                .proceed,
            ])
    }

    @Test func `names every recipient of many, in fields that are not too long`() {
        var message = message()
        message.recipients = (0..<1000).map { "<recipient\($0)@y.test>" }
        let answer = MilterAnswer(
            to: message, verdict: Verdict(disposition: .spoof),
            policy: MilterPolicy(actions: [.spoof: .redirect(to: "s@y.test")]),
            options: options, queueID: nil)
        let fields = added(answer.replies).filter { $0.hasPrefix("X-Reeve-Original") }
        #expect(fields.allSatisfy { $0.utf8.count < 998 })
        let named = fields.flatMap { $0.dropFirst(27).split { ", \n".contains($0) } }
        #expect(Set(named) == Set(message.recipients.map { Substring($0.withoutBrackets) }))
    }

    @Test func `does the next milder thing where the MTA cannot, and says so`() {
        func outcome(_ action: MilterPolicy.Action, _ actions: MilterActions) -> JudgedMessage.Outcome {
            answer(action, options: MilterOptions(version: 6, actions: actions, steps: [])).outcome
        }
        let redirect = MilterPolicy.Action.redirect(to: "s@y.test")
        #expect(outcome(redirect, [.addHeaders, .quarantine]) == .instead(.quarantine, of: redirect))
        #expect(outcome(redirect, [.addHeaders]) == .instead(.tag, of: redirect))
        #expect(outcome(.quarantine, []) == .instead(.accept, of: .quarantine))
        #expect(outcome(.tagSubject, [.addHeaders]) == .instead(.tag, of: .tagSubject))
        #expect(outcome(.reject, []) == .done(.reject))
    }

    @Test(arguments: [MilterPolicy.Action.accept, .tag, .tagSubject, .quarantine, .redirect(to: "s@y.test")])
    func `deletes every forged field, the last first, before it writes its own`(action: MilterPolicy.Action) {
        let replies = answer(
            action,
            [
                ("X-Reeve-Disposition", " NONE"), ("Subject", " s"), ("x-reeve-disposition", " NONE"),
                ("X-REEVE-Signature", " v=1"), ("X-Reeve-Score ", " 0"), ("X-Reeve-Scores", " 0"),
            ]
        ).replies
        let deletions: [MilterReply] = [
            ("x-reeve-disposition", 2), ("x-reeve-disposition", 1), ("x-reeve-signature", 1), ("x-reeve-score ", 1),
        ].map { .changeHeader(occurrence: $0.1, name: Array($0.0.utf8), value: []) }
        #expect(Array(replies.prefix(4)) == deletions)
        #expect(
            !replies.dropFirst(4).contains {
                if case .changeHeader(_, _, let value) = $0 { value.isEmpty } else { false }
            })
    }

    @Test func `deletes forged fields also behind the last one that is judged`() {
        let filler = (0..<IncomingMessage.headerFields).map { ("X-\($0)", " x") }
        let message = message(filler + [("X-Reeve-Disposition", " NONE")])
        #expect(message.isCut && message.fields == IncomingMessage.headerFields)
        let answer = MilterAnswer(to: message, verdict: nil, policy: MilterPolicy(), options: options, queueID: nil)
        #expect(
            answer.replies == [
                .changeHeader(occurrence: 1, name: Array("x-reeve-disposition".utf8), value: []), .proceed,
            ])
    }

    @Test func `refuses a message with more forged fields than are worth deleting`() {
        let forged = (0...IncomingMessage.mostForged).map {
            ("X-Reeve-Reason" + String(repeating: " ", count: $0), " x")
        }
        #expect(answer(.tag, Array(forged.dropLast())).outcome == .done(.tag))
        #expect(answer(.tag, forged).outcome == .refusedForgery)
        #expect(answer(.tag, forged).replies == [.reply("550 5.7.1 Message bears forged security header fields")])
    }

    @Test func `writes the compatible names instead, and deletes forged ones of both kinds`() {
        let policy = MilterPolicy(names: .compatible)
        let message = message([("X-CFEmailSecurity-Disposition", " NONE"), ("X-Reeve-Reason", " r")], names: policy)
        let verdict = Verdict(disposition: .spoof, attributes: ["BEC", "CUSTOM_BLOCK_LIST"], reason: "Why")
        let answer = MilterAnswer(to: message, verdict: verdict, policy: policy, options: options, queueID: nil)
        #expect(
            added(answer.replies) == [
                "X-CFEmailSecurity-Attribute: CUSTOM_BLOCK_LIST", "X-CFEmailSecurity-Attribute: BEC",
                "X-CFEmailSecurity-Disposition: SPOOF",
            ])
        #expect(answer.replies.count == 6)
    }

    @Test func `tags the subject once, also an empty, a missing and a very long one`() {
        func subject(_ fields: [(String, String)]) -> [String] {
            answer(.tagSubject, fields).replies.compactMap { reply in
                switch reply {
                case .changeHeader(1, _, let value): String(decoding: value, as: UTF8.self)
                case .insertHeader(1, "Subject", let value): "new" + String(decoding: value, as: UTF8.self)
                default: nil
                }
            }
        }
        #expect(subject([("Subject", " hello\n there"), ("subject", " second")]) == [" [MALICIOUS] hello\n there"])
        #expect(subject([("Subject", " [MALICIOUS] hello")]) == [])
        #expect(subject([("Subject", "")]) == [" [MALICIOUS] "])
        #expect(subject([]) == ["new [MALICIOUS]"])
        let long = String(repeating: "s", count: 980)
        #expect(subject([("Subject", " " + long)]) == [" [MALICIOUS]\n " + long])
    }

    @Test func `appends instead of inserting for an MTA of version 2, without the blank that it adds`() {
        let old = MilterOptions(version: 2, actions: [.addHeaders, .changeHeaders], steps: .noBody)
        #expect(
            answer(.tag, reason: nil, options: old).replies.first
                == .addHeader(name: "X-Reeve-Disposition", value: Array("MALICIOUS".utf8)))
    }

    @Test func `signs the fields for this message and this key`() {
        let key = SymmetricKey(data: Array("0123456789abcdef0123456789abcdef".utf8))
        let verdict = Verdict(disposition: .spoof, reason: "Why that is so")
        let fields = verdict.fields(for: MilterPolicy(signingKey: key), queueID: "4ABC")
        #expect(fields.last?.name == "X-Reeve-Signature")
        let received = fields.dropLast().map { (name: $0.name.uppercased(), value: " " + $0.value + "\r\n") }
        func matches(_ fields: [(name: String, value: String)], _ id: String, _ key: SymmetricKey) -> Bool {
            HeaderSignature(fields: fields, queueID: id, key: key).matches(
                " " + (verdict.fields(for: MilterPolicy(signingKey: self.key), queueID: "4ABC").last?.value ?? ""))
        }
        #expect(matches(received, "4ABC", key))
        #expect(!matches(received, "4ABD", key))
        #expect(!matches(received, "4ABC", SymmetricKey(size: .bits256)))
        #expect(!matches(Array(received.dropFirst()), "4ABC", key))
        var changed = received
        changed[0].value = "NONE"
        #expect(!matches(changed, "4ABC", key))
    }

    private let key = SymmetricKey(data: Array("0123456789abcdef0123456789abcdef".utf8))

    @Test func `the signature is the HMAC that the documentation describes`() {
        // printf 'queue:4ABC\nx-reeve-disposition:SPOOF\n' | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef -binary | base64
        let signature = HeaderSignature(fields: [("X-Reeve-Disposition", " SPOOF")], queueID: "4ABC", key: key)
        #expect(signature.text == "v=1; a=hmac-sha256; q=4ABC;\n b=KZPihFH9P2ZcOLUhPpsHOqwd1WjZzImRgHd/zgZy7oY=")
    }
}
