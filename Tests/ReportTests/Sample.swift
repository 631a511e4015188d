import Foundation
import Model
import Posture

@testable import Report

/// A small tenant with one finding of several kinds, and checks of the tests' own, so that no report changes when the catalogue does.
enum Sample {
    static let tenantID = "84bd8158-6d4d-4958-8b9f-9d6445542f95"
    static let start = Date(timeIntervalSince1970: 1_795_256_040)  // 2026-11-21T10:14:00Z
    static let october = Date(timeIntervalSince1970: 1_791_763_200)  // 2026-10-12T00:00:00Z

    static let filePublicWrite = check(
        "file-public-write", "Microsoft File Publicly Accessible Read and Write", .critical, .fileSharing,
        [.driveItems, .itemPermissions],
        why:
            "Whoever has the link can read and change the file. Links travel: by forwarding, by search engines, by old mail.",
        remedy: "remove the link, or share with named people",
        fix: [
            "Remove the link; share with named people.",
            "Turn off links for anyone in the SharePoint admin center > Policies > Sharing.",
        ],
        references: ["https://learn.microsoft.com/sharepoint/turn-external-sharing-on-or-off"],
        mappings: ["CIS M365 v3.1 7.2.3"]
    ) { _ in "anyone with the link can edit, no expiry" }
    static let spfAllowsAny = check(
        "domain-spf-allows-any", "Microsoft Domain SPF Record Allows Any IP Address", .high, .emailDomains,
        [.domains, .dns],
        why: "Any server may send mail as this domain and pass SPF.",
        remedy: "replace +all by -all in the TXT record",
        fix: ["Replace +all by -all in the TXT record of the domain."],
        references: ["https://www.rfc-editor.org/rfc/rfc7208"]
    ) { _ in "SPF ends in +all: any server may send as you" }
    static let mailRuleForwards = check(
        "mail-rule-forwards", "Active Message Rule Forwards Externally", .low, .emailForwarding, [.messageRules],
        why: "A rule that forwards mail outside keeps an intruder reading after the password is reset.",
        remedy: "delete the rule and reset the sign-ins of its owner",
        fix: ["Ask the mailbox owner whether they made the rule.", "Delete the rule."],
        references: ["https://learn.microsoft.com/defender-office-365/outbound-spam-policies-external-email-forwarding"]
    ) { evidence in
        guard case .text(let name)? = evidence["ruleName"], case .list(let recipients)? = evidence["recipients"] else {
            return ""
        }
        return "rule \"\(name)\" forwards to \(recipients.joined(separator: ", "))"
    }
    static let index = CheckIndex([filePublicWrite, spfAllowsAny, mailRuleForwards])

    static let payroll = Instance(
        check: "file-public-write", severity: .critical, integration: "contoso", tenantID: tenantID,
        resource: Resource(
            .driveItem, id: "01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K", name: "Payroll 2026.xlsx",
            url: "https://contoso-my.sharepoint.example/personal/megan/Payroll%202026.xlsx",
            driveID: "b!-RIj2DuyvEyV1T4NlOaMHk8XkS",
            location: "OneDrive of Megan Bowen"),
        firstSeen: october, lastSeen: start, fingerprint: "7c1e2a90b1c2d3e4f5061728394a5b6c",
        evidence: [
            "linkType": "edit", "scope": "anonymous", "permissionId": "f1c1a3b0-0001", "expires": .none,
            "hasPassword": false,
        ],
        timesSeen: 40)
    static let domain = Instance(
        check: "domain-spf-allows-any", severity: .high, integration: "contoso", tenantID: tenantID,
        resource: Resource(.domain, id: "contoso.example", name: "contoso.example"), firstSeen: start, lastSeen: start,
        fingerprint: "91aa0000000000000000000000000001",
        evidence: ["record": "v=spf1 include:spf.protection.outlook.com +all", "lookups": .number(1)])
    static let rule = Instance(
        check: "mail-rule-forwards", severity: .low, integration: "contoso", tenantID: tenantID,
        resource: Resource(.user, id: "87d349ed-44d7-43e1-9a83-5f2406dee5bd", name: "Adele Vance"),
        subID: "AQAAAJ5dZqA=",
        firstSeen: start, lastSeen: start, fingerprint: "c0ffee00000000000000000000000002",
        evidence: ["ruleName": "From partner", "recipients": ["alex@gmail.example"]])
    /// A guest who chose a name to do harm with: markup, a formula, an escape sequence, a direction override, a broken attribute.
    static let hostile = Instance(
        check: "mail-rule-forwards", severity: .low, integration: "contoso", tenantID: tenantID,
        resource: Resource(
            .user, id: "0b0d0000-0000-0000-0000-000000000003",
            name: "=HYPERLINK(\"http://x\")\u{1B}[2J<script>alert(1)</script>",
            url: "javascript:alert(1)"),
        subID: "x", firstSeen: start, lastSeen: start, fingerprint: "badbad00000000000000000000000003",
        evidence: [
            "ruleName": "a\u{202E}gpj.exe\r\nfake line\u{9B}31m",
            "recipients": ["\"\u{301} onmouseover=alert(1) x=\"@evil.example"],
        ])
    static let all = [payroll, domain, rule, hostile]

    static let coverage = [
        CoverageCount(.users, .ok, subjects: 42), CoverageCount(.messageRules, .ok, subjects: 38),
        CoverageCount(.messageRules, .notApplicable, subjects: 3),
        CoverageCount(
            .messageRules, .denied, subjects: 1, detail: "403 ErrorAccessDenied", example: "hr@contoso.example"),
        CoverageCount(.driveItems, .ok, subjects: 1_400),
        CoverageCount(.driveItems, .throttled, subjects: 17, detail: "429 activityLimitReached"),
        CoverageCount(
            .sites, .denied, subjects: 1, detail: "needs Sites.Read.All: 3 checks saw OneDrive and groups only"),
        CoverageCount(.dns, .ok, subjects: 5),
        CoverageCount(.dns, .error, subjects: 1, detail: "SERVFAIL, not judged", example: "shop.example"),
    ]

    static let summary = ScanSummary(
        integration: "contoso", tenantName: "Contoso", tenantID: tenantID, remark: "sample tenant", startedAt: start,
        finishedAt: start.addingTimeInterval(1.8), requests: 412, isFirst: true, run: 1, opened: all, openedCount: 56,
        activeByCheck: ["file-public-write": 2, "domain-spf-allows-any": 5, "mail-rule-forwards": 49],
        activeBySeverity: [.critical: 2, .high: 5, .medium: 11, .low: 38], coverage: coverage,
        notes: ["Forwarding set on a mailbox and transport rules are not shown by Microsoft Graph."])

    /// A summary with one thing changed.
    static func summary(_ change: (inout ScanSummary) -> Void) -> ScanSummary {
        var changed = summary
        change(&changed)
        return changed
    }

    static func write(_ format: Format, _ instances: [Instance] = all, _ summaries: [ScanSummary] = [summary]) throws
        -> String
    {
        let text = Text()
        var writer = try InstanceWriter(format: format, version: "1.0.0", index: index) { text.value += $0 }
        try writer.begin(summaries)
        for instance in instances { try writer.write(instance) }
        try writer.end()
        return text.value
    }

    final class Text { var value = "" }

    /// The check of `payroll` with another remedy.
    static func withRemedy(_ remedy: String) -> Check {
        check(
            filePublicWrite.id, filePublicWrite.title, .critical, .fileSharing, filePublicWrite.collectors,
            why: filePublicWrite.why, remedy: remedy, fix: filePublicWrite.fix, references: filePublicWrite.references,
            sentence: filePublicWrite.sentence)
    }

    private static func check(
        _ id: String, _ title: String, _ severity: Severity, _ family: Check.Family, _ collectors: [Collector],
        why: String, remedy: String, fix: [String],
        references: [String], mappings: [String] = [], sentence: @escaping @Sendable (Evidence) -> String
    ) -> Check {
        Check(
            id: id, title: title, severity: severity, family: family, collectors: collectors, why: why, remedy: remedy,
            fix: fix,
            references: references,
            mappings: mappings, sentence: sentence, questions: [])
    }
}
