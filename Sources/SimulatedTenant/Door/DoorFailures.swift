/// Refusals that the door itself speaks.
extension GraphFailure {
    /// Where to get a token, as the header of every 401 says.
    private static let challenge = (
        "WWW-Authenticate",
        #"Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", "#
            + #"client_id="00000003-0000-0000-c000-000000000000""#
    )

    private static func unauthenticated(_ message: String) -> GraphFailure {
        GraphFailure(status: 401, code: "InvalidAuthenticationToken", message: message, headers: [challenge])
    }

    static let missingToken = unauthenticated("Access token is empty.")
    static let unknownToken = unauthenticated("IDX14100: JWT is not well formed or its signature is not valid.")
    static let expiredToken = unauthenticated("Lifetime validation failed, the token is expired.")

    static let notPremium = GraphFailure(
        status: 403, code: "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
        message: "Neither tenant is B2C or tenant doesn't have premium license", assumed: ["report-licence"])
    static let onlyDelegated = GraphFailure(
        status: 400, code: "BadRequest", message: "/me request is only valid with delegated authentication flow.")
    static let failedDependency = GraphFailure(
        status: 424, code: "FailedDependency", message: "A request that this one depends on has failed.")

    static func batch(_ message: String) -> GraphFailure { .badRequest(message, code: "BadRequest") }

    init(_ refusal: SimulatedLogin.TokenRefusal) {
        switch refusal {
        case .missing: self = .missingToken
        case .unknown: self = .unknownToken
        case .expired: self = .expiredToken
        }
    }
}

extension Assumption {
    /// What the door and the sign-in service take to be so.
    static let ofTheDoor: [Assumption] = [
        Assumption(
            id: "report-permission",
            what: "reports without AuditLog.Read.All answer 403 Authentication_MSGraphPermissionMissing",
            place: "Door/GraphService.swift"),
        Assumption(
            id: "report-licence",
            what: "the registration report of a tenant without Entra ID P1 answers 403 "
                + "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
            place: "Door/DoorFailures.swift"),
        Assumption(
            id: "too-many-requests", what: "the directory's 429 carries the code TooManyRequests",
            place: "Door/GraphService.swift"),
        Assumption(
            id: "mailbox-concurrency",
            what: "more than four requests to a mailbox at once answer 429 ApplicationThrottled",
            place: "Door/GraphService.swift"),
        Assumption(
            id: "batch-absolute-url", what: "a batch part may carry an absolute URL of Graph's own host",
            place: "Door/Batch.swift"),
        Assumption(
            id: "write-refused",
            what: "a request that would change something answers 403 where only reading is granted",
            place: "Door/GraphDoor.swift"),
        Assumption(
            id: "sign-in-codes",
            what: "the sign-in codes 50011, 650053, 7000215, 7000222, 700016, 90002, 1002012 and the status 401 of "
                + "invalid_client",
            place: "Login/SignInFailure.swift"),
    ]
}
