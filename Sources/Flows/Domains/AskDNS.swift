import DNS
import Foundation
import Model
import Store

/// Asks the DNS about one domain now, in place of waiting for the next scan: the button beside a record that was just mended.
public struct AskDNS: Sendable {
    let surroundings: Surroundings

    public init(surroundings: Surroundings) { self.surroundings = surroundings }

    /// Why nobody was asked.
    public enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        case unknownDomain
        /// The DNS of a name that nobody has proved to own says nothing about the tenant.
        case notVerified
        case noServer(String)

        public var description: String {
            switch self {
            case .unknownDomain: "the tenant has no domain of that name"
            case .notVerified: "the domain is not verified in the tenant, so that its records are nobody's concern here"
            case .noServer(let why): "no DNS server can be asked: \(why)"
            }
        }
    }

    /// Asks, and keeps the answers in place of those before; the domain waits to be judged again.
    /// - Returns: what the DNS did not answer, in words; nil where it answered everything.
    /// - Throws: `Problem`, `StoreError`.
    @discardableResult
    public func run(_ name: String, of integration: Integration, _ deed: Deed) async throws -> String? {
        let store = surroundings.store
        // Whatever letter case it was asked in, it is kept under the name that Graph has.
        let domains = try store.entities(Domain.self, of: integration.id, limit: 5_000)
        guard let domain = domains.first(where: { $0.id.lowercased() == name.lowercased() }) else {
            throw Problem.unknownDomain
        }
        guard domain.isVerified == true else { throw Problem.notVerified }
        let records = try await lookUp(domain.id, of: integration)
        let (entity, trouble) = (try StoredEntity(records), records.trouble)
        // Part of the run that is under way or was the last: the next round does not take it for something gone.
        let run = try store.latestRun(integration.id)?.number ?? 0
        try await store.write(integration.id) { writer in
            try writer.keep(entity, round: run, run: run)
            try writer.note(Coverage(of: domain.id, trouble), run: run, at: deed.at)
            try writer.note(deed.entry("domain.ask", domain.id, trouble))
        }
        return trouble
    }

    private func lookUp(_ domain: String, of integration: Integration) async throws -> DomainRecords {
        if let resolve = surroundings.resolve { return await LookUpDomain(resolve: resolve).records(of: domain) }
        let resolver: Resolver
        do { resolver = try Resolver(server: integration.dns) } catch { throw Problem.noServer("\(error)") }
        defer { resolver.shutDown() }
        return await LookUpDomain(resolve: resolver.resolve).records(of: domain)
    }
}

extension DomainRecords {
    /// Which question had no answer, in words; nil where each had one.
    var trouble: String? {
        for answer in answers {
            guard case .failed(let why) = answer.result else { continue }
            return answer.question.name == id
                ? "\(why), not judged" : "\(answer.question.name): \(why), not judged"
        }
        return nil
    }
}

extension Coverage {
    /// How asking the DNS about a domain went.
    init(of domain: String, _ trouble: String?) {
        self =
            trouble.map { Coverage(.dns, subject: domain, .error, detail: $0) }
            ?? Coverage(.dns, subject: domain, .ok)
    }
}
