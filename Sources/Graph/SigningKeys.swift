import Foundation
import HTTPTypes
import Synchronization

/// What sign-in services say of themselves and their keys, kept for as long as they allow (RFC 9111 `max-age`): not every sign-in asks for it.
/// A token signed with a key that is not known makes it ask again, because keys change without notice, but at most every few minutes:
/// anybody can send a token that names a key.
public final class SigningKeys: Sendable {
    private struct Kept: Sendable {
        var description: OpenIDProvider.Description
        var fetched: Date
        var freshUntil: Date
    }

    private let kept = Mutex<[String: Kept]>([:])

    /// Seconds between two questions because of an unknown key.
    static let pause = 300.0
    /// Seconds for which keys count where the service says nothing.
    static let silence = 3_600.0
    /// Seconds after which they are asked for whatever the service says.
    static let longest = 86_400.0

    public init() {}

    /// - Parameter key: the id of the key that a token names; nil where it names none.
    /// - Throws: `IdentityProblem.provider`.
    func description(
        of provider: OpenIDProvider, signing key: String?, at now: Date
    ) async throws -> OpenIDProvider.Description {
        let address = "\(provider.page.endpoint.loginURL)/\(provider.page.tenant)"
        if let known = kept.withLock({ $0[address] }), now < known.freshUntil, now >= known.fetched {
            let isKnown = known.description.keys.contains { $0.id == key }
            if isKnown || now.timeIntervalSince(known.fetched) < Self.pause { return known.description }
        }
        let (description, life) = try await provider.describe()
        let fresh = Kept(
            description: description, fetched: now,
            freshUntil: now.addingTimeInterval(min(life ?? Self.silence, Self.longest)))
        kept.withLock { $0[address] = fresh }
        return description
    }
}

extension HTTPFields {
    /// Seconds for which an answer may be kept: 0 where it may not; nil where nothing is said (RFC 9111 §5.2.2).
    var life: Double? {
        guard let directives = self[.cacheControl]?.lowercased().split(separator: ",") else { return nil }
        let words = directives.map { $0.trimmingCharacters(in: .whitespaces) }
        if words.contains(where: { $0 == "no-store" || $0.hasPrefix("no-cache") }) { return 0 }
        return words.first { $0.hasPrefix("max-age=") }.flatMap { Double($0.dropFirst("max-age=".count)) }
    }
}
