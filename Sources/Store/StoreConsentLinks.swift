import Foundation

/// An authorisation that waits for the consent of somebody who has no account here: found by its state alone, in whatever browser.
extension Store {
    /// Lets any browser bring an answer back with this state, once, and keeps the authorisation that long. What it waited for before is void.
    public func awaitElsewhere(
        _ pending: PendingAuthorisation, secret: AuthorisationSecret, state: RandomSecret, until expires: Date
    ) throws {
        try keep(pending, secret: secret, state: state)
        _ = try database.write {
            try $0.execute(
                "UPDATE pending_authorisation SET browser_digest = $1, expires = $2 WHERE id = $3",
                [.blob([]), expires.sql, .text(pending.id)])
        }
    }

    /// The authorisation that waits for this state from any browser, and whose it is. The state is used up whatever comes of it; nil where
    /// there is none, where it was used, where it is over, and where it belongs to one browser.
    public func takeElsewhere(
        state: String, at now: Date
    ) throws -> (pending: PendingAuthorisation, owner: String)? {
        // Anybody may ask as often as they like: what is unknown is only read.
        guard let waiting = try awaitedElsewhere(state: state, at: now), let state = RandomSecret(state) else {
            return nil
        }
        let id = waiting.pending.id
        let found = try database.write { connection -> (body: String, owner: String)? in
            let used = try connection.execute(
                "UPDATE pending_authorisation SET state_digest = NULL WHERE id = $1 AND state_digest = $2 AND expires > $3",
                [.text(id), .blob(state.digest), now.sql])
            guard used == 1 else { return nil }
            return try connection.first("SELECT body, actor FROM pending_authorisation WHERE id = $1", [.text(id)]) {
                ($0.text(0), $0.text(1))
            }
        }
        return try found.map { (try Self.pending($0.body), $0.owner) }
    }

    /// The same without using up the state.
    public func awaitedElsewhere(
        state: String, at now: Date
    ) throws -> (pending: PendingAuthorisation, owner: String)? {
        guard let state = RandomSecret(state) else { return nil }
        let found = try database.read { connection in
            try connection.first(
                """
                SELECT body, actor, browser_digest FROM pending_authorisation
                WHERE state_digest = $1 AND expires > $2
                """, [.blob(state.digest), now.sql]
            ) { row in row.blob(2).isEmpty ? (body: row.text(0), owner: row.text(1)) : nil } ?? nil
        }
        return try found.map { (try Self.pending($0.body), $0.owner) }
    }

    /// Notes what was learned meanwhile; what is awaited stays awaited.
    public func update(_ pending: PendingAuthorisation) throws {
        let body = try Self.body(pending)
        _ = try database.write {
            try $0.execute(
                "UPDATE pending_authorisation SET body = $1 WHERE id = $2", [.text(body), .text(pending.id)])
        }
    }
}
