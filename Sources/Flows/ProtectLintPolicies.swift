import BEC
import Model
import Store

extension ProtectLint {
    /// Remarks about the policies of the settings and of the store: those that silence everything, and those that silence nothing.
    func policies(_ body: (ProtectRemark) throws -> Void) throws {
        let policies = try options.policies(and: store.mailPolicies().filter { $0.isActive(at: now) })
        for trusted in policies.trustedDomains { try remark(on: trusted).map(body) }
        for policy in policies.allowed where policy.pattern.isEverybody {
            try body(
                ProtectRemark(
                    .broadPattern, policy.pattern.text, id: "allow",
                    "an allow policy (\(policy.effect.rawValue)) that every sender or recipient matches: it switches detection off; narrow it"
                ))
        }
        for pattern in policies.blocked where pattern.isEverybody {
            try body(
                ProtectRemark(
                    .broadPattern, pattern.text, id: "blocked",
                    "every sender is blocked by it: all mail is MALICIOUS; narrow it"
                ))
        }
    }

    private func remark(on trusted: TrustedDomain) throws -> ProtectRemark? {
        let name = trusted.pattern.text
        if trusted.pattern.isEverything {
            return ProtectRemark(
                .broadPattern, name, id: "trustedDomains",
                "every domain matches it: no domain is told to be a look-alike any more; narrow it")
        }
        if !trusted.similarity {
            return ProtectRemark(
                .uselessTrust, name, id: "trustedDomains",
                trusted.recent
                    ? "it silences the age of the domain alone, which no door can know yet: without similarity it has no effect"
                    : "it has neither similarity nor recent, so it silences nothing: set one, or remove it")
        }
        if case .domain(let domain) = trusted.pattern, try isOwn(domain) {
            return ProtectRemark(
                .uselessTrust, name, id: "trustedDomains",
                "it is a domain of your own, which never counts as a look-alike: remove it")
        }
        return nil
    }

    private func isOwn(_ domain: String) throws -> Bool {
        let name = EmailAddress.normalised(domain: domain.hasPrefix("*.") ? String(domain.dropFirst(2)) : domain)
        return try store.integrations().contains { integration in
            try store.entity(Domain.self, of: integration.id, id: name)?.isVerified ?? false
        }
    }
}

/// Whether an expression takes whatever comes: told by addresses that have nothing in common.
enum Breadth {
    private static let addresses = ["a@b.example", "zoe.quill+7@mail.xn--bcher-kva.example.org", "0_0@q9.co.uk"]

    static func matchesAnyAddress(_ matches: (String) -> Bool) -> Bool { addresses.allSatisfy(matches) }

    /// The domain whose every address an expression takes: its own last part, read as plain text.
    static func wholeDomain(_ expression: String, _ matches: (String) -> Bool) -> String? {
        guard let part = expression.split(separator: "@").last, expression.contains("@") else { return nil }
        let plain = String(part).replacing("\\.", with: ".")
        let domain = plain.hasSuffix("$") ? String(plain.dropLast()) : plain
        let isPlain = domain.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
        guard isPlain, domain.contains("."), locals.allSatisfy({ matches("\($0)@\(domain)") }) else { return nil }
        return domain
    }

    private static let locals = addresses.compactMap { $0.split(separator: "@").first }

    static func matchesAnyDomain(_ matches: (String) -> Bool) -> Bool {
        addresses.allSatisfy { matches(String($0.drop { $0 != "@" }.dropFirst())) }
    }

    /// A top-level domain has everybody below it.
    static func isTop(_ domain: String) -> Bool {
        !(domain.hasPrefix("*.") ? domain.dropFirst(2) : domain[...]).contains(".")
    }
}

extension SenderPattern {
    fileprivate var text: String {
        switch self {
        case .email(let text), .domain(let text), .expression(let text, _): text
        case .network: "a network"
        }
    }

    fileprivate var isEverybody: Bool {
        switch self {
        case .email: false
        case .domain(let domain): Breadth.isTop(domain)
        case .network(let range):
            range.contains("0.0.0.1") && range.contains("255.0.0.1")
                || range.contains("::1") && range.contains("ff00::1")
        case .expression(_, let matches): Breadth.matchesAnyAddress(matches)
        }
    }
}

extension DomainPattern {
    fileprivate var text: String {
        switch self {
        case .domain(let text), .expression(let text, _): text
        }
    }

    fileprivate var isEverything: Bool {
        switch self {
        case .domain(let domain): Breadth.isTop(domain)
        case .expression(_, let matches): Breadth.matchesAnyDomain(matches)
        }
    }
}
