import Flows
import Foundation
import Model
import Report
import Store

/// The panel that connects a tenant: details, Authorize, Save.
struct AddView {
    private(set) var values: [String: Any]

    init(
        _ draft: IntegrationDraft, _ pending: PendingAuthorisation?, of known: Integration?, clouds: [CloudChoice],
        registrations: [Registration], asOf now: Date, in zone: TimeZone
    ) {
        let registered = registrations.filter(\.isComplete).map(\.cloud)
        let cloud = clouds.first { $0.id == draft.cloud }
        values = [
            "name": draft.name, "place": draft.isDirectory ? "directories" : "integrations",
            "action": draft.panelPath,
            "isDirectory": draft.isDirectory, "isRenewal": draft.integration != nil,
            "frequencies": SyncFrequency.allCases.map {
                ["word": $0.word, "title": $0.title, "isChosen": $0 == draft.syncFrequency] as [String: Any]
            },
            "clouds": clouds.filter { registered.contains($0.id) || $0.id == draft.cloud }.map {
                ["id": $0.id, "title": $0.title, "isChosen": $0.id == draft.cloud] as [String: Any]
            },
            "features": Feature.allCases.filter {
                $0 != .remediation && !(known?.isLimited == true && Feature.ofAppAlone.contains($0))
            }
            .map { Self.choice($0, draft) },
            "isReadWrite": draft.mode == .readWrite, "isDelegated": draft.isDelegated,
            "hasRegistration": registered.contains(draft.cloud) || draft.integration != nil,
            "typeName": "Office 365", "frequencyName": draft.syncFrequency.title,
            "cloudName": cloud?.title ?? draft.cloud,
            "count": Numbers.counted(draft.permissions.count, "permission"),
            "loginURL": pending?.loginURL ?? cloud?.loginURL ?? "",
            "graphURL": pending?.graphURL ?? cloud?.graphURL ?? "",
            "cancel": draft.isDirectory ? "/settings/directories" : "/integrations",
            "choosesConsent": known?.isLimited ?? true, "endsLimit": known?.isLimited ?? false, "gaps": Self.gaps,
            "summary": Self.summary(draft),
        ]
        if let pending { add(pending, asOf: now, in: zone) }
    }

    private mutating func add(_ pending: PendingAuthorisation, asOf now: Date, in zone: TimeZone) {
        values["authorisation"] = pending.id
        values["isBack"] = [.elsewhere, .spreading, .authorised].contains(pending.step)
        values["isElsewhere"] = pending.step == .elsewhere
        values["isArrived"] = pending.step != .elsewhere
        values["linkExpires"] = pending.linkExpires.map { TimeView($0, asOf: now, in: zone) }
        values["isSpreading"] = pending.step == .spreading
        values["isAuthorised"] = pending.step == .authorised
        values["tenantName"] = pending.tenantName ?? "not read yet"
        values["tenantID"] = pending.tenantID
        values["account"] = pending.account
        values["consented"] =
            pending.linkExpires == nil ? nil : pending.consentedAt.map { TimeView($0, asOf: now, in: zone) }
        values["proved"] = pending.provedAt.map { TimeView($0, asOf: now, in: zone) }
        if pending.step == .elsewhere {
            values["linkTrouble"] = pending.trouble?.sentence
            values["linkMissing"] = pending.missing.flatMap { missing in
                missing.isEmpty ? nil : missing.map(\.rawValue).joined(separator: ", ")
            }
            return
        }
        values["trouble"] = pending.trouble.map { TroubleView($0, asOf: now, in: zone).values }
        values["rows"] =
            PermissionRows(
                pending.draft.permissions, granted: pending.granted, isLimited: pending.draft.isDelegated
            ).values
        if let missing = pending.missing, !missing.isEmpty, pending.step == .authorised {
            let all = pending.draft.permissions.count
            values["missing"] =
                [
                    "count": "\(all - missing.count) of \(Numbers.counted(all, "permission")).",
                    "names": missing.map(\.rawValue).joined(separator: ", "),
                ] as [String: Any]
        }
    }

    private static func choice(_ feature: Feature, _ draft: IntegrationDraft) -> [String: Any] {
        let count = feature.permissions.count
        return [
            "id": feature.rawValue, "title": feature.title, "isOn": draft.features.contains(feature),
            "isFixed": feature == .directory,
            "hint": count > 2
                ? Numbers.counted(count, "more read permission")
                : feature.permissions.map(\.rawValue).joined(separator: ", "),
        ]
    }

    private static func summary(_ draft: IntegrationDraft) -> String {
        ([
            "Office 365", draft.name, draft.syncFrequency.title.lowercased(),
            Feature.allCases.filter(draft.features.contains).map { $0.title.lowercased() }.joined(separator: ", "),
            draft.mode == .read ? "read" : "read and write",
        ] + (draft.isDelegated ? ["on behalf of a person"] : [])).joined(separator: " · ")
    }

    /// What the limited mode cannot see (findings.md 0.1: delegated permissions).
    static let gaps = [
        "Message rules and calendars of other mailboxes: it reads that of the person who signs in.",
        "Drives of others: it reads the files that this person can open.",
        "Sensitivity labels: the permission has no delegated form.",
        "Sign-in methods, unless the person is Global Reader or Authentication Administrator.",
        "Permanence: it ends when the person's sessions are revoked, their sign-in expires, or nothing is read for 90 days.",
    ]
}

/// Permissions with what they are for and what the last token said of them. For the partial `permission-rows`.
struct PermissionRows {
    let values: [[String: Any]]

    /// - Parameter granted: nil where nobody knows.
    init(_ needed: [Permission], granted: Set<Permission>?, isLimited: Bool) {
        // What Reeve cannot ask for on behalf of a person is nobody's to grant in the limited mode.
        let optional = Permission.optional.filter { !needed.contains($0) && !(isLimited && $0.scopeID == nil) }
        values = (needed + optional).map { permission in
            let isOptional = optional.contains(permission)
            let isGranted = granted.map { $0.contains(permission) }
            let state: StateView =
                switch isGranted {
                case true?: StateView(.ok, isOptional ? "Granted, not asked for" : "Granted")
                case false?: isOptional ? StateView(.off, "Optional") : StateView(.bad, "Missing")
                case nil: StateView(.unknown, "Unknown")
                }
            return [
                "name": permission.rawValue, "purpose": permission.purpose, "state": state,
                "without": isGranted == true ? "" : permission.costOfAbsence,
            ]
        }
    }
}

extension IntegrationDraft {
    /// Where its panel stands.
    var panelPath: String { isDirectory ? "/settings/directories/add" : "/integrations/add" }
}
