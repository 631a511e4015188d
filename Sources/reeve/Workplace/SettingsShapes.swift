import BEC
import Flows
import Foundation
import Model

extension SettingsShape {
    /// The whole file.
    static let file = SettingsShape.section([
        "database": .text, "keyFile": .text, "logLevel": .text, "logFormat": .text, "graphUrl": .text,
        "loginUrl": .text, "requestLog": .text, "listen": .text, "checks": checks, "freshness": freshness,
        "mail": mail, "publicUrl": .text, "trustedProxies": .list(.text), "signIn": signIn,
        "documents": .section([
            "readImages": .flag, "workers": .whole(1...64),
            "limits": .section(
                Dictionary(
                    uniqueKeysWithValues: DocumentLimits.CodingKeys.allCases.map { ($0.rawValue, .whole($0.range)) })),
        ]),
        "http": .section(["connections": .whole(1...100_000), "connectionsPerAddress": .whole(1...100_000)]),
    ])

    private static let checks: SettingsShape = {
        var known = Dictionary(uniqueKeysWithValues: CheckOptions.CodingKeys.allCases.map { ($0.rawValue, Self.flag) })
        known["policyProfile"] = .choice(words(CheckOptions.PolicyProfile.self))
        known["internalDomains"] = .list(.text)
        known["onPremisesSyncMode"] = .choice(words(CheckOptions.SyncStaleMode.self))
        known["onPremisesSyncStaleDays"] = .whole(1...Int.max)
        known["proxyAddressMode"] = .choice(words(CheckOptions.ProxyAddressMode.self))
        known["dmarcSubdomains"] = .choice(words(CheckOptions.SubdomainMode.self))
        return .section(known)
    }()

    private static let freshness = SettingsShape.section(
        Dictionary(
            uniqueKeysWithValues: Freshness.CodingKeys.allCases.map {
                ($0.rawValue, .number(0...Double.greatestFiniteMagnitude))
            }))

    private static let mail: SettingsShape = {
        let limits: [String: SettingsShape] = [
            "note": .number(0...1), "impersonation": .number(0...1), "malicious": .number(0...1),
        ]
        let sender: [String: SettingsShape] = ["email": .text, "domain": .text, "network": .text, "regex": .text]
        let period = SettingsShape.word("such as \"90 days\", or \"forever\"") { RetentionPeriod($0) != nil }
        return .section([
            "trustTopResults": .flag, "trustedAuthservIds": .list(.text), "trustedArcSealers": .list(.text),
            "thresholds": .section(
                limits.merging(
                    ["protectedBy": .anyNames(.section(limits)), "recipients": .anyNames(.section(limits))],
                    uniquingKeysWith: { first, _ in first })),
            "trustedDomains": .list(
                .section(["domain": .text, "regex": .text, "similarity": .flag, "recent": .flag])),
            "allow": .list(
                .section(
                    sender.merging(
                        ["effect": .choice(words(AllowPolicy.Effect.self)), "verifySender": .flag],
                        uniquingKeysWith: { first, _ in first }))),
            "blocked": .list(.section(sender)),
            "actions": .section(
                Dictionary(uniqueKeysWithValues: Disposition.allCases.map { ($0.rawValue, .text) })),
            "failOpen": .flag, "timeLimit": .number(0.1...600), "headers": .choice(["reeve", "compatible"]),
            "headerKeyFile": .text, "retention": period, "correspondenceRetention": period,
        ])
    }()

    private static let signIn: SettingsShape = {
        let guid = SettingsShape.word("a GUID, as the app registration shows it") { UUID(uuidString: $0) != nil }
        return .section([
            "idleMinutes": .number(1...1440), "overallHours": .number(0.25...720),
            "entra": .section([
                "tenantId": guid, "clientId": guid, "clientSecretFile": .text, "certificate": .text, "loginUrl": .text,
            ]),
        ])
    }()

    private static func words<Words: CaseIterable & RawRepresentable<String>>(_ type: Words.Type) -> [String] {
        type.allCases.map(\.rawValue)
    }
}
