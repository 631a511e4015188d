import Foundation

/// What a synthetic user has besides the directory object: sign-in methods, rules, calendars.
extension SyntheticUser {
    func methods(in tenant: Synthetic) -> [JSON] {
        var methods: [JSON] = []
        let created = JSON.string(tenant.time(daysAgo: 60 + age(30, within: 300)))
        if hasPasskey {
            let isUnattested = isPasskeyUnattested
            methods.append([
                "@odata.type": "#microsoft.graph.fido2AuthenticationMethod",
                "id": .string("k-\(tenant.methodIDs.text(index))"),
                "displayName": "Security key",
                "createdDateTime": created, "aaGuid": "2fc0579f-8113-47ea-b116-555a8db9202a", "model": "NFC key",
                "attestationCertificates": isUnattested ? [] : ["dbe793efdf1945e2df25d93653a1e8a3268a9075"],
                "attestationLevel": isUnattested ? "notAttested" : "attested",
                "passkeyType": isUnattested ? "synced" : "deviceBound",
            ])
        }
        if hasHello {
            methods.append([
                "@odata.type": "#microsoft.graph.windowsHelloForBusinessAuthenticationMethod",
                "id": .string(tenant.methodIDs.text(index)), "displayName": .string("PC-\(index)"),
                "createdDateTime": created, "keyStrength": isHelloWeak ? "weak" : "normal",
            ])
        }
        return methods
    }

    func rules(in tenant: Synthetic) -> [JSON] {
        guard hasRule else { return [] }
        let target: JSON = forwardsOutside ? "someone@gmail.example" : "info@contoso.example"
        return [
            [
                "id": .string("AQAA\(String(bits, radix: 36).uppercased())="), "displayName": "copy", "sequence": 1,
                "isEnabled": true, "hasError": false, "isReadOnly": false,
                "actions": [
                    "stopProcessingRules": true,
                    "forwardTo": [["emailAddress": ["name": target, "address": target]]],
                ],
            ]
        ]
    }

    func calendars(in tenant: Synthetic) -> [SharedCalendar] {
        let address = "\(given).\(signInFamily).\(index)@contoso.example"
        let name = "\(given) \(family)"
        var outside: [JSON] = []
        if sharesCalendarOutside {
            outside.append(
                SharedCalendar.permission(name: "Partner", address: "team@partner.example", role: "read", inside: false)
            )
        }
        var calendars = [
            SharedCalendar.main(of: address, name: name, permissions: outside)
        ]
        if hasSecondCalendar {
            calendars.append(SharedCalendar.second("Projects", of: address, name: name, permissions: []))
        }
        return calendars
    }
}
