/// What the tenant's administrator has entered for the app, beside its ids, its secret and its permissions.
public struct AppRegistration: Sendable {
    /// Exact redirect URIs; for `http://localhost` the port does not count, as Microsoft documents for loopback names.
    public var redirectURIs: Set<String> = [
        "http://localhost:8080/oauth/callback", "http://localhost:8080/sign-in/callback",
    ]
    /// True where the app may redeem codes and refresh tokens without a secret.
    public var isPublicClient = false
    /// True where `/common` and `/organizations` are accepted in place of the tenant.
    public var isMultitenant = false
    /// False before an administrator has consented: tokens then carry no roles until the consent page is accepted.
    public var isConsented = true
    /// Names that stand for the tenant in the paths of the sign-in service.
    public var tenantDomains: Set<String> = ["contoso.onmicrosoft.com", "contoso.example"]

    public init() {}

    func allows(redirectURI uri: String) -> Bool {
        if redirectURIs.contains(uri) { return true }
        guard let bare = Self.withoutLocalPort(uri) else { return false }
        return redirectURIs.contains { Self.withoutLocalPort($0) == bare }
    }

    private static func withoutLocalPort(_ uri: String) -> String? {
        let start = "http://localhost"
        guard uri.hasPrefix(start) else { return nil }
        let rest = uri.dropFirst(start.count)
        guard let first = rest.first, first == ":" || first == "/" else { return nil }
        let afterPort = first == ":" ? rest.dropFirst().drop { $0.isASCII && $0.isNumber } : rest
        return afterPort.isEmpty || afterPort.first == "/" ? start + afterPort : nil
    }
}
