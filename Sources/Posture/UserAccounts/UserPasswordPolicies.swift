import Model

// Two checks over one property of the user: `passwordPolicies`, a list in a string.

extension Check {
    /// The user's password never has to be changed.
    public static let userPasswordNeverExpires = Check(
        id: "user-password-never-expires",
        title: "Password expiration disabled for user",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            A password that never expires stays useful to whoever stole it until somebody notices. Microsoft, NIST and CIS \
            advise against periodic changes where multifactor authentication protects the account; the policy profile `cis` \
            switches this check off. Synchronisation of password hashes sets it for every synced user.
            """,
        remedy: "let it expire, or make an exception where MFA protects it",
        fix: [
            "Make sure that the account is protected by multifactor authentication; where it is and your policy allows it, make an exception for the check.",
            "Let it expire again: Update-MgUser -UserId <id> -PasswordPolicies None.",
            "Set how long passwords live: Microsoft 365 admin center > Settings > Org settings > Security & privacy > Password expiration policy.",
            "Users synced with password hashes: turn on CloudPasswordPolicyForPasswordSyncedUsersEnabled, or set the option ignoreSyncedUsersForPasswords.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365/admin/add-users/set-password-to-never-expire",
            "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy",
        ],
        options: [.policyProfile, .ignoreSyncedUsersForPasswords, .includeFederatedUsers],
        sentence: { evidence in
            "password never expires" + (evidence.flag("isSynced") == true ? ", synced from on-premises" : "")
        },
        questions: [.of { examine($0, for: "DisablePasswordExpiration", in: $1) }]
    )

    /// The user may choose a password that the tenant's rules would refuse.
    public static let userStrongPasswordDisabled = Check(
        id: "user-strong-password-disabled",
        title: "Strong password disabled for user",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            This user is exempt from the rules on length and character kinds, so the password may be short enough to guess. \
            Password spraying finds such accounts first.
            """,
        remedy: "take the exemption away and reset the password",
        fix: [
            "Take the exemption away: Update-MgUser -UserId <id> -PasswordPolicies None (or DisablePasswordExpiration alone, where that is wanted).",
            "Let the user choose a new password: Entra admin center > Users > the user > Reset password.",
            "Users synced from on-premises: the rules there decide; correct them in Active Directory.",
        ],
        references: [
            "https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy",
            "https://learn.microsoft.com/graph/api/resources/user",
        ],
        mappings: ["MITRE ATT&CK T1110.003"],
        options: [.ignoreSyncedUsersForPasswords, .includeFederatedUsers],
        sentence: { evidence in
            "weak passwords allowed" + (evidence.flag("isSynced") == true ? ", synced from on-premises" : "")
        },
        questions: [.of { examine($0, for: "DisableStrongPassword", in: $1) }]
    )
}

private func examine(_ user: User, for policy: String, in tenant: Tenant) -> Outcome {
    let policies = (user.passwordPolicies ?? "").lowercased().split { $0 == "," || $0.isWhitespace }
    guard policies.contains(where: { $0 == policy.lowercased() }), !user.isGuest else { return .clear }
    if tenant.options.ignoreSyncedUsersForPasswords, user.onPremisesSyncEnabled == true { return .clear }
    let isFederated = tenant.isFederated(user)
    // Where the domain signs in elsewhere, the cloud's password policy has no effect.
    if isFederated == true, !tenant.options.includeFederatedUsers { return .clear }
    guard let isEnabled = user.accountEnabled else {
        return .unknown("Graph did not say whether the account is enabled")
    }
    guard isEnabled else { return .clear }
    var evidence: Evidence = [
        "passwordPolicies": .optional(user.passwordPolicies),
        "isSynced": .flag(user.onPremisesSyncEnabled == true),
        "isFederated": .optional(isFederated),
    ]
    if policy == "DisablePasswordExpiration" {
        evidence["domainNeverExpires"] = .optional(neverExpires(user, in: tenant))
    }
    return .found(evidence)
}

/// Whether the domain's own rule is that passwords never expire, which no property of the user shows; nil where it is not known.
private func neverExpires(_ user: User, in tenant: Tenant) -> Bool? {
    guard let name = user.userPrincipalName.flatMap({ EmailAddress($0) })?.domain else { return nil }
    return tenant.domain(named: name)?.passwordValidityPeriodInDays.map { $0 == Domain.passwordsNeverExpire }
}

extension Domain {
    /// The number of days by which Graph says "never".
    fileprivate static let passwordsNeverExpire = 2_147_483_647
}
