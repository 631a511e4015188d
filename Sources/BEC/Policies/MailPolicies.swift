/// The administrator's own judgements, which go before the computed one.
///
/// Precedence: an exempt recipient, then a blocked sender, then a trusted sender, then the computed verdict, then an acceptable sender.
public struct MailPolicies: Sendable {
    public var trustedDomains: [TrustedDomain]
    public var allowed: [AllowPolicy]
    /// MALICIOUS with the attribute `CUSTOM_BLOCK_LIST`.
    public var blocked: [SenderPattern]

    public init(trustedDomains: [TrustedDomain] = [], allowed: [AllowPolicy] = [], blocked: [SenderPattern] = []) {
        self.trustedDomains = trustedDomains
        self.allowed = allowed
        self.blocked = blocked
    }

    public var isEmpty: Bool { trustedDomains.isEmpty && allowed.isEmpty && blocked.isEmpty }
}
