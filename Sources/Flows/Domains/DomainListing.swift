import Foundation
import Mail
import Model
import Store

/// Every domain of the tenants with what the DNS says of it, worst first.
public struct DomainListing: Sendable {
    public struct Row: Sendable, Hashable {
        public var integration: String
        public var explanation: DomainExplanation
        /// The integration's number.
        let owner: Int
    }

    let store: Store
    private let shelf: DomainShelf

    /// - Parameter shelf: what was explained before, and still holds where nothing has changed.
    public init(store: Store, keeping shelf: DomainShelf = DomainShelf()) {
        self.store = store
        self.shelf = shelf
    }

    /// - Parameter name: of an integration; nil for all.
    public func rows(of name: String? = nil) throws -> [Row] {
        guard let name else { return try shelf.rows(of: nil, in: store, make: explained) }
        guard let integration = try store.integration(named: name) else { return [] }
        return try shelf.rows(of: integration.id, in: store, make: explained)
    }

    /// When the DNS was asked last about a domain; nil where it never was.
    public func asked(about row: Row) throws -> Date? {
        let domain = row.explanation.domain.id
        return try store.readings(.dns, from: domain, to: domain, of: row.owner)[domain]?.at
    }

    private func explained(_ id: Int) throws -> [Row] {
        guard let integration = try store.integration(id: id) else { return [] }
        // A tenant has at most 5,000 domains (Entra service limits).
        let domains = try store.entities(Domain.self, of: id, limit: 5_000)
        let records = try store.entities(DomainRecords.self, of: id, limit: 5_000)
        let known = Dictionary(records.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let own = Set(domains.filter { $0.isVerified != false }.map { EmailAddress.normalised(domain: $0.id) })
        return domains.map {
            Row(
                integration: integration.name,
                explanation: DomainExplanation($0, known[$0.id.lowercased()], own: own), owner: id)
        }
    }

    static func isBefore(_ a: Row, _ b: Row) -> Bool {
        (a.explanation.rank, a.explanation.domain.id, a.integration)
            < (b.explanation.rank, b.explanation.domain.id, b.integration)
    }
}
