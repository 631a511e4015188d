import Foundation
import Model

// Three checks over one predicate: an enabled inbox rule sends mail to an address outside the tenant.

extension Check {
    /// An enabled inbox rule forwards mail outside as an attachment.
    public static let mailRuleForwardsAsAttachment = mailRule(
        "mail-rule-forwards-as-attachment", "Active Message Rule Forwards Externally As Attachment",
        verb: "forwards as attachment", deed: "forwards mail outside as an attachment"
    ) { $0.forwardAsAttachmentTo }
    /// An enabled inbox rule forwards mail outside.
    public static let mailRuleForwards = mailRule(
        "mail-rule-forwards", "Active Message Rule Forwards Externally", verb: "forwards", deed: "forwards mail outside"
    ) { $0.forwardTo }
    /// An enabled inbox rule redirects mail outside, where it looks as if it came from the first sender.
    public static let mailRuleRedirects = mailRule(
        "mail-rule-redirects", "Active Message Rule Redirects Externally", verb: "redirects",
        deed: "redirects mail outside"
    ) { $0.redirectTo }

    private static func mailRule(
        _ id: String, _ title: String, verb: String, deed: String,
        recipients: @escaping @Sendable (MessageRule) -> [MessageRule.Recipient]
    ) -> Check {
        Check(
            id: id, title: title, severity: .low, family: .emailForwarding, collectors: [.messageRules],
            why: """
                A rule that \(deed) is how an intruder keeps reading a mailbox after the password was reset. Employees \
                also set one to work from a personal mailbox, and take company data with it. Graph shows inbox rules only: \
                forwarding set on the mailbox itself or in transport rules has to be looked for in Exchange.
                """,
            remedy: "delete the rule and reset the sign-ins of its owner",
            fix: [
                "Ask the mailbox owner whether they made the rule.",
                "If they did not, treat the mailbox as taken over: revoke its sessions, reset the password, look at the sign-in logs.",
                "Delete the rule: Outlook on the web > Settings > Mail > Rules, or Remove-InboxRule -Mailbox <mailbox> -Identity <rule>.",
                "Block automatic forwarding for everyone: Defender portal > Email & collaboration > Policies & rules > Threat policies > Anti-spam > Anti-spam outbound policy > Automatic forwarding rules: Off.",
            ],
            references: [
                "https://learn.microsoft.com/defender-office-365/outbound-spam-policies-external-email-forwarding",
                "https://learn.microsoft.com/defender-office-365/responding-to-a-compromised-email-account",
                "https://learn.microsoft.com/graph/api/resources/messagerule",
            ],
            mappings: ["CIS M365 v3.1 6.2.1", "CISA SCuBA MS.EXO.1.1", "MITRE ATT&CK T1114.003"],
            options: [.internalDomains, .subdomainsAreInternal],
            sentence: { evidence in
                let rule =
                    evidence.text("ruleName").map { "rule \"\($0.shortened(to: 20))\"" } ?? "a rule without a name"
                let error = evidence.flag("hasError") == true ? " (in error)" : ""
                return "\(rule) \(verb) to \(evidence.list("recipients").firstAndHowManyMore)\(error)"
            },
            questions: [.of { examine($0, sendsTo: recipients($0), in: $1) }])
    }
}

private func examine(_ rule: MessageRule, sendsTo recipients: [MessageRule.Recipient], in tenant: Tenant) -> Outcome {
    guard let isEnabled = rule.isEnabled else { return .unknown("Graph did not say whether the rule is enabled") }
    guard isEnabled else { return .clear }
    let addresses = recipients.compactMap { $0.address.flatMap { EmailAddress($0) } }
    let outside = addresses.filter { isOutside($0, of: tenant) == true }
    guard !outside.isEmpty else {
        let isUndecided = addresses.contains { isOutside($0, of: tenant) == nil }
        return isUndecided ? .unknown("the tenant's domains are not known") : .clear
    }
    var evidence: Evidence = [
        "ruleName": .optional(rule.displayName),
        "recipients": .list(outside.map(\.description)),
        // Nothing means that the rule applies to all mail.
        "conditions": rule.conditions.map { .list($0) } ?? Evidence.Value.none,
        "stopProcessingRules": .optional(rule.stopProcessingRules),
        "delete": .optional(rule.deletes),
    ]
    // A rule in error exists but does not run until somebody mends it.
    if let hasError = rule.hasError, hasError { evidence["hasError"] = true }
    // A legacy Exchange name may be a mail contact outside, which only the contact itself would tell.
    let unresolved = recipients.filter { $0.address.flatMap { EmailAddress($0) } == nil }.map {
        $0.address ?? $0.name ?? "no address"
    }
    if !unresolved.isEmpty { evidence["unresolvedRecipients"] = .list(unresolved) }
    return .found(evidence)
}

private func isOutside(_ address: EmailAddress, of tenant: Tenant) -> Bool? {
    if address.local.uppercased().contains("#EXT#") {
        // A guest's sign-in name in the tenant's own domain: mail to it goes to the guest's home.
        guard let home = address.homeOfGuest else { return true }
        return tenant.owns(home) != true
    }
    return tenant.owns(address).map { !$0 }
}

extension EmailAddress {
    /// `adele_partner.example#EXT#@contoso.onmicrosoft.com` is `adele@partner.example`.
    fileprivate var homeOfGuest: EmailAddress? {
        guard let mark = local.range(of: "#EXT#", options: .caseInsensitive),
            let separator = local[..<mark.lowerBound].lastIndex(of: "_")
        else { return nil }
        let domain = local[local.index(after: separator)..<mark.lowerBound]
        return EmailAddress("\(local[..<separator])@\(domain)")
    }
}
