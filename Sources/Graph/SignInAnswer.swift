import JSONPull

extension SignInError {
    /// Reads the error answer of a token endpoint; keyed on `error` and `error_codes`, never on text.
    init(status: Int, body: [UInt8]) {
        var error = ""
        var codes: [Int] = []
        var trace: String?
        var description: String?
        _ = try? JSONReader.read(body) { (reader) throws(JSONError) in
            try reader.optionalObject { (reader, key) throws(JSONError) in
                switch key {
                case "error": error = try reader.optionalString() ?? ""
                case "error_codes":
                    codes = []
                    try reader.optionalArray { (reader) throws(JSONError) in
                        if let code = try reader.optionalInt() { codes.append(code) }
                    }
                case "trace_id": trace = try reader.optionalString()
                case "error_description": description = try reader.optionalString()
                default: break
                }
            }
        }
        if let known = codes.firstIndex(where: { SignInError.sentences[$0] != nil }) { codes.swapAt(0, known) }
        let isTransient =
            status == 429 || status >= 500 || error == "temporarily_unavailable" || error == "server_error"
        let word = error.isEmpty && isTransient ? "temporarily_unavailable" : error
        let sentence =
            codes.first.flatMap { SignInError.sentences[$0] } ?? SignInError.wordSentences[word]
            ?? "the sign-in service answered \(status) without saying why; check the login address of the integration"
        self.init(
            error: error.isEmpty ? "status \(status)" : error, codes: codes, sentence: sentence, traceID: trace,
            isTransient: isTransient, answer: description)
    }

    /// What OAuth's words mean where the AADSTS number is missing or unknown (RFC 6749 §5.2 and the documentation of Entra).
    static let wordSentences: [String: String] = [
        "invalid_request": "the sign-in request is not what Entra expects; check tenant id and client id",
        "invalid_grant": "the refresh token is void; authorize the integration again",
        "unauthorized_client": "the app may not sign in this way; check the app registration",
        "invalid_client": "the app's secret or certificate is not accepted; check it in the app registration",
        "unsupported_grant_type": "the sign-in service does not know this way to sign in; check the login address",
        "invalid_resource": "the Graph of this cloud is not known to the tenant; check the cloud of the integration",
        "interaction_required": "a person has to sign in; authorize the integration again",
        "temporarily_unavailable": "the sign-in service is overloaded; try again in a few minutes",
        "server_error": "the sign-in service failed; try again in a few minutes",
        "consent_required": "nobody has consented to the app's permissions; have an administrator consent",
        "invalid_scope": "the scope asked for does not exist; check the cloud of the integration",
        "access_denied": "the sign-in was cancelled or denied; have an administrator consent",
        "permission_denied": "the consent was declined; have an administrator consent",
        "login_required": "nobody is signed in at Microsoft; authorize again and sign in",
        "unsupported_response_type": "the app registration does not allow this sign-in; add a Web redirect address",
    ]
}
