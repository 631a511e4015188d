import Flows
import Foundation
import Model
import Report
import Store

extension WebServer {
    /// What the page of a verdict shows.
    /// - Parameter kept: nil for a message that was only tried.
    func verdictValues(
        _ verdict: Verdict, header: [UInt8]?, kept: KeptVerdict?, next: String, _ context: WebContext
    ) throws -> [String: Any] {
        let mayChange = try context.somebody.role >= .analyst
        let reasons = verdict.reasons
        var values: [String: Any] = [
            "heading": verdict.reason ?? Self.heading(verdict), "score": Scores.text(verdict.score),
            "mayTest": mayChange,
            "badges": [Self.badge(verdict.disposition.rawValue, verdict.disposition)]
                + verdict.attributes.map { Self.badge($0, verdict.disposition) },
            "hasSignals": !reasons.isEmpty, "signals": Self.signalViews(reasons),
            "hasUnread": !verdict.notEvaluated.isEmpty, "unread": verdict.notEvaluated.map(Self.unreadView),
            "hasClearing": !verdict.clearedBy.isEmpty,
            "clearing": try verdict.clearedBy.map { try clearing($0, verdict, next: next, mayChange: mayChange) },
            "nothingClears": verdict.disposition == .none
                ? "Nothing has to: the message is clear." : "No single change would: several things speak against it.",
        ]
        if let header, !header.isEmpty {
            values["header"] = ["lines": MarkedHeader(header: header, reasons: reasons).lines] as [String: Any]
        }
        if let letters = MarkedHeader.letters(reasons) { values["glyphs"] = ["letters": letters] as [String: Any] }
        if let kept {
            values["received"] = ["time": time(kept.received, context)] as [String: Any]
            if !kept.recipients.isEmpty { values["to"] = DirectoryWords.listed(kept.recipients) }
            values["door"] = kept.door
            values["facts"] = ["list": Self.facts(kept)] as [String: Any]
        }
        return values
    }

    private static func heading(_ verdict: Verdict) -> String {
        switch verdict.disposition {
        case .none: "Nobody protected is imitated"
        case .malicious where verdict.attributes.contains("CUSTOM_BLOCK_LIST"): "The sender is blocked"
        default: verdict.reasons.first?.text ?? verdict.disposition.rawValue
        }
    }

    static func state(of disposition: Disposition) -> StateView {
        switch disposition {
        case .malicious, .spoof: StateView(.bad, disposition.rawValue)
        case .suspicious, .spam, .bulk: StateView(.warn, disposition.rawValue)
        case .none: StateView(.ok, disposition.rawValue)
        }
    }

    private static func badge(_ words: String, _ disposition: Disposition) -> [String: Any] {
        let state = state(of: disposition)
        let isFirst = words == disposition.rawValue
        return [
            "words": words, "icon": isFirst ? state.kind.icon : "",
            "tone": state.kind == .bad ? "disp-bad" : state.kind == .warn ? "disp-susp" : "disp-none",
        ]
    }

    private static func signalViews(_ reasons: [Verdict.Reason]) -> [[String: Any]] {
        reasons.enumerated().map { place, reason in
            [
                "number": place + 1, "words": String(sentence(reason.text).dropLast()),
                "signal": reason.signal, "field": reason.field,
                "bar": Int((min(abs(reason.weight), 1) * 56).rounded()),
                "weight": (reason.weight < 0 ? "−" : "") + Scores.text(abs(reason.weight)),
            ]
        }
    }

    private static func unreadView(_ name: String) -> [String: Any] {
        let (words, why): (String, String) =
            switch name {
            case "spf": ("SPF", "This door did not know the address of the sending host.")
            case "dkim": ("DKIM", "No trusted hop before this one has verified signatures.")
            case "dmarc": ("DMARC", "No trusted hop before this one has evaluated it.")
            case "history": ("Mail exchanged before", "No mail was counted yet, so a stranger cannot be told.")
            case "domain-age": ("Age of the domain", "Cannot be known without asking others. Not counted as passed.")
            case "header-beyond-limit": ("The end of the header", "It is longer than is read.")
            default: (name, "This door could not know it.")
            }
        return ["state": StateView(.unknown, words), "why": why]
    }

    /// A change in words, and where it is one click, the form that makes it.
    private func clearing(
        _ words: String, _ verdict: Verdict, next: String, mayChange: Bool
    ) throws -> [String: Any] {
        var view: [String: Any] = ["words": sentence(words)]
        guard mayChange else { return view }
        if let address = Self.address(in: words), let person = verdict.matched, let key = try key(ofPerson: person.id) {
            view["act"] =
                [
                    "action": "/protected/secondary", "button": "Add \(address)",
                    "fields": [
                        ["name": "person", "value": key.text], ["name": "address", "value": address],
                        ["name": "next", "value": next],
                    ],
                ] as [String: Any]
        } else if words.hasPrefix("trust the domain "), !words.contains(",") {
            view["open"] =
                [
                    "link":
                        "\(Link("/policies/add", ["kind": "trustedDomain", "patternKind": "domain", "pattern": String(words.dropFirst(17))]))",
                    "button": "Trust the domain…",
                ] as [String: Any]
        } else if words.hasPrefix("remove the sender from the blocked") {
            view["open"] = ["link": "/policies", "button": "See the policies"] as [String: Any]
        } else if words.hasPrefix("remove the protection"), let person = verdict.matched,
            let key = try key(ofPerson: person.id)
        {
            view["open"] = ["link": "\(Self.personLink(key))", "button": "Open \(person.name)"] as [String: Any]
        }
        return view
    }

    /// `add X to the secondary emails of Y`: X.
    private static func address(in words: String) -> String? {
        guard words.hasPrefix("add "), let end = words.range(of: " to the secondary emails of "),
            !words.contains(", and ")
        else { return nil }
        return String(words[words.index(words.startIndex, offsetBy: 4)..<end.lowerBound])
    }

    /// Where a protected person's addresses are changed; nil for somebody who is on no list any more.
    private func key(ofPerson id: String) throws -> Protection.Key? {
        for integration in try store.integrations()
        where try store.standings(ofUsers: [id], of: integration.id, at: now())[id]?.isProtected == true {
            return .init(integration: integration.id, kind: .user, id: id)
        }
        for kind in [Protection.Kind.person, .pattern] {
            let key = Protection.Key(integration: nil, kind: kind, id: id)
            if try store.protection(key) != nil { return key }
        }
        return nil
    }

    private static func facts(_ kept: KeptVerdict) -> [[String: Any]] {
        let envelope = kept.basis?.envelope
        let pairs: [(String, String?)] = [
            ("Queue id", kept.queueID), ("Message-ID", kept.messageID),
            ("Envelope sender", envelope?.mailFrom.map { $0.isEmpty ? "<>" : $0 }),
            ("Client", envelope?.clientAddress), ("HELO", envelope?.helo), ("SPF", envelope?.spf),
            ("History", envelope?.history.map { "\($0.inbound) in, \($0.outbound) out" }),
            ("Protected by", kept.verdict.matched.map { $0.reasons.joined(separator: ", ") }),
        ]
        return pairs.compactMap { term, text in text.map { ["term": term, "text": $0] } }
    }
}

/// Lists of names in a sentence.
enum DirectoryWords {
    /// The first three by name.
    static func listed(_ names: [String]) -> String {
        names.count <= 3
            ? names.joined(separator: ", ") : "\(names.prefix(3).joined(separator: ", ")) and \(names.count - 3) more"
    }
}
