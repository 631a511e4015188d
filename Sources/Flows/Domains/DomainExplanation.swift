import Foundation
import Mail
import Model

/// What the DNS says about the mail of a domain, in words: each record as published, then term by term, then what to publish instead.
public struct DomainExplanation: Sendable, Hashable {
    public enum Tone: String, Sendable, Hashable { case ok, warn, bad, unknown }

    /// A word on how something stands.
    public struct Judgement: Sendable, Hashable {
        public var tone: Tone
        public var words: String
        public init(_ tone: Tone, _ words: String) {
            self.tone = tone
            self.words = words
        }
    }

    /// One term or tag of a record.
    public struct Term: Sendable, Hashable {
        public var text: String
        public var means: String
        /// Questions to the DNS that it costs a receiver; nil where it does not apply or nobody knows.
        public var lookups: Int?
        public var judgement: Judgement
        /// It hands the decision who may send to a domain that is not the tenant's.
        public var isForeign = false
        /// It stands in the record, and is not the default that holds because nothing is said.
        public var isPublished = true
    }

    /// One record.
    public struct Record: Sendable, Hashable {
        /// The name that was asked.
        public var name: String
        /// As published; nil where there is none, or none that counts.
        public var text: String?
        public var terms: [Term] = []
        public var standing: Judgement
        /// In one sentence.
        public var summary: String
        /// A line of a zone file; nil where nothing has to change or nobody can say what to.
        public var publish: String?
        public var notes: [String] = []
    }

    public var domain: Domain
    public var standing: Judgement
    public var spf: Record?
    public var dmarc: Record?

    /// - Parameters:
    ///   - records: what was read from the DNS; nil where nobody asked yet.
    ///   - own: every domain of the tenant, normalised.
    public init(_ domain: Domain, _ records: DomainRecords?, own: Set<String>) {
        self.domain = domain
        guard domain.isVerified != false else {
            standing = Judgement(.warn, "Not verified")
            return
        }
        guard let records else {
            standing = Judgement(.unknown, domain.supportsEmail ? "DNS not asked" : "Not used for mail, not asked")
            return
        }
        let spf = SPFExplanation(records, own: own).record
        let dmarc = DMARCExplanation(records).record
        self.spf = spf
        self.dmarc = dmarc
        standing = Self.worst(spf.standing, dmarc.standing)
    }

    private static func worst(_ spf: Judgement, _ dmarc: Judgement) -> Judgement {
        let order: [Tone] = [.bad, .warn, .unknown]
        for tone in order {
            if spf.tone == tone { return Judgement(tone, tone == .unknown ? spf.words : "SPF: \(spf.words)") }
            if dmarc.tone == tone { return Judgement(tone, tone == .unknown ? dmarc.words : "DMARC: \(dmarc.words)") }
        }
        return Judgement(.ok, "Enforced")
    }

    /// Worst first, then by name.
    public var rank: Int {
        switch standing.tone {
        case .bad: 0
        case .warn: 1
        case .unknown: 2
        case .ok: 3
        }
    }
}
