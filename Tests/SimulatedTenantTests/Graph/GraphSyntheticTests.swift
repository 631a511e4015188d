import Foundation
import Testing

@testable import SimulatedTenant

struct GraphSyntheticTests {
    @Test func `has exactly as many of everything as asked`() {
        let asking = Asking {
            $0.users = 1000; $0.groups = 200; $0.drives = 300; $0.items = 9000
        }
        #expect(asking.all("/v1.0/users?$select=id&$top=999").objects.count == 1000)
        #expect(asking.all("/v1.0/groups?$select=id&$top=999").objects.count == 200)
        var drives: Set<String> = []
        for user in asking.all("/v1.0/users?$select=id,userType&$top=999").objects where user["userType"] != "Guest" {
            let answer = asking.get("/v1.0/users/\(user["id"]?.text ?? "")/drive")
            if answer.status == 200 { drives.insert(answer.json["id"]?.text ?? "") }
        }
        for site in asking.all("/v1.0/sites/getAllSites").objects.ids {
            drives.formUnion(asking.all("/v1.0/sites/\(site)/drives").objects.ids)
        }
        #expect(drives.count == 300)
        let items = drives.reduce(0) { $0 + asking.all("/v1.0/drives/\($1)/root/delta").objects.count }
        #expect(items == 9000)
    }

    @Test func `is Contoso alone where the totals are small`() {
        let asking = Asking {
            $0.users = 5; $0.groups = 1; $0.drives = 1; $0.items = 1
        }
        #expect(asking.all("/v1.0/users").objects.count == 42)
        #expect(asking.graph.size == (42, 14, 20, Asking().graph.size.items))
    }

    @Test func `is the same for the same seed and another for another`() {
        func users(_ seed: UInt64) -> [JSON] {
            Asking {
                $0.users = 200; $0.seed = seed
            }.all("/v1.0/users?$select=id,displayName,mail").objects
        }
        #expect(users(7) == users(7))
        #expect(users(7).ids != users(8).ids)
    }

    @Test func `has its weaknesses in the rates of a real company`() {
        let asking = Asking { $0.users = 5042 }
        let users = asking.all("/v1.0/users?$select=id,mail,accountEnabled,passwordPolicies,userType&$top=999").objects
        func share(_ test: (JSON) -> Bool) -> Double { Double(users.count(where: test)) / Double(users.count) }
        #expect((0.01...0.04).contains(share { $0["accountEnabled"] == false }))
        #expect(
            (0.01...0.05).contains(share { ($0["passwordPolicies"]?.text ?? "").contains("DisablePasswordExpiration") })
        )
        #expect((0.85...0.97).contains(share { $0["mail"]?.text != nil }))
        let rows = asking.all("/v1.0/reports/authenticationMethods/userRegistrationDetails").objects
        let readable = rows.count { row in
            row["methodsRegistered"]?.elements.contains {
                ["passKeySynced", "passKeyDeviceBound", "windowsHelloForBusiness"].contains($0)
            } == true
        }
        #expect((0.15...0.25).contains(Double(readable) / Double(rows.count)))
    }

    @Test func `finds a synthetic thing again by the id it gave`() throws {
        let asking = Asking {
            $0.users = 300; $0.groups = 60; $0.drives = 120; $0.items = 3000
        }
        for user in asking.all("/v1.0/users?$select=id,userPrincipalName,displayName").objects {
            let again = asking.get("/v1.0/users/\(user["id"]?.text ?? "")?$select=id,userPrincipalName,displayName")
                .json
            #expect(again["userPrincipalName"] == user["userPrincipalName"])
        }
        let site = try #require(asking.all("/v1.0/sites/getAllSites").objects.last?["id"]?.text)
        let drive = try #require(asking.get("/v1.0/sites/\(site)/drives").value.first?["id"]?.text)
        for item in asking.all("/v1.0/drives/\(drive)/root/delta").objects.ids {
            #expect(asking.get("/v1.0/drives/\(drive)/items/\(item)").json["id"]?.text == item)
        }
    }

    @Test func `changes a share of the files of a drive with each day`() throws {
        let asking = Asking {
            $0.drives = 22; $0.items = 4000; $0.churn = 0.05
        }
        let site = try #require(asking.all("/v1.0/sites/getAllSites").objects.last?["id"]?.text)
        let drive = try #require(asking.get("/v1.0/sites/\(site)/drives").value.first?["id"]?.text)
        let prefer = ["prefer": GraphDriveTests.prefer]
        let first = asking.all("/v1.0/drives/\(drive)/root/delta", headers: prefer)
        asking.graph.edit { $0.passDays(1) }
        let round = asking.all(try #require(first.last.delta), headers: prefer)
        let changed = round.objects.filter { $0["@microsoft.graph.sharedChanged"] == "True" }
        #expect((40...160).contains(changed.count))
        #expect(changed.contains { $0["shared"]?["scope"] == "anonymous" })
        #expect(Set(round.objects.ids).isSubset(of: first.objects.ids))
        asking.graph.edit { $0.passDays(0) }
        #expect(asking.all(try #require(round.last.delta), headers: prefer).objects.isEmpty)
    }

    @Test func `writes the time as the calendar says`() {
        let formatter = ISO8601DateFormatter()
        for day in stride(from: 0, through: 60_000, by: 37) {
            let date = Date(timeIntervalSince1970: Double(day * 86400 + day % 86400))
            #expect(date.graphTime == formatter.string(from: date))
        }
    }
}
