/// Answers in the shapes that Graph's documentation shows, with invented values.
enum Samples {
    static let users = #"""
        {"@odata.context":"https://graph.test.example/v1.0/$metadata#users","value":[{
        "id":"87d349ed-44d7-43e1-9a83-5f2406dee5bd","displayName":"Adele Vance","userPrincipalName":"AdeleV@contoso.com",
        "mail":"AdeleV@contoso.com","otherMails":[],
        "proxyAddresses":["SMTP:AdeleV@contoso.com","smtp:AdeleV@contoso.onmicrosoft.com","smtp:adele@sales.contoso.com"],
        "userType":"Member","externalUserState":null,"accountEnabled":true,"createdDateTime":"2024-02-01T09:10:11Z",
        "passwordPolicies":"DisablePasswordExpiration, DisableStrongPassword","lastPasswordChangeDateTime":"2024-02-01T09:10:11Z",
        "onPremisesSyncEnabled":true,"onPremisesLastSyncDateTime":"2026-03-01T03:04:54Z",
        "onPremisesImmutableId":"hG8q0X8b3kS1m4w0aBcDeQ==","onPremisesProvisioningErrors":[{"category":"PropertyConflict",
        "occurredDateTime":"2026-02-27T10:00:00Z","propertyCausingError":"ProxyAddresses","value":"SMTP:info@contoso.com"}],
        "ageGroup":"Minor","consentProvidedForMinor":"Granted","legalAgeGroupClassification":"MinorWithParentalConsent",
        "assignedLicenses":[{"skuId":"c7df2760-2c81-4ef7-b578-5b5392b571df","disabledPlans":[]}],"isResourceAccount":null}]}
        """#

    static let usersDelta = #"""
        {"@odata.context":"https://graph.test.example/v1.0/$metadata#users(displayName,mail,accountEnabled)",
        "@odata.deltaLink":"https://graph.test.example/v1.0/users/delta?$deltatoken=sZwAFZibx-LQOdZIo1hHhmm",
        "value":[{"id":"87d349ed-44d7-43e1-9a83-5f2406dee5bd","displayName":"Adele Vance","mail":null},
        {"id":"25dcffff-959e-4ece-9973-e5d9b800e8cc","@removed":{"reason":"changed"}}]}
        """#

    static let groupsDelta = #"""
        {"@odata.nextLink":"https://graph.test.example/v1.0/groups/delta?$skiptoken=pqwSUjGYvb3jQ",
        "value":[{"id":"2e5807ce-58f3-4a94-9b37-ffff2e085957","displayName":"Executives",
        "members@delta":[{"@odata.type":"#microsoft.graph.user","id":"37de1ae3-408f-4702-8636-20824abda004"},
        {"@odata.type":"#microsoft.graph.group","id":"632f6bb2-3ec8-4c1f-9073-0027a8c6859c","@removed":{"reason":"deleted"}}]}]}
        """#

    static let domains = #"""
        {"value":[{"id":"contoso.com","authenticationType":"Managed","isAdminManaged":true,"isDefault":true,"isInitial":false,
        "isRoot":true,"isVerified":true,"supportedServices":["Email","OfficeCommunicationsOnline"],
        "passwordValidityPeriodInDays":2147483647,"passwordNotificationWindowInDays":14,"state":null},
        {"id":"contoso.onmicrosoft.com","isInitial":true,"isVerified":true,"supportedServices":["Email"],"authenticationType":"Managed"},
        {"id":"new.example","isVerified":false,"supportedServices":[],"authenticationType":"Managed","isDefault":false}]}
        """#

    static let application = #"""
        {"value":[{"id":"03ef14b0-ca33-4840-8f4f-d6e91916010e","appId":"631a96bc-a705-4eda-9f99-fdaf9f54f6a2",
        "displayName":"Contoso add-in","publisherDomain":"contoso.com","signInAudience":"AzureADMultipleOrgs",
        "disabledByMicrosoftStatus":null,"verifiedPublisher":{"displayName":"publisher_contoso","verifiedPublisherId":"9999999",
        "addedDateTime":"2021-04-24T17:49:44Z"},"certification":{"isPublisherAttested":true,"isCertifiedByMicrosoft":true,
        "lastCertificationDateTime":"2025-05-11T23:26:20Z","certificationExpirationDateTime":"2026-05-11T23:26:20Z"}}]}
        """#

    static let servicePrincipal = #"""
        {"value":[{"id":"00af5dfb-85da-4b41-a677-0c6b86dd34f8","appId":"2d4d3d8e-2be3-4bef-9f87-7875a61c29de",
        "displayName":"Some SaaS","servicePrincipalType":"Application","appOwnerOrganizationId":"65415bb1-9267-4313-bbf5-ae259732ee12",
        "accountEnabled":true,"disabledByMicrosoftStatus":"DisabledDueToViolationOfServicesAgreement",
        "verifiedPublisher":{"displayName":null,"verifiedPublisherId":null,"addedDateTime":null},
        "tags":["WindowsAzureActiveDirectoryIntegratedApp"]}]}
        """#

    static let methods = #"""
        {"value":[{"@odata.type":"#microsoft.graph.passwordAuthenticationMethod","id":"28c10230","password":null,
        "createdDateTime":"2024-02-01T09:10:11Z"},
        {"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"-2_GRUg2-HYz6_1YG4YRAQ2","displayName":"Red key",
        "createdDateTime":"2025-08-10T06:44:09Z","aaGuid":"2fc0579f","model":"NFC key","attestationCertificates":["dbe7"],
        "attestationLevel":"attested","passkeyType":"deviceBound"},
        {"@odata.type":"#microsoft.graph.fido2AuthenticationMethod","id":"_jpuR-TGZgk6aQCLF3BQjA2","displayName":"iCloud passkey",
        "creationDateTime":"2025-09-01T10:00:00Z","model":"iCloud Keychain","attestationLevel":"notAttested","passkeyType":"synced"},
        {"@odata.type":"#microsoft.graph.windowsHelloForBusinessAuthenticationMethod","id":"b5e01f81",
        "displayName":"Jordan's Surface Book","createdDateTime":"2020-11-27T23:12:49Z","keyStrength":"weak"},
        {"@odata.type":"#microsoft.graph.methodOfTheFuture","id":"x"}]}
        """#

    static let rules = #"""
        {"value":[{"id":"AQAAAJ5dZqA=","displayName":"From partner","sequence":2,"isEnabled":true,"hasError":false,"isReadOnly":false,
        "conditions":{"senderContains":["ADELE"]},"actions":{"stopProcessingRules":true,
        "forwardTo":[{"emailAddress":{"name":"Alex","address":"alex@gmail.example"}}],
        "redirectTo":[{"emailAddress":{"name":"Megan Bowen","address":"MeganB@contoso.com"}}]}}]}
        """#

    static let calendarPermissions = #"""
        {"value":[{"id":"RXhjaGFuZ2VQdWJsaXNoZWRVc2VyLmFkbWluQGZhYnJpa2FtLmNvbQ==","isRemovable":true,"isInsideOrganization":false,
        "role":"read","allowedRoles":["freeBusyRead"],"emailAddress":{"name":"admin@fabrikam.com","address":"admin@fabrikam.com"}},
        {"id":"RGVmYXVsdA==","isRemovable":false,"isInsideOrganization":true,"role":"freeBusyRead",
        "emailAddress":{"name":"My Organization"}}]}
        """#

    static let sites = #"""
        {"value":[{"id":"contoso.sharepoint.com,d9ecf079,746dbcc1","name":"Site A","isPersonalSite":false,"root":{},
        "siteCollection":{"hostName":"contoso.sharepoint.com"},"webUrl":"https://contoso.sharepoint.com/sites/siteA"}]}
        """#

    static let driveDelta = #"""
        {"value":[{"id":"01EQ6ROOT","name":"root","root":{},"folder":{"childCount":3},"shared":{},"parentReference":{"driveId":"b!xyz"}},
        {"id":"01EQ6FLD","name":"Handouts","folder":{"childCount":12},"shared":{"scope":"organization"},"parentReference":{"id":"01EQ6ROOT"}},
        {"id":"01EQ6DOC","name":"pricing.xlsx","file":{"mimeType":"x"},"shared":{"scope":"anonymous"},
        "@microsoft.graph.sharedChanged":"True","size":9007199254740993,"parentReference":{"driveId":"b!xyz","id":"01EQ6ROOT"}},
        {"id":"01EQ6PRIVATE","name":"own.txt","file":{},"parentReference":{"id":"01EQ6ROOT"}},
        {"id":"01EQ6OLD","deleted":{"state":"deleted"},"parentReference":{"driveId":"b!xyz"}}],
        "@odata.deltaLink":"https://graph.test.example/v1.0/drives/b!xyz/root/delta?token=MzslMjM0"}
        """#

    static let permissions = #"""
        {"value":[{"id":"1","roles":["write"],"shareId":"u!aHR0","hasPassword":false,"expirationDateTime":"2026-12-31T23:59:59Z",
        "link":{"scope":"anonymous","type":"edit","preventsDownload":false,"webUrl":"https://x"}},
        {"id":"2","roles":["read"],"link":{"scope":"organization","type":"view"}},
        {"id":"3","roles":["read"],"link":{"scope":"users","type":"view"},"grantedToIdentitiesV2":[{"user":{"id":"35","displayName":"Misty"},
        "siteUser":{"id":"11","displayName":"Misty Suarez","loginName":"i:0#.f|membership|misty@contoso.com"}}]},
        {"id":"4","roles":["read"],"grantedToV2":{"siteUser":{"id":"5","displayName":"Everyone except external users",
        "loginName":"c:0-.f|rolemanager|spo-grid-all-users/84841066"}}},
        {"id":"5","roles":["owner"],"grantedToV2":{"user":{"id":"87","displayName":"Adele Vance"}},"grantedTo":{"user":{"displayName":"Adele"}}}]}
        """#

    static let labels = #"""
        {"value":[{"sublabels":[{"id":"c1","name":"Child","sublabels":[{"id":"c3","name":"Deep"}]},{"id":"c2"},{"name":"no id"},null],
        "id":"p","name":"General","priority":10,"isEnabled":true,"hasProtection":false},{"id":"q","name":"Other","sublabels":[]}]}
        """#

    static let previewLabels = #"""
        {"value":[{"id":"a20cbae4","name":"Full Time Employees","sensitivity":4,"isActive":true,"hasProtection":false,
        "parent":{"id":"8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa","name":"Contoso Confidential"}},{"id":"b","parent":null}]}
        """#
}
