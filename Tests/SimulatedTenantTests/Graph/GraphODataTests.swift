import Foundation
import Testing

@testable import SimulatedTenant

struct GraphODataTests {
    let asking = Asking()

    @Test func `gives the documented default properties of users and no others`() {
        let user = asking.get("/v1.0/users").value[0]
        #expect(
            Set(user.members.map(\.name)) == [
                "businessPhones", "displayName", "givenName", "id", "jobTitle", "mail", "mobilePhone", "officeLocation",
                "preferredLanguage", "surname", "userPrincipalName",
            ])
    }

    @Test func `gives selected properties in their order, null where there is no value`() {
        let user = asking.get("/v1.0/users?$select=ageGroup,id,proxyAddresses").value[0]
        #expect(user.members.map(\.name) == ["ageGroup", "id", "proxyAddresses"])
        #expect(user["ageGroup"] == .null)
    }

    @Test(arguments: [
        "/v1.0/users?$select=id,favouriteColour", "/v1.0/groups?$select=members2", "/v1.0/applications?$select=nope",
        "/v1.0/servicePrincipals?$select=certification", "/v1.0/domains?$select=x", "/v1.0/users/delta?$select=x",
    ])
    func `refuses an unknown property`(path: String) {
        let answer = asking.get(path)
        #expect(answer.status == 400)
        #expect(answer.code == "BadRequest")
        #expect(answer.json["error"]?["innerError"]?["request-id"] != nil)
    }

    @Test(arguments: ["0", "1000", "many", "-1"])
    func `refuses a page size outside 1 to 999`(top: String) {
        let answer = asking.get("/v1.0/users?$top=\(top)")
        #expect(answer.status == 400)
        #expect(answer.code == "Request_UnsupportedQuery")
        #expect(answer.header("x-reeve-assumed") == "invalid-top")
    }

    @Test func `counts only for callers that accept eventual consistency`() {
        #expect(asking.get("/v1.0/users/$count").code == "Request_BadRequest")
        #expect(asking.get("/v1.0/users?$count=true").json["@odata.count"] == nil)
        let counted = asking.get("/v1.0/users?$count=true&$top=5", headers: ["consistencylevel": "eventual"])
        #expect(counted.json["@odata.count"] == .int(asking.all("/v1.0/users").objects.count))
        #expect(asking.get(counted.next ?? "", headers: ["consistencylevel": "eventual"]).json["@odata.count"] == nil)
    }

    @Test func `searches only with the header`() {
        #expect(asking.get("/v1.0/users?$search=%22displayName:adele%22").code == "Request_UnsupportedQuery")
        let found = asking.get("/v1.0/users?$search=%22displayName:adele%22", headers: ["consistencylevel": "eventual"])
        #expect(found.value.compactMap { $0["displayName"]?.text } == ["Adele Vance"])
    }

    @Test(arguments: [
        ("userPrincipalName eq 'adelev@contoso.example'", 1), ("accountEnabled eq false", 4),
        ("startswith(displayName,'Conf')", 1), ("userType eq 'Guest' and accountEnabled eq true", 2),
        ("mail in ('AlexW@contoso.example','BenW@contoso.example')", 2),
        ("startswith(displayName,'Adele') or startswith(displayName,'Megan')", 2),
        ("proxyAddresses/any(p:p eq 'smtp:ben@fabrikam.example')", 1),
    ])
    func `filters`(filter: String, count: Int) throws {
        let encoded = try #require(filter.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        #expect(asking.all("/v1.0/users?$filter=\(encoded)").objects.count == count)
    }

    @Test func `asks for the header and the count where a filter is advanced`() {
        let path = "/v1.0/users?$filter=accountEnabled%20ne%20true"
        #expect(asking.get(path).code == "Request_UnsupportedQuery")
        #expect(asking.get(path, headers: ["consistencylevel": "eventual"]).code == "Request_UnsupportedQuery")
        #expect(asking.get(path + "&$count=true", headers: ["consistencylevel": "eventual"]).value.count == 5)
    }

    @Test func `refuses filters on what is not indexed`() {
        let answer = asking.get("/v1.0/users?$filter=lastPasswordChangeDateTime%20le%202026-01-01T00:00:00Z")
        #expect(answer.status == 400)
    }

    @Test(arguments: [
        ("/v1.0/nothing", 400), ("/v1.0/users/nobody@contoso.example", 404), ("/v1.0/groups/none", 404),
        ("/v1.0/drives/none/root/delta", 404), ("/v1.0/users/AdeleV@contoso.example/nothing", 400),
        ("/v1.0/security/dataSecurityAndGovernance", 400), ("/v1.0/sites/none/drives", 404),
    ])
    func `answers paths it does not have in Graph's form`(path: String, status: Int) {
        let answer = asking.get(path, headers: ["client-request-id": "abc"])
        #expect(answer.status == status)
        #expect(answer.code?.isEmpty == false)
        #expect(answer.json["error"]?["innerError"]?["client-request-id"] == "abc")
    }

    @Test func `finds a user by id, by sign-in name in any case, and an app by appId`() {
        let id = Contoso.userID("AdeleV@contoso.example")
        #expect(asking.get("/v1.0/users/\(id)").json["displayName"] == "Adele Vance")
        #expect(asking.get("/v1.0/users/ADELEV@contoso.example").json["id"] == .string(id))
        let graph = asking.get(
            "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')?$select=id,appRoles")
        #expect(graph.json["appRoles"]?.elements.contains { $0["value"] == "Files.Read.All" } == true)
        let key = "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"
        let granted = asking.all("\(key)/appRoleAssignedTo?$top=5").objects
        let ours = granted.filter { $0["principalDisplayName"] == "Reeve" }
        #expect(ours.count == SimulatedConfiguration.everyPermission.count)
    }

    @Test func `keeps nextLinks on its own host and pages through everything once`() {
        let small = Asking {
            $0.pageSize = 5; $0.origin = "http://127.0.0.1:7"; $0.users = 60
        }
        let (objects, last, pages) = small.all("/v1.0/users?$select=id,mail&$top=999")
        #expect(small.get("/v1.0/users").next?.hasPrefix("http://127.0.0.1:7/v1.0/users?") == true)
        #expect(objects.count == 60)
        #expect(Set(objects.ids).count == 60)
        #expect(pages == 12)
        #expect(last.delta == nil)
        #expect(objects.allSatisfy { $0.members.count == 2 })
    }

    @Test func `puts empty pages in between where told to`() {
        let pausing = Asking {
            $0.pageSize = 10; $0.emptyPages = true; $0.users = 55
        }
        let paged = pausing.all("/v1.0/users")
        #expect(Set(paged.objects.ids).count == 55)
        #expect(paged.pages == 11)
        #expect(Set(pausing.all("/v1.0/users/delta").objects.compactMap { $0["id"]?.text }).count == 56)
        #expect(
            pausing.all("/v1.0/sites/getAllSites").objects.count == asking.all("/v1.0/sites/getAllSites").objects.count)
    }

    @Test(arguments: [
        "/v1.0/users?$skiptoken=rubbish", "/v1.0/users/delta?$deltatoken=rubbish", "/v1.0/groups/delta?$skiptoken=x",
    ])
    func `does not know made-up tokens`(path: String) {
        let answer = asking.get(path)
        #expect(answer.status == 400)
        #expect(answer.code == "DirectoryPageTokenNotFoundException")
    }

    @Test func `does not know another collection's token`() throws {
        let next = try #require(asking.get("/v1.0/users?$top=5").next)
        let token = try #require(next.split(separator: "$skiptoken=").last)
        #expect(asking.get("/v1.0/groups?$skiptoken=\(token)").code == "DirectoryPageTokenNotFoundException")
    }
}
