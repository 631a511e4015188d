import Flows
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Store

extension WebServer {
    /// The token of a request, where it has the scope.
    /// - Parameter presented: what the client showed; nil where it showed nothing.
    /// - Throws: `Problem` 401, 403 or 429 in the words of RFC 6750 §3.1.
    func admit(_ presented: String?, to scope: APIScope, _ context: WebContext) async throws -> APIToken {
        let token = try await admit(presented, context)
        guard token.has(scope) else {
            throw Problem(
                .forbidden, "This token lacks the scope \(scope.rawValue).",
                headers: [
                    .wwwAuthenticate:
                        "Bearer realm=\"reeve\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\""
                ])
        }
        return token
    }

    /// The token of a request, whatever its scopes.
    private func admit(_ presented: String?, _ context: WebContext) async throws -> APIToken {
        guard let presented, !presented.isEmpty else {
            throw Problem(
                .unauthorized, "This needs a token: Authorization: Bearer TOKEN (reeve token add).",
                headers: [.wwwAuthenticate: "Bearer realm=\"reeve\""])
        }
        let now = now()
        guard let token = try keptToken(presented) else { throw refusal("This token is not known.", context, at: now) }
        switch token.standing(at: now) {
        case .active: break
        case .revoked: throw refusal("This token was revoked.", context, at: now)
        case .expired: throw refusal("This token has expired.", context, at: now)
        }
        await note(token, at: now)
        return token
    }

    func keptToken(_ presented: String) throws -> APIToken? {
        guard let secret = APISecret(presented) else { return nil }
        do {
            return try store.token(of: secret)
        } catch {
            log.error("tokens cannot be read", metadata: ["why": "\(error)"])
            throw Problem(
                .serviceUnavailable, "The database cannot be read at the moment.", headers: [.retryAfter: "10"])
        }
    }

    /// A good token is never made to wait for another client's bad ones: behind a proxy they have one address, and 256 random bits
    /// are not guessed. What waits is the client that goes on with a bad one.
    private func refusal(_ detail: String, _ context: WebContext, at now: Date) -> Problem {
        if let seconds = strikes.strike(Web.clientKey(context.remoteAddress), at: now) {
            return Problem(
                .tooManyRequests, "Too many bad tokens from this address; try again in \(seconds) s.",
                headers: [.retryAfter: "\(seconds)"])
        }
        return Problem(
            .unauthorized, detail, headers: [.wwwAuthenticate: "Bearer realm=\"reeve\", error=\"invalid_token\""])
    }

    /// A verdict does not wait for a note on a token, nor do notes pile up while the database is locked.
    private func note(_ token: APIToken, at now: Date) async {
        guard uses.begin(token.id) else { return }
        let (store, log, uses) = (store, log, uses)
        _ = try? await within(Self.patienceForNotes, of: ContinuousClock()) {
            defer { uses.end(token.id) }
            do {
                try await store.noteUse(of: token, at: now)
            } catch {
                log.warning(
                    "the use of a token could not be noted", metadata: ["token": "\(token.id)", "why": "\(error)"])
            }
        }
    }

    private static let patienceForNotes = Duration.milliseconds(200)
}

/// The client by its address; of an IPv6 address the first 64 bits, because who has one has them all (RFC 6177).
func clientKey(_ address: SocketAddress?) -> String {
    guard let address, let text = address.ipAddress else { return "unknown" }
    var bytes = [UInt8](repeating: 0, count: 16)
    guard case .v6 = address, inet_pton(AF_INET6, text, &bytes) == 1 else { return text }
    let isMappedIPv4 = bytes.prefix(10).allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    return (isMappedIPv4 ? bytes.suffix(4) : bytes.prefix(8)).map { String($0) }.joined(separator: ".")
}

/// The token of an `Authorization: Bearer` field (RFC 6750 §2.1); nil where there is none.
func bearer(_ headers: HTTPFields) -> String? {
    guard let value = headers[.authorization] else { return nil }
    let words = value.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
    return String(words[1])
}

extension WebServer {
    /// Who holds a token that opens the API by a role.
    /// - Throws: `Problem` 401, 403 or 429.
    func visitor(ofToken presented: String, _ context: WebContext) async throws -> Visitor {
        let token = try await admit(presented, context)
        guard let role = token.role else {
            throw Problem(
                .forbidden, "This token has no scope that reads or changes anything here.",
                headers: [.wwwAuthenticate: "Bearer realm=\"reeve\", error=\"insufficient_scope\", scope=\"read\""])
        }
        return Visitor(
            name: token.name, role: role, actor: "token:\(token.name)", address: context.remoteAddress?.ipAddress)
    }
}
