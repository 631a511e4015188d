/// What `$select` may name: structural properties of Microsoft's v1.0 metadata, a collection marked by `*`, then navigations.
enum ObjectNames {
    static let user = """
        aboutMe accountEnabled ageGroup assignedLicenses* assignedPlans* authorizationInfo birthday \
        businessPhones* city companyName consentProvidedForMinor country createdDateTime creationType \
        customSecurityAttributes deletedDateTime department deviceEnrollmentLimit displayName employeeHireDate \
        employeeId employeeLeaveDateTime employeeOrgData employeeType externalUserState \
        externalUserStateChangeDateTime faxNumber givenName hireDate id identities* identityParentId \
        imAddresses* interests* isManagementRestricted isResourceAccount jobTitle lastPasswordChangeDateTime \
        legalAgeGroupClassification licenseAssignmentStates* mail mailNickname mailboxSettings mobilePhone \
        mySite officeLocation onPremisesDistinguishedName onPremisesDomainName onPremisesExtensionAttributes \
        onPremisesImmutableId onPremisesLastSyncDateTime onPremisesProvisioningErrors* \
        onPremisesSamAccountName onPremisesSecurityIdentifier onPremisesSyncEnabled \
        onPremisesUserPrincipalName otherMails* passwordPolicies passwordProfile pastProjects* postalCode \
        preferredDataLocation preferredLanguage preferredName print provisionedPlans* proxyAddresses* \
        responsibilities* schools* securityIdentifier serviceProvisioningErrors* showInAddressList \
        signInActivity signInSessionsValidFromDateTime skills* state streetAddress surname usageLocation \
        userPrincipalName userType
        """
    static let userLinks = """
        activities adhocCalls agreementAcceptances appRoleAssignments authentication calendar calendarGroups \
        calendarView calendars chats cloudClipboard cloudPCs contactFolders contacts createdObjects \
        dataSecurityAndGovernance deviceManagementTroubleshootingEvents directReports drive drives \
        employeeExperience events extensions followedSites inferenceClassification insights joinedTeams \
        licenseDetails mailFolders managedAppRegistrations managedDevices manager memberOf messages \
        oauth2PermissionGrants onPremisesSyncBehavior onenote onlineMeetings outlook ownedDevices ownedObjects \
        people permissionGrants photo photos planner presence registeredDevices scopedRoleMemberOf settings \
        solutions sponsorOf sponsors teamwork todo transitiveMemberOf
        """
    static let group = """
        accessType allowExternalSenders assignedLabels* assignedLicenses* autoSubscribeNewMembers \
        classification createdDateTime deletedDateTime description displayName expirationDateTime groupTypes* \
        hasMembersWithLicenseErrors hideFromAddressLists hideFromOutlookClients id infoCatalogs* isArchived \
        isAssignableToRole isFavorite isManagementRestricted isSubscribedByMail licenseProcessingState mail \
        mailEnabled mailNickname membershipRule membershipRuleProcessingState onPremisesDomainName \
        onPremisesExtensionAttributes onPremisesLastSyncDateTime onPremisesNetBiosName \
        onPremisesProvisioningErrors* onPremisesSamAccountName onPremisesSecurityIdentifier \
        onPremisesSyncEnabled organizationId preferredDataLocation preferredLanguage proxyAddresses* \
        renewedDateTime resourceBehaviorOptions* resourceProvisioningOptions* securityEnabled \
        securityIdentifier serviceProvisioningErrors* theme uniqueName unseenConversationsCount unseenCount \
        unseenMessagesCount visibility welcomeMessageEnabled
        """
    static let groupLinks = """
        acceptedSenders appRoleAssignments calendar calendarView conversations createdOnBehalfOf drive drives \
        events extensions groupLifecyclePolicies memberOf members membersWithLicenseErrors \
        onPremisesSyncBehavior onenote owners permissionGrants photo photos planner rejectedSenders settings \
        sites team threads transitiveMemberOf transitiveMembers
        """
    static let application = """
        addIns* api appId appRoles* applicationTemplateId authenticationBehaviors certification createdByAppId \
        createdDateTime defaultRedirectUri deletedDateTime description disabledByMicrosoftStatus displayName \
        groupMembershipClaims id identifierUris* info isDeviceOnlyAuthSupported isDisabled \
        isFallbackPublicClient keyCredentials* logo managerApplications* nativeAuthenticationApisEnabled notes \
        oauth2RequirePostResponse optionalClaims parentalControlSettings passwordCredentials* publicClient \
        publisherDomain requestSignatureVerification requiredResourceAccess* samlMetadataUrl \
        serviceManagementReference servicePrincipalLockConfiguration signInAudience spa tags* \
        tokenEncryptionKeyId uniqueName verifiedPublisher web
        """
    static let applicationLinks = """
        appManagementPolicies createdOnBehalfOf extensionProperties federatedIdentityCredentials \
        homeRealmDiscoveryPolicies owners synchronization tokenIssuancePolicies tokenLifetimePolicies
        """
    static let servicePrincipal = """
        accountEnabled addIns* alternativeNames* appDescription appDisplayName appId appOwnerOrganizationId \
        appRoleAssignmentRequired appRoles* applicationTemplateId createdByAppId customSecurityAttributes \
        deletedDateTime description disabledByMicrosoftStatus displayName homepage id info isDisabled \
        keyCredentials* loginUrl logoutUrl notes notificationEmailAddresses* oauth2PermissionScopes* \
        passwordCredentials* preferredSingleSignOnMode preferredTokenSigningKeyThumbprint replyUrls* \
        resourceSpecificApplicationPermissions* samlSingleSignOnSettings servicePrincipalNames* \
        servicePrincipalType signInAudience tags* tokenEncryptionKeyId verifiedPublisher
        """
    static let servicePrincipalLinks = """
        appManagementPolicies appRoleAssignedTo appRoleAssignments claimsMappingPolicies createdObjects \
        delegatedPermissionClassifications endpoints federatedIdentityCredentials homeRealmDiscoveryPolicies \
        memberOf oauth2PermissionGrants ownedObjects owners remoteDesktopSecurityConfiguration synchronization \
        tokenIssuancePolicies tokenLifetimePolicies transitiveMemberOf
        """
    static let organization = """
        assignedPlans* businessPhones* city country countryLetterCode createdDateTime defaultUsageLocation \
        deletedDateTime displayName id marketingNotificationEmails* mobileDeviceManagementAuthority \
        onPremisesLastSyncDateTime onPremisesSyncEnabled partnerTenantType postalCode preferredLanguage \
        privacyProfile provisionedPlans* securityComplianceNotificationMails* \
        securityComplianceNotificationPhones* state street technicalNotificationMails* tenantType \
        verifiedDomains*
        """
    static let domain = """
        authenticationType availabilityStatus id isAdminManaged isDefault isInitial isRoot isVerified \
        manufacturer model passwordNotificationWindowInDays passwordValidityPeriodInDays state \
        supportedServices*
        """
    static let oAuth2PermissionGrant = """
        clientId consentType id principalId resourceId scope
        """
    static let appRoleAssignment = """
        appRoleId createdDateTime deletedDateTime id principalDisplayName principalId principalType \
        resourceDisplayName resourceId
        """
    static let userRegistrationDetails = """
        id isAdmin isMfaCapable isMfaRegistered isPasswordlessCapable isSsprCapable isSsprEnabled \
        isSsprRegistered isSystemPreferredAuthenticationMethodEnabled lastUpdatedDateTime methodsRegistered* \
        systemPreferredAuthenticationMethods* userDisplayName userPreferredMethodForSecondaryAuthentication \
        userPrincipalName userType
        """
    static let messageRule = """
        actions conditions displayName exceptions hasError id isEnabled isReadOnly sequence
        """
    static let calendar = """
        allowedOnlineMeetingProviders* canEdit canShare canViewPrivateItems changeKey color \
        defaultOnlineMeetingProvider hexColor id isDefaultCalendar isRemovable isTallyingResponses name owner
        """
    static let calendarLinks = """
        calendarPermissions calendarView events multiValueExtendedProperties singleValueExtendedProperties
        """
    static let calendarPermission = """
        allowedRoles* emailAddress id isInsideOrganization isRemovable role
        """
    static let drive = """
        createdBy createdDateTime description driveType eTag id lastModifiedBy lastModifiedDateTime name owner \
        parentReference quota sharePointIds system webUrl
        """
    static let driveLinks = """
        bundles createdByUser following items lastModifiedByUser list root special
        """
    static let driveItem = """
        audio bundle cTag content createdBy createdDateTime deleted description eTag file fileSystemInfo \
        folder id image lastModifiedBy lastModifiedDateTime location malware name package parentReference \
        pendingOperations photo publication remoteItem root searchResult shared sharepointIds size \
        specialFolder video webDavUrl webUrl
        """
    static let driveItemLinks = """
        analytics children createdByUser lastModifiedByUser listItem permissions retentionLabel subscriptions \
        thumbnails versions workbook
        """
    static let permission = """
        expirationDateTime grantedTo grantedToIdentities* grantedToIdentitiesV2* grantedToV2 hasPassword id \
        inheritedFrom invitation link roles* shareId
        """
    static let site = """
        createdBy createdDateTime description displayName eTag error id isPersonalSite lastModifiedBy \
        lastModifiedDateTime name parentReference root sharepointIds siteCollection webUrl
        """
    static let siteLinks = """
        analytics columns contentTypes createdByUser drive drives externalColumns items lastModifiedByUser \
        lists onenote operations pages permissions sites termStore termStores
        """
    static let sensitivityLabel = """
        actionSource autoTooltip description displayName hasProtection id isDefault \
        isEndpointProtectionEnabled isScopedToUser locale name priority toolTip
        """
    static let sensitivityLabelLinks = """
        rights sublabels
        """
    static let authenticationMethod = """
        createdDateTime id
        """
    static let directoryObject = """
        deletedDateTime id
        """
    static let mailboxSettings = """
        archiveFolder automaticRepliesSetting dateFormat delegateMeetingMessageDeliveryOptions language \
        timeFormat timeZone userPurpose workingHours
        """
}
