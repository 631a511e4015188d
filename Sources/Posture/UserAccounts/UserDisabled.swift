import Model

extension Check {
    /// The account cannot sign in.
    public static let userDisabled = Check(
        id: "user-disabled",
        title: "User account disabled",
        severity: .low,
        family: .userAccounts,
        collectors: [.users],
        why: """
            A disabled account keeps its mailbox, files, group memberships and often a licence, and is enabled again with one click. \
            Shared, room and equipment mailboxes are disabled accounts by design: the evidence says where that is likely, and the \
            option leaveOutSharedMailboxes leaves them out.
            """,
        remedy: "delete the account, unless it is a shared mailbox",
        fix: [
            "If the person has left: keep what is needed (mailbox, OneDrive), then delete the account: Entra admin center > Users > the user > Delete.",
            "Until then take away licences and group memberships: Microsoft 365 admin center > Users > Active users > the user.",
            "If it is a shared mailbox, leave sign-in blocked and make an exception, or set the option leaveOutSharedMailboxes.",
        ],
        references: [
            "https://learn.microsoft.com/microsoft-365/admin/add-users/remove-former-employee",
            "https://learn.microsoft.com/microsoft-365/admin/email/about-shared-mailboxes",
        ],
        options: [.leaveOutSharedMailboxes],
        sentence: { evidence in
            if evidence.flag("probablySharedMailbox") == true { return "sign-in blocked, probably a shared mailbox" }
            return evidence.text("userType")?.lowercased() == "guest" ? "sign-in blocked, guest" : "sign-in blocked"
        },
        questions: [.of(examine: examine)]
    )
}

private let purposesOfNobody: Set<String> = ["shared", "room", "equipment"]

private func examine(_ user: User, in tenant: Tenant) -> Outcome {
    guard let isEnabled = user.accountEnabled else {
        return .unknown("Graph did not say whether the account is enabled")
    }
    guard !isEnabled else { return .clear }
    let purpose = user.mailboxPurpose?.lowercased()
    if tenant.options.leaveOutSharedMailboxes, let purpose, purposesOfNobody.contains(purpose) { return .clear }
    var evidence: Evidence = [
        "userType": .optional(user.userType),
        "mail": .optional(user.mail),
        "probablySharedMailbox": .flag(user.mail != nil && user.assignedLicenseCount == 0),
    ]
    if purpose != nil { evidence["mailboxPurpose"] = .optional(user.mailboxPurpose) }
    return .found(evidence)
}
