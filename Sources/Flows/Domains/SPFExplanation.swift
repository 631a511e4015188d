import Foundation
import Mail
import Model

/// An SPF record term by term (RFC 7208).
struct SPFExplanation {
    let records: DomainRecords
    let own: Set<String>

    /// - Parameter own: domains of the tenant, normalised.
    init(_ records: DomainRecords, own: Set<String>) {
        self.records = records
        self.own = own
    }

    private var domain: String { EmailAddress.normalised(domain: records.id) }
    private static let microsoft = "v=spf1 include:spf.protection.outlook.com -all"

    var record: DomainExplanation.Record {
        let reading = SPFAudience.evaluate(records)
        guard let text = reading.record else { return unreadable(reading) }
        var record = DomainExplanation.Record(
            name: domain, text: text, standing: .init(.ok, "No finding"),
            summary: "Receivers can tell your servers from a forger's.", notes: reading.notes)
        guard let parsed = try? SPFRecord(text) else {
            record.standing = .init(.bad, "cannot be interpreted")
            record.summary = "A receiver passes nothing: \(reading.permanentError ?? "the record is malformed")."
            return record
        }
        record.terms = terms(parsed)
        if reading.opening != nil {
            record.standing = .init(.bad, "lets anyone send")
            let opener = openingName(reading)
            let place = opener == nil || opener == domain ? "" : " in the record of \(opener ?? "")"
            record.summary =
                "Any server of the world may send as this domain, because of \(reading.openingTerm ?? "a term")\(place)."
            if let opener, opener != domain, let text = published(opener) {
                record.notes.insert("The record of \(opener): \(text)", at: 0)
            }
            let (closed, dropped) = closed(parsed)
            record.publish = zone(closed)
            if !dropped.isEmpty {
                record.notes.insert(
                    "Left out of what to publish, because it lets anyone send: \(dropped.joined(separator: ", ")). Mail that you send by it fails then, until its own servers are listed.",
                    at: 0)
            }
        } else if let why = reading.temporaryError {
            record.standing = .init(.unknown, "DNS does not answer")
            record.summary = "Nobody can say whom it lets in: \(why)."
        } else if let why = reading.permanentError {
            record.standing = .init(.bad, "cannot be interpreted")
            record.summary = "A receiver passes nothing: \(why)."
        } else if saysNothing(parsed) {
            record.standing = .init(.warn, "says nothing about others")
            record.summary =
                "Your servers are named, but nothing is said about everybody else: a forger's mail is treated as if there were no record."
            record.publish = zone(closed(parsed).text)
        } else if record.terms.contains(where: \.isForeign) {
            record.summary = "Your servers are told from a forger's; foreign domains decide about a part of them."
        }
        return record
    }

    /// True where servers that no term names are neither let in nor turned away (RFC 7208, section 4.7).
    private func saysNothing(_ record: SPFRecord) -> Bool {
        record.all.map { $0.qualifier == .neutral } ?? (record.redirect == nil)
    }

    private func unreadable(_ reading: SPFReading) -> DomainExplanation.Record {
        if let why = reading.temporaryError {
            return .init(
                name: domain, standing: .init(.unknown, "DNS does not answer"), summary: "Nobody knows: \(why).")
        }
        let isMany = reading.hasMultipleRecords
        return .init(
            name: domain, text: isMany ? reading.records.joined(separator: "\n") : nil,
            standing: .init(.warn, isMany ? "several records" : "no record"),
            summary: isMany
                ? "Two or more records count as little as none (RFC 7208 §4.5)."
                : "Receivers cannot tell your servers from a forger's.",
            publish: zone(Self.microsoft), notes: reading.notes)
    }

    private func zone(_ text: String) -> String { "\(domain). 3600 IN TXT \"\(text)\"" }

    /// The name whose record lets everybody in; nil where none does.
    private func openingName(_ reading: SPFReading) -> String? {
        for case .pass(let names) in [reading.ipv4, reading.ipv6] {
            return names.last.map { EmailAddress.normalised(domain: $0) }
        }
        return nil
    }

    /// The SPF record at a name, as it was read.
    private func published(_ name: String) -> String? {
        guard case .records(let texts) = records.answer(.txt, name)?.result else { return nil }
        return texts.first(where: SPFRecord.isSPF)
    }

    /// The record with its end shut, and the terms that are left out of it because they let everybody in.
    private func closed(_ record: SPFRecord) -> (text: String, dropped: [String]) {
        var (kept, dropped): ([String], [String]) = ([], [])
        for directive in record.directives where directive.mechanism != .all {
            if isOpen(directive.mechanism) { dropped.append(directive.text) } else { kept.append(directive.text) }
        }
        if kept.isEmpty { kept = ["include:spf.protection.outlook.com"] }
        return ((["v=spf1"] + kept + ["-all"]).joined(separator: " "), dropped)
    }

    private func isOpen(_ mechanism: SPFRecord.Mechanism) -> Bool {
        switch mechanism {
        case .ip4(_, 0), .ip6(_, 0), .a(_, 0, _), .a(_, _, 0), .mx(_, 0, _), .mx(_, _, 0): true
        case .include(let target): opens(name(of: target))
        default: false
        }
    }

    private func terms(_ record: SPFRecord) -> [DomainExplanation.Term] {
        var terms = record.directives.map(term)
        if let redirect = record.redirect, record.all == nil {
            terms.append(
                handed("redirect=\(redirect.text)", redirect, verb: "The record of % is used in place of this one."))
        }
        if let explanation = record.explanation {
            terms.append(
                .init(
                    text: "exp=\(explanation.text)", means: "Where receivers find the sentence for refused mail.",
                    lookups: 0, judgement: .init(.ok, "Fine")))
        }
        for name in record.unknownModifiers {
            terms.append(
                .init(text: "\(name)=…", means: "Receivers ignore it.", lookups: 0, judgement: .init(.ok, "Ignored")))
        }
        return terms
    }

    private func term(_ directive: SPFRecord.Directive) -> DomainExplanation.Term {
        let text = directive.text
        switch directive.mechanism {
        case .all: return all(directive)
        case .include(let target): return handed(text, target, verb: "Whoever % lets send may send.")
        case .ip4(let address, let bits): return network(text, address, bits, of: 32)
        case .ip6(let address, let bits): return network(text, address, bits, of: 128)
        case .a(let target, _, _):
            return asks(text, "The addresses of \(target?.text ?? domain) may send.", target)
        case .mx(let target, _, _):
            return asks(text, "The mail servers of \(target?.text ?? domain) may send.", target)
        case .ptr:
            return .init(
                text: text,
                means: "Hosts whose reverse name lies in the domain may send. Slow and unreliable (RFC 7208 §5.5).",
                lookups: 1, judgement: .init(.warn, "Remove"))
        case .exists(let target):
            return .init(
                text: text, means: "Depends on whether \(target.text) exists when a message comes.", lookups: 1,
                judgement: target.senderMacros.isEmpty
                    ? .init(.warn, "Look closer") : .init(.ok, "Decided by the sender"))
        }
    }

    private func all(_ directive: SPFRecord.Directive) -> DomainExplanation.Term {
        let (means, judgement): (String, DomainExplanation.Judgement) =
            switch directive.qualifier {
            case .pass: ("Everybody else may send, too.", .init(.bad, "Open to anyone"))
            case .neutral: ("Nothing is said about everybody else.", .init(.warn, "Says nothing"))
            case .softFail: ("Everybody else: marked as failing, usually delivered.", .init(.ok, "Neutral with DMARC"))
            case .fail: ("Everybody else: refused.", .init(.ok, "Fine"))
            }
        return .init(text: directive.text, means: means, lookups: 0, judgement: judgement)
    }

    private func network(_ text: String, _ address: String, _ bits: Int, of width: Int) -> DomainExplanation.Term {
        guard bits > 0 else {
            return .init(
                text: text, means: "Every address may send.", lookups: 0, judgement: .init(.bad, "Open to anyone"))
        }
        let free = width - bits
        let means: String
        switch free {
        case 0: means = "One address may send."
        case 1...20: means = "\(1 << free) addresses may send."
        default: means = "A network with \(bits) fixed bits may send."
        }
        let isWide = width == 32 ? bits < 16 : bits < 32
        return .init(
            text: text, means: means, lookups: 0, judgement: isWide ? .init(.warn, "Very wide") : .init(.ok, "Fine"))
    }

    private func asks(_ text: String, _ means: String, _ target: SPFDomain?) -> DomainExplanation.Term {
        let isForeign = target.map { foreign(name(of: $0)) } ?? false
        return .init(
            text: text, means: isForeign ? "Foreign domain. \(means)" : means, lookups: 1,
            judgement: isForeign ? .init(.warn, "Is it still yours?") : .init(.ok, "Fine"), isForeign: isForeign)
    }

    private func name(of target: SPFDomain) -> String {
        EmailAddress.normalised(domain: target.plainName(current: domain, sender: domain) ?? target.text)
    }

    /// An include or a redirect.
    private func handed(_ text: String, _ target: SPFDomain, verb: String) -> DomainExplanation.Term {
        let name = name(of: target)
        let lookups = cost(of: name, seen: [domain])
        if Self.isMicrosoft(name) {
            return .init(text: text, means: "Microsoft 365 may send.", lookups: lookups, judgement: .init(.ok, "Fine"))
        }
        let plain = verb.replacing("%", with: name)
        guard foreign(name) else {
            return .init(text: text, means: plain, lookups: lookups, judgement: .init(.ok, "Fine"))
        }
        let owner = PublicSuffix.organizationalDomain(of: name) ?? name
        return .init(
            text: text, means: "Foreign domain. Whoever runs \(owner) decides who may send in your name.",
            lookups: lookups,
            judgement: opens(name) ? .init(.bad, "Lets anyone send") : .init(.warn, "Is it still yours?"),
            isForeign: true)
    }

    private func opens(_ name: String) -> Bool {
        SPFAudience.evaluate(domain: name) { records.answer($0.type, $0.name) }.opening != nil
    }

    private static func isMicrosoft(_ name: String) -> Bool {
        name == "spf.protection.outlook.com" || name.hasSuffix(".protection.outlook.com")
            || name.hasSuffix(".protection.office365.us") || name.hasSuffix(".protection.partner.outlook.cn")
    }

    private func foreign(_ name: String) -> Bool {
        guard !Self.isMicrosoft(name) else { return false }
        // The name itself, then each domain that it lies in.
        var parent = Substring(name)
        while !own.contains(String(parent)) {
            guard let dot = parent.firstIndex(of: ".") else { return true }
            parent = parent[parent.index(after: dot)...]
        }
        return false
    }

    /// Questions that a term costs with everything below it; nil where a part of the answer is missing.
    private func cost(of name: String, seen: Set<String>) -> Int? {
        guard !seen.contains(name), seen.count <= 10 else { return nil }
        guard case .records(let texts) = records.answer(.txt, name)?.result,
            let text = texts.first(where: SPFRecord.isSPF), let record = try? SPFRecord(text)
        else { return nil }
        var sum = 1
        for directive in record.directives {
            switch directive.mechanism {
            case .include(let target):
                let next = EmailAddress.normalised(
                    domain: target.plainName(current: name, sender: domain) ?? target.text)
                guard let below = cost(of: next, seen: seen.union([name])) else { return nil }
                sum += below
            case .a, .mx, .ptr, .exists: sum += 1
            case .all, .ip4, .ip6: break
            }
        }
        return sum
    }
}
