import Foundation
import Model
import Store
import Testing

@testable import Flows

struct ProtectedPeopleTests {
    @Test func `carries every address, every reason and the secondary emails of a user`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.group("Executives"))
        let end = fixture.now.addingTimeInterval(86_400)
        _ = try fixture.protect.add(
            .user("PATTIF@contoso.example"), secondary: [.init(address: "patti@home.example", expires: end)],
            .init(comment: "asked for it"))
        let entries = try fixture.entries()
        #expect(entries.count == 2)
        let patti = try #require(entries.first { $0.person.id == "u-patti" })
        #expect(patti.person.addresses == ["PattiF@contoso.example", "PattiF@contoso.onmicrosoft.com"])
        #expect(patti.person.reasons == ["direct", "group:Executives"])
        #expect(patti.person.secondaryEmails == [.init(address: "patti@home.example", expires: end)])
        #expect(patti.comment == "asked for it")
        #expect(patti.directory == "contoso")
        #expect(patti.standing == .active)
        #expect(entries.first { $0.person.id == "u-alex" }?.person.reasons == ["group:Executives"])
    }

    @Test func `follows who joins and leaves a group`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.group("g-exec"))
        _ = try fixture.protect.add(.user("u-patti"))
        try await fixture.join("g-exec", Member(id: "u-lee", kind: .user))
        #expect(try fixture.entries().map(\.person.id) == ["u-alex", "u-lee", "u-patti"])
        try await fixture.leave("g-exec", "u-patti")
        try await fixture.leave("g-exec", "u-lee")
        let entries = try fixture.entries()
        #expect(entries.map(\.person.id) == ["u-alex", "u-patti"])
        #expect(entries.map(\.person.reasons) == [["group:Executives"], ["direct"]])
    }

    @Test(arguments: [1, 2, 3, 500])
    func `is the same list for pages of any size, and everybody else is a colleague`(pageSize: Int) async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.group("Protected People"))
        _ = try fixture.protect.add(.user("u-lee2"))
        _ = try fixture.protect.add(.person(name: "Hjördis Quellmalz", addresses: ["h@quellmalz.example"]))
        _ = try fixture.protect.add(.pattern(name: "Nestor Wilke", expression: #".*@wilke\.example"#))
        let entries = try fixture.entries(pageSize: pageSize)
        #expect(
            entries.map(\.person.name) == [
                "Alex Wilber", "Lee Gu", "Patti Fernandez", "Hjördis Quellmalz", "Nestor Wilke",
            ])
        #expect(entries[4].person.addressPatterns == [#".*@wilke\.example"#])
        #expect(entries[4].person.addresses == [])
        #expect(entries[3].person.reasons == ["manual"])
        #expect(try fixture.colleagues(pageSize: pageSize) == ["u-adele", "u-lee"])
    }

    @Test func `marks who is disabled and who has left, and keeps the last known addresses`() async throws {
        let fixture = try await ProtectFixture()
        for id in ["u-adele", "u-lee"] { _ = try fixture.protect.add(.user(id)) }
        try await fixture.keep(
            fixture.user("u-adele", "Adele Vance", "AdeleV@contoso.example") { $0.accountEnabled = false },
            fixture.user("u-lee", "Lee Gu-Smith", "LeeS@contoso.example"))
        try ProtectKeep(store: fixture.store, now: fixture.now).refresh(fixture.directory)
        try await fixture.forget(.user, "u-lee")
        let entries = try fixture.entries()
        #expect(entries.map(\.standing) == [.disabled, .left])
        #expect(entries[1].person.name == "Lee Gu-Smith")
        #expect(entries[1].person.addresses.first == "LeeS@contoso.example")
        #expect(entries[1].person.reasons == ["direct"])
    }

    @Test func `an entry with an end is gone after it`() async throws {
        let fixture = try await ProtectFixture()
        let end = fixture.now.addingTimeInterval(100)
        _ = try fixture.protect.add(.user("u-adele"), .init(expires: end))
        #expect(try fixture.entries().first?.expires == end)
        #expect(try fixture.entries(at: end).isEmpty)
    }
}

struct ProtectTests {
    @Test func `the same person typed in twice is one entry with all addresses, a namesake is another`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.person(name: "Ana Silva", addresses: ["ana@x.example"]))
        _ = try fixture.protect.add(.person(name: "ana  silva", addresses: ["ana@y.example", "ANA@x.example"]))
        _ = try fixture.protect.add(.person(name: "Ana Silva", addresses: ["ana@z.example"]))
        let people = try fixture.entries().map(\.person.addresses).sorted { $0.count > $1.count }
        #expect(people == [["ana@x.example", "ana@y.example"], ["ana@z.example"]])
        #expect(throws: ProtectError.self) { try fixture.protect.remove(.person(name: "Ana Silva", addresses: [])) }
        try fixture.protect.remove(.person(name: "Ana Silva", addresses: ["ana@z.example"]))
        #expect(try fixture.entries().count == 1)
    }

    @Test func `says what is not there, in one line`() async throws {
        let fixture = try await ProtectFixture()
        #expect(throws: ProtectError.noUser("nobody@contoso.example")) {
            try fixture.protect.add(.user("nobody@contoso.example"))
        }
        #expect(throws: ProtectError.noGroup("Executive", hint: "Executives")) {
            try fixture.protect.add(.group("Executive"))
        }
        #expect(throws: ProtectError.notProtected("Adele Vance")) {
            try fixture.protect.remove(.user("AdeleV@contoso.example"))
        }
        #expect(try fixture.entries().isEmpty)
    }

    @Test func `an address is looked for whole, not as a part of another`() async throws {
        let fixture = try await ProtectFixture()
        #expect(throws: ProtectError.noUser("V@contoso.example")) {
            try fixture.protect.add(.user("V@contoso.example"))
        }
        #expect(try fixture.protect.add(.user("adelev@CONTOSO.onmicrosoft.com")).key.id == "u-adele")
    }

    @Test func `removing a person forgets the secondary emails, unless a group still protects them`() async throws {
        let fixture = try await ProtectFixture()
        for id in ["u-adele", "u-patti"] {
            _ = try fixture.protect.add(.user(id), secondary: [.init(address: "\(id)@home.example")])
        }
        _ = try fixture.protect.add(.group("Executives"))
        try fixture.protect.remove(.user("u-adele"))
        try fixture.protect.remove(.user("u-patti"))
        let kept = try fixture.store.secondaryEmails(from: "", to: "zzz", in: fixture.directory.id)
        #expect(kept.map(\.person) == ["u-patti"])
        #expect(throws: ProtectError.onlyByGroup("Patti Fernandez", groups: ["Executives"])) {
            try fixture.protect.remove(.user("u-patti"))
        }
    }

    @Test func `a secondary email alone can be forgotten`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(
            .user("u-adele"), secondary: [.init(address: "a@home.example"), .init(address: "b@home.example")])
        try fixture.protect.remove(.user("u-adele"), secondary: ["A@home.example"])
        #expect(try fixture.entries().first?.person.secondaryEmails.map(\.address) == ["b@home.example"])
        #expect(throws: ProtectError.noSecondary("c@home.example", of: "Adele Vance")) {
            try fixture.protect.remove(.user("u-adele"), secondary: ["b@home.example", "c@home.example"])
        }
        #expect(try fixture.entries().first?.person.secondaryEmails.count == 1, "all or nothing")
    }

    @Test func `who has left the directory can still be taken off the list`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.user("u-adele"))
        _ = try fixture.protect.add(.group("Former Interns"))
        try await fixture.forget(.user, "u-adele")
        try await fixture.forget(.group, "g-none")
        try fixture.protect.remove(.user("u-adele"))
        try fixture.protect.remove(.group("former interns"))
        #expect(try fixture.store.protectionCounts(in: fixture.directory.id).isEmpty)
    }

    @Test
    func `local copies keep addresses, secondary emails, reasons and the state of the account when a directory goes`()
        async throws
    {
        let fixture = try await ProtectFixture()
        let end = fixture.now.addingTimeInterval(86_400 * 30)
        _ = try fixture.protect.add(.group("Protected People"))
        _ = try fixture.protect.add(
            .user("u-patti"), secondary: [.init(address: "patti@home.example", needsAuthentication: true)])
        try await fixture.keep(fixture.user("u-lee", "Lee Gu", "LeeG@contoso.example") { $0.accountEnabled = false })
        _ = try fixture.protect.add(.user("u-lee"), .init(comment: "signs contracts", expires: end))
        let before = try fixture.entries()
        let later = fixture.now.addingTimeInterval(86_400)
        let keep = ProtectKeep(store: fixture.store, now: later)
        #expect(try keep.copies(of: fixture.directory, by: "cli:bo") == 3)
        #expect(try keep.copies(of: fixture.directory, by: "cli:bo") == 3)
        try fixture.store.remove(fixture.directory.id)
        let after = try fixture.entries()
        #expect(after.map(\.person) == before.map(\.person))
        #expect(after.map(\.standing) == before.map(\.standing))
        #expect(Set(after.map(\.standing)) == [.active, .disabled])
        #expect(after.map(\.expires) == before.map(\.expires))
        #expect(after.allSatisfy { $0.directory == nil && $0.kind == .person })
        let comments = Set(after.map(\.comment))
        #expect(comments == ["kept when the directory contoso was removed", "signs contracts"])
        let reasons = try fixture.store.protections(.person, in: nil).flatMap(\.reasons)
        #expect(Set(reasons.map(\.by)) == ["cli:ana"])
        #expect(Set(reasons.map(\.at)) == [fixture.now])
        let emails = try fixture.store.secondaryEmails(from: "", to: "v", in: nil)
        #expect(emails.map(\.by) == ["cli:ana"])
        #expect(emails.map(\.at) == [fixture.now])
    }

    @Test func `what is not said of somebody who is listed stays`() async throws {
        let fixture = try await ProtectFixture()
        let end = fixture.now.addingTimeInterval(86_400)
        func email() throws -> ProtectedPerson.SecondaryEmail? {
            try fixture.entries().first?.person.secondaryEmails.first
        }
        _ = try fixture.protect.add(
            .user("u-adele"), secondary: [.init(address: "a@home.example", expires: end, needsAuthentication: true)],
            .init(expires: end))
        _ = try fixture.protect.add(.user("u-adele"), secondary: [.init(address: "A@home.example")])
        #expect(try email() == .init(address: "A@home.example", expires: end, needsAuthentication: true))
        #expect(try fixture.entries().first?.expires == end)
        _ = try fixture.protect.add(
            .user("u-adele"), secondary: [.init(address: "a@home.example", end: .never, needsAuthentication: false)])
        #expect(try email() == .init(address: "a@home.example"))
        _ = try fixture.protect.add(.user("u-adele"), .init(comment: "the CEO"))
        #expect(try fixture.entries().first?.expires == end)
        #expect(try fixture.entries().first?.comment == "the CEO")
        _ = try fixture.protect.add(.user("u-adele"), .init(end: .never))
        #expect(try fixture.entries().first?.expires == nil)
    }

    @Test func `a protection that is over begins anew, without an end`() async throws {
        let fixture = try await ProtectFixture()
        _ = try fixture.protect.add(.user("u-adele"), .init(expires: fixture.now))
        #expect(try fixture.entries().isEmpty)
        _ = try fixture.protect.add(.user("u-adele"))
        #expect(try fixture.entries().map(\.expires) == [nil])
    }
}
