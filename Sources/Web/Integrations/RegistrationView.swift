import Flows
import Foundation
import Model
import Store

/// The page of the app registration.
struct RegistrationView {
    let values: [String: Any]

    init(
        _ registration: Registration, _ cloud: CloudChoice, redirectURI: String, signInURI: String?, typed: Form,
        asOf now: Date,
        in zone: TimeZone
    ) {
        let isMultitenant = registration.clientID != nil && registration.tenantID == nil
        let text = RegistrationText(
            registration, redirectURI: redirectURI, signInURI: signInURI, isMultitenant: isMultitenant)
        var values: [String: Any] = [
            "cloud": cloud.id, "portal": cloud.portal, "graphURL": cloud.graphURL, "loginURL": cloud.loginURL,
            "redirectURI": redirectURI, "manifest": text.manifest, "azureCLI": text.azureCLI,
            "powerShell": text.powerShell, "rows": Feature.allCases.flatMap { Self.rows($0, registration.features) },
            "clientID": typed["client-id"] ?? registration.clientID ?? "",
            "tenantID": typed["tenant-id"] ?? registration.tenantID ?? "",
            "hasCertificate": registration.certificate != nil, "hasCredential": registration.hasCredential,
            "isSecret": registration.hasCredential && registration.credential == .secret,
            "isComplete": registration.isComplete, "standing": Self.standing(registration, asOf: now),
            "certificateLink": "\(Link("/settings/registration/certificate", ["cloud": cloud.id]))",
            "portalLink":
                "\(cloud.portal)/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade",
        ]
        values["signInURI"] = signInURI
        values["expires"] = registration.expires.map { TimeView($0, asOf: now, in: zone) }
        values["tested"] = registration.testedAt.map { TimeView($0, asOf: now, in: zone) }
        values["testTrouble"] = registration.testTrouble
        self.values = values
    }

    /// A row for each permission; the first one holds the feature.
    private static func rows(_ feature: Feature, _ chosen: Set<Feature>) -> [[String: Any]] {
        feature.permissions.enumerated().map { place, permission in
            var row: [String: Any] = [
                "name": permission.rawValue, "purpose": permission.purpose, "without": permission.costOfAbsence,
            ]
            if place == 0 {
                row["feature"] =
                    [
                        "id": feature.rawValue, "title": feature.title, "isOn": chosen.contains(feature),
                        "isFixed": feature == .directory,
                    ] as [String: Any]
            }
            return row
        }
    }

    private static func standing(_ registration: Registration, asOf now: Date) -> StateView {
        guard registration.hasCredential else { return StateView(.off, "No credential yet") }
        guard registration.clientID != nil else { return StateView(.off, "No Application ID yet") }
        if let expires = registration.expires, expires <= now { return StateView(.bad, "Credential expired") }
        if registration.testTrouble != nil { return StateView(.bad, "Last test failed") }
        if let expires = registration.expires, expires.timeIntervalSince(now) < 30 * 86_400 {
            return StateView(.warn, "Credential ends soon")
        }
        return registration.testedAt == nil ? StateView(.unknown, "Not tested") : StateView(.ok, "Tested")
    }
}

/// Why Microsoft says no: what is wrong, what to do, then the raw answer folded.
struct TroubleView {
    let values: [String: Any]

    init(_ trouble: PendingAuthorisation.Trouble, asOf now: Date, in zone: TimeZone) {
        var values: [String: Any] = [
            "code": trouble.code, "sentence": trouble.sentence, "time": TimeView(trouble.at, asOf: now, in: zone),
        ]
        values["answer"] = trouble.answer
        self.values = values
    }
}
