/// What a hop says that it found of a message's authentication: one Authentication-Results field (RFC 8601), or Exchange
/// Online's form of it, which has no authserv-id.
///
/// Only worth as much as the hop that wrote it: see `Message.trustedTopResults` and `Message.results(trusting:)`.
public struct AuthenticationResults: Hashable, Sendable {
    /// The word after "=", lower-cased; an open set.
    public struct Result: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = HeaderText.lowered(rawValue) }
        public var description: String { rawValue }

        public static let pass = Result(rawValue: "pass")
        public static let fail = Result(rawValue: "fail")
        public static let softFail = Result(rawValue: "softfail")
        public static let neutral = Result(rawValue: "neutral")
        public static let none = Result(rawValue: "none")
        public static let policy = Result(rawValue: "policy")
        public static let tempError = Result(rawValue: "temperror")
        public static let permError = Result(rawValue: "permerror")
        /// Exchange Online: no DMARC record, but SPF or DKIM would have passed one.
        public static let bestGuessPass = Result(rawValue: "bestguesspass")
        /// Exchange Online, compauth: implicit authentication with low confidence.
        public static let softPass = Result(rawValue: "softpass")
    }

    public struct SPF: Hashable, Sendable {
        public var result: Result
        /// The domain of `smtp.mailfrom`, lower-cased; nil where it was empty or not given.
        public var mailFrom: String?
        /// `smtp.helo`, lower-cased.
        public var helo: String?
    }

    /// One signature.
    public struct DKIM: Hashable, Sendable {
        public var result: Result
        /// The signing domain: `header.d`, else the domain of `header.i`; lower-cased. Nil for `none`.
        public var domain: String?
        public var selector: String?
    }

    public struct DMARC: Hashable, Sendable {
        public var result: Result
        /// The domain that was judged, lower-cased.
        public var headerFrom: String?
        /// Exchange Online: what was done, or would have been: `none`, `quarantine`, `oreject`, ...
        public var action: String?
    }

    /// Exchange Online's composite authentication.
    public struct CompositeAuthentication: Hashable, Sendable {
        public var result: Result
        /// Three digits as written: `100`, `130` (a trusted ARC sealer), `000`, ...
        public var reason: String?
    }

    public struct ARC: Hashable, Sendable {
        public var result: Result
        /// `header.d`, else `header.oldest-pass-d`, where the hop names the sealer; lower-cased.
        public var domain: String?
    }

    /// Nil in Exchange Online's form.
    public var authservID: String?
    public var spf: SPF?
    public var dkim: [DKIM] = []
    public var dmarc: DMARC?
    public var compauth: CompositeAuthentication?
    public var arc: ARC?

    public var spfMailFrom: String? { spf?.mailFrom }

    public init(authservID: String? = nil) { self.authservID = authservID }
}
