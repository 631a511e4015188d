import Model

/// What to tell the MTA about a judged message. Pure: the same arguments give the same packets.
struct MilterAnswer: Hashable, Sendable {
    var outcome: JudgedMessage.Outcome
    /// In the order they are sent; the last one ends the message.
    var replies: [MilterReply]

    init(
        to message: IncomingMessage, verdict: Verdict?, policy: MilterPolicy, options: MilterOptions, queueID: String?
    ) {
        let writer = HeaderChanges(message: message, options: options)
        if message.isFlooded {
            outcome = .refusedForgery
            replies = [.reply("550 5.7.1 Message bears forged security header fields")]
        } else if let verdict {
            let wished = policy.action(for: verdict.disposition)
            let action = wished.possible(with: options.actions)
            outcome = action == wished ? .done(action) : .instead(action, of: wished)
            replies = Self.replies(action, message, verdict, policy, queueID, writer)
        } else if policy.failure == .open {
            // Forged fields go even here: "could not judge" must not become "says NONE".
            outcome = .passedUnjudged
            replies = writer.removals + [.proceed]
        } else {
            outcome = .putOff
            replies = [.reply("451 4.7.1 Message cannot be examined now, please try again later")]
        }
    }

    private static func replies(
        _ action: MilterPolicy.Action, _ message: IncomingMessage, _ verdict: Verdict, _ policy: MilterPolicy,
        _ queueID: String?, _ writer: HeaderChanges
    ) -> [MilterReply] {
        func tagged(redirected: [String] = []) -> [MilterReply] {
            writer.removals
                + writer.additions(verdict.fields(for: policy, queueID: queueID, redirected: redirected))
        }
        switch action {
        case .accept: return writer.removals + [.proceed]
        case .tag: return tagged() + [.proceed]
        case .tagSubject: return tagged() + writer.subject(before: "[\(verdict.disposition.rawValue)]") + [.proceed]
        case .quarantine: return tagged() + [.quarantine(reason: quarantineReason(verdict)), .proceed]
        case .reject: return [.reply(rejection(verdict))]
        case .discard: return [.discard]
        case .redirect(let address):
            return tagged(redirected: message.recipients.map(\.withoutBrackets))
                + message.recipients.map { .deleteRecipient($0) }
                + [.addRecipient("<\(address)>"), .proceed]
        }
    }

    private static func quarantineReason(_ verdict: Verdict) -> String {
        HeaderText.sevenBit("\(verdict.disposition.rawValue) \(verdict.reason ?? "")", atMost: 200)
    }

    /// MTAs read the text as a format, so a per cent sign is doubled.
    private static func rejection(_ verdict: Verdict) -> String {
        let reason = verdict.reason ?? "Message refused as \(verdict.disposition.rawValue.lowercased())"
        let text = HeaderText.sevenBit(reason, atMost: 400)
        return "550 5.7.1 " + text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }
}

extension MilterPolicy.Action {
    /// This action, or the next milder one that the MTA agreed to.
    fileprivate func possible(with actions: MilterActions) -> Self {
        switch self {
        case .redirect where !actions.contains([.addRecipients, .deleteRecipients]):
            return Self.quarantine.possible(with: actions)
        case .quarantine where !actions.contains(.quarantine): return Self.tag.possible(with: actions)
        case .tagSubject where !actions.contains(.changeHeaders): return Self.tag.possible(with: actions)
        case .tag where !actions.contains(.addHeaders): return .accept
        default: return self
        }
    }
}

extension String {
    /// A path of RFC 5321 without its brackets.
    var withoutBrackets: String {
        hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
    }
}
