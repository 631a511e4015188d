import Model

extension Check {
    /// A Windows Hello for Business key is weaker than it should be.
    public static let userWindowsHelloWeakKey = Check(
        id: "user-windows-hello-weak-key",
        title: "Weak Windows Hello for Business key strength",
        severity: .low,
        family: .userAccounts,
        collectors: [.authenticationMethods],
        why: """
            The key that signs this user in on that device is weak, for instance because it was made by a TPM chip with the ROCA \
            flaw. Who computes it can sign in as the user without a password.
            """,
        remedy: "update the TPM, delete the key and set it up again",
        fix: [
            "Install the maker's firmware update for the device's TPM.",
            "Remove the key: Entra admin center > Users > the user > Authentication methods > Windows Hello for Business of that device > Delete.",
            "Let the user set up Windows Hello again on the device: Settings > Accounts > Sign-in options.",
        ],
        references: [
            "https://learn.microsoft.com/windows/security/identity-protection/hello-for-business/",
            "https://learn.microsoft.com/graph/api/resources/windowshelloforbusinessauthenticationmethod",
        ],
        sentence: { evidence in
            "weak Windows Hello key on \"\((evidence.text("device") ?? "an unnamed device").shortened(to: 40))\""
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ method: AuthenticationMethod, in tenant: Tenant) -> Outcome {
    guard method.form == .windowsHelloForBusiness else { return .clear }
    switch method.keyStrength?.lowercased() {
    case "normal": return .clear
    case "weak":
        return .found([
            "device": .optional(method.displayName),
            "keyStrength": .optional(method.keyStrength),
            "registered": .time(method.createdDateTime),
        ])
    default: return .unknown("Graph does not know the strength of the key")
    }
}
