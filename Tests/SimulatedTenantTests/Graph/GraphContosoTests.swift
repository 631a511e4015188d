import Foundation
import Testing

@testable import SimulatedTenant

struct GraphContosoTests {
    @Test(arguments: [
        Contoso.users, Contoso.groups, Contoso.applications, Contoso.servicePrincipals, Contoso.grants, Contoso.rules,
        Contoso.calendars, Contoso.methods, Contoso.organization, Contoso.domains, Contoso.labels,
        Contoso.previewLabels,
        Contoso.drives,
    ])
    func `is written in JSON`(text: String) {
        #expect(throws: Never.self) { try JSONReader.read(text) }
    }

    @Test func `names only people and groups that exist`() {
        let world = ContosoBuilder(SimulatedConfiguration(), now: Asking.noon).world()
        #expect(world.users.entries.count { $0.removal == nil } == 42)
        for id in Array(world.rules.keys) + world.methods.keys + world.calendars.keys + world.mailboxless + world.admins
        {
            #expect(world.users.object(id) != nil)
        }
        for member in world.members.values.joined() {
            #expect((member.kind == .group ? world.groups : world.users).object(member.id) != nil)
        }
        for drive in world.drives {
            switch drive.owner {
            case .user(let id, _): #expect(world.users.object(id) != nil)
            case .group(let id, _): #expect(world.groups.object(id) != nil)
            case .site: break
            }
        }
    }

    @Test func `understands every grant on its files`() {
        let builder = ContosoBuilder(SimulatedConfiguration(), now: Asking.noon)
        let world = builder.world()
        let sharing = Sharing(world: world, now: Asking.noon)
        for drive in builder.read(Contoso.drives).elements {
            for item in drive["items"]?.elements ?? [] {
                for words in item.elements.dropFirst() {
                    #expect(sharing.permission(words.text ?? "", on: "x") != nil, "\(words)")
                }
            }
        }
    }

    @Test func `has ids that nobody shares`() {
        let world = ContosoBuilder(SimulatedConfiguration(), now: Asking.noon).world()
        let ids =
            world.users.entries.map(\.id) + world.groups.entries.map(\.id) + world.drives.map(\.id)
            + world.drives.flatMap { $0.items.map(\.id) } + world.applications.entries.map(\.id)
            + world.servicePrincipals.entries.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func `is as stale on any day`() {
        for day in [0.0, 4000] {
            let asking = Asking { configuration in
                let now = Asking.noon.addingTimeInterval(day * 86400)
                configuration.now = { now }
            }
            let user = asking.get("/v1.0/users/LeeG@contoso.example?$select=lastPasswordChangeDateTime").json
            let expected = Asking.noon.addingTimeInterval((day - 212) * 86400).graphTime
            #expect(user["lastPasswordChangeDateTime"]?.text == expected)
        }
    }

    @Test func `has a unique id for each assumption, and marks answers with none but these`() {
        let ids = Assumption.all.map(\.id)
        #expect(Set(ids).count == ids.count)
        let asking = Asking()
        for path in [
            "/v1.0/users/delta", "/v1.0/users?$top=0", "/v1.0/users/TomY@contoso.example/drive",
            "/v1.0/users/delta?$deltatoken=x",
        ] {
            for id in (asking.get(path).header("x-reeve-assumed") ?? "").split(separator: ", ") {
                #expect(ids.contains(String(id)))
            }
            #expect(asking.get(path).header("x-reeve-assumed") != nil)
        }
    }

    @Test func `has a zone that covers its mail domains and marks the one that fails`() {
        #expect(Contoso.zone.contains("; servfail shop.contoso.example."))
        for domain in ["contoso", "northwind", "tailspin", "wingtip", "adventure-works", "lucerne"] {
            #expect(Contoso.zone.contains("\(domain).example. IN TXT"))
        }
    }
}
