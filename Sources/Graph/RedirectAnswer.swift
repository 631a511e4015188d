/// What the sign-in service sends a browser back with. Nothing of it is proved: whoever can write an address can write this.
public struct RedirectAnswer: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
        /// To be redeemed at the token endpoint.
        case code(String)
        /// An administrator is said to have consented for this tenant.
        case consent(tenant: String)
        case refused(SignInError)
        /// No answer that the service gives.
        case meaningless
    }

    /// As it was sent along; nil where it is missing.
    public let state: String?
    public let content: Content

    /// Reads the query. `error` counts first: `admin_consent=True` stands on refusals too.
    public init(_ value: (String) -> String?) {
        state = value("state")
        if let error = value("error"), !error.isEmpty {
            content = .refused(SignInError(redirectedWith: error, description: value("error_description")))
        } else if let code = value("code"), !code.isEmpty {
            content = .code(code)
        } else if value("admin_consent")?.lowercased() == "true", let tenant = value("tenant"), !tenant.isEmpty {
            content = .consent(tenant: tenant)
        } else {
            content = .meaningless
        }
    }
}

extension SignInError {
    /// Of an error in an address, where the AADSTS number stands at the beginning of the description and nowhere else.
    init(redirectedWith error: String, description: String?) {
        let codes = description.flatMap(Self.number).map { [$0] } ?? []
        self.init(
            error: String(error.prefix(60)), codes: codes,
            sentence: codes.first.flatMap { Self.sentences[$0] }
                // The word access_denied stands for many things; where the number says which, and it is not known here, nothing is guessed.
                ?? (codes.isEmpty || error != "access_denied" ? Self.wordSentences[error] : nil)
                    ?? "the sign-in service says no, for a reason that is not known here; read its answer below",
            isTransient: error == "temporarily_unavailable" || error == "server_error", answer: description)
    }

    private static func number(_ text: String) -> Int? {
        guard text.hasPrefix("AADSTS") else { return nil }
        return Int(text.dropFirst("AADSTS".count).prefix { $0.isASCII && $0.isNumber }.prefix(10))
    }
}
