import Foundation
import Model
import Testing

@testable import Posture

struct ItemSharedTests {
    static let everyone = "c:0(.s|true"
    static let employees = "c:0-.f|rolemanager|spo-grid-all-users/84841066"
    let edit = Contoso.permission("e", roles: ["write"], scope: "anonymous", type: "edit")
    let view = Contoso.permission("v", roles: ["read"], scope: "anonymous", type: "view")
    let companyView = Contoso.permission("c", roles: ["read"], scope: "organization", type: "view")
    let odd = Contoso.permission("o", roles: ["odd"], scope: "anonymous")

    /// The ids of the file checks that find something.
    func found(_ item: DriveItem, in tenant: Tenant = Contoso.tenant) -> [String] {
        Check.all.filter { $0.subjects == [.driveItem] }.filter {
            if case .found = $0.outcome(for: item, in: tenant) { true } else { false }
        }
        .map(\.id)
    }
    func evidence(_ check: Check, _ item: DriveItem) -> Evidence {
        guard case .found(let evidence) = check.outcome(for: item, in: Contoso.tenant) else { return [:] }
        return evidence
    }

    @Test(arguments: [
        (DriveItem.Form.file, "anonymous", "write", "file-public-write"),
        (.folder, "anonymous", "write", "folder-public-write"),
        (.root, "anonymous", "write", "folder-public-write"), (.file, "anonymous", "read", "file-public-read"),
        (.folder, "anonymous", "read", "folder-public-read"), (.file, "organization", "write", "file-company-write"),
        (.file, "organization", "read", "file-company-read"),
        (.folder, "organization", "write", "folder-company-write"),
        (.root, "organization", "read", "folder-company-read"),
    ])
    func `exactly one check finds one permission`(form: DriveItem.Form, scope: String, role: String, id: String) {
        #expect(found(Contoso.item(form, [Contoso.permission("p", roles: [role], scope: scope)])) == [id])
    }

    @Test func `the worst of a reach hides the rest of it, and not the other reach`() {
        #expect(found(Contoso.item(.file, [view, edit, companyView])) == ["file-public-write", "file-company-read"])
    }

    @Test func `tells the link as Graph has it`() {
        let link = changed(edit) {
            $0.expirationDateTime = Contoso.moment("2026-12-31T23:59:59Z")
            $0.hasPassword = false
            $0.link?.preventsDownload = false
        }
        #expect(
            evidence(.filePublicWrite, Contoso.item(.file, [link]))
                == [
                    "permissionIds": ["e"], "roles": ["write"], "access": "write", "scope": "anonymous",
                    "linkType": "edit",
                    "expires": "2026-12-31T23:59:59Z", "hasPassword": false, "preventsDownload": false,
                ])
    }

    @Test func `of several links the one hardest to lose speaks, in any order`() {
        let ending = changed(edit) {
            $0.id = "a"; $0.expirationDateTime = Contoso.daysAgo(-30)
        }
        let locked = changed(edit) {
            $0.id = "b"; $0.hasPassword = true
        }
        for links in [[ending, locked, edit], [edit, locked, ending], [locked, edit, ending]] {
            let evidence = evidence(.filePublicWrite, Contoso.item(.file, links))
            #expect(evidence["permissionIds"] == ["a", "b", "e"])
            #expect(evidence["expires"] == Evidence.Value.none && evidence["hasPassword"] == Evidence.Value.none)
        }
    }

    @Test func `a link with a password, or one that prevents downloads, is public all the same`() {
        let locked = changed(view) {
            $0.hasPassword = true; $0.link?.preventsDownload = true
        }
        #expect(found(Contoso.item(.file, [locked])) == ["file-public-read"])
    }

    @Test func `tells Everyone from everyone but guests`() {
        let all = evidence(
            .fileCompanyWrite, Contoso.item(.file, [Contoso.grant("g", roles: ["write"], to: Self.everyone)]))
        #expect(all["scope"] == "everyone" && all["includesGuests"] == true)
        let staff = evidence(
            .folderCompanyRead, Contoso.item(.root, [Contoso.grant("g", roles: ["SP.Read"], to: Self.employees)]))
        #expect(staff["scope"] == "everyoneExceptExternalUsers" && staff["includesGuests"] == false)
    }

    @Test func `leaves inherited permissions to the ancestor`() {
        #expect(found(Contoso.item(.file, [changed(edit) { $0.isInherited = true }])) == [])
        let child = changed(Contoso.item(.file, [edit, companyView])) { $0.inheritedPermissionIDs = ["e"] }
        #expect(found(child) == ["file-company-read"])
        let narrowed = changed(Contoso.item(.file, [edit, view])) { $0.inheritedPermissionIDs = ["e"] }
        #expect(found(narrowed) == ["file-public-read"])
    }

    @Test func `is clear for named people and ended links`() {
        let ended = changed(edit) { $0.expirationDateTime = Contoso.daysAgo(1) }
        let named = Contoso.permission("n", roles: ["write"], scope: "users", type: "edit")
        let item = Contoso.item(
            .file, [ended, named, Contoso.grant("g", roles: ["owner"], to: "i:0#.f|membership|a@contoso.com")])
        for check in Check.all where check.subjects == [.driveItem] {
            #expect(check.outcome(for: item, in: Contoso.tenant) == .clear)
        }
    }

    @Test func `an unclear permission makes unknown only what nothing else answers`() {
        let item = Contoso.item(.file, [odd, view])
        #expect(Check.filePublicRead.outcome(for: item, in: Contoso.tenant) != .clear)
        #expect(Check.filePublicWrite.outcome(for: item, in: Contoso.tenant) == .unknown("role \"odd\" is not known"))
        #expect(Check.fileCompanyWrite.outcome(for: item, in: Contoso.tenant) == .clear)
        #expect(Check.folderPublicRead.outcome(for: item, in: Contoso.tenant) == .clear)
        #expect(found(Contoso.item(.file, [odd, edit])) == ["file-public-write"])
        #expect(Check.filePublicRead.outcome(for: Contoso.item(.file, [odd, edit]), in: Contoso.tenant) == .clear)
    }

    @Test func `a link that does not say whom it is for makes every reach unknown`() {
        let item = Contoso.item(.file, [Contoso.permission("x", roles: ["read"], scope: nil)])
        for check in [Check.filePublicRead, .filePublicWrite, .fileCompanyRead, .fileCompanyWrite] {
            #expect(check.outcome(for: item, in: Contoso.tenant) == .unknown("a link does not say whom it is for"))
        }
    }

    @Test func `is unknown while the permissions are not read, and clear where there is nothing to read`() {
        #expect(
            Check.filePublicRead.outcome(for: Contoso.item(.file, nil), in: Contoso.tenant)
                == .unknown("the permissions were not read"))
        #expect(Check.folderPublicRead.outcome(for: Contoso.item(.file, nil), in: Contoso.tenant) == .clear)
        let plain = changed(Contoso.item(.folder, nil)) { $0.isShared = false }
        #expect(Check.folderPublicRead.outcome(for: plain, in: Contoso.tenant) == .clear)
    }

    @Test func `in fast mode what is shared with named people is not public, and else unknown`() {
        let item = changed(Contoso.item(.file, nil)) { $0.sharedScope = "users" }
        let fast = Contoso.tenant { $0.fastSharing = true }
        #expect(Check.filePublicWrite.outcome(for: item, in: fast) == .clear)
        #expect(
            Check.fileCompanyWrite.outcome(for: item, in: fast)
                == .unknown("grants to Everyone are not looked for (fastSharing)"))
        #expect(
            Check.filePublicWrite.outcome(for: item, in: Contoso.tenant) == .unknown("the permissions were not read"))
        let anonymous = changed(item) { $0.sharedScope = "anonymous" }
        #expect(Check.filePublicWrite.outcome(for: anonymous, in: fast) == .unknown("the permissions were not read"))
    }

    @Test func `is due a second after the next end of a link of its own`() {
        let soon = Contoso.now.addingTimeInterval(3_600)
        let item = Contoso.item(
            .file,
            [
                changed(edit) { $0.expirationDateTime = Contoso.daysAgo(-30) },
                changed(view) { $0.expirationDateTime = soon },
                changed(companyView) {
                    $0.isInherited = true; $0.expirationDateTime = Contoso.now.addingTimeInterval(60)
                },
            ])
        #expect(Check.filePublicWrite.due(for: item, in: Contoso.tenant) == soon.addingTimeInterval(1))
        #expect(Check.folderPublicWrite.due(for: item, in: Contoso.tenant) == nil)
        #expect(Check.filePublicWrite.due(for: Contoso.item(.file, [edit]), in: Contoso.tenant) == nil)
        let never = changed(edit) { $0.expirationDateTime = Contoso.moment("0001-01-01T00:00:00Z") }
        #expect(Check.filePublicWrite.due(for: Contoso.item(.file, [never]), in: Contoso.tenant) == nil)
    }

    @Test func `when the wider link ends, the narrower one speaks`() {
        let item = Contoso.item(
            .file, [changed(edit) { $0.expirationDateTime = Contoso.now.addingTimeInterval(60) }, view])
        var later = Contoso.tenant
        later.asOf = Check.filePublicRead.due(for: item, in: Contoso.tenant) ?? Contoso.now
        #expect(found(item) == ["file-public-write"])
        #expect(found(item, in: later) == ["file-public-read"])
    }

    @Test func `speaks plainly`() {
        func words(_ permission: SharingPermission) -> String {
            for check in Check.all where check.subjects == [.driveItem] {
                let evidence = evidence(check, Contoso.item(.folder, [permission]))
                if !evidence.values.isEmpty { return check.sentence(evidence) }
            }
            return ""
        }
        let until = changed(view) {
            $0.expirationDateTime = Contoso.moment("2026-12-31T23:59:59Z"); $0.hasPassword = true
        }
        #expect(words(edit) == "anyone with the link can edit, no expiry")
        #expect(words(until) == "anyone with the link can read, until 2026-12-31, password")
        #expect(
            words(changed(edit) { $0.link?.type = "createOnly" }) == "anyone with the link can add files, no expiry")
        #expect(words(changed(edit) { $0.link?.type = "review" }) == "anyone with the link can review, no expiry")
        #expect(words(companyView) == "anyone in the organization with the link can read")
        #expect(
            words(Contoso.grant("g", roles: ["write"], to: Self.employees)) == "everyone in the organization can edit")
        #expect(
            words(Contoso.grant("g", roles: ["read"], to: Self.everyone)) == "everyone, signed-in guests too, can read")
    }
}
