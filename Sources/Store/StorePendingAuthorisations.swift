import Foundation
import Model

extension Store {
    /// How many pending authorisations are kept; the oldest make room.
    private static let most = 200

    /// Keeps a new authorisation, and forgets those that are over.
    /// - Parameters:
    ///   - state: what Microsoft has to send back.
    ///   - browser: what the browser that began it has in its cookie.
    public func begin(
        _ pending: PendingAuthorisation, secret: AuthorisationSecret, state: RandomSecret, browser: RandomSecret,
        by actor: String, at now: Date, expires: Date
    ) throws {
        let sealed = try key.seal(JSONEncoder().encode(secret), for: Self.purpose(ofAuthorisation: pending.id))
        let body = try Self.body(pending)
        try database.write { connection in
            try connection.execute("DELETE FROM pending_authorisation WHERE expires <= $1", [now.sql])
            try connection.execute(
                """
                DELETE FROM pending_authorisation WHERE id NOT IN (
                    SELECT id FROM pending_authorisation ORDER BY created_at DESC LIMIT \(Self.most))
                """, [])
            try connection.execute(
                """
                INSERT INTO pending_authorisation (id, state_digest, browser_digest, actor, body, secret, created_at, expires)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                [
                    .text(pending.id), .blob(state.digest), .blob(browser.digest), .text(actor), .text(body),
                    .blob(sealed), now.sql, expires.sql,
                ])
        }
    }

    /// The authorisation that waits for this state, in this browser, begun by this person. The state is used up whatever comes of it; nil
    /// where there is none, where it was used, and where it is over.
    public func take(state: String, browser: String?, by actor: String, at now: Date) throws -> PendingAuthorisation? {
        guard let state = RandomSecret(state), let browser = browser.flatMap({ RandomSecret($0) }) else { return nil }
        return try database.write { connection in
            let found = try connection.first(
                "SELECT id, browser_digest, actor, body, expires FROM pending_authorisation WHERE state_digest = $1",
                [.blob(state.digest)]
            ) { ($0.text(0), $0.blob(1), $0.text(2), $0.text(3), $0.real(4)) }
            guard let (id, digest, owner, body, expires) = found else { return nil }
            // Somebody else's browser does not use up a state that it should not know.
            guard areAlike(digest, browser.digest), owner == actor else { return nil }
            try connection.execute("UPDATE pending_authorisation SET state_digest = NULL WHERE id = $1", [.text(id)])
            guard expires > now.timeIntervalSince1970 else { return nil }
            return try Self.pending(body)
        }
    }

    /// An authorisation of this person, by its id; nil where it is over.
    public func pendingAuthorisation(_ id: String, by actor: String, at now: Date) throws -> PendingAuthorisation? {
        let body = try database.read {
            try $0.first(
                "SELECT body FROM pending_authorisation WHERE id = $1 AND actor = $2 AND expires > $3",
                [.text(id), .text(actor), now.sql]
            ) { $0.text(0) }
        }
        return try body.map(Self.pending)
    }

    /// The sealed part; nil where the authorisation is gone.
    public func secret(ofAuthorisation id: String) throws -> AuthorisationSecret? {
        let sealed = try database.read {
            try $0.first("SELECT secret FROM pending_authorisation WHERE id = $1", [.text(id)]) { $0.blob(0) }
        }
        guard let sealed else { return nil }
        let plain = try key.unseal(sealed, for: Self.purpose(ofAuthorisation: id))
        return try JSONDecoder().decode(AuthorisationSecret.self, from: plain)
    }

    /// Notes how far an authorisation is. Does nothing where it is gone.
    /// - Parameters:
    ///   - secret: takes the place of the sealed part; nil leaves it.
    ///   - state: what Microsoft has to send back next; nil where nothing more is awaited.
    public func keep(_ pending: PendingAuthorisation, secret: AuthorisationSecret? = nil, state: RandomSecret? = nil)
        throws
    {
        let sealed = try secret.map {
            try key.seal(JSONEncoder().encode($0), for: Self.purpose(ofAuthorisation: pending.id))
        }
        let body = try Self.body(pending)
        _ = try database.write {
            try $0.execute(
                """
                UPDATE pending_authorisation SET body = $1, secret = COALESCE($2, secret), state_digest = $3 WHERE id = $4
                """,
                [
                    .text(body), sealed.map { .blob($0) } ?? .null, state.map { .blob($0.digest) } ?? .null,
                    .text(pending.id),
                ])
        }
    }

    /// Uses an authorisation up. - Returns: false where somebody else did already.
    public func forgetAuthorisation(_ id: String) throws -> Bool {
        try database.write { try $0.execute("DELETE FROM pending_authorisation WHERE id = $1", [.text(id)]) } > 0
    }

    static func body(_ pending: PendingAuthorisation) throws -> String {
        String(decoding: try JSONEncoder().encode(pending), as: UTF8.self)
    }

    @Sendable static func pending(_ body: String) throws -> PendingAuthorisation {
        try JSONDecoder().decode(PendingAuthorisation.self, from: Data(body.utf8))
    }

    private static func purpose(ofAuthorisation id: String) -> String { "reeve/authorisation/\(id)" }
}
