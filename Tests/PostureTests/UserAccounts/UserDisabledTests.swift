import Model
import Testing

@testable import Posture

struct UserDisabledTests {
    let leavingOut = Contoso.tenant { $0.leaveOutSharedMailboxes = true }

    func outcome(in tenant: Tenant = Contoso.tenant, _ change: (inout User) -> Void = { _ in }) -> Outcome {
        Check.userDisabled.outcome(
            for: changed(Contoso.user) {
                $0.accountEnabled = false
                change(&$0)
            }, in: tenant)
    }

    @Test func `tells the type and the mail address`() {
        #expect(
            outcome() == .found(["userType": "Member", "mail": "adele@contoso.com", "probablySharedMailbox": false]))
    }
    @Test func `is clear when enabled, unknown when Graph leaves it out`() {
        #expect(outcome { $0.accountEnabled = true } == .clear)
        #expect(outcome { $0.accountEnabled = nil } == .unknown("Graph did not say whether the account is enabled"))
    }
    @Test func `is found for guests, and says that they are`() throws {
        let evidence = try #require(outcome({ $0.userType = "Guest" }).evidence)
        #expect(Check.userDisabled.sentence(evidence) == "sign-in blocked, guest")
    }
    @Test(
        arguments: [(0, true, true), (1, true, false), (nil, true, false), (0, false, false)] as [(Int?, Bool, Bool)])
    func `calls a mailbox without a licence probably shared`(licences: Int?, hasMail: Bool, isProbable: Bool) throws {
        let found = outcome {
            $0.assignedLicenseCount = licences
            if !hasMail { $0.mail = nil }
        }
        let evidence = try #require(found.evidence)
        #expect(evidence["probablySharedMailbox"] == .flag(isProbable))
    }
    @Test(arguments: ["shared", "Room", "equipment"]) func `leaves out mailboxes of nobody where the option says so`(
        purpose: String
    ) {
        #expect(outcome(in: leavingOut) { $0.mailboxPurpose = purpose } == .clear)
        #expect(outcome { $0.mailboxPurpose = purpose } != .clear)
    }
    @Test(arguments: ["user", "linked", "others", nil])
    func `does not leave out other mailboxes, or where the purpose is not known`(
        purpose: String?
    ) {
        #expect(outcome(in: leavingOut) { $0.mailboxPurpose = purpose } != .clear)
    }
}
