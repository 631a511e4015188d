import Foundation

/// The one token of a client: renewed at 80 % of its life, one renewal in flight however many ask.
actor TokenSource {
    private let signIn: SignIn
    private let onRotatedRefreshToken: @Sendable (String) async throws -> Void
    private let onToken: @Sendable () -> Void
    private var refreshToken: String?
    private var current: Token?
    private var renewal: Task<Result<Token, any Error>, Never>?

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
    /// - Parameter refused: the token that a 401 came for; another one is got.
    func token(insteadOf refused: String? = nil) async throws -> Token {
        if let current, current.value != refused, signIn.clock.now() < current.renewsAt { return current }
        let task = renewal ?? Task { await renew() }
        renewal = task
        switch await task.value {
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
        defer { renewal = nil }
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
        do { try await onRotatedRefreshToken(rotated) } catch {
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
