import Foundation
import Model

@testable import Posture

/// For each check one entity that fails it.
enum Weak {
    static func entity(for check: Check) -> (any Entity)? {
        typealias Item = (DriveItem.Form, scope: String, role: String)
        let shared: [String: Item] = [
            "file-public-write": (.file, "anonymous", "write"), "folder-public-write": (.folder, "anonymous", "write"),
            "file-public-read": (.file, "anonymous", "read"), "folder-public-read": (.folder, "anonymous", "read"),
            "file-company-write": (.file, "organization", "write"),
            "file-company-read": (.file, "organization", "read"),
            "folder-company-write": (.folder, "organization", "write"),
            "folder-company-read": (.folder, "organization", "read"),
        ]
        if let item = shared[check.id] {
            return Contoso.item(item.0, [Contoso.permission("p1", roles: [item.role], scope: item.scope)])
        }
        let reach: [String: (scope: String, role: String)?] = [
            "file-public-write-dlp": ("anonymous", "write"), "file-public-read-dlp": ("anonymous", "read"),
            "file-company-write-dlp": ("organization", "write"), "file-company-read-dlp": ("organization", "read"),
            "file-content-match": nil,
        ]
        if let sharing = reach[check.id] {
            return Contoso.content(sharing.map { [Contoso.permission("p1", roles: [$0.role], scope: $0.scope)] } ?? [])
        }
        return others[check.id]
    }

    private static let others: [String: any Entity] = [
        "user-fido2-unattested": Contoso.passkey,
        "user-onprem-provisioning-error": Contoso.user,
        "user-password-never-expires": Contoso.user,
        "user-password-stale": Contoso.user,
        "user-strong-password-disabled": Contoso.user,
        "user-cloud-sync-disabled": changed(Contoso.user) { $0.onPremisesSyncEnabled = false },
        "user-windows-hello-weak-key": Contoso.helloKey,
        "user-onprem-sync-stale": Contoso.user,
        "user-not-legal-adult": Contoso.user,
        "user-proxy-addresses": Contoso.user,
        "user-disabled": changed(Contoso.user) { $0.accountEnabled = false },
        "calendar-shared-externally": Contoso.sharee,
        "app-not-certified": Contoso.app,
        "app-not-attested": Contoso.app,
        "app-disabled-by-microsoft": Contoso.app,
        "app-certification-expiring": Contoso.app,
        "domain-spf-allows-any": Contoso.records(txt: ["contoso.com": ["v=spf1 +all"]]),
        "domain-spf-missing": Contoso.records(txt: [:]),
        "domain-dmarc-missing": Contoso.records(txt: [:]),
        "domain-dmarc-not-enforced": Contoso.records(txt: ["_dmarc.contoso.com": ["v=DMARC1; p=none"]]),
        "domain-dmarc-subdomains-not-enforced": Contoso.records(txt: [
            "_dmarc.contoso.com": ["v=DMARC1; p=reject; sp=none"]
        ]),
        "domain-dmarc-partially-enforced": Contoso.records(txt: ["_dmarc.contoso.com": ["v=DMARC1; p=reject; pct=50"]]),
        "domain-not-verified": changed(Domain(id: "new.example")) { $0.isVerified = false },
        "mail-rule-forwards-as-attachment": Contoso.rule,
        "mail-rule-forwards": Contoso.rule,
        "mail-rule-redirects": Contoso.rule,
    ]
}

/// A copy with one thing changed.
func changed<Subject>(_ subject: Subject, _ change: (inout Subject) -> Void) -> Subject {
    var subject = subject
    change(&subject)
    return subject
}
