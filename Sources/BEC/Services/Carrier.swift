import Mail
import Model

/// A service or a list that writes in people's names.
struct Carrier: Hashable, Sendable {
    /// As the message or the catalogue calls it.
    let name: String
    /// 0 to 1: how sure it is that the sender is one, and really sent this.
    let share: Double

    /// Nil where From is an ordinary mailbox, or several.
    init?(of from: [Originator], message: Message, proof: SenderProof) {
        let addresses = Set(from.compactMap { $0.address?.description.lowercased() })
        guard addresses.count == 1, let origin = from.first(where: { $0.address != nil }), let address = origin.address,
            !origin.isOwn, !FreeMail.contains(address.domain), !message.defects.contains(.severalFrom)
        else { return nil }
        let belief: Double
        switch proof.standing(of: address.domain) {
        case .passes: belief = 1
        case .unknown: belief = 0.5
        case .fails, .unproven: return nil
        }
        if let service = ServiceCatalogue.service(of: address) {
            self.init(name: service, share: belief)
        } else if Self.isList(address, message) {
            self.init(name: address.description, share: belief * (ListHosts.contains(address.domain) ? 1 : 0.7))
        } else if let name = Self.ownName(of: origin, address) {
            self.init(name: name, share: belief * 0.6)
        } else {
            return nil
        }
    }

    private init(name: String, share: Double) {
        self.name = name
        self.share = share
    }

    /// List headers prove nothing by themselves: the list must live where the authenticated sender does.
    private static func isList(_ address: EmailAddress, _ message: Message) -> Bool {
        guard message.hasListHeaders, let text = message.listID?.lowercased() else { return false }
        let inner = text.split(separator: "<").last.map { $0.prefix { $0 != ">" } } ?? text[...]
        let host = EmailAddress.normalised(domain: String(inner))
        guard DomainShape(host).registrable == DomainShape(address.domain).registrable,
            !ThrowAway.contains(address.domain)
        else {
            return false
        }
        return host.hasPrefix(address.local.lowercased() + ".") || ListHosts.contains(address.domain)
    }

    /// "Kumiko Endo (Asana)" from no-reply@asana.com: an automatic mailbox that the name says the domain of.
    private static func ownName(of origin: Originator, _ address: EmailAddress) -> String? {
        let local = address.local.lowercased()
        guard automatic.contains(where: local.hasPrefix), !ThrowAway.contains(address.domain), origin.likeness == nil
        else { return nil }
        let label = DomainShape(address.domain).label.filter { $0 != "-" }
        guard label.count >= 3 else { return nil }
        let shown = origin.view.displayName.lowercased().filter { $0.isLetter || $0.isNumber }
        return shown.hasSuffix(label) && shown.count > label.count ? label : nil
    }

    private static let automatic = [
        "no-reply", "noreply", "no_reply", "donotreply", "do-not-reply", "notif", "notify", "messenger", "mailer",
        "updates", "alerts", "invite", "invitations", "calendar", "system", "automailer", "bounce", "postmaster",
    ]
}
