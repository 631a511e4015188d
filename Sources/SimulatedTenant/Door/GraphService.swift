/// The services behind Graph. Each has its own limits and its own words for "no".
enum GraphService: Sendable, CaseIterable {
    case directory, reports, mailbox, sharePoint, labels

    /// The refusal where the permission is missing.
    var refusal: GraphFailure {
        switch self {
        case .directory, .labels:
            GraphFailure(
                status: 403, code: "Authorization_RequestDenied",
                message: "Insufficient privileges to complete the operation.")
        case .reports:
            GraphFailure(
                status: 403, code: "Authentication_MSGraphPermissionMissing",
                message: "Calling principal does not have required MSGraph permissions", assumed: ["report-permission"])
        case .mailbox: .mailboxDenied
        case .sharePoint: .accessDenied
        }
    }

    /// The refusal where a limit is reached.
    var throttled: GraphFailure {
        switch self {
        case .directory, .reports, .labels:
            GraphFailure(
                status: 429, code: "TooManyRequests", message: "Too many requests.", assumed: ["too-many-requests"])
        case .mailbox:
            GraphFailure(
                status: 429, code: "ApplicationThrottled",
                message: "Application is over its MailboxConcurrency limit.", assumed: ["mailbox-concurrency"])
        case .sharePoint:
            GraphFailure(
                status: 429, code: "activityLimitReached",
                message: "The app or user has been throttled. Please retry after some time.")
        }
    }
}
