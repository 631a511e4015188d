import Foundation
import Testing

@testable import SimulatedTenant

struct GraphDriveTests {
    static let prefer =
        "hierarchicalsharing, deltashowsharingchanges, deltashowremovedasdeleted, deltatraversepermissiongaps"
    let asking = Asking()
    let headers = ["prefer": Self.prefer]

    func drive(_ name: String) -> String { Contoso.driveID(name) }
    func items(_ name: String, headers: [String: String]) -> [JSON] {
        asking.all("/v1.0/drives/\(drive(name))/root/delta", headers: headers).objects
    }
    func named(_ name: String, _ items: [JSON]) -> JSON? { items.first { $0["name"]?.text == name } }

    @Test func `shows shared only where permissions begin, empty where nothing is shared`() {
        let items = items("AlexW", headers: headers)
        #expect(named("root", items)?["shared"] == [:])
        #expect(named("Photos", items)?["shared"]?["scope"] == "anonymous")
        #expect(named("Summit.jpg", items)?["shared"] == nil)
        #expect(named("Booth.jpg", items)?["shared"]?["scope"] == "users")
        #expect(named("Draft.docx", items)?["shared"] == nil)
    }

    @Test func `shows inherited sharing too without the header`() {
        let items = items("AlexW", headers: [:])
        #expect(named("Summit.jpg", items)?["shared"]?["scope"] == "anonymous")
        #expect(named("root", items)?["shared"] == nil)
    }

    @Test func `repeats an inherited permission with the same id below`() throws {
        let items = items("AlexW", headers: headers)
        let folder = try #require(named("Photos", items)?["id"]?.text)
        let child = try #require(named("Booth.jpg", items)?["id"]?.text)
        let path = "/v1.0/drives/\(drive("AlexW"))/items"
        let above = asking.get("\(path)/\(folder)/permissions").value
        let below = asking.get("\(path)/\(child)/permissions").value
        let link = try #require(above.first { $0["link"]?["scope"] == "anonymous" })
        #expect(below.contains(link))
        #expect(below.contains { $0["link"]?["scope"] == "users" })
        #expect(below.filter { $0["roles"] == ["owner"] }.count == 1)
    }

    @Test func `has no path and puts parents first`() {
        let items = items("MeganB", headers: headers)
        var seen: Set<String> = []
        for item in items {
            #expect(item["parentReference"]?["path"] == nil)
            if let parent = item["parentReference"]?["id"]?.text { #expect(seen.contains(parent)) }
            seen.insert(item["id"]?.text ?? "")
        }
    }

    @Test func `keeps the facets asked for`() {
        let path = "/v1.0/drives/\(drive("MeganB"))/root/delta?$select=id,name,shared,parentReference&$top=1000"
        let items = asking.all(path, headers: headers).objects
        #expect(named("Payroll 2026.xlsx", items)?["shared"]?["scope"] == "anonymous")
        #expect(named("Payroll 2026.xlsx", items)?["size"] == nil)
    }

    @Test func `tells of changed sharing with the folders above, and marks it only on request`() throws {
        let link = try #require(asking.get("/v1.0/drives/\(drive("PattiF"))/root/delta?token=latest").delta)
        asking.graph.edit { $0.share("Shareholders.docx", of: "PattiF@contoso.example", "anonymous view") }
        let marked = asking.get(link, headers: headers).value
        #expect(marked.compactMap { $0["name"]?.text } == ["root", "Letters", "Shareholders.docx"])
        #expect(named("Shareholders.docx", marked)?["@microsoft.graph.sharedChanged"] == "True")
        #expect(named("Letters", marked)?["@microsoft.graph.sharedChanged"] == nil)
        let plain = asking.get(link).value
        #expect(named("Shareholders.docx", plain)?["@microsoft.graph.sharedChanged"] == nil)
        let alone = asking.get(link, headers: ["deltaexcludeparent": "true"]).value
        #expect(alone.count == 1)
    }

    @Test func `tells of a deleted item without its name`() throws {
        let link = try #require(asking.get("/v1.0/drives/\(drive("BenW"))/root/delta?token=latest").delta)
        asking.graph.edit { $0.delete("Quotas.xlsx", of: "BenW@contoso.example") }
        let gone = try #require(asking.get(link).value.first { $0["deleted"] != nil })
        #expect(gone["deleted"]?["state"] == "deleted")
        #expect(gone["name"] == nil)
    }

    @Test func `asks for a resync when the token is old`() throws {
        let link = try #require(asking.get("/v1.0/drives/\(drive("BenW"))/root/delta?$select=id&token=latest").delta)
        asking.clock.pass(days: 8)
        let gone = asking.get(link)
        #expect(gone.status == 410)
        #expect(gone.code == "resyncChangesApplyDifferences")
        #expect(asking.all(try #require(gone.header("Location"))).objects.count == 3)
    }

    @Test func `has no drive for people without OneDrive and for guests`() {
        #expect(asking.get("/v1.0/users/TomY@contoso.example/drive").code == "ResourceNotFound")
        #expect(
            asking.get("/v1.0/users/\(Contoso.userID("anna_partner.example#EXT#@contoso.onmicrosoft.com"))/drive")
                .status == 404)
    }

    @Test func `leads from user, group and site to the same drive`() throws {
        let own = asking.get("/v1.0/users/MeganB@contoso.example/drive?$select=id,driveType").json
        #expect(own["id"]?.text == drive("MeganB"))
        #expect(own["driveType"] == "business")
        let team = asking.get("/v1.0/groups/\(Contoso.groupID("Board"))/drives").value
        let site = try #require(
            asking.all("/v1.0/sites/getAllSites").objects.first { $0["displayName"] == "Board" }?["id"]?.text)
        #expect(asking.get("/v1.0/sites/\(site)/drives").value.ids == team.ids)
    }

    @Test func `narrows a signed-in person's view`() {
        let megan = SimulatedCaller(
            permissions: ["Files.Read.All"], delegatedUserID: Contoso.userID("MeganB@contoso.example"))
        #expect(asking.get("/v1.0/users/MeganB@contoso.example/drive", caller: megan).status == 200)
        #expect(asking.get("/v1.0/users/AlexW@contoso.example/drive", caller: megan).status == 403)
        #expect(asking.get("/v1.0/drives/\(drive("group:Board"))", caller: megan).status == 404)
        #expect(asking.get("/v1.0/drives/\(drive("group:Marketing"))", caller: megan).status == 200)
        #expect(asking.get("/v1.0/sites/getAllSites", caller: megan).status == 403)
    }
}
