import Model
import Testing

@testable import Posture

struct MailRuleSendsOutsideTests {
    static let checks: [Check] = [.mailRuleForwardsAsAttachment, .mailRuleForwards, .mailRuleRedirects]

    func outcome(in tenant: Tenant = Contoso.tenant, _ change: (inout MessageRule) -> Void = { _ in }) -> Outcome {
        Check.mailRuleForwards.outcome(for: changed(Contoso.rule, change), in: tenant)
    }
    func outcome(to address: String?, in tenant: Tenant = Contoso.tenant) -> Outcome {
        outcome(in: tenant) { $0.forwardTo = [.init(address: address)] }
    }

    @Test(arguments: checks) func `names the rule and only the outside addresses`(check: Check) {
        #expect(
            check.outcome(for: Contoso.rule, in: Contoso.tenant)
                == .found([
                    "ruleName": "copy home", "recipients": ["alex@gmail.example"], "conditions": Evidence.Value.none,
                    "stopProcessingRules": Evidence.Value.none, "delete": Evidence.Value.none,
                ]))
    }
    @Test func `each looks at its own action`() {
        let changes: [(Check, (inout MessageRule) -> Void)] = [
            (.mailRuleForwardsAsAttachment, { $0.forwardAsAttachmentTo = [] }),
            (.mailRuleForwards, { $0.forwardTo = [] }),
            (.mailRuleRedirects, { $0.redirectTo = [] }),
        ]
        for (check, change) in changes {
            let rule = changed(Contoso.rule, change)
            #expect(check.outcome(for: rule, in: Contoso.tenant) == .clear)
            for other in Self.checks where other.id != check.id {
                #expect(other.outcome(for: rule, in: Contoso.tenant) != .clear)
            }
        }
    }
    @Test(arguments: checks) func `is unknown when Graph leaves isEnabled out`(check: Check) {
        let rule = changed(Contoso.rule) { $0.isEnabled = nil }
        #expect(
            check.outcome(for: rule, in: Contoso.tenant) == .unknown("Graph did not say whether the rule is enabled"))
    }
    @Test func `is clear when the rule is disabled`() { #expect(outcome { $0.isEnabled = false } == .clear) }
    @Test func `tells conditions and what becomes of the mail`() throws {
        let found = outcome {
            $0.conditions = ["senderContains: ADELE"]
            $0.stopProcessingRules = true
            $0.deletes = false
            $0.hasError = true
        }
        let evidence = try #require(found.evidence)
        #expect(evidence["conditions"] == ["senderContains: ADELE"])
        #expect(evidence["stopProcessingRules"] == true && evidence["delete"] == false && evidence["hasError"] == true)
    }

    @Test(arguments: [
        "bo@CONTOSO.com", "bo@contoso.com.", "bo@contoso.onmicrosoft.com", nil, "", "bo", "/o=ExchangeLabs/cn=a@b",
    ])
    func `is clear when every address is ours or not resolved`(address: String?) {
        #expect(outcome(to: address) == .clear)
    }
    @Test(arguments: [
        "bo@mail.contoso.com", "bo@contoso.com.evil.example", "bo@notcontoso.com", "\"x@contoso.com\"@evil.example",
        "adele_partner.example#EXT#@contoso.onmicrosoft.com", "odd#ext#@contoso.com",
    ])
    func `is found for what only looks like ours`(address: String) { #expect(outcome(to: address) != .clear) }

    @Test func `options put a sub-domain, a partner or a guest's home inside`() {
        #expect(outcome(to: "bo@mail.contoso.com", in: Contoso.tenant { $0.subdomainsAreInternal = true }) == .clear)
        let partner = Contoso.tenant { $0.internalDomains = ["partner.example", "alex@gmail.example"] }
        #expect(outcome(to: "adele@partner.example", in: partner) == .clear)
        #expect(outcome(to: "adele_partner.example#EXT#@contoso.onmicrosoft.com", in: partner) == .clear)
        #expect(outcome(in: partner) == .clear)
        #expect(outcome(to: "bo@gmail.example", in: partner) != .clear)
    }
    @Test func `records unresolved recipients beside a finding`() throws {
        let found = outcome {
            $0.forwardTo += [.init(name: "Bo", address: "/o=ExchangeLabs/cn=bo"), .init(name: "Cy", address: nil)]
        }
        let evidence = try #require(found.evidence)
        #expect(evidence["unresolvedRecipients"] == ["/o=ExchangeLabs/cn=bo", "Cy"])
        #expect(evidence["recipients"] == ["alex@gmail.example"])
    }
    @Test func `is unknown where the domains are not known, unless there is nobody to ask about`() {
        let unknown = Contoso.tenantOfUnknownDomains
        #expect(outcome(in: unknown) == .unknown("the tenant's domains are not known"))
        #expect(outcome(in: unknown) { $0.forwardTo = [] } == .clear)
        #expect(outcome(in: unknown) { $0.isEnabled = false } == .clear)
        #expect(outcome(to: "/o=x", in: unknown) == .clear)
        #expect(outcome(to: "a_b.example#EXT#@contoso.com", in: unknown) != .clear)
    }
    @Test func `falls back on the domains the organization lists`() {
        var tenant = Contoso.tenant
        tenant = Tenant(
            id: tenant.id, domains: nil, organization: Contoso.organization, permissions: tenant.permissions,
            asOf: Contoso.now)
        #expect(outcome(to: "bo@contoso.com", in: tenant) == .clear)
        #expect(outcome(to: "bo@gmail.example", in: tenant) != .clear)
    }

    @Test func `says so in words`() {
        func words(_ check: Check, _ change: (inout MessageRule) -> Void = { _ in }) -> String {
            guard case .found(let evidence) = check.outcome(for: changed(Contoso.rule, change), in: Contoso.tenant)
            else { return "" }
            return check.sentence(evidence)
        }
        #expect(words(.mailRuleForwards) == "rule \"copy home\" forwards to alex@gmail.example")
        #expect(
            words(.mailRuleForwardsAsAttachment) == "rule \"copy home\" forwards as attachment to alex@gmail.example")
        #expect(
            words(.mailRuleRedirects) {
                $0.displayName = nil
                $0.hasError = true
                $0.redirectTo.append(.init(address: "bo@x.example"))
            } == "a rule without a name redirects to alex@gmail.example and 1 more (in error)")
    }
}
