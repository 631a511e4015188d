import Model

/// `check_host` of RFC 7208 §4 for a host that connects.
public enum SPFEvaluate {
    /// - Parameters:
    ///   - ip: address of the client, as text; an IPv4 address inside IPv6 counts as IPv4.
    ///   - domain: of the MAIL FROM address, or the HELO name where that is empty (§2.4).
    ///   - sender: the MAIL FROM address without brackets; empty for `<>`, which stands for postmaster at the HELO name.
    ///   - helo: what the client called itself.
    ///   - resolve: how names are resolved.
    /// - Returns: `none` also for what is no address or no domain (§4.3).
    public static func checkHost(
        ip: String, domain: String, sender: String, helo: String, resolve: @escaping Resolve
    ) async -> SPFResult {
        guard let address = SPFAddress(ip) else { return .none }
        let domain = EmailAddress.normalised(domain: domain)
        var visitor = SPFVisitor(address: address, sender: sender, domain: domain, helo: helo, resolve: resolve)
        return await visitor.result()
    }
}
