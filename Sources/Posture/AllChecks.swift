extension Check {
    /// Every check, grouped by family. One line each; the order is the one lists show.
    public static let all: [Check] = [
        .userFIDO2Unattested,
        .userOnpremProvisioningError,
        .userPasswordNeverExpires,
        .userPasswordStale,
        .userStrongPasswordDisabled,
        .userCloudSyncDisabled,
        .userWindowsHelloWeakKey,
        .userOnpremSyncStale,
        .userNotLegalAdult,
        .userProxyAddresses,
        .userDisabled,

        .filePublicWrite,
        .folderPublicWrite,
        .filePublicRead,
        .folderPublicRead,
        .fileCompanyWrite,
        .fileCompanyRead,
        .folderCompanyWrite,
        .folderCompanyRead,
        .calendarSharedExternally,

        .appNotCertified,
        .appNotAttested,
        .appDisabledByMicrosoft,

        .domainSPFAllowsAny,
        .domainSPFMissing,
        .domainDMARCMissing,
        .domainDMARCNotEnforced,
        .domainDMARCSubdomainsNotEnforced,
        .domainDMARCPartiallyEnforced,
        .domainNotVerified,
        .appCertificationExpiring,

        .mailRuleForwardsAsAttachment,
        .mailRuleForwards,
        .mailRuleRedirects,

        .filePublicWriteDLP,
        .filePublicReadDLP,
        .fileCompanyWriteDLP,
        .fileCompanyReadDLP,
        .fileContentMatch,
    ]

    /// What looks at settings and sharing alone, in the same order.
    public static let posture = all.filter { $0.family != .content }
    /// What looks into files.
    public static let content = all.filter { $0.family == .content }

    /// The check of that id; nil where there is none.
    public static func named(_ id: String) -> Check? { all.first { $0.id == id } }
}
