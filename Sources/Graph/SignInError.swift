/// Why there is no token: what the sign-in service said, and what a person does about it.
public struct SignInError: Error, Hashable, Sendable, CustomStringConvertible {
    /// OAuth's word (`invalid_client`, RFC 6749 §5.2), or `invalid_credential` where nothing was sent.
    public let error: String
    /// The AADSTS numbers of the answer (`error_codes`), first the one the sentence is about; empty where it named none.
    public let codes: [Int]
    /// What is wrong and what to do next, one line.
    public let sentence: String
    /// For Microsoft's support; nil where it was not given.
    public let traceID: String?
    /// Trying again later may help; nothing needs to be changed.
    public let isTransient: Bool
    /// The service's own description, cut to 2,000 characters; nil where it gave none. Other people's text.
    public let answer: String?

    init(
        error: String, codes: [Int] = [], sentence: String, traceID: String? = nil, isTransient: Bool = false,
        answer: String? = nil
    ) {
        self.error = error
        self.codes = codes
        self.sentence = sentence
        self.traceID = traceID
        self.isTransient = isTransient
        self.answer = answer.map { String($0.prefix(2000)) }
    }

    /// "AADSTS7000215", or the OAuth word where there is no number.
    public var code: String { codes.first.map { "AADSTS\($0)" } ?? error }

    public var description: String {
        let trace = traceID.map { ", trace \($0)" } ?? ""
        return "sign-in refused: \(sentence) (\(code)\(trace))"
    }

    /// A credential that cannot work: told before anything is sent.
    static func credential(_ sentence: String) -> SignInError {
        SignInError(error: "invalid_credential", sentence: sentence)
    }
}
