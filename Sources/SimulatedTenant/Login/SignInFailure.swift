import Foundation

/// A refusal of the sign-in service, with the number that clients go by.
/// <https://learn.microsoft.com/entra/identity-platform/reference-error-codes>
struct SignInFailure: Error, Equatable {
    /// The digits of `AADSTS7000215`.
    var code: Int
    /// The OAuth word (RFC 6749 §5.2 and §4.1.2.1): `invalid_client`.
    var error: String
    var status = 400
    var message: String
    var suberror: String?

    static func tenantNotFound(_ tenant: String) -> SignInFailure {
        SignInFailure(
            code: 90002, error: "invalid_request",
            message:
                "Tenant '\(tenant)' not found. Check to make sure you have the correct tenant ID and are signing into "
                + "the correct cloud.")
    }
    static let notMultitenant = SignInFailure(
        code: 50194, error: "invalid_request",
        message:
            "Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported."
    )
    static func missing(_ parameter: String) -> SignInFailure {
        SignInFailure(
            code: 900144, error: "invalid_request",
            message: "The request body must contain the following parameter: '\(parameter)'.")
    }
    static let postOnly = SignInFailure(
        code: 900561, error: "invalid_request",
        message: "The endpoint only accepts POST, OPTIONS requests. Received a GET request.")
    static let malformed = SignInFailure(
        code: 9_002_313, error: "invalid_request", message: "Invalid request. Request is malformed or invalid.")
    static let crossOrigin = SignInFailure(
        code: 9_002_326, error: "invalid_request",
        message: "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.")
    static let unsupportedGrant = SignInFailure(
        code: 70003, error: "unsupported_grant_type", message: "The app requested an unsupported grant type.")

    static func appNotFound(_ client: String) -> SignInFailure {
        SignInFailure(
            code: 700_016, error: "unauthorized_client",
            message: "Application with identifier '\(client)' was not found in the directory 'Contoso'.")
    }
    static let noCredential = SignInFailure(
        code: 7_000_218, error: "invalid_client", status: 401,
        message: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.")
    static let wrongSecret = SignInFailure(
        code: 7_000_215, error: "invalid_client", status: 401,
        message:
            "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, "
            + "not the client secret ID.")
    static let expiredSecret = SignInFailure(
        code: 7_000_222, error: "invalid_client", status: 401, message: "The provided client secret keys are expired.")
    static let publicWithSecret = SignInFailure(
        code: 700_025, error: "invalid_client", status: 401,
        message: "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.")
    static let badAssertion = SignInFailure(
        code: 50027, error: "invalid_request", message: "JWT token is invalid or malformed.")
    static func assertionKey(_ why: String) -> SignInFailure {
        SignInFailure(
            code: 700_027, error: "invalid_client", status: 401,
            message:
                "The certificate with identifier used to sign the client assertion is not registered on application. "
                + "[Reason - \(why)]")
    }
    static let assertionTime = SignInFailure(
        code: 700_024, error: "invalid_client", status: 401,
        message: "Client assertion is not within its valid time range.")
    static let assertionAudience = SignInFailure(
        code: 700_023, error: "invalid_client", status: 401,
        message: "Client assertion audience claim does not match Realm issuer.")
    static let assertionIssuer = SignInFailure(
        code: 700_021, error: "invalid_client", status: 401,
        message: "Client assertion application identifier doesn't match 'client_id' parameter.")

    static func notDefaultScope(_ scope: String) -> SignInFailure {
        SignInFailure(
            code: 1_002_012, error: "invalid_scope",
            message:
                "The provided value for scope \(scope) is not valid. Client credential flows must have a scope value with "
                + "/.default suffixed to the resource identifier (application ID URI).")
    }
    static func noResource(_ name: String) -> SignInFailure {
        SignInFailure(
            code: 500_011, error: "invalid_resource",
            message: "The resource principal named \(name) was not found in the tenant named Contoso.")
    }
    static func noSuchScope(_ scope: String) -> SignInFailure {
        SignInFailure(
            code: 650_053, error: "invalid_client",
            message: "The application asked for scope '\(scope)' that doesn't exist on the resource "
                + "'00000003-0000-0000-c000-000000000000'. Contact the app vendor.")
    }
    static let twoResources = SignInFailure(
        code: 28000, error: "invalid_scope",
        message: "Provided value for the input parameter scope is not valid because it contains more than one resource."
    )
    static let notConsented = SignInFailure(
        code: 65001, error: "invalid_grant",
        message: "The user or administrator has not consented to use the application.", suberror: "consent_required")

    static let badCode = SignInFailure(
        code: 70000, error: "invalid_grant", message: "The provided value for the 'code' parameter is not valid.")
    static let codeUsed = SignInFailure(
        code: 54005, error: "invalid_grant",
        message:
            "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing "
            + "refresh token.")
    static let codeExpired = SignInFailure(
        code: 70008, error: "invalid_grant", message: "The provided authorization code or refresh token has expired.")
    static let otherRedirect = SignInFailure(
        code: 500_112, error: "invalid_grant",
        message: "The reply address does not match the reply address provided when requesting Authorization code.")
    static let challengeSize = SignInFailure(
        code: 50147, error: "invalid_request", message: "Invalid size of Code_Challenge parameter.")
    static let verifierSize = SignInFailure(
        code: 501_491, error: "invalid_grant", message: "Invalid size of Code_Verifier parameter.")
    static let verifierMismatch = SignInFailure(
        code: 501_481, error: "invalid_grant",
        message: "The Code_Verifier does not match the code_challenge supplied in the authorization request.")
    static let badRefreshToken = SignInFailure(
        code: 9_002_313, error: "invalid_grant", message: "Invalid request. Request is malformed or invalid.")
    static let refreshIdle = SignInFailure(
        code: 700_082, error: "invalid_grant", message: "The refresh token has expired due to inactivity.")
    static let revoked = SignInFailure(
        code: 50173, error: "invalid_grant",
        message: "The provided grant has expired due to it being revoked, a fresh auth token is needed.")

    static let redirectMismatch = SignInFailure(
        code: 50011, error: "invalid_request",
        message:
            "The redirect URI specified in the request does not match the redirect URIs configured for the application."
    )
    static let noIDTokenFlow = SignInFailure(
        code: 700_054, error: "unsupported_response_type",
        message: "response_type 'id_token' is not enabled for the application.")
    static let silent = SignInFailure(
        code: 50058, error: "login_required",
        message: "A silent sign-in request was sent but no user is signed in.")
    static let declined = SignInFailure(
        code: 65004, error: "access_denied", message: "User declined to consent to access the app.")
    static let needsAdmin = SignInFailure(
        code: 90094, error: "access_denied", status: 403,
        message: "The grant requires admin permission. Ask an administrator to grant permission to this application.")
    static let server = SignInFailure(
        code: 90033, error: "temporarily_unavailable", status: 503,
        message: "A transient error has occurred. Please try again.")
}

extension SignInFailure {
    /// `AADSTS` and the number first, then ids and the time, as the service writes it.
    func description(trace: String, correlation: String, at now: Date) -> String {
        "AADSTS\(code): \(message) Trace ID: \(trace) Correlation ID: \(correlation) Timestamp: \(Self.time(now))"
    }

    /// The body of the token endpoint's refusals.
    func answer(correlation: String?, at now: Date) -> SimulatedAnswer {
        let trace = Mix.guid("trace \(now.timeIntervalSince1970)")
        let correlation = correlation ?? Mix.guid("correlation \(now.timeIntervalSince1970)")
        var body: JSON = [
            "error": .string(error),
            "error_description": .string(description(trace: trace, correlation: correlation, at: now)),
            "error_codes": [.int(code)], "timestamp": .string(Self.time(now)), "trace_id": .string(trace),
            "correlation_id": .string(correlation),
            "error_uri": .string("https://login.microsoftonline.com/error?code=\(code)"),
        ]
        if let suberror { body["suberror"] = .string(suberror) }
        return .json(body, status: status)
    }

    /// `2026-01-09 02:02:12Z`.
    private static func time(_ date: Date) -> String { date.graphTime.replacing("T", with: " ") }
}

extension SimulatedAnswer {
    static func json(_ body: JSON, status: Int = 200) -> SimulatedAnswer {
        var bytes: [UInt8] = []
        body.write(to: &bytes)
        return SimulatedAnswer(
            status: status,
            headers: [
                ("Content-Type", "application/json; charset=utf-8"), ("Cache-Control", "no-store, no-cache"),
                ("Pragma", "no-cache"),
            ], body: bytes)
    }
}
