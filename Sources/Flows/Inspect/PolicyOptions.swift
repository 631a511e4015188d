import BEC
import Pattern

/// An entry of `mail.blocked`: one of an e-mail address, a domain, a network, a regular expression over the address.
public struct SenderOption: Codable, Sendable {
    public var email: String?
    public var domain: String?
    public var network: String?
    public var regex: String?

    public init(email: String? = nil, domain: String? = nil, network: String? = nil, regex: String? = nil) {
        self.email = email
        self.domain = domain
        self.network = network
        self.regex = regex
    }

    func compiled(in place: String) throws(MailOptionsError) -> SenderPattern {
        let given = [email, domain, network, regex].compactMap(\.self)
        guard given.count == 1, let text = given.first, !text.isEmpty else {
            throw MailOptionsError("\(place): each entry has one of email, domain, network and regex")
        }
        if regex != nil { return .expression(text, matches: try Self.matcher(text, in: place)) }
        if network != nil {
            guard let range = AddressRange(text) else {
                throw MailOptionsError("\(place): \"\(text)\" is no IP address and no network such as 192.0.2.0/24")
            }
            return .network(range)
        }
        guard email != nil else { return .domain(try Self.domain(text, in: place)) }
        guard text.split(separator: "@", omittingEmptySubsequences: false).count == 2, !text.hasPrefix("@"),
            !text.hasSuffix("@")
        else { throw MailOptionsError("\(place): \"\(text)\" is no address") }
        return .email(text)
    }

    static func domain(_ text: String, in place: String) throws(MailOptionsError) -> String {
        let bare = text.hasPrefix("*.") ? String(text.dropFirst(2)) : text
        guard !bare.isEmpty, !bare.contains(where: { $0 == "@" || $0 == "*" || $0.isWhitespace }) else {
            throw MailOptionsError("\(place): \"\(text)\" is no domain")
        }
        return bare
    }

    static func matcher(_ text: String, in place: String) throws(MailOptionsError) -> @Sendable (String) -> Bool {
        do throws(PatternError) {
            let pattern = try Pattern(text)
            return { pattern.matches($0) }
        } catch {
            throw MailOptionsError("\(place): \(error)")
        }
    }
}

/// An entry of `mail.allow`.
public struct AllowOption: Codable, Sendable {
    public var email: String?
    public var domain: String?
    public var network: String?
    public var regex: String?
    public var effect: String
    public var verifySender: Bool?

    private var sender: SenderOption { SenderOption(email: email, domain: domain, network: network, regex: regex) }

    func compiled() throws(MailOptionsError) -> AllowPolicy {
        guard let effect = AllowPolicy.Effect(rawValue: effect) else {
            let known = AllowPolicy.Effect.allCases.map(\.rawValue).joined(separator: ", ")
            throw MailOptionsError("mail.allow: there is no effect \"\(effect)\"; known are \(known)")
        }
        if effect == .exemptRecipient, network != nil {
            throw MailOptionsError("mail.allow: a recipient is told by email, domain or regex, not by a network")
        }
        return AllowPolicy(try sender.compiled(in: "mail.allow"), effect: effect, verifySender: verifySender ?? true)
    }
}

/// An entry of `mail.trustedDomains`.
public struct TrustedDomainOption: Codable, Sendable {
    public var domain: String?
    public var regex: String?
    public var similarity: Bool?
    public var recent: Bool?

    func compiled() throws(MailOptionsError) -> TrustedDomain {
        let place = "mail.trustedDomains"
        let pattern: DomainPattern
        switch (domain, regex) {
        case (let domain?, nil): pattern = .domain(try SenderOption.domain(domain, in: place))
        case (nil, let regex?): pattern = .expression(regex, matches: try SenderOption.matcher(regex, in: place))
        default: throw MailOptionsError("\(place): each entry has one of domain and regex")
        }
        return TrustedDomain(pattern, similarity: similarity ?? true, recent: recent ?? false)
    }
}
