import Mail
import Model

/// What is proven about who sent a message, from results that the door may trust, and from its own SPF evaluation.
struct SenderProof: Sendable {
    /// What is known about a domain that the message names as its origin.
    enum Standing: Hashable, Sendable {
        /// SPF, DKIM or DMARC passes in alignment; the words say which.
        case passes(String)
        /// DMARC or composite authentication fails.
        case fails(String)
        /// It was examined and nothing speaks for the domain.
        case unproven(String)
        /// Nobody whom this door may trust has examined it.
        case unknown
    }

    let results: AuthenticationResults?
    /// The tenant's own hop says that an authenticated user of the tenant sent it.
    let isInternal: Bool
    private let spf: String?
    private let mailFrom: String?
    private let sealed: Bool

    /// - Parameter asksWhoSubmitted: whether From is an own address; else it does not matter who handed the message in.
    init(
        _ message: Message, in envelope: Envelope, settings: MailSettings, door: Door, asksWhoSubmitted: Bool
    ) {
        let trustsTop = door == .stored && settings.trustTopResults
        let results =
            trustsTop
            ? message.trustedTopResults : message.results(trusting: settings.trustedAuthservIDs)
        self.results = results
        isInternal = trustsTop && asksWhoSubmitted && message.authAs?.lowercased() == "internal"
        spf = envelope.spf
        mailFrom = envelope.mailFrom
        sealed =
            results?.arc?.result == .pass
            && message.all("ARC-Seal").contains {
                Self.domain(inSeal: $0.text).map(settings.trustedARCSealers.contains) ?? false
            }
    }

    /// - Parameter domain: lower-case A-labels.
    func standing(of domain: String) -> Standing {
        guard let results else { return standingBySPF(of: domain) }
        if let pass = alignedPass(results, domain) { return .passes(pass) }
        let composite = results.compauth?.result
        if composite == .pass, results.compauth?.reason == "130", sealed {
            return .passes("arc=pass from a trusted sealer")
        }
        if results.dmarc?.result == .fail { return .fails("dmarc=fail") }
        if composite == .fail { return .fails("compauth=fail") }
        let examined = results.dmarc != nil || results.spf != nil || !results.dkim.isEmpty || composite != nil
        return examined ? .unproven(Self.words(results)) : standingBySPF(of: domain)
    }

    /// Of spf, dkim and dmarc what nobody has examined whom this door may trust.
    var notEvaluated: [String] {
        var missing: [String] = []
        if results?.spf == nil, spf == nil || spf == "temperror" { missing.append("spf") }
        if results?.dkim.isEmpty ?? true { missing.append("dkim") }
        if results?.dmarc == nil { missing.append("dmarc") }
        return missing
    }

    /// The From domain asks receivers to refuse or quarantine what fails, and this fails.
    var failsOwnPolicy: Bool {
        guard let dmarc = results?.dmarc, dmarc.result == .fail, results?.compauth?.result != .pass else {
            return false
        }
        return ["reject", "oreject", "quarantine"].contains(dmarc.action ?? "")
    }

    private var mailFromDomain: String? { mailFrom.flatMap { EmailAddress($0)?.domain } }

    private func alignedPass(_ results: AuthenticationResults, _ domain: String) -> String? {
        if results.dmarc?.result == .pass, Self.aligned(results.dmarc?.headerFrom, domain) { return "dmarc=pass" }
        if results.dkim.contains(where: { $0.result == .pass && Self.aligned($0.domain, domain) }) {
            return "dkim=pass"
        }
        if results.spf?.result == .pass, Self.aligned(results.spf?.mailFrom ?? mailFromDomain, domain) {
            return "spf=pass"
        }
        return nil
    }

    private func standingBySPF(of domain: String) -> Standing {
        guard let spf, Self.aligned(mailFromDomain, domain) else { return .unknown }
        switch spf {
        case "pass": return .passes("spf=pass")
        case "fail": return .fails("spf=fail")
        default: return .unknown
        }
    }

    /// Relaxed alignment (RFC 7489 §3.1): one organizational domain.
    static func aligned(_ proven: String?, _ domain: String) -> Bool {
        guard let proven else { return false }
        let name = EmailAddress.normalised(domain: proven)
        return !name.isEmpty && (name == domain || DomainShape(name).registrable == DomainShape(domain).registrable)
    }

    private static func words(_ results: AuthenticationResults) -> String {
        let parts = [
            results.spf.map { "spf=\($0.result)" }, results.dkim.first.map { "dkim=\($0.result)" },
            results.dmarc.map { "dmarc=\($0.result)" }, results.compauth.map { "compauth=\($0.result)" },
        ]
        return parts.compactMap(\.self).joined(separator: " ")
    }

    /// The `d=` tag of an ARC-Seal (RFC 8617 §4.1.3).
    private static func domain(inSeal text: String) -> String? {
        text.split(separator: ";").lazy.map { $0.filter { !$0.isWhitespace } }.first { $0.hasPrefix("d=") }
            .map { $0.dropFirst(2).lowercased() }
    }
}
