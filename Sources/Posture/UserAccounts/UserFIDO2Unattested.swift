import Model

extension Check {
    /// A passkey or security key was registered without proof of what made it.
    public static let userFIDO2Unattested = Check(
        id: "user-fido2-unattested",
        title: "FIDO2 authentication method unattested",
        severity: .low,
        family: .userAccounts,
        collectors: [.authenticationMethods],
        why: """
            Attestation is the maker's signature that a key lives in the hardware it claims. Without it nobody knows whether the \
            key can be copied out of the device. Passkeys that Apple, Google or a password manager synchronise never attest, so \
            expect them here and decide once whether you accept them.
            """,
        remedy: "register an attested key and delete this one",
        fix: [
            "Ask the user which key it is; the passkey type and model are in the evidence.",
            "Where policy demands hardware keys: Entra admin center > Protection > Authentication methods > Policies > Passkey (FIDO2) > Configure > Enforce attestation: Yes. This holds for new registrations only.",
            "Let the user register an attested key: https://mysignins.microsoft.com/security-info.",
            "Remove the old one: Entra admin center > Users > the user > Authentication methods > the passkey > Delete.",
        ],
        references: [
            "https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-passkeys-fido2",
            "https://learn.microsoft.com/graph/api/resources/fido2authenticationmethod",
        ],
        sentence: { evidence in
            let name = evidence.text("methodName") ?? evidence.text("model") ?? "unnamed"
            let kind = evidence.text("passkeyType") == "synced" ? "synced passkey" : "passkey"
            return "\(kind) \"\(name.shortened(to: 36))\" without attestation"
        },
        questions: [.of(examine: examine)]
    )
}

private func examine(_ method: AuthenticationMethod, in tenant: Tenant) -> Outcome {
    guard method.form == .fido2 else { return .clear }
    switch method.attestationLevel?.lowercased() {
    case "attested": return .clear
    case "notattested":
        return .found([
            "methodName": .optional(method.displayName),
            "model": .optional(method.model),
            "passkeyType": .optional(method.passkeyType),
            "registered": .time(method.createdDateTime),
        ])
    case nil: return .unknown("Graph did not say whether the passkey was attested")
    case let level?: return .unknown("attestation level \"\(level)\" is not known")
    }
}
