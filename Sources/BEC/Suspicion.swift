import Mail
import Model

/// One originator taken for one person (or for nobody but the organization itself); what signals are asked about.
struct Suspicion: Sendable {
    let scene: Scene
    let origin: Originator
    /// Position in the `PersonTable`; nil where only a domain is imitated.
    let person: Int32?
    let hit: NameHit?
    let localHit: NameHit?
    let mention: Originator.Mention?
    /// The local part is the person's own, at a domain that resembles ours.
    let isTwin: Bool
    /// The person is named by From; this is where the answers go.
    let isInherited: Bool
    let registration: Registration
    let standing: SenderProof.Standing
    let assumptions: Set<Assumption>

    var company: Company { scene.company }
    var entry: String? { person.map(company.people.id) ?? origin.likeness?.own }
    var personName: String { person.map(company.people.name) ?? "" }

    /// The likeness counts, and no assumption silences it.
    var likeness: DomainLikeness? {
        guard let likeness = origin.likeness, !assumptions.contains(.similarityTrusted(domain: origin.domain)) else {
            return nil
        }
        return likeness
    }

    /// Reasons other than the name to think that the name is no coincidence.
    var isCorroborated: Bool {
        likeness != nil || mention != nil || !origin.name.obfuscations.isEmpty || FreeMail.contains(origin.domain)
            || ThrowAway.contains(origin.domain) || (localHit != nil && hit != nil) || isInherited
            || scene.answersLeadElsewhere
    }
}

/// Whether an address is a person's own, and whether that counts.
enum Registration: Hashable, Sendable {
    /// Nobody's.
    case none
    /// Somebody's on the list, and nothing speaks against it.
    case valid
    /// Somebody's, but the message fails authentication; the words say how.
    case forged(String)
    /// In an own domain, of nobody on the list, and nothing speaks against it.
    case house
    /// In an own domain, of nobody on the list, but the message fails authentication.
    case houseForged(String)
}
