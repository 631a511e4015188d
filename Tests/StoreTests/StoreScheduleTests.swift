import Foundation
import Model
@testable import Store
import Testing

/// When an integration is read next, and its app registration.
struct StoreScheduleTests {
    let store: Store
    let integration: Integration
    let now = Date(timeIntervalSince1970: 1_795_000_000)

    init() throws {
        store = try Store(.memory, key: SecretKey())
        integration = try store.add(
            Integration(
                name: "contoso", tenantID: "t", clientID: "c", graphURL: "g", loginURL: "l", credential: .secret,
                createdAt: now, syncFrequency: .daily, features: [.directory, .sites]),
            secret: CredentialSecret(clientSecret: "s"))
    }

    @Test func `a schedule comes back as it was kept, and what was granted stays beside it`() throws {
        #expect(try store.schedule(of: integration.id) == Schedule())
        try store.noteGranted([.userReadAll, .groupReadAll], to: integration.id, at: now)
        let schedule = Schedule(nextAt: now, underway: .scan, failures: 2, trouble: "no", failedAt: now)
        try store.set(schedule, of: integration.id)
        var expected = schedule
        (expected.granted, expected.grantedAt) = ([.userReadAll, .groupReadAll], now)
        #expect(try store.schedule(of: integration.id) == expected)
        try store.noteGranted(nil, to: integration.id, at: now)
        #expect(try store.schedule(of: integration.id).granted == nil)
        #expect(try store.schedule(of: integration.id).nextAt == now)
    }

    @Test func `an integration that is gone has no schedule and leaves none`() throws {
        try store.set(Schedule(nextAt: now), of: integration.id)
        try store.remove(integration.id)
        try store.set(Schedule(nextAt: now), of: integration.id)
        #expect(try store.schedule(of: integration.id) == Schedule())
    }

    @Test func `frequency and features are kept, and another frequency is planned anew`() throws {
        #expect(try store.integration(id: integration.id) == integration)
        try store.set(Schedule(nextAt: now), of: integration.id)
        try store.setSyncFrequency(.quarterHour, of: integration.id)
        #expect(try store.integration(id: integration.id)?.syncFrequency == .quarterHour)
        #expect(try store.schedule(of: integration.id).nextAt == nil)
    }

    @Test func `a registration keeps its credential when only its ids change`() throws {
        let entry = AuditEntry(at: now, actor: "user:ana", action: "registration.change", subject: "global")
        var registration = Registration(cloud: "global", updatedAt: now, updatedBy: "user:ana")
        try store.keep(registration, credential: CredentialSecret(clientSecret: "s3cret"), entry)
        registration.clientID = "c"
        try store.keep(registration, entry)
        let kept = try #require(try store.registration(of: "global"))
        #expect(kept.clientID == "c")
        #expect(kept.isComplete)
        #expect(try store.secret(ofRegistration: "global")?.clientSecret == "s3cret")
        #expect(try store.secret(ofRegistration: "china") == nil)
    }

    @Test(arguments: ["15m", "1h", "6h", "12h", "24h", "manual"])
    func `a frequency is known by its word`(word: String) {
        #expect(SyncFrequency(word: word)?.word == word)
        #expect(SyncFrequency(word: word + "x") == nil)
    }
}
