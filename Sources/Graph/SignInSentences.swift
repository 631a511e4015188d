extension SignInError {
    private static let reauthorize = "authorize again"
    private static let consent = "have an administrator consent to the app's permissions"

    /// What an AADSTS number means for the person who set up the integration, and what to do.
    public static let sentences: [Int: String] = [
        50011: "the redirect address is not in the app registration; add it there exactly as shown",
        50076: "the account must confirm by a second factor; \(reauthorize) and complete it",
        50079: "the account must set up a second factor first; do that, then \(reauthorize)",
        50158: "conditional access asks for a further step elsewhere; \(reauthorize) and complete it",
        50105:
            "the account is not assigned to the app, which lets in only who is; assign it in Entra: Enterprise applications, the app, Users and groups",
        53003: "a conditional access policy blocks this sign-in; exclude the app or sign in from an allowed place",
        530035:
            "the tenant's security defaults block this sign-in; sign in from a known place with a second factor, or let the app use its own credential",
        50173: "the refresh token was revoked (password reset or sign-out everywhere); \(reauthorize)",
        50194: "the app is registered for one tenant only; give the tenant's id instead of common",
        51004: "the account does not exist in this tenant; sign in with an account of the tenant",
        54005: "the authorization code was used before; start the authorization again",
        65001: "nobody has consented to the app; \(consent)",
        65004: "the consent was declined; \(consent)",
        65005: "the app asks for something its registration does not list; add the permissions there and consent",
        650052: "the tenant has no such service; check the cloud and the tenant's licences",
        650053:
            "one of the permissions does not exist in this form; take those that Settings > Application registration lists, as application permissions",
        650056: "the app registration lists no permission on Microsoft Graph; add the permissions there and consent",
        650057: "the app registration does not list Microsoft Graph; add the permissions there and consent",
        70000: "the code or refresh token is not accepted; \(reauthorize)",
        70084: "the refresh token is not valid any more; \(reauthorize)",
        70008: "the refresh token has expired; \(reauthorize)",
        700082: "the refresh token has expired because it was not used for 90 days; \(reauthorize)",
        700084:
            "the refresh token was made for a single-page app and lives for a day; register a web address and \(reauthorize)",
        70043: "conditional access limits how long a sign-in lasts, and it is over; \(reauthorize)",
        70011: "the scope asked for is not valid; check the cloud of the integration",
        1_002_012:
            "an app signs in for all its permissions at once; check that the cloud of the integration is the tenant's, and \(reauthorize)",

        700016: "the app is not known in this tenant; check client id and tenant id",
        700011: "the app is not known in this tenant; check client id and tenant id",
        70002: "the client secret is wrong; give the secret's value, not its id",
        7_000_215: "the client secret is wrong; give the secret's value, not its id",
        7_000_222: "the client secret has expired; make a new one in the app registration",
        700027:
            "the certificate is not accepted; upload its public part to the app registration and check that it has not expired",
        700025: "the app is a public client and may send no secret; remove the secret or turn off public client flows",
        700054: "the app registration does not allow id tokens; turn on ID tokens under Authentication",
        50147: "the code challenge of the sign-in has a wrong size; start the authorization again",
        501_491: "the code challenge of the sign-in has a wrong size; start the authorization again",
        501_481: "this answer belongs to another sign-in; start the authorization again in one window",
        90002: "the tenant is not found; check the tenant id and the cloud of the integration",
        90094: "only an administrator may consent; \(consent)",
    ]
}
