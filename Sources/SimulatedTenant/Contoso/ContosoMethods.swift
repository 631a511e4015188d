extension Contoso {
    /// Sign-in methods besides the password, by the first half of the sign-in name.
    static let methods = #"""
        {
        "AllanD":[{"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"-2_GRUg2-HYz6_1YG4YRAQ2","displayName":"Red key",
          "createdDateTime":"@-100d","aaGuid":"2fc0579f-8113-47ea-b116-555a8db9202a","model":"NFC key",
          "attestationCertificates":["dbe793efdf1945e2df25d93653a1e8a3268a9075"],"attestationLevel":"attested","passkeyType":"deviceBound"},
         {"@odata.type":"#microsoft.graph.windowsHelloForBusinessAuthenticationMethod","id":"b5e01f81-1f81-4eb5-811f-e0b5811fe0b5",
          "displayName":"ALLAN-LAPTOP","createdDateTime":"@-90d","keyStrength":"normal"}],
        "AdeleV":[{"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"_jpuR-TGZgk6aQCLF3BQjA2","displayName":"iCloud passkey",
          "createdDateTime":"@-80d","aaGuid":"fbfc3007-154e-4ecc-8c0b-6e020557d7bd","model":"iCloud Keychain",
          "attestationCertificates":[],"attestationLevel":"notAttested","passkeyType":"synced"},
         {"@odata.type":"#microsoft.graph.phoneAuthenticationMethod","id":"3179e48a-750b-4051-897c-87b9720928f7",
          "createdDateTime":"@-300d","phoneNumber":"+1 5555551234","phoneType":"mobile","smsSignInState":"notAllowedByPolicy"}],
        "NestorW":[{"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"aHR1bWItZHJpdmUta2V5LTAx","displayName":"Spare key",
          "createdDateTime":"@-210d","aaGuid":"00000000-0000-0000-0000-000000000000","model":null,
          "attestationCertificates":[],"attestationLevel":"notAttested","passkeyType":"deviceBound"}],
        "LidiaH":[{"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"bmV4dC1nZW4ta2V5LTAx","displayName":"Phone passkey",
          "createdDateTime":"@-12d","aaGuid":"de1e552d-db1d-4423-a619-566b625cdc84","model":"Authenticator",
          "attestationCertificates":[],"attestationLevel":"unknownFutureValue","passkeyType":"unknownFutureValue"}],
        "GradyA":[{"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"b2xkLWtleS0wMQ","displayName":"Old key",
          "createdDateTime":"@-1400d","aaGuid":"cb69481e-8ff7-4039-93ec-0a2729a154a8","model":"Key 5",
          "attestationCertificates":[],"attestationLevel":null,"passkeyType":null}],
        "IsaiahL":[{"@odata.type":"#microsoft.graph.windowsHelloForBusinessAuthenticationMethod","id":"c6f12a92-2a92-4fc6-922a-f1c6922af1c6",
          "displayName":"ISAIAH-SURFACE","createdDateTime":"@-1600d","keyStrength":"weak"},
         {"@odata.type":"#microsoft.graph.windowsHelloForBusinessAuthenticationMethod","id":"d7023ba3-3ba3-40d7-a33b-02d7a33b02d7",
          "displayName":"ISAIAH-DESKTOP","createdDateTime":"@-200d","keyStrength":"normal"}],
        "HenriettaM":[{"@odata.type":"#microsoft.graph.windowsHelloForBusinessAuthenticationMethod","id":"e8134cb4-4cb4-41e8-b44c-13e8b44c13e8",
          "displayName":"HENRIETTA-PC","createdDateTime":"@-50d","keyStrength":"normal"}],
        "JoniS":[{"@odata.type":"#microsoft.graph.windowsHelloForBusinessAuthenticationMethod","id":"f9245dc5-5dc5-42f9-8c55-24f9c55d24f9",
          "displayName":"JONI-TABLET","createdDateTime":"@-400d","keyStrength":"unknown"}],
        "PattiF":[{"@odata.type":"#microsoft.graph.microsoftAuthenticatorAuthenticationMethod","id":"6803c096-8a12-4f04-b1e2-6d0ad1e6c2a1",
          "displayName":"Patti's phone","deviceTag":"SoftwareTokenActivated","phoneAppVersion":"6.2401.0617","createdDateTime":"@-150d"}]
        }
        """#
}
