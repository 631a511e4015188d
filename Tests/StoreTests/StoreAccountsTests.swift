import Foundation
import Testing

@testable import Store

struct StoreAccountsTests {
    let fixture: AccountFixture
    let store: Store

    init() throws {
        fixture = try AccountFixture()
        store = fixture.store
    }

    @Test func `roles stand in order`() {
        #expect(Role.viewer < .analyst && .analyst < Role.administrator)
        #expect(Role.allCases == Role.allCases.sorted())
    }

    @Test func `the first start makes an administrator, and only one`() throws {
        #expect(fixture.ana.role == .administrator)
        #expect(fixture.ana.standing == .active)
        #expect(try store.firstStartCode(at: fixture.now) == nil)
        #expect(try fixture.actions() == ["account.add", "account.password"])
        #expect(try store.audit(AuditFilter(actor: "user:ana"), limit: 9).records.count == 2)
    }

    @Test func `each start makes a code of its own, and the one before opens nothing`() throws {
        let store = try Store(.memory, key: SecretKey())
        let now = fixture.now
        let first = try #require(try store.firstStartCode(at: now))
        let second = try #require(try store.firstStartCode(at: now))
        #expect(try !store.isFirstStart(first, at: now))
        #expect(try store.isFirstStart(second, at: now))
        #expect(try store.isFirstStart(second, at: now), "looking does not use it up")
        #expect(try !store.isFirstStart(second, at: now + AccountLink.firstStart.life))
        let hash = try PasswordHash(of: "x", cost: AccountFixture.cheap)
        let deed = Deed(by: "reeve", at: now)
        #expect(throws: AccountError.linkIsOver) {
            try store.changeAccounts(deed) { try $0.start("eve", hash, by: first) }
        }
        _ = try store.changeAccounts(deed) { try $0.start("ana", hash, by: second) }
        #expect(throws: AccountError.hasStarted) {
            try store.changeAccounts(deed) { try $0.start("eve", hash, by: second) }
        }
    }

    @Test(arguments: [
        "ana", "M. Okafor", "o'neil@contoso.com", "zoë", "山田太郎", "a+b_c-d", "  ana   b ", "Анна", "山田 Taro",
    ])
    func `a name may be anything that people are called`(name: String) throws {
        #expect(try Account.checkedName(name) == name.split(separator: " ").joined(separator: " "))
    }

    @Test(arguments: [
        "", " ", ".ana", "a\u{202E}na", "a\nb", "<b>", "a/b", "ana\u{200B}", String(repeating: "a", count: 65),
        "a" + String(repeating: "\u{301}", count: 200), "\"ana\"",
        "u-an\u{430}lyst", "\u{391}na",
    ])
    func `a name is none that could pass for something else`(name: String) {
        #expect(throws: AccountError.badName) { try Account.checkedName(name) }
    }

    @Test(arguments: ["ANA", "Ana", "ａｎａ", " ana "]) func `a name is taken in any spelling`(name: String) throws {
        #expect(throws: AccountError.nameTaken("ana")) {
            do { _ = try fixture.add(name) } catch AccountError.nameTaken { throw AccountError.nameTaken("ana") }
        }
        #expect(try store.account(named: name)?.id == fixture.ana.id)
    }

    @Test func `the last administrator is neither demoted nor disabled nor removed`() throws {
        let last = AccountError.lastAdministrator("ana")
        #expect(throws: last) { try fixture.change { try $0.setRole(.analyst, of: fixture.ana) } }
        #expect(throws: last) { try fixture.change { try $0.disable(fixture.ana) } }
        #expect(throws: last) { try fixture.change { try $0.remove(fixture.ana) } }
        #expect(try store.account(named: "ana") == fixture.ana)
        #expect(try fixture.actions() == ["account.add", "account.password"])
    }

    @Test func `an administrator who cannot sign in does not count as another one`() throws {
        _ = try fixture.add("invited", .administrator, password: nil)
        let off = try fixture.add("off", .administrator)
        try fixture.change { try $0.disable(off) }
        #expect(throws: AccountError.lastAdministrator("ana")) { try fixture.change { try $0.remove(fixture.ana) } }
    }

    @Test func `with another administrator the first may go`() throws {
        _ = try fixture.add("bo", .administrator)
        try fixture.change { try $0.remove(fixture.ana) }
        #expect(try store.accounts().map(\.name) == ["bo"])
    }

    @Test func `a password link works once, and a newer one replaces it`() throws {
        let bo = try fixture.add("bo", password: nil)
        #expect(bo.standing == .invited)
        let old = try fixture.change { try $0.makePasswordLink(for: bo) }
        let code = try fixture.change { try $0.makePasswordLink(for: bo) }
        #expect(try store.account(behind: old, at: fixture.now) == nil)
        #expect(try store.account(behind: code, at: fixture.now)?.id == bo.id)
        let hash = try PasswordHash(of: "a third long password", cost: AccountFixture.cheap)
        let set = try fixture.change { try $0.setPassword(hash, by: code) }
        #expect(set.standing == .active)
        #expect(throws: AccountError.linkIsOver) { try fixture.change { try $0.setPassword(hash, by: code) } }
        let line = try #require(try store.audit(AuditFilter(action: "account.password"), limit: 1).records.first)
        #expect(line.entry.actor == "user:bo")
    }

    @Test func `a password link is over after its time, and with the account`() throws {
        let bo = try fixture.add("bo", password: nil)
        let code = try fixture.change { try $0.makePasswordLink(for: bo) }
        #expect(try store.account(behind: code, at: fixture.now + AccountLink.password.life - 1) != nil)
        #expect(try store.account(behind: code, at: fixture.now + AccountLink.password.life) == nil)
        try fixture.change { try $0.disable(bo) }
        #expect(try store.account(behind: code, at: fixture.now) == nil)
    }

    @Test func `a link for one purpose opens nothing else`() throws {
        let bo = try fixture.add("bo", password: nil)
        let code = try fixture.change { try $0.makePasswordLink(for: bo) }
        #expect(try !store.isFirstStart(code, at: fixture.now))
        #expect(throws: AccountError.linkIsOver) {
            let fresh = try Store(.memory, key: SecretKey())
            let first = try #require(try fresh.firstStartCode(at: fixture.now))
            let hash = try PasswordHash(of: "x", cost: AccountFixture.cheap)
            _ = try fresh.changeAccounts(Deed(by: "reeve", at: fixture.now)) { try $0.setPassword(hash, by: first) }
        }
    }

    @Test func `somebody in Entra is found by tenant and object together`() throws {
        let bo = try fixture.add("bo", password: nil)
        try fixture.change { try $0.link(bo, to: EntraIdentity(tenant: "t1", object: "o1", address: "bo@contoso.com")) }
        #expect(try store.account(entra: "t1", object: "o1", address: nil)?.id == bo.id)
        #expect(try store.account(entra: "t2", object: "o1", address: "bo@contoso.com") == nil)
        #expect(
            try store.account(entra: "t1", object: "o2", address: "bo@contoso.com") == nil, "the address changed hands")
        #expect(try store.account(named: "bo")?.standing == .active)
        let other = try fixture.add("cy", password: nil)
        #expect(throws: AccountError.entraTaken("bo")) {
            try fixture.change { try $0.link(other, to: EntraIdentity(tenant: "t1", object: "o1")) }
        }
    }

    @Test func `an invitation by address waits for the first who comes with it`() throws {
        let bo = try fixture.add("bo", password: nil)
        try fixture.change { try $0.link(bo, to: EntraIdentity(tenant: "t1", object: nil, address: "bo@contoso.com")) }
        #expect(try store.account(named: "bo")?.standing == .invited)
        #expect(try store.account(entra: "t1", object: "o1", address: "BO@contoso.com")?.id == bo.id)
        #expect(try store.account(entra: "t2", object: "o1", address: "bo@contoso.com") == nil)
    }

    @Test func `preferences are kept`() throws {
        try fixture.change {
            try $0.setPreferences(of: fixture.ana, zone: "Europe/Vienna", theme: .dark, hasShortcuts: false)
        }
        let ana = try #require(try store.account(id: fixture.ana.id))
        #expect(ana.zone == "Europe/Vienna" && ana.theme == .dark && !ana.hasShortcuts)
    }
}
