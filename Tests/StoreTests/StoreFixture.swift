import Foundation
import Model
import Testing

@testable import Store

/// A store in memory with one integration, and what tests do with it.
struct StoreFixture {
    let store: Store
    let integration: Integration
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws {
        store = try Store(.memory, key: SecretKey())
        integration = try store.add(.contoso, secret: CredentialSecret(clientSecret: "s3cret"))
    }

    func user(_ id: String, _ change: (inout User) -> Void = { _ in }) -> User {
        var user = User(id: id)
        user.displayName = "User \(id)"
        user.accountEnabled = true
        change(&user)
        return user
    }

    func keep(_ users: [User], round: Int = 1, run: Int = 1) async throws {
        let entities = try users.map { try StoredEntity($0) }
        try await store.write(integration.id) { writer in
            for entity in entities { try writer.keep(entity, round: round, run: run) }
        }
    }

    func answer(_ outcome: Outcome, check: String = "user-disabled") -> Assessment.Answer {
        Assessment.Answer(check: check, severity: .low, outcome: outcome)
    }

    @discardableResult
    func record(_ user: User, _ outcomes: [Assessment.Answer], run: Int, at later: Double = 0) async throws
        -> InstanceCounts
    {
        let assessment = Assessment(of: user, answers: outcomes)
        let when = now.addingTimeInterval(later)
        return try await store.write(integration.id) {
            try $0.record(assessment, tenantID: "t", run: run, at: when)
        }
    }

    func instances(_ statuses: [Instance.Status] = [.active]) throws -> [Instance] {
        var filter = InstanceFilter()
        filter.statuses = statuses
        return try store.instances(filter, limit: 1000)
    }
}

extension Integration {
    static var contoso: Integration {
        Integration(
            name: "contoso", tenantID: "84841066-274d-4ec0-a5c1-276be684bdd3",
            clientID: "11111111-2222-4333-8444-555555555555",
            graphURL: "https://graph.microsoft.com", loginURL: "https://login.microsoftonline.com", credential: .secret,
            createdAt: Date(timeIntervalSince1970: 1_800_000_000))
    }
}

/// A folder that is gone afterwards.
func withTemporaryFolder<T>(_ body: (URL) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "reeve-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try await body(folder)
}
