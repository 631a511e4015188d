import Foundation
import Mail
import Model
import Store

/// Every domain of the tenants with what the DNS says of it, worst first.
public struct DomainListing: Sendable {
    public struct Row: Sendable, Hashable {
        public var integration: String
        public var explanation: DomainExplanation
        /// When the DNS was asked last; nil where it never was.
        public var asked: Date?
    }

    let store: Store

    public init(store: Store) { self.store = store }

    /// - Parameter name: of an integration; nil for all.
    public func rows(of name: String? = nil) throws -> [Row] {
        var rows: [Row] = []
        for integration in try store.integrations() where name == nil || integration.name == name {
            // A tenant has at most 5,000 domains (Entra service limits).
            let domains = try store.entities(Domain.self, of: integration.id, limit: 5_000)
            let records = try store.entities(DomainRecords.self, of: integration.id, limit: 5_000)
            let known = Dictionary(
                records.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
            let names = domains.filter { $0.isVerified != false }.map(\.id)
            let asked = try store.readings(.dns, from: "", to: "\u{10FFFF}", of: integration.id)
            for domain in domains {
                rows.append(
                    Row(
                        integration: integration.name,
                        explanation: DomainExplanation(domain, known[domain.id.lowercased()], own: names),
                        asked: asked[domain.id]?.at))
            }
        }
        return rows.sorted { a, b in
            (a.explanation.rank, a.explanation.domain.id, a.integration)
                < (b.explanation.rank, b.explanation.domain.id, b.integration)
        }
    }
}
