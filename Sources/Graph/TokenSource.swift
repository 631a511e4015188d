import Foundation

/// The one token of a client: renewed at 80 % of its life, one renewal in flight however many ask.
actor TokenSource {
    private let signIn: SignIn
    private let onRotatedRefreshToken: @Sendable (String) async throws -> Void
    private let onToken: @Sendable () -> Void
    private var refreshToken: String?
    private var current: Token?
    private var renewal: Task<Result<Token, any Error>, Never>?
    /// How many wait for the renewal; it ends with the last of them.
    private var waiting = 0

    init(
        _ signIn: SignIn, onRotatedRefreshToken: @escaping @Sendable (String) async throws -> Void,
        onToken: @escaping @Sendable () -> Void
    ) {
        self.signIn = signIn
        self.onRotatedRefreshToken = onRotatedRefreshToken
        self.onToken = onToken
        if case .refreshToken(let token, _) = signIn.credential { refreshToken = token }
    }

    /// A token that Graph has not refused yet.
    /// - Throws: `GraphError`; `CancellationError` as soon as who asks is cancelled, whatever the sign-in service does.
    /// - Parameter refused: the token that a 401 came for; another one is got.
    func token(insteadOf refused: String? = nil) async throws -> Token {
        if let current, current.value != refused, signIn.clock.now() < current.renewsAt { return current }
        let task = renewal ?? Task { await renew() }
        renewal = task
        waiting += 1
        defer {
            waiting -= 1
            if waiting == 0 { task.cancel() }
            if renewal == task { renewal = nil }
        }
        switch try await task.valueUnlessCancelled() {
        case .success(let token): return token
        case .failure(let error):
            if let current, current.value != refused, Self.isPassing(error),
                signIn.clock.now() < current.facts.expiresAt
            {
                return current
            }
            throw error
        }
    }

    private func renew() async -> Result<Token, any Error> {
        do {
            let token = try await signIn.token(refreshToken.map { .refreshToken($0) } ?? .app)
            if refreshToken != nil, let rotated = token.refreshToken, rotated != refreshToken {
                try await keep(rotated)
            }
            onToken()
            current = token
            return .success(token)
        } catch {
            return .failure(error)
        }
    }

    /// The old refresh token stays valid until the new one is stored, so a crash in between loses nothing.
    private func keep(_ rotated: String) async throws {
        // Whoever asked may be gone by now; the new token has to be kept all the same.
        let keeping = Task { [onRotatedRefreshToken] in try await onRotatedRefreshToken(rotated) }
        do { try await keeping.value } catch {
            throw GraphError.signIn(
                .credential("the new refresh token could not be stored; check the database and run again"))
        }
        refreshToken = rotated
    }

    /// The sign-in service is not there, as against: it says no.
    private static func isPassing(_ error: any Error) -> Bool {
        switch error as? GraphError {
        case .signIn(let error): error.isTransient
        case .unreachable, .failed, .malformed: true
        default: false
        }
    }
}

extension Task where Failure == Never {
    /// What the task returns; waiting for it ends where the one who waits is cancelled, and the task goes on.
    /// - Throws: `CancellationError`.
    fileprivate func valueUnlessCancelled() async throws -> Success {
        let (values, gives) = AsyncStream.makeStream(of: Success.self)
        Task<Void, Never> {
            gives.yield(await value)
            gives.finish()
        }
        for await value in values { return value }
        throw _Concurrency.CancellationError()
    }
}
