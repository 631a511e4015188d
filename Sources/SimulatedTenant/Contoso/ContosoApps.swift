extension Contoso {
    static let applications = #"""
        [
        {"id":"03ef14b0-ca33-4840-8f4f-d6e91916010e","appId":"631a96bc-a705-4eda-9f99-fdaf9f54f6a2","displayName":"Contoso add-in",
         "publisherDomain":"contoso.example","signInAudience":"AzureADMultipleOrgs","disabledByMicrosoftStatus":null,"createdDateTime":"@-900d",
         "verifiedPublisher":{"displayName":"publisher_contoso","verifiedPublisherId":"9999999","addedDateTime":"@-850d"},
         "certification":{"isPublisherAttested":true,"isCertifiedByMicrosoft":true,"lastCertificationDateTime":"@-60d",
          "certificationExpirationDateTime":"@+305d",
          "certificationDetailsUrl":"https://learn.microsoft.com/microsoft-365-app-certification/forward/azure/631a96bc-a705-4eda-9f99-fdaf9f54f6a2"}},
        {"id":"1b5a54a2-6f0f-4a6c-9b5e-0d2a5a0c7e11","appId":"8d1f0a3c-2c4e-4d1a-8f55-6c1de2c0a101","displayName":"Field Sales Connector",
         "publisherDomain":"contoso.example","signInAudience":"AzureADMultipleOrgs","disabledByMicrosoftStatus":null,"createdDateTime":"@-600d",
         "verifiedPublisher":{"displayName":null,"verifiedPublisherId":null,"addedDateTime":null},
         "certification":{"isPublisherAttested":true,"isCertifiedByMicrosoft":false,"lastCertificationDateTime":null,
          "certificationExpirationDateTime":null,"certificationDetailsUrl":null}},
        {"id":"2c6b65b3-7a1a-4b7d-8c6f-1e3b6b1d8f22","appId":"9e2a1b4d-3d5f-4e2b-9a66-7d2ef3d1b202","displayName":"Timesheets Classic",
         "publisherDomain":"contoso.example","signInAudience":"AzureADMyOrg","disabledByMicrosoftStatus":null,"createdDateTime":"@-1500d",
         "verifiedPublisher":null,
         "certification":{"isPublisherAttested":true,"isCertifiedByMicrosoft":true,"lastCertificationDateTime":"@-385d",
          "certificationExpirationDateTime":"@-20d","certificationDetailsUrl":null}},
        {"id":"3d7c76c4-8b2b-4c8e-9d7a-2f4c7c2e9a33","appId":"af3b2c5e-4e6a-4f3c-8b77-8e3fa4e2c303","displayName":"Expense Bot",
         "publisherDomain":"contoso.example","signInAudience":"AzureADMultipleOrgs","disabledByMicrosoftStatus":null,"createdDateTime":"@-500d",
         "verifiedPublisher":{"displayName":"publisher_contoso","verifiedPublisherId":"9999999","addedDateTime":"@-480d"},
         "certification":{"isPublisherAttested":true,"isCertifiedByMicrosoft":true,"lastCertificationDateTime":"@-325d",
          "certificationExpirationDateTime":"@+40d","certificationDetailsUrl":null}},
        {"id":"4e8d87d5-9c3c-4d9f-8e8b-3a5d8d3f0b44","appId":"b04c3d6f-5f7b-4a4d-9c88-9f40b5f3d404","displayName":"Partner Portal",
         "publisherDomain":"contoso.example","signInAudience":"AzureADMultipleOrgs","createdDateTime":"@-700d",
         "disabledByMicrosoftStatus":"DisabledDueToViolationOfServicesAgreement","verifiedPublisher":null,"certification":null},
        {"id":"5f9e98e6-0d4d-4e0a-9f9c-4b6e9e401c55","appId":"{client}","displayName":"Reeve","publisherDomain":"contoso.example",
         "signInAudience":"AzureADMyOrg","disabledByMicrosoftStatus":null,"createdDateTime":"@-1d",
         "verifiedPublisher":{"displayName":null,"verifiedPublisherId":null,"addedDateTime":null},"certification":null}
        ]
        """#

    /// Owners: `{tenant}` is Contoso, f8cdef31-... Microsoft, others are third parties.
    static let servicePrincipals = #"""
        [
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000001","appId":"631a96bc-a705-4eda-9f99-fdaf9f54f6a2","displayName":"Contoso add-in",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"{tenant}","accountEnabled":true,"disabledByMicrosoftStatus":null,
         "verifiedPublisher":{"displayName":"publisher_contoso","verifiedPublisherId":"9999999","addedDateTime":"@-850d"},
         "tags":["WindowsAzureActiveDirectoryIntegratedApp"],"signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000002","appId":"b04c3d6f-5f7b-4a4d-9c88-9f40b5f3d404","displayName":"Partner Portal",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"{tenant}","accountEnabled":true,
         "disabledByMicrosoftStatus":"DisabledDueToViolationOfServicesAgreement","verifiedPublisher":null,
         "tags":["WindowsAzureActiveDirectoryIntegratedApp"],"signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000003","appId":"{client}","displayName":"Reeve",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"{tenant}","accountEnabled":true,"disabledByMicrosoftStatus":null,
         "verifiedPublisher":{"displayName":null,"verifiedPublisherId":null,"addedDateTime":null},
         "tags":["WindowsAzureActiveDirectoryIntegratedApp"],"signInAudience":"AzureADMyOrg"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000004","appId":"2d4d3d8e-2be3-4bef-9f87-7875a61c29de","displayName":"Trailhead CRM",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"65415bb1-9267-4313-bbf5-ae259732ee12","accountEnabled":true,
         "disabledByMicrosoftStatus":null,
         "verifiedPublisher":{"displayName":"Trailhead Inc","verifiedPublisherId":"5206095","addedDateTime":"@-1200d"},
         "tags":["WindowsAzureActiveDirectoryIntegratedApp"],"signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000005","appId":"3e5e4e9f-3cf4-4cf0-8a98-8986b72d3aef","displayName":"PDF Merge Free",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"76526cc2-a378-4424-8cc6-bf36a843ff23","accountEnabled":true,
         "disabledByMicrosoftStatus":"DisabledDueToViolationOfServicesAgreement",
         "verifiedPublisher":{"displayName":null,"verifiedPublisherId":null,"addedDateTime":null},
         "tags":["WindowsAzureActiveDirectoryIntegratedApp"],"signInAudience":"AzureADandPersonalMicrosoftAccount"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000006","appId":"4f6f5faa-4da5-4da1-9ba9-9a97c83e4bf0","displayName":"Sketchboard",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"87637dd3-b489-4535-9dd7-c047b954aa34","accountEnabled":false,
         "disabledByMicrosoftStatus":null,"verifiedPublisher":null,"tags":["WindowsAzureActiveDirectoryIntegratedApp","HideApp"],
         "signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000007","appId":"5a7a6abb-5eb6-4eb2-8cba-ab08d94f5ca1","displayName":"Travel Desk",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"98748ee4-c590-4646-8ee8-d158ca65bb45","accountEnabled":true,
         "disabledByMicrosoftStatus":"NotDisabled","verifiedPublisher":{"displayName":"Travel Desk Ltd","verifiedPublisherId":"6117310",
         "addedDateTime":"@-300d"},"tags":["WindowsAzureActiveDirectoryIntegratedApp"],"signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000008","appId":"00000003-0000-0000-c000-000000000000","displayName":"Microsoft Graph",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","accountEnabled":true,
         "disabledByMicrosoftStatus":null,"verifiedPublisher":{"displayName":null,"verifiedPublisherId":null,"addedDateTime":null},
         "tags":[],"signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-000000000009","appId":"00000002-0000-0ff1-ce00-000000000000","displayName":"Office 365 Exchange Online",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"f8cdef31-a31e-4b4a-93e4-5f571e91255a","accountEnabled":true,
         "disabledByMicrosoftStatus":null,"verifiedPublisher":null,"tags":[],"signInAudience":"AzureADMultipleOrgs"},
        {"id":"a1000000-5f1e-4c1a-9d2e-00000000000a","appId":"14d82eec-204b-4c2f-b7e8-296a70dab67e","displayName":"Microsoft Graph Command Line Tools",
         "servicePrincipalType":"Application","appOwnerOrganizationId":"72f988bf-86f1-41af-91ab-2d7cd011db47","accountEnabled":true,
         "disabledByMicrosoftStatus":null,"verifiedPublisher":null,"tags":[],"signInAudience":"AzureADandPersonalMicrosoftAccount"},
        {"id":"a1000000-5f1e-4c1a-9d2e-00000000000b","appId":"6b8b7bcc-6fc7-4fc3-9dcb-bc19ea506db2","displayName":"backup-automation",
         "servicePrincipalType":"ManagedIdentity","appOwnerOrganizationId":null,"accountEnabled":true,"disabledByMicrosoftStatus":null,
         "verifiedPublisher":null,"tags":[],"signInAudience":null},
        {"id":"a1000000-5f1e-4c1a-9d2e-00000000000c","appId":"7c9c8cdd-70d8-40d4-8edc-cd2afb617ec3","displayName":"Legacy Intranet",
         "servicePrincipalType":"Legacy","appOwnerOrganizationId":null,"accountEnabled":true,"disabledByMicrosoftStatus":null,
         "verifiedPublisher":null,"tags":[],"signInAudience":null}
        ]
        """#

    /// Travel Desk reads and sends mail of everybody, with nobody signed in.
    static let assignments = #"""
        [
        {"id":"b1000000-Assignment-TravelDesk-Read","deletedDateTime":null,"appRoleId":"810c84a8-4a9e-49e6-bf7d-12d184f40d01",
         "createdDateTime":"@-280d","principalDisplayName":"Travel Desk","principalId":"a1000000-5f1e-4c1a-9d2e-000000000007",
         "principalType":"ServicePrincipal","resourceDisplayName":"Microsoft Graph",
         "resourceId":"a1000000-5f1e-4c1a-9d2e-000000000008"},
        {"id":"b1000000-Assignment-TravelDesk-Send","deletedDateTime":null,"appRoleId":"b633e1c5-b582-4048-a93e-9f11b44c7e96",
         "createdDateTime":"@-280d","principalDisplayName":"Travel Desk","principalId":"a1000000-5f1e-4c1a-9d2e-000000000007",
         "principalType":"ServicePrincipal","resourceDisplayName":"Microsoft Graph",
         "resourceId":"a1000000-5f1e-4c1a-9d2e-000000000008"}
        ]
        """#

    static let grants = #"""
        [
        {"id":"g1000000-AllPrincipals-TrailheadCRM","clientId":"a1000000-5f1e-4c1a-9d2e-000000000004","consentType":"AllPrincipals",
         "principalId":null,"resourceId":"a1000000-5f1e-4c1a-9d2e-000000000008","scope":"User.Read Contacts.Read"},
        {"id":"g1000000-Principal-Sketchboard","clientId":"a1000000-5f1e-4c1a-9d2e-000000000006","consentType":"Principal",
         "principalId":"{user:MeganB}","resourceId":"a1000000-5f1e-4c1a-9d2e-000000000008","scope":"User.Read Files.ReadWrite"}
        ]
        """#
}
