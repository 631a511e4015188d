import Model

/// A sender of one address family that no record names, on its way through `check_host` (RFC 7208 §4.6).
struct SPFStranger {
    /// Why evaluation ends without a result.
    enum Stop: Error {
        case permanent(String)
        case temporary(String)
    }

    /// How the record of one domain answers.
    enum Answer {
        case noRecord
        /// The end of the record: no mechanism matched.
        case unmatched
        /// A mechanism matched; the names lead from the record to the one that decided.
        case matched(SPFRecord.Directive, via: [String])
    }

    let family: SPFReading.Family
    let sender: String
    let answers: (DNSQuestion) -> DNSAnswer?
    /// The SPF records of the sender's own domain.
    private(set) var records: [String] = []
    /// The mechanism that lets the stranger in.
    private(set) var openingTerm: String?
    private(set) var lookups = 0
    private(set) var voids = 0
    private(set) var notes: [String] = []
    /// Questions without an answer that cannot let the stranger in, but may turn out to be void.
    private var unanswered = 0

    init(family: SPFReading.Family, sender: String, answers: @escaping (DNSQuestion) -> DNSAnswer?) {
        self.family = family
        self.sender = sender
        self.answers = answers
    }

    mutating func verdict() -> SPFReading.Verdict {
        let verdict = judged()
        if case .pass = verdict { return verdict }
        openingTerm = nil
        return verdict
    }

    private mutating func judged() -> SPFReading.Verdict {
        do throws(Stop) {
            switch try check(sender, isIncluded: false) {
            case .noRecord: return .none
            case .unmatched: return .neutral
            case .matched(let directive, let names):
                switch directive.qualifier {
                case .pass: return .pass(via: names)
                case .fail: return .fail
                case .softFail: return .softFail
                case .neutral: return .neutral
                }
            }
        } catch {
            switch error {
            case .permanent(let reason): return .permError(reason)
            case .temporary(let reason): return .tempError(reason)
            }
        }
    }

    /// - Parameter isIncluded: an included record only passes or does not; how it ends otherwise is nobody's concern.
    private mutating func check(_ domain: String, isIncluded: Bool) throws(Stop) -> Answer {
        guard SPFDomain.isWellFormed(domain), let record = try record(of: domain) else { return .noRecord }
        for directive in record.directives {
            guard let names = try match(directive, in: domain) else { continue }
            if !isIncluded, directive.mechanism == .all, directive.qualifier == .neutral { note("?all", at: domain) }
            return .matched(directive, via: [domain] + names)
        }
        if let redirect = record.redirect { return try follow(redirect, from: domain, isIncluded: isIncluded) }
        if !isIncluded { note("no all", at: domain) }
        return .unmatched
    }

    /// Selecting the record (§4.5) and refusing what has a syntax error anywhere (§4.6).
    private mutating func record(of domain: String) throws(Stop) -> SPFRecord? {
        let found = try records(.txt, domain, isVoidCounted: lookups > 0).filter(SPFRecord.isSPF)
        if lookups == 0 { records = found }
        guard let text = found.first else { return nil }
        guard found.count == 1 else { throw .permanent("\(domain) has \(found.count) SPF records") }
        do throws(SPFSyntaxError) {
            return try SPFRecord(text)
        } catch {
            throw .permanent("\(domain): \(error)")
        }
    }

    /// `redirect=` (§6.1): the other record's answer is the answer.
    private mutating func follow(_ redirect: SPFDomain, from domain: String, isIncluded: Bool) throws(Stop) -> Answer {
        try countLookup(at: domain)
        guard let target = name(redirect, in: domain) else { return .unmatched }
        switch try check(target, isIncluded: isIncluded) {
        case .noRecord: throw .permanent("redirect=\(target) has no SPF record")
        case .unmatched: return .unmatched
        case .matched(let directive, let names): return .matched(directive, via: [domain] + names)
        }
    }

    /// The names that lead to the match, the record's own left out; nil where the mechanism does not match.
    private mutating func match(_ directive: SPFRecord.Directive, in domain: String) throws(Stop) -> [String]? {
        switch directive.mechanism {
        case .all: return opened(by: directive)
        case .ip4(_, let bits):
            noteWide(directive, bits: bits, wideBelow: 8)
            return family == .ipv4 && bits == 0 ? opened(by: directive) : nil
        case .ip6(_, let bits):
            noteWide(directive, bits: bits, wideBelow: 16)
            return family == .ipv6 && bits == 0 ? opened(by: directive) : nil
        case .include(let target): return try included(target, in: domain)
        case .a(let target, let ipv4Bits, let ipv6Bits):
            try countLookup(at: domain)
            guard let host = name(target, in: domain) else { return nil }
            let coversAll = (family == .ipv4 ? ipv4Bits : ipv6Bits) == 0
            return try hasAddress(host, coversAll: coversAll) ? opened(by: directive) : nil
        case .mx(let target, let ipv4Bits, let ipv6Bits):
            try countLookup(at: domain)
            guard let host = name(target, in: domain) else { return nil }
            let coversAll = (family == .ipv4 ? ipv4Bits : ipv6Bits) == 0
            return try hasExchanger(host, coversAll: coversAll) ? opened(by: directive) : nil
        case .ptr:
            try countLookup(at: domain)
            note("\(directive.text): depends on the sender", at: domain)
            return nil
        case .exists(let target):
            try countLookup(at: domain)
            guard let host = name(target, in: domain), SPFDomain.isWellFormed(host) else { return nil }
            return try records(.a, host, isVoidCounted: true).isEmpty ? nil : opened(by: directive)
        }
    }

    /// `include:` (§5.2): matches where the other record passes; errors and a missing record end everything.
    private mutating func included(_ target: SPFDomain, in domain: String) throws(Stop) -> [String]? {
        try countLookup(at: domain)
        guard let name = name(target, in: domain) else { return nil }
        switch try check(name, isIncluded: true) {
        case .noRecord: throw .permanent("include:\(name) has no SPF record")
        case .matched(let directive, let names) where directive.qualifier == .pass: return names
        case .matched, .unmatched: return nil
        }
    }

    /// `a` (§5.3). A host without addresses matches nothing, however short the prefix.
    private mutating func hasAddress(_ host: String, coversAll: Bool) throws(Stop) -> Bool {
        guard SPFDomain.isWellFormed(host) else { return false }
        let type = family == .ipv4 ? DNSQuestion.RecordType.a : .aaaa
        guard coversAll else {
            try probe(type, host)
            return false
        }
        return try !records(type, host, isVoidCounted: true).isEmpty
    }

    /// `mx` (§5.4); more than 10 exchangers are an error (§4.6.4).
    private mutating func hasExchanger(_ host: String, coversAll: Bool) throws(Stop) -> Bool {
        guard SPFDomain.isWellFormed(host) else { return false }
        let hosts = coversAll ? try records(.mx, host, isVoidCounted: true) : try probe(.mx, host)
        guard hosts.count <= 10 else { throw .permanent("\(host) has more than 10 mail exchangers") }
        guard coversAll else { return false }
        for exchanger in hosts where try hasAddress(exchanger, coversAll: true) { return true }
        return false
    }
}

// What the way is paved with: questions, limits, notes.
extension SPFStranger {
    /// A question whose answer decides; without one nobody knows.
    private mutating func records(
        _ type: DNSQuestion.RecordType, _ name: String, isVoidCounted: Bool
    ) throws(Stop) -> [String] {
        switch answers(DNSQuestion(type, name))?.result {
        case .records(let found): return found
        case .absent:
            if isVoidCounted { try countVoid() }
            return []
        case .failed(let reason): throw .temporary("\(type.rawValue) \(name): \(reason)")
        case nil: throw .temporary("\(type.rawValue) \(name): not asked")
        }
    }

    /// A question that can only turn out void; without an answer the way goes on as long as that makes no difference.
    @discardableResult
    private mutating func probe(_ type: DNSQuestion.RecordType, _ name: String) throws(Stop) -> [String] {
        switch answers(DNSQuestion(type, name))?.result {
        case .records(let found): return found
        case .absent: try countVoid()
        case .failed(let reason): try countUnanswered("\(type.rawValue) \(name): \(reason)")
        case nil: try countUnanswered("\(type.rawValue) \(name): not asked")
        }
        return []
    }

    private mutating func countLookup(at domain: String) throws(Stop) {
        lookups += 1
        if lookups > 10 { throw .permanent("more than 10 DNS lookups, reached in the record of \(domain)") }
    }

    private mutating func countVoid() throws(Stop) {
        voids += 1
        if voids > 2 { throw .permanent("more than 2 DNS lookups found nothing") }
        if unanswered > 0, voids + unanswered > 2 { throw .temporary("\(unanswered) DNS lookups had no answer") }
    }

    private mutating func countUnanswered(_ reason: String) throws(Stop) {
        unanswered += 1
        if voids + unanswered > 2 { throw .temporary(reason) }
    }

    /// The name a term asks for; nil, with a note, where it depends on the sender.
    private mutating func name(_ target: SPFDomain?, in domain: String) -> String? {
        guard let target else { return domain }
        let name = target.name(current: domain, sender: sender, family: family)
        if name == nil { note("\(target.text): depends on the sender", at: domain) }
        return name
    }

    private mutating func opened(by directive: SPFRecord.Directive) -> [String] {
        openingTerm = directive.text
        return []
    }

    private mutating func noteWide(_ directive: SPFRecord.Directive, bits: Int, wideBelow limit: Int) {
        guard directive.qualifier == .pass, bits > 0, bits < limit else { return }
        notes.append("\(directive.text): a very wide range")
    }

    /// The sender's own domain needs no mention.
    private mutating func note(_ text: String, at domain: String) {
        notes.append(domain == sender ? text : "\(domain): \(text)")
    }
}
