/// Whether what passed belongs to the domain that the reader sees (RFC 7489 §3.1), in relaxed mode: the organizational
/// domains are equal.
extension AuthenticationResults {
    /// SPF passed for an aligned MAIL FROM domain; with an empty one for an aligned HELO.
    /// - Parameter domain: of the From address, in any case.
    public func isSPFAligned(with domain: String) -> Bool {
        guard let spf, spf.result == .pass, let sender = spf.mailFrom ?? spf.helo else { return false }
        return Self.isAligned(sender, domain)
    }

    /// A signature of an aligned domain passed.
    public func isDKIMAligned(with domain: String) -> Bool {
        dkim.contains { $0.result == .pass && $0.domain.map { Self.isAligned($0, domain) } == true }
    }

    /// DMARC passed for this very domain, or, where the hop says nothing of DMARC, SPF or DKIM passed aligned.
    public func isAuthenticated(for domain: String) -> Bool {
        guard let dmarc else { return isSPFAligned(with: domain) || isDKIMAligned(with: domain) }
        guard dmarc.result == .pass else { return false }
        return dmarc.headerFrom.map { Self.isAligned($0, domain) } ?? true
    }

    /// Whether two domains have one organizational domain by the public suffix list; names without one must be equal.
    public static func isAligned(_ left: String, _ right: String) -> Bool {
        let (left, right) = (plain(left), plain(right))
        if left == right { return !left.isEmpty }
        guard let organization = PublicSuffix.organizationalDomain(of: left) else { return false }
        return organization == PublicSuffix.organizationalDomain(of: right)
    }

    private static func plain(_ domain: String) -> String {
        let name = domain.lowercased()
        return name.hasSuffix(".") ? String(name.dropLast()) : name
    }
}
