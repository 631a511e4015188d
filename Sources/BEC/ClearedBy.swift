import Mail
import Model

extension Scene {
    /// The smallest changes after which the message would be clear, found by judging again; at most twenty-four times.
    func clearedBy(_ finding: Finding) -> [String] {
        let changes = changes(for: finding)
        let single = changes.filter { clears([$0.assumption]) }
        if !single.isEmpty { return single.map(\.words) }
        for (index, first) in changes.enumerated() {
            for second in changes[(index + 1)...].prefix(2) where clears([first.assumption, second.assumption]) {
                return [first.words + ", and " + second.words]
            }
        }
        return several(of: changes)
    }

    /// All changes together, without those that are not needed; none where even all do not do.
    private func several(of changes: [Change]) -> [String] {
        var needed = changes
        guard clears(Set(needed.map(\.assumption))) else { return [] }
        for change in changes {
            let fewer = needed.filter { $0.assumption != change.assumption }
            if clears(Set(fewer.map(\.assumption))) { needed = fewer }
        }
        return [needed.map(\.words).joined(separator: ", and ")]
    }

    private func clears(_ assumptions: Set<Assumption>) -> Bool {
        let isAuthenticated = assumptions.contains {
            if case .authenticated = $0 { true } else { false }
        }
        guard isAuthenticated || !failsPolicyOfFrom else { return false }
        guard let worst = Finding.worst(in: self, assuming: assumptions) else { return true }
        return worst.disposition == Disposition.none
    }

    private struct Change {
        let assumption: Assumption
        let words: String
    }

    private func changes(for finding: Finding) -> [Change] {
        let origin = finding.suspicion.origin
        let address = origin.address?.description ?? origin.view.address
        var changes: [Change] = []
        if finding.suspicion.registration.isForged || origin.isOwn {
            changes.append(
                .init(
                    assumption: .authenticated(domain: origin.domain),
                    words: "DKIM or DMARC passes for \(origin.domain)"))
        } else if let person = finding.person {
            changes.append(
                .init(
                    assumption: .registered(address: address, person: person),
                    words: "add \(address) to the secondary emails of \(finding.suspicion.personName)"))
        }
        if origin.likeness != nil {
            changes.append(
                .init(assumption: .similarityTrusted(domain: origin.domain), words: "trust the domain \(origin.domain)")
            )
        }
        changes.append(.init(assumption: .knownSender, words: "messages go both ways with \(address)"))
        if origin.isReplyTo {
            changes.append(.init(assumption: .withoutReplyTo, words: "the answer goes to the sender"))
        }
        if let person = finding.person {
            changes.append(
                .init(
                    assumption: .unprotected(person: person),
                    words: "remove the protection of \(finding.suspicion.personName)"))
        }
        return changes
    }
}
