import Foundation
import Model
import Store

@testable import Flows

/// A directory of some Contoso people in a store in memory, and what tests do with the list.
struct ProtectFixture {
    let store: Store
    let directory: Integration
    let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() async throws {
        store = try Store(.memory, key: SecretKey())
        directory = try store.add(
            Integration(
                name: "contoso", tenantID: "84841066-274d-4ec0-a5c1-276be684bdd3",
                clientID: "11111111-2222-4333-8444-555555555555", graphURL: "https://graph.example",
                loginURL: "https://login.example", credential: .secret, createdAt: now),
            secret: CredentialSecret(clientSecret: "x"))
        try await keep(
            user("u-adele", "Adele Vance", "AdeleV@contoso.example"),
            user("u-patti", "Patti Fernandez", "PattiF@contoso.example"),
            user("u-lee", "Lee Gu", "LeeG@contoso.example"), user("u-lee2", "Lee Gu", "LeeG2@contoso.example"),
            user("u-alex", "Alex Wilber", "AlexW@contoso.example"))
        try await keep(
            group("g-exec", "Executives"), group("g-all", "Protected People"), group("g-none", "Former Interns"))
        try await join("g-all", Member(id: "g-exec", kind: .group), Member(id: "u-alex", kind: .user))
        try await join("g-exec", Member(id: "u-patti", kind: .user), Member(id: "g-all", kind: .group))
    }

    static func empty() throws -> Store { try Store(.memory, key: SecretKey()) }

    func user(_ id: String, _ name: String, _ mail: String, _ change: (inout User) -> Void = { _ in }) -> User {
        var user = User(id: id)
        user.displayName = name
        user.mail = mail
        user.userPrincipalName = mail
        user.proxyAddresses = ["SMTP:\(mail)", "smtp:\(mail.split(separator: "@")[0])@contoso.onmicrosoft.com"]
        user.accountEnabled = true
        change(&user)
        return user
    }

    func group(_ id: String, _ name: String) -> Group {
        var group = Group(id: id)
        group.displayName = name
        return group
    }

    func keep<E: Entity>(_ entities: E...) async throws {
        let stored = try entities.map { try StoredEntity($0) }
        try await store.write(directory.id) { writer in
            for entity in stored { try writer.keep(entity, round: 1, run: 1) }
        }
    }

    func forget(_ kind: EntityKind, _ id: String) async throws {
        let now = now
        try await store.write(directory.id) { writer in
            _ = try writer.forget(kind, owner: "", id: id, run: 2, at: now)
        }
    }

    func join(_ group: String, _ members: Member...) async throws {
        try await store.write(directory.id) { writer in
            for member in members { try writer.join(group: group, member, round: 1) }
        }
    }

    func leave(_ group: String, _ member: String) async throws {
        try await store.write(directory.id) { try $0.leave(group: group, member: member) }
    }

    var protect: Protect { Protect(store: store, by: "cli:ana", now: now) }

    func entries(at moment: Date? = nil, pageSize: Int = 500) throws -> [ProtectedEntry] {
        var all: [ProtectedEntry] = []
        try ProtectedPeople(store: store, asOf: moment ?? now, pageSize: pageSize).forEachEntry { all.append($0) }
        return all
    }

    func colleagues(pageSize: Int = 500) throws -> [String] {
        var all: [String] = []
        try ProtectedPeople(store: store, asOf: now, pageSize: pageSize).forEachColleague { all.append($0.id) }
        return all
    }

    @discardableResult
    func load(_ text: String, name: String = "vips.csv") throws -> ProtectImport.Outcome {
        try ProtectImport(store: store, Deed(by: "cli:ana", at: now)).run(try ProtectFile(Data(text.utf8), name: name))
    }

    func remarks() throws -> [ProtectRemark] {
        var all: [ProtectRemark] = []
        try ProtectLint(store: store, asOf: now).run { all.append($0) }
        return all
    }
}
