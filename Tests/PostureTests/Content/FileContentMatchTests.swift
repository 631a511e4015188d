import Foundation
import Model
import Testing

@testable import Posture

struct FileContentMatchTests {
    let edit = Contoso.permission("e", roles: ["write"], scope: "anonymous", type: "edit")
    let view = Contoso.permission("v", roles: ["read"], scope: "anonymous", type: "view")
    let companyEdit = Contoso.permission("w", roles: ["write"], scope: "organization", type: "edit")
    let companyView = Contoso.permission("c", roles: ["read"], scope: "organization", type: "view")
    let odd = Contoso.permission("o", roles: ["odd"], scope: "anonymous")

    private func outcomes(_ content: FileContent, in tenant: Tenant = Contoso.tenant) -> [String: Outcome] {
        Dictionary(uniqueKeysWithValues: Check.content.map { ($0.id, $0.outcome(for: content, in: tenant)) })
    }

    private func found(_ content: FileContent, in tenant: Tenant = Contoso.tenant) -> [String] {
        outcomes(content, in: tenant).filter { if case .found = $0.value { true } else { false } }.map(\.key)
    }

    private func unknown(_ content: FileContent) -> Set<String> {
        Set(outcomes(content).filter { if case .unknown = $0.value { true } else { false } }.map(\.key))
    }

    @Test func `the worst reach counts, once a file`() {
        #expect(found(Contoso.content([])) == ["file-content-match"])
        #expect(found(Contoso.content([companyView])) == ["file-company-read-dlp"])
        #expect(found(Contoso.content([companyView, companyEdit])) == ["file-company-write-dlp"])
        #expect(found(Contoso.content([companyEdit, view])) == ["file-public-read-dlp"])
        #expect(found(Contoso.content([view, companyView, edit])) == ["file-public-write-dlp"])
    }

    @Test func `a file in which nothing was found is clear, whoever reaches it`() {
        var content = Contoso.content([edit])
        content.matches = []
        #expect(Set(outcomes(content).values) == [.clear])
    }

    @Test func `a file that could not be read is unknown, and what was read of it counts`() {
        var content = Contoso.content([])
        content.status = .partial
        #expect(found(content) == ["file-content-match"])
        content.matches = []
        for status in Extraction.Status.allCases where status != .ok {
            content.status = status
            #expect(unknown(content) == Set(Check.content.map(\.id)), "\(status)")
        }
    }

    @Test func `permissions that were not read leave open whether it is worse`() {
        var content = Contoso.content([companyView])
        content.isSharingUnread = true
        #expect(found(content) == ["file-company-read-dlp"])
        #expect(
            unknown(content) == ["file-public-write-dlp", "file-public-read-dlp", "file-company-write-dlp"])
    }

    @Test func `a role nobody knows leaves open its own reach only`() {
        let content = Contoso.content([odd, companyEdit])
        #expect(found(content) == ["file-company-write-dlp"])
        #expect(unknown(content) == ["file-public-write-dlp", "file-public-read-dlp"])
    }

    @Test func `when a link ends the file reaches less far`() throws {
        var ending = edit
        ending.expirationDateTime = Contoso.moment("2027-01-01T00:00:00Z")
        let content = Contoso.content([ending, companyView])
        let due = try #require(Check.filePublicWriteDLP.due(for: content, in: Contoso.tenant))
        var later = Contoso.tenant
        later.asOf = due
        #expect(found(content) == ["file-public-write-dlp"])
        #expect(found(content, in: later) == ["file-company-read-dlp"])
    }

    @Test func `says what was found, where, and through which folder it is shared`() throws {
        guard case .found(let evidence) = outcomes(Contoso.content([edit], folder: "HR"))["file-public-write-dlp"]
        else {
            Issue.record("not found")
            return
        }
        #expect(evidence["sharedThrough"] == ["HR"])
        #expect(evidence["profiles"] == ["Financial Information"])
        #expect(evidence["scope"] == "anonymous" && evidence["access"] == "write")
        let row = try #require(evidence.records("matches").first)
        #expect(row.text("entry") == "iban" && row.number("count") == 3)
        #expect(row.list("samples") == ["••••••32"] && row.list("places") == ["Prices!14"])
        #expect(Check.filePublicWriteDLP.sentence(evidence) == "iban (3); anyone with the link can edit")
    }

    @Test func `records survive being stored`() throws {
        guard case .found(let evidence) = outcomes(Contoso.content([edit]))["file-public-write-dlp"] else { return }
        let stored = try JSONDecoder().decode(Evidence.self, from: JSONEncoder().encode(evidence))
        #expect(stored == evidence)
    }

    @Test func `another entry that matches is worse than what somebody accepted, another profile is not`() {
        let before: Evidence = ["profiles": ["A"], "entries": ["visa"], "access": "read"]
        let attached: Evidence = ["profiles": ["A", "B"], "entries": ["visa"], "access": "read"]
        let renamed: Evidence = ["profiles": ["C"], "entries": ["visa"], "access": "read"]
        let more: Evidence = ["profiles": ["A"], "entries": ["iban", "visa"], "access": "read"]
        #expect(attached.widened(since: before).isEmpty && renamed.widened(since: before).isEmpty)
        #expect(more.widened(since: before) == ["entries"])
    }

    private func named(_ login: String, scope: String?, name: String? = nil) -> SharingPermission {
        var permission = SharingPermission(id: "n-\(login)")
        permission.roles = ["write"]
        permission.link = scope.map { .init(scope: $0, type: "edit") }
        permission.grantees = [.init(displayName: name, loginName: login)]
        return permission
    }

    private func evidence(_ content: FileContent, _ check: String = "file-content-match") -> Evidence {
        if case .found(let evidence) = outcomes(content)[check] { evidence } else { [:] }
    }

    @Test func `says of a file for named people which guests are among them`() {
        let guest = named("i:0#.f|membership|gus_partner.example#ext#@contoso.onmicrosoft.com", scope: "users")
        let claim = named("i:0#.f|membership|urn%3aspo%3aguest#eve@partner.example", scope: nil)
        let colleague = named("i:0#.f|membership|megan@contoso.com", scope: "users")
        var found = evidence(Contoso.content([guest, claim, colleague]))
        #expect(found["guests"] == ["eve@partner.example", "gus@partner.example"])
        #expect(found["reach"] == "named people, guests among them" && found["sharedThrough"] == ["pricing.xlsx"])
        #expect(Check.fileContentMatch.sentence(found) == "iban (3); 2 guests reach it")
        found = evidence(Contoso.content([colleague], folder: "HR"))
        #expect(found["reach"] == "named people only" && found["sharedThrough"] == ["HR"] && found["guests"] == nil)
        found = evidence(Contoso.content([]))
        #expect(found["reach"] == "named people only" && found["sharedThrough"] == nil)
        var unread = Contoso.content([])
        unread.isSharingUnread = true
        #expect(evidence(unread)["reach"] == "not known: the permissions were not read")
        var past = guest
        past.expirationDateTime = Contoso.tenant.asOf.addingTimeInterval(-1)
        #expect(evidence(Contoso.content([past]))["reach"] == "named people only")
        #expect(Evidence(["guests": ["a", "b"]]).widened(since: ["guests": ["a"]]) == ["guests"])
    }

    @Test func `who was invited and guests that only the directory names are guests`() {
        var invited = SharingPermission(id: "i")
        (invited.roles, invited.invited) = (["write"], "jd@outlook.example")
        var known = SharingPermission(id: "k")
        known.roles = ["read"]
        known.grantees = [
            .init(
                displayName: "Anna", loginName: "anna_maria.k_sub_x.example#EXT#@contoso.onmicrosoft.com",
                email: "anna_maria.k@sub_x.example")
        ]
        #expect(invited.isSharing && invited.ofStrangers == invited && known.ofStrangers == known)
        let found = evidence(Contoso.content([invited, known], folder: "HR"))
        #expect(found["guests"] == ["anna_maria.k@sub_x.example", "jd@outlook.example"])
        #expect(found["reach"] == "named people, guests among them" && found["sharedThrough"] == ["HR"])
        // Who has come is a grantee, and a colleague is no guest.
        var colleague = invited
        colleague.invited = "megan@\(Contoso.tenant.domains?.first?.id ?? "")"
        invited.grantees = [.init(displayName: "Megan", loginName: "i:0#.f|membership|megan@contoso.com")]
        #expect(evidence(Contoso.content([invited, colleague]))["guests"] == nil)
    }

    @Test func `a guest is one, however the address is written`() {
        var invited = SharingPermission(id: "i")
        (invited.roles, invited.invited) = (["write"], "Gus@partner.example")
        let login = "i:0#.f|membership|gus_partner.example#ext#@contoso.onmicrosoft.com"
        var told = named(login, scope: nil)
        told.grantees[0].email = "Gus@Partner.example"
        let content = Contoso.content([invited, named(login, scope: "users"), told])
        #expect(evidence(content)["guests"] == ["gus@partner.example"])
        // The name does not say where the `@` was.
        let lossy = named("anna_maria.k_sub_x.example#EXT#@contoso.onmicrosoft.com", scope: nil)
        var whole = lossy
        whole.grantees[0].email = "Anna_Maria.K@sub_x.example"
        for both in [[lossy, whole], [whole, lossy]] {
            #expect(evidence(Contoso.content(both))["guests"] == ["anna_maria.k@sub_x.example"])
        }
        // Nor is a colleague one who was invited in capitals.
        invited.invited = "Megan@\(Contoso.tenant.domains?.first?.id.uppercased() ?? "")"
        #expect(evidence(Contoso.content([invited]))["guests"] == nil)
    }

    @Test func `who reaches a file is not known where a permission is unclear, or was left out on purpose`() {
        func reach(_ content: FileContent) -> Evidence.Value? { evidence(content)["reach"] }
        let unscoped = Contoso.permission("u", roles: ["write"], scope: nil, type: "edit")
        #expect(reach(Contoso.content([unscoped])) == "not known: a link does not say whom it is for")
        let strange = Contoso.permission("s", roles: ["write"], scope: "everything", type: "edit")
        #expect(reach(Contoso.content([strange])) == "not known: link scope \"everything\" is not known")
        #expect(reach(Contoso.content([odd])) == "not known: role \"odd\" is not known")
        var leftOut = Contoso.content([])
        leftOut.isSharingLeftOut = true
        #expect(
            reach(leftOut) == "named people; guests and grants to everyone are not looked for (fastSharing)")
        let guest = named("i:0#.f|membership|urn%3aspo%3aguest#eve@partner.example", scope: nil)
        leftOut.sharing = [.init(permission: guest, folder: "HR")]
        #expect(reach(leftOut) == "named people, guests among them")
        leftOut.isSharingUnread = true
        #expect(reach(leftOut) == "not known: the permissions were not read")
    }

    @Test func `of a permission for named people the guests are enough, and of others all counts`() {
        var link = named("i:0#.f|membership|megan@contoso.com", scope: "users", name: "Megan")
        let guest = named("i:0#.f|membership|gus_partner.example#ext#@contoso.onmicrosoft.com", scope: nil).grantees
        link.grantees += guest
        let all = evidence(Contoso.content([link]))
        #expect(link.ofStrangers.grantees == guest && link.ofStrangers.isSharing)
        #expect(evidence(Contoso.content([link.ofStrangers])) == all && all["guests"] == ["gus@partner.example"])
        let everyone = Contoso.grant("g", roles: ["read"], to: "c:0-.f|rolemanager|spo-grid-all-users/x")
        #expect(everyone.ofStrangers == everyone && odd.ofStrangers == odd && edit.ofStrangers == edit)
    }

    @Test func `what two profiles tell of is told once`() {
        var content = Contoso.content([])
        var other = content.matches[0]
        (other.profile, other.count) = ("Payroll", 7)
        content.matches.append(other)
        #expect(Check.fileContentMatch.sentence(evidence(content)) == "iban (7)")
        other.entry = "us_ssn"
        content.matches.append(other)
        #expect(Check.fileContentMatch.sentence(evidence(content)) == "iban (7) and 1 more")
    }

    @Test func `says which labels are those of another organization`() {
        var content = Contoso.content([])
        content.labels = [
            .init(id: "l1", siteID: Contoso.tenant.id.uppercased()), .init(id: "l2", siteID: "t2"),
            .init(id: "l3", siteID: ""), .init(id: "l4", siteID: "t2", part: "letter.docx"),
        ]
        #expect(evidence(content)["innerLabels"] == nil)
        content.labels.append(.init(id: "l1", siteID: Contoso.tenant.id, part: "b/plan.docx"))
        #expect(evidence(content)["innerLabels"] == .records([["label": "l1", "part": "b/plan.docx"]]))
        #expect(evidence(content)["labels"] == ["l1", "l2", "l3"])
        let foreign: Evidence.Value = .records([
            ["label": "l2", "tenant": "t2", "part": .none], ["label": "l4", "tenant": "t2", "part": "letter.docx"],
        ])
        #expect(evidence(content)["foreignLabels"] == foreign)
    }
}
