import Mail
import Model

/// A suspicion weighed: the reasons, and what follows from them.
struct Finding: Sendable {
    let suspicion: Suspicion
    let reasons: [Verdict.Reason]
    let score: Double
    let disposition: Disposition

    var person: Int32? { suspicion.person }
    var isImpersonation: Bool { disposition == .malicious || disposition == .spoof }

    init(_ suspicion: Suspicion) {
        self.suspicion = suspicion
        let reasons = Signal.all.compactMap { $0.reason(for: suspicion) }
        self.reasons = reasons
        let scored = Verdict(disposition: .none, reasons: reasons)
        score = scored.score
        let company = suspicion.company
        let thresholds = company.settings.thresholds(
            reasons: suspicion.person.map(company.protection.reasons) ?? [],
            recipients: suspicion.scene.envelope.recipients)
        disposition = Self.disposition(suspicion, reasons, scored.score, thresholds)
    }

    private static func disposition(
        _ suspicion: Suspicion, _ reasons: [Verdict.Reason], _ score: Double, _ thresholds: Thresholds
    ) -> Disposition {
        if score < thresholds.note { return .none }
        if score < thresholds.impersonation || suspicion.person == nil { return .suspicious }
        return score >= thresholds.malicious && isStrong(suspicion, reasons) ? .malicious : .spoof
    }

    /// A forged address shows the right name and the right address; only what goes beyond both makes it more than a spoof.
    private static func isStrong(_ suspicion: Suspicion, _ reasons: [Verdict.Reason]) -> Bool {
        let strong = reasons.filter { $0.weight >= 0.2 }
        guard suspicion.registration.isForged else { return strong.count > 1 }
        return strong.contains {
            [Signal.replyToElsewhere.id, Signal.obfuscatedName.id, Signal.severalFrom.id].contains($0.signal)
        }
    }

    /// The worst that a message gives reason for; nil where nobody is suspected of anything.
    static func worst(in scene: Scene, assuming: Set<Assumption>) -> Finding? {
        scene.suspicions(assuming: assuming).map(Finding.init).max { $0.isLess(than: $1) }
    }

    /// The order is total and does not depend on the order of the list: score, person before mere domain, closeness of the name, field, id.
    private func isLess(than other: Finding) -> Bool {
        if score != other.score { return score < other.score }
        if (person == nil) != (other.person == nil) { return person == nil }
        let ranks = (suspicion.closeness, other.suspicion.closeness)
        if ranks.0 != ranks.1 { return ranks.0 < ranks.1 }
        let places = (suspicion.fieldRank, other.suspicion.fieldRank)
        if places.0 != places.1 { return places.0 > places.1 }
        return (suspicion.entry ?? "") > (other.suspicion.entry ?? "")
    }

    /// The line that an administrator searches logs for.
    var sentence: String {
        let address = suspicion.shownAddress
        if person != nil { return "Protected Name \(suspicion.personName) should not appear as \(address)" }
        if let likeness = suspicion.likeness { return "Domain \(suspicion.origin.domain) resembles \(likeness.own)" }
        return "Domain \(suspicion.origin.domain) resembles \(suspicion.mention?.address ?? suspicion.origin.domain)"
    }
}

extension Suspicion {
    /// The address that pretends; where the name stands in a list element of its own, the one that follows it.
    var shownAddress: String {
        if let address = origin.address?.description { return address }
        guard origin.view.address.isEmpty else { return origin.view.address }
        let others = origin.isReplyTo ? scene.replyTo : scene.from
        return others.first { !$0.view.address.isEmpty }?.view.address ?? "no address"
    }

    /// How directly the person is meant; greater is closer.
    var closeness: Int {
        var sum = isTwin ? 40 : 0
        if let mention, let person, mention.owners.contains(person) { sum += 40 }
        if let hit { sum += 20 - hit.match.rank - hit.distance - (hit.isWeak ? 5 : 0) }
        if let localHit { sum += 10 - localHit.match.rank - (localHit.isWeak ? 5 : 0) }
        return sum
    }

    fileprivate var fieldRank: Int { origin.isReplyTo ? 1 : origin.isSender ? 2 : 0 }
}
