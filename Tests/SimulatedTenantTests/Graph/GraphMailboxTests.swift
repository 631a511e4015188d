import Foundation
import Testing

@testable import SimulatedTenant

struct GraphMailboxTests {
    let asking = Asking()
    func rules(_ name: String, _ caller: SimulatedCaller? = nil) -> Asking.Answer {
        asking.get("/v1.0/users/\(name)/mailFolders/inbox/messageRules", caller: caller)
    }

    @Test func `shows rules, of disabled mailboxes too`() {
        #expect(rules("AlexW@contoso.example").value.count == 1)
        #expect(rules("info@contoso.example").value.first?["actions"]?["forwardAsAttachmentTo"] != nil)
        #expect(rules("MeganB@contoso.example").value.isEmpty)
    }

    @Test func `has no mailbox for guests, for accounts without mail and for one on-premises`() {
        let guest = Contoso.userID("anna_partner.example#EXT#@contoso.onmicrosoft.com")
        for name in [guest, "svc-backup@contoso.example", "RaulR@contoso.example"] {
            #expect(rules(name).code == "MailboxNotEnabledForRESTAPI")
            #expect(asking.get("/v1.0/users/\(name)/calendars").status == 404)
        }
    }

    @Test func `refuses the mailbox that a policy keeps from the app`() {
        let answer = rules(Contoso.deniedMailbox)
        #expect(answer.status == 403)
        #expect(answer.code == "ErrorAccessDenied")
        #expect(Asking { $0.deniedMailboxes = [] }.get("/v1.0/users/\(Contoso.deniedMailbox)/calendars").status == 200)
    }

    @Test func `shows a signed-in person only the own mailbox, others' sharing as an empty list`() {
        let adele = SimulatedCaller(permissions: [], delegatedUserID: Contoso.userID("AdeleV@contoso.example"))
        #expect(rules("AdeleV@contoso.example", adele).status == 200)
        #expect(rules("AlexW@contoso.example", adele).code == "ErrorAccessDenied")
        let path = "/v1.0/users/PattiF@contoso.example/calendar/calendarPermissions"
        #expect(asking.get(path).value.count == 3)
        let empty = asking.get(path, caller: adele)
        #expect(empty.status == 200)
        #expect(empty.value.isEmpty)
    }

    @Test func `gives every calendar the entry of the organization and its own sharees`() throws {
        let calendars = asking.get(
            "/v1.0/users/NestorW@contoso.example/calendars?$select=id,name,owner,isDefaultCalendar,canShare"
        ).value
        #expect(calendars.count == 2)
        let second = try #require(calendars.first { $0["isDefaultCalendar"] == false }?["id"]?.text)
        let path = "/v1.0/users/NestorW@contoso.example/calendars/\(second)/calendarPermissions"
        let permissions = asking.get(path).value
        #expect(permissions.contains { $0["id"] == "RGVmYXVsdA==" && $0["isInsideOrganization"] == true })
        #expect(
            permissions.contains { $0["emailAddress"]?["address"] == "crew@partner.example" && $0["role"] == "write" })
    }

    @Test func `names the purpose of shared and room mailboxes`() {
        func purpose(_ name: String) -> JSON? {
            asking.get("/v1.0/users/\(name)/mailboxSettings/userPurpose").json["value"]
        }
        #expect(purpose("info@contoso.example") == "shared")
        #expect(purpose("Baker@contoso.example") == "room")
        #expect(purpose("AdeleV@contoso.example") == "user")
    }

    @Test func `shows sign-in methods to an application and to administrators only`() {
        let path = "/v1.0/users/AdeleV@contoso.example/authentication/methods"
        #expect(asking.get(path).value.count == 3)
        #expect(asking.get("/v1.0/users/AdeleV@contoso.example/authentication/fido2Methods").value.count == 1)
        let id = Contoso.userID("AdeleV@contoso.example")
        #expect(asking.get(path, caller: SimulatedCaller(permissions: [], delegatedUserID: id)).status == 403)
        let reader = SimulatedCaller(permissions: [], delegatedUserID: id, directoryRoles: ["Global Reader"])
        #expect(asking.get(path, caller: reader).status == 200)
        #expect(asking.get(path + "?$top=5").status == 400)
    }

    @Test func `registers in the report what the methods show`() {
        let rows = asking.all("/v1.0/reports/authenticationMethods/userRegistrationDetails").objects
        #expect(rows.count == 42)
        func methods(_ name: String) -> JSON? {
            rows.first { $0["userPrincipalName"]?.text == name }?["methodsRegistered"]
        }
        #expect(methods("AllanD@contoso.example") == ["passKeyDeviceBound", "windowsHelloForBusiness"])
        #expect(methods("AdeleV@contoso.example") == ["passKeySynced", "mobilePhone"])
        #expect(methods("MeganB@contoso.example") == [])
    }

    @Test func `walks nested groups once, circles included`() {
        func members(_ path: String, _ headers: [String: String] = [:]) -> [JSON] {
            asking.all("/v1.0/groups/\(Contoso.groupID("Protected People"))/\(path)", headers: headers).objects
        }
        #expect(members("members").count == 3)
        #expect(members("members").contains { $0["@odata.type"] == "#microsoft.graph.group" })
        #expect(members("transitiveMembers").count == 7)
        #expect(members("transitiveMembers/microsoft.graph.user").isEmpty)
        let cast = members(
            "transitiveMembers/microsoft.graph.user?$count=true&$select=id,mail", ["consistencylevel": "eventual"])
        #expect(cast.count == 6)
        #expect(asking.all("/v1.0/groups/\(Contoso.groupID("Project Alpha"))/transitiveMembers").objects.count == 3)
    }

    @Test func `lists labels as a tree in v1 and by parent in beta`() {
        let labels = asking.get("/v1.0/security/dataSecurityAndGovernance/sensitivityLabels").value
        #expect(labels.flatMap { $0["sublabels"]?.elements ?? [] }.count == 2)
        let preview = asking.get("/beta/security/informationProtection/sensitivityLabels").value
        #expect(preview.filter { $0["parent"] != .null }.count == 2)
        asking.graph.edit { $0.removeLabel("General") }
        #expect(asking.get("/v1.0/security/dataSecurityAndGovernance/sensitivityLabels").value.count == 1)
    }

    @Test func `shows a changed rule the next time it is read`() {
        asking.graph.edit { $0.removeRule(of: "AlexW@contoso.example", named: "copy home") }
        #expect(rules("AlexW@contoso.example").value.isEmpty)
        asking.graph.edit {
            $0.setRule(
                of: "AlexW@contoso.example", #"{"id":"r9","displayName":"copy home","isEnabled":true,"actions":{}}"#)
        }
        #expect(rules("AlexW@contoso.example").value.ids == ["r9"])
    }
}
