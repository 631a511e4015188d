import Foundation
import Model
import Testing

@testable import Posture

struct SharingReadingTests {
    func reading(_ change: (inout SharingPermission) -> Void) -> SharingReading {
        SharingReading(
            changed(Contoso.permission("p", roles: ["read"], scope: "anonymous", type: "view"), change), at: Contoso.now
        )
    }

    @Test(
        arguments: [
            ("anonymous", .open(to: .anyone, .read)), ("organization", .open(to: .organization, .read)),
            ("Anonymous", .open(to: .anyone, .read)), ("users", .closed), ("existingAccess", .closed),
            (nil, .unclear(nil, "a link does not say whom it is for")),
            ("planet", .unclear(nil, "link scope \"planet\" is not known")),
        ] as [(String?, SharingReading)])
    func `reads whom a link is for`(scope: String?, expected: SharingReading) {
        #expect(reading { $0.link?.scope = scope } == expected)
    }

    @Test(
        arguments: [
            (
                "c:0-.f|rolemanager|spo-grid-all-users/84841066-274d-4ec0-a5c1-276be684bdd3",
                .open(to: .organization, .read)
            ),
            ("C:0-.F|RoleManager|spo-grid-all-users/84841066", .open(to: .organization, .read)),
            ("c:0(.s|true", .open(to: .organization, .read)),
            ("c:0(.s|true2", .closed), ("i:0#.f|membership|misty@contoso.com", .closed), ("", .closed),
        ] as [(String, SharingReading)])
    func `reads whom a grant is for`(loginName: String, expected: SharingReading) {
        #expect(SharingReading(Contoso.grant("g", roles: ["read"], to: loginName), at: Contoso.now) == expected)
    }

    @Test(
        arguments: [
            (["write"], nil), (["owner"], nil), (["read", "write"], "view"), (["read"], "edit"), ([], "edit"),
            ([], "createOnly"), ([], "review"),
            (["SP.Full Control"], nil), (["sp.design"], nil), (["SP.Edit"], nil),
            (["SP.Contribute", "SP.Limited Access"], nil),
        ] as [([String], String?)])
    func `reads a right to write`(roles: [String], type: String?) {
        #expect(
            reading {
                $0.roles = roles; $0.link?.type = type
            } == .open(to: .anyone, .write))
    }

    @Test(
        arguments: [
            (["read"], nil), (["SP.Read"], nil), (["SP.View Only"], nil), (["sp.restricted view"], nil), ([], "view"),
            ([], "embed"),
            ([], "blocksDownload"), (["SP.Limited Access"], "view"), (["read"], "somethingNew"),
        ] as [([String], String?)])
    func `reads a right to read`(roles: [String], type: String?) {
        #expect(
            reading {
                $0.roles = roles; $0.link?.type = type
            } == .open(to: .anyone, .read))
    }

    @Test(arguments: [["SP.Limited Access"], ["sp.web-only limited access", "sp.limited access"]])
    func `passes over a right of passage`(roles: [String]) {
        #expect(
            reading {
                $0.roles = roles; $0.link?.type = nil
            } == .closed)
    }

    @Test func `says what it does not know`() {
        #expect(
            reading {
                $0.roles = ["member"]; $0.link?.type = nil
            } == .unclear(.anyone, "role \"member\" is not known"))
        #expect(
            reading {
                $0.roles = []; $0.link?.type = nil
            } == .unclear(.anyone, "a permission names no role"))
        #expect(
            reading {
                $0.roles = ["SP.Limited Access", "SP.Odd"]; $0.link?.type = nil
            }
                == .unclear(.anyone, "role \"SP.Limited Access, SP.Odd\" is not known"))
    }

    @Test func `does not mind unknown roles of named people`() {
        #expect(
            reading {
                $0.roles = ["member"]; $0.link?.scope = "users"
            } == .closed)
    }

    @Test(arguments: [(-1.0, true), (0.0, false), (1.0, false)]) func `an ended link is closed`(
        seconds: Double, isClosed: Bool
    ) {
        let read = reading { $0.expirationDateTime = Contoso.now.addingTimeInterval(seconds) }
        #expect((read == .closed) == isClosed)
    }

    @Test func `the year 1 means that it never ends`() {
        let read = reading { $0.expirationDateTime = Contoso.moment("0001-01-01T00:00:00Z") }
        #expect(read == .open(to: .anyone, .read))
        #expect(Contoso.moment("0001-01-01T00:00:00Z") < Contoso.moment("1601-01-01T00:00:00Z"))
    }
}
