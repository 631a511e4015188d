import Model

/// Why something of a tenant could not be read.
public enum GraphError: Error, Sendable, Hashable {
    case signIn(SignInError)
    /// The service understood and says no (a 4xx that no other case names); not tried again.
    case refused(path: String, status: Int, code: String, message: String)
    /// 404: the subject is gone, or has no such thing (no mailbox, no drive).
    case notFound(path: String, code: String)
    /// Still throttled after so many attempts, or asked to wait longer than a run waits.
    case throttled(path: String, attempts: Int)
    /// The delta token is void: the round begins anew at `location`, or at the feed's first page where it is empty.
    case resync(location: String)
    /// An answer that is not what the path promises: no JSON, cut short, `value` missing, an error inside a 200, nested too deep.
    case malformed(path: String, what: String)
    /// A link to another origin than the configured Graph; nothing was sent there.
    case foreignLink(String)
    /// Pages that lead to each other, or an endless row of empty ones.
    case endless(path: String)
    /// Nobody answers at all: host and reason.
    case unreachable(String)
    /// Nobody answers where a file lies, which is another host than Graph's: host and reason.
    case silentFileHost(String)
    /// The service failed (5xx, time-out; status 0 where there was none) more often than a request is tried.
    case failed(path: String, status: Int, code: String)

    /// A part of a batch that had no answer when the task was cancelled.
    static func cancelled(path: String) -> GraphError { .failed(path: path, status: 0, code: "cancelled") }

    /// What the coverage table says of a subject read in vain.
    public var coverage: (state: CoverageState, detail: String) {
        switch self {
        case .signIn(let error): (.error, "sign-in: \(error.code)")
        case .refused(_, let status, let code, _):
            (status == 401 || status == 403 ? .denied : .error, label(status, code))
        case .notFound(_, let code): (.notApplicable, label(404, code))
        case .throttled(_, let attempts): (.throttled, "throttled \(attempts) \(attempts == 1 ? "time" : "times")")
        case .resync: (.error, "410 resync required")
        case .malformed(_, let what): (.error, "malformed answer: \(what)")
        case .foreignLink: (.error, "link to another host")
        case .endless: (.error, "endless pages")
        case .unreachable(let why): (.error, "unreachable: \(why)")
        case .silentFileHost(let why): (.error, "download host unreachable: \(why)")
        case .failed(_, let status, let code): (.error, status == 0 ? code : label(status, code))
        }
    }

    /// True where going on with other subjects makes no sense: no sign-in, no network.
    public var isFatal: Bool {
        switch self {
        case .signIn, .unreachable: true
        default: isCancelled
        }
    }

    /// True where nothing is wrong but that somebody stopped the work.
    public var isCancelled: Bool {
        if case .failed(_, 0, "cancelled") = self { true } else { false }
    }

    private func label(_ status: Int, _ code: String) -> String { code.isEmpty ? String(status) : "\(status) \(code)" }
}

extension GraphError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .signIn(let error): error.description
        case .refused(let path, let status, let code, let message):
            "\(path): refused with \(label(status, code))\(message.isEmpty ? "" : " (\(message))")\(advice(status))"
        case .notFound(let path, let code): "\(path): not there (\(label(404, code)))"
        case .throttled(let path, let attempts):
            "\(path): still throttled after \(attempts) \(attempts == 1 ? "attempt" : "attempts"); run again later"
        case .resync: "the change token has expired; the round starts again from the beginning"
        case .malformed(let path, let what):
            "\(path): the answer is malformed, \(what); run again, and if it stays report it"
        case .foreignLink(let link):
            "a link leads to another host, \(Self.shortened(link)); nothing was sent there, check graphUrl and what stands in between"
        case .endless(let path): "\(path): the pages never end; the round was stopped, run again later"
        case .unreachable(let why):
            "cannot reach \(why); check the network, a proxy and the addresses of the integration"
        case .silentFileHost(let why):
            "cannot reach \(why), where SharePoint keeps the file; let the firewall or proxy through to it"
        case .failed(let path, let status, let code):
            "\(path): the service failed repeatedly with \(status == 0 ? code : label(status, code)); run again later"
        }
    }

    private func advice(_ status: Int) -> String {
        switch status {
        case 401: "; the token is not accepted, check the integration's tenant and cloud"
        case 403: "; check the app's permissions and their consent"
        default: ""
        }
    }

    /// Scheme and host alone: the rest of a link may hold a token.
    private static func shortened(_ link: String) -> String {
        Origin.split(link)?.origin.description ?? "which is no http address"
    }
}
