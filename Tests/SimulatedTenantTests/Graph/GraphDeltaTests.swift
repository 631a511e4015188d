import Foundation
import Testing

@testable import SimulatedTenant

struct GraphDeltaTests {
    let asking = Asking()

    @Test(arguments: ["users", "groups", "applications", "servicePrincipals"])
    func `gives a link or the other, never both, and ends with a deltaLink`(collection: String) {
        let small = Asking {
            $0.pageSize = 4; $0.users = 50; $0.groups = 20
        }
        var answer = small.get("/v1.0/\(collection)/delta?$select=id,displayName")
        var pages = 0
        while let next = answer.next, pages < 1000 {
            #expect(answer.delta == nil)
            answer = small.get(next)
            pages += 1
        }
        #expect(answer.delta != nil)
        #expect(pages > 0)
    }

    @Test(arguments: ["users", "groups", "applications", "servicePrincipals"])
    func `has nothing to say when nothing changed`(collection: String) throws {
        let first = asking.all("/v1.0/\(collection)/delta?$select=id,displayName").last
        let again = asking.get(try #require(first.delta))
        #expect(again.status == 200)
        #expect(again.value.isEmpty)
        #expect(again.delta != nil)
    }

    @Test(arguments: ["$top=5", "$expand=members", "$orderby=displayName"])
    func `refuses options that change tracking does not have`(option: String) {
        #expect(asking.get("/v1.0/users/delta?\(option)").status == 400)
    }

    @Test func `starts from now with an empty page`() throws {
        let latest = asking.get("/v1.0/users/delta?$select=displayName&$deltatoken=latest")
        #expect(latest.value.isEmpty)
        asking.graph.edit { $0.setUser("AdeleV@contoso.example", "displayName", "\"Adele Bloom\"") }
        let changes = asking.get(try #require(latest.delta)).value
        #expect(changes == [["id": .string(Contoso.userID("AdeleV@contoso.example")), "displayName": "Adele Bloom"]])
    }

    @Test func `leaves out what never had a value and says null where a value was taken away`() {
        let users = asking.all("/v1.0/users/delta?$select=displayName,ageGroup,mail").objects
        let adele = users.first { $0["displayName"] == "Adele Vance" }
        #expect(adele?["ageGroup"] == nil)
        #expect(users.first { $0["displayName"] == "Delia Dennis" }?["mail"] == .null)
    }

    @Test func `gives only what changed where the client prefers it`() throws {
        let link = try #require(asking.get("/v1.0/users/delta?$select=displayName,jobTitle&$deltatoken=latest").delta)
        asking.graph.edit { $0.setUser("BenW@contoso.example", "jobTitle", "\"CEO\"") }
        let minimal = asking.get(link, headers: ["prefer": "return=minimal"]).value
        #expect(minimal == [["id": .string(Contoso.userID("BenW@contoso.example")), "jobTitle": "CEO"]])
        #expect(asking.get(link).value[0]["displayName"] == "Ben Walters")
    }

    @Test func `tells of removed users, and of one long gone in the first round`() throws {
        let first = asking.all("/v1.0/users/delta?$select=id")
        #expect(first.objects.contains { $0["@removed"]?["reason"] == "deleted" })
        asking.graph.edit { $0.removeUser("AlexW@contoso.example") }
        let changes = asking.get(try #require(first.last.delta)).value
        let alex = Contoso.userID("AlexW@contoso.example")
        #expect(changes == [["id": .string(alex), "@removed": ["reason": "changed"]]])
        #expect(asking.get("/v1.0/users/\(alex)").status == 404)
    }

    @Test func `answers 410 with a location when a token is older than seven days`() throws {
        let link = try #require(asking.get("/v1.0/users/delta?$select=id,mail&$deltatoken=latest").delta)
        asking.clock.pass(days: 6.9)
        #expect(asking.get(link).status == 200)
        asking.clock.pass(days: 0.2)
        let gone = asking.get(link)
        #expect(gone.status == 410)
        let location = try #require(gone.header("Location"))
        #expect(location.hasSuffix("$select=id,mail&$deltatoken="))
        #expect(asking.all(location).objects.count == 43)
    }

    @Test func `splits a large group over pages and loses no member`() {
        let big = Asking {
            $0.users = 12_000; $0.groups = 30
        }
        var members: [String: Int] = [:]
        var repeats: [String: Int] = [:]
        for group in big.all("/v1.0/groups/delta?$select=displayName,members").objects {
            let id = group["id"]?.text ?? ""
            members[id, default: 0] += group["members@delta"]?.elements.count ?? 0
            repeats[id, default: 0] += 1
        }
        #expect(members.values.max() == 10_000)
        #expect(repeats.values.max() ?? 0 >= 10)
    }

    @Test func `has no members note for an empty group`() {
        let groups = asking.all("/v1.0/groups/delta?$select=displayName,members").objects
        #expect(groups.first { $0["displayName"] == "Former Interns" }?["members@delta"] == nil)
        #expect(groups.first { $0["displayName"] == "HR" }?["members@delta"]?.elements.count == 2)
    }

    @Test func `tells who joined and who left`() throws {
        let link = try #require(asking.get("/v1.0/groups/delta?$select=displayName,members&$deltatoken=latest").delta)
        asking.graph.edit {
            $0.join("AdeleV@contoso.example", "HR")
            $0.leave("PattiF@contoso.example", "HR")
        }
        let notes = asking.get(link).value.first?["members@delta"]?.elements ?? []
        #expect(notes.count == 2)
        #expect(notes.first { $0["@removed"] != nil }?["id"]?.text == Contoso.userID("PattiF@contoso.example"))
    }

    @Test func `passes a day with each round and reports exactly who changed`() throws {
        let churning = Asking {
            $0.users = 2042; $0.churn = 0.05
        }
        let select = "id,displayName,surname,jobTitle,accountEnabled"
        var link = try #require(churning.get("/v1.0/users/delta?$select=\(select)&$deltatoken=latest").delta)
        var before = table(churning, select)
        for _ in 0..<3 {
            let round = churning.all(link)
            link = try #require(round.last.delta)
            let after = table(churning, select)
            let differing = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
            #expect(differing.isSubset(of: round.objects.ids))
            #expect((50...180).contains(Set(round.objects.ids).count))
            for object in round.objects where object["@removed"] == nil {
                #expect(after[object["id"]?.text ?? ""] != nil)
            }
            for object in round.objects where object["@removed"] != nil {
                #expect(after[object["id"]?.text ?? ""] == nil)
            }
            before = after
        }
    }

    @Test func `passes no second day when the same round is asked for again`() throws {
        let churning = Asking {
            $0.users = 1042; $0.churn = 0.1
        }
        let link = try #require(churning.get("/v1.0/users/delta?$select=id&$deltatoken=latest").delta)
        #expect(churning.all(link).objects == churning.all(link).objects)
    }

    private func table(_ asking: Asking, _ select: String) -> [String: JSON] {
        Dictionary(
            asking.all("/v1.0/users?$select=\(select)&$top=999").objects.map { ($0["id"]?.text ?? "", $0) },
            uniquingKeysWith: { $1 })
    }
}
