import Model

extension Scene {
    /// Everybody whom an originator may pretend to be, and the organization itself where its domain is imitated.
    func suspicions(assuming: Set<Assumption> = []) -> [Suspicion] {
        var found: [Suspicion] = []
        for origin in from { found += suspicions(about: origin, inherited: [], assuming: assuming) }
        guard !assuming.contains(.withoutReplyTo) else { return found }
        let inherited = carriedPeople(assuming: assuming)
        for origin in replyTo { found += suspicions(about: origin, inherited: inherited, assuming: assuming) }
        for origin in sender { found += suspicions(about: origin, inherited: [], assuming: assuming) }
        return found
    }

    /// People in whose name a carrier writes, or whose address From uses: they are meant by a Reply-To without a name, too.
    private func carriedPeople(assuming: Set<Assumption>) -> [NameHit] {
        guard carrier != nil else { return [] }
        return from.flatMap(\.hits)
    }

    private func suspicions(
        about origin: Originator, inherited: [NameHit], assuming: Set<Assumption>
    ) -> [Suspicion] {
        guard origin.isRemarkable || !inherited.isEmpty else { return [] }
        let registration = registration(of: origin, assuming: assuming)
        let standing = standing(of: origin, assuming: assuming)
        if registration == .house, origin.mentions.isEmpty { return [] }
        if registration == .valid, origin.hits.isEmpty, origin.localHits.isEmpty { return [] }
        func suspicion(_ person: Int32?, twin: Bool = false) -> Suspicion {
            Suspicion(
                scene: self, origin: origin, person: person,
                hit: origin.hits.first { $0.person == person } ?? inherited.first { $0.person == person },
                localHit: origin.localHits.first { $0.person == person },
                mention: origin.mentions.first { mention in
                    guard let person else { return mention.isOwn }
                    return mention.owners.contains(person) || mention.hits.contains { $0.person == person }
                },
                isTwin: twin,
                isInherited: !origin.hits.contains { $0.person == person }
                    && inherited.contains { $0.person == person },
                registration: registration, standing: standing, assumptions: assuming)
        }
        let twins = twins(of: origin)
        var people: [Int32] = []
        func add(_ person: Int32) {
            if !people.contains(person), !assuming.contains(.unprotected(person: person)) { people.append(person) }
        }
        origin.hits.forEach { add($0.person) }
        origin.localHits.forEach { add($0.person) }
        for mention in origin.mentions {
            mention.owners.forEach(add)
            mention.hits.forEach { add($0.person) }
        }
        if registration.isForged { origin.owners.forEach(add) }
        twins.forEach(add)
        if people.isEmpty, let likeness = origin.likeness, likeness.weight > 0.3 {
            company.singles.people(in: origin).forEach(add)
        }
        if !inherited.isEmpty, !isHarmless(origin) { inherited.forEach { add($0.person) } }
        var found = people.prefix(32).map { suspicion($0, twin: twins.contains($0)) }
        if found.isEmpty || origin.likeness != nil, origin.likeness != nil || origin.mentions.contains(where: \.isOwn) {
            found.append(suspicion(nil))
        }
        return found
    }

    private func isHarmless(_ origin: Originator) -> Bool {
        guard let address = origin.address else { return true }
        if origin.isOwn || !origin.owners.isEmpty { return true }
        return from.contains { other in
            guard let sender = other.address else { return false }
            return ServiceCatalogue.areOneService(sender, address)
                || DomainShape(sender.domain).registrable == DomainShape(address.domain).registrable
        }
    }

    /// The owners of the same local part at an own domain, the imitated one first.
    private func twins(of origin: Originator) -> [Int32] {
        guard let likeness = origin.likeness, let address = origin.address else { return [] }
        for domain in [likeness.own] + company.own.sample {
            let owners = company.addresses.owners(of: address.local + "@" + domain)
            if !owners.isEmpty { return owners }
        }
        return []
    }
}

extension Registration {
    var isForged: Bool {
        if case .forged = self { return true }
        return false
    }
}
