import Foundation
import Graph
import Model
import Testing

struct FeedTests {
    private let ana = Owner(id: "ana", name: "Ana", address: "ana@contoso.example")

    private func page<Whose, What>(_ feed: Feed<Whose, What>, for owner: Whose, _ body: String) async throws -> Changes<
        What
    > {
        let graph = ScriptedGraph { _, _ in .json(body) }
        return try await graph.client().page(of: feed, for: owner)
    }

    @Test func `reads users`() async throws {
        let user = try #require(try await page(.users, for: (), Samples.users).kept.first)
        #expect(user.id == "87d349ed-44d7-43e1-9a83-5f2406dee5bd")
        #expect(user.displayName == "Adele Vance" && user.mail == "AdeleV@contoso.com" && user.userType == "Member")
        #expect(user.proxyAddresses.count == 3 && user.otherMails.isEmpty && user.externalUserState == nil)
        #expect(user.accountEnabled == true && user.onPremisesSyncEnabled == true && user.isResourceAccount == nil)
        #expect(user.createdDateTime == Date(timeIntervalSince1970: 1_706_778_611))
        #expect(user.passwordPolicies == "DisablePasswordExpiration, DisableStrongPassword")
        #expect(user.onPremisesProvisioningErrors.first?.propertyCausingError == "ProxyAddresses")
        #expect(user.ageGroup == "Minor" && user.legalAgeGroupClassification == "MinorWithParentalConsent")
        #expect(user.assignedLicenseCount == 1)
    }

    @Test func `tells removed users from absent and null properties`() async throws {
        let changes = try await page(.usersDelta, for: (), Samples.usersDelta)
        #expect(changes.kept.map(\.id) == ["87d349ed-44d7-43e1-9a83-5f2406dee5bd"])
        #expect(changes.kept[0].mail == nil)
        #expect(changes.forgotten == ["25dcffff-959e-4ece-9973-e5d9b800e8cc"])
        #expect(changes.isLast && changes.cursor?.hasSuffix("deltatoken=sZwAFZibx-LQOdZIo1hHhmm") == true)
    }

    @Test func `lets the last word about an id count`() async throws {
        let gone = #""@removed":{"reason":"changed"}"#
        let changes = try await page(
            .usersDelta, for: (),
            #"{"value":[{"id":"a"},{"id":"a",\#(gone)},{"id":"b",\#(gone)},{"id":"b"},{"id":"c"},{"id":"c"},{"id":"d",\#(gone)}]}"#
        )
        #expect(changes.kept.map(\.id) == ["b", "c", "c"])
        #expect(changes.forgotten == ["a", "d"])
    }

    @Test func `lives with nulls, unknown words and records without an id`() async throws {
        let graph = ScriptedGraph { _, _ in
            .json(
                #"""
                {"value":[null,3,{"displayName":"no id"},{"id":null},{"id":""},{"id":"a","displayName":7,"accountEnabled":"yes",
                "otherMails":null,"proxyAddresses":[null,"smtp:a@b"],"createdDateTime":"yesterday","assignedLicenses":null,
                "onPremisesProvisioningErrors":[null,{}],"userType":"Martian","future":{"x":[1]}}]}
                """#)
        }
        let client = try graph.client()
        let user = try #require(try await client.page(of: .users, for: ()).kept.first)
        #expect(user.displayName == nil && user.accountEnabled == nil && user.createdDateTime == nil)
        #expect(user.proxyAddresses == ["smtp:a@b"] && user.assignedLicenseCount == nil && user.userType == "Martian")
        #expect(user.onPremisesProvisioningErrors.count == 1)
        #expect(client.statistics.skippedRecords == 5)
    }

    @Test func `reads groups with members that join and leave`() async throws {
        let changes = try await page(.groupsDelta, for: (), Samples.groupsDelta)
        #expect(!changes.isLast)
        #expect(changes.kept[0].group.displayName == "Executives")
        #expect(changes.kept[0].joined == [Member(id: "37de1ae3-408f-4702-8636-20824abda004", kind: .user)])
        #expect(changes.kept[0].left == ["632f6bb2-3ec8-4c1f-9073-0027a8c6859c"])
        let twice = try await page(
            .groupsDelta, for: (),
            #"{"value":[{"id":"g","members@delta":[{"id":"1"}]},{"id":"g","members@delta":[{"id":"2"}]},{"id":"x","@removed":{"reason":"deleted"}}]}"#
        )
        #expect(twice.kept.map { $0.joined.map(\.id) } == [["1"], ["2"]])
        #expect(twice.kept[0].joined[0].kind == .other && twice.forgotten == ["x"])
    }

    @Test func `reads the organization and its domains`() async throws {
        let organization = try await page(
            .organization, for: (),
            #"{"value":[{"id":"t","displayName":"Contoso","onPremisesSyncEnabled":null,"verifiedDomains":[{"name":"contoso.com","isInitial":false},{"name":"contoso.onmicrosoft.com","isInitial":true}]}]}"#
        )
        #expect(organization.kept[0].verifiedDomains == ["contoso.com", "contoso.onmicrosoft.com"])
        #expect(
            organization.kept[0].initialDomain == "contoso.onmicrosoft.com"
                && organization.kept[0].onPremisesSyncEnabled == nil)
        let domains = try await page(.domains, for: (), Samples.domains).kept
        #expect(domains.map(\.id) == ["contoso.com", "contoso.onmicrosoft.com", "new.example"])
        #expect(domains.map(\.isVerified) == [true, true, false])
        #expect(
            domains[0].passwordValidityPeriodInDays == 2_147_483_647 && domains[0].supportedServices.first == "Email")
    }

    @Test func `reads applications and service principals`() async throws {
        let application = try await page(.applications, for: (), Samples.application).kept[0]
        #expect(application.certification?.isCertifiedByMicrosoft == true)
        #expect(
            application.certification?.certificationExpirationDateTime == Date(timeIntervalSince1970: 1_778_541_980))
        #expect(application.verifiedPublisher?.isVerified == true && application.disabledByMicrosoftStatus == nil)
        let principal = try await page(.servicePrincipals, for: (), Samples.servicePrincipal).kept[0]
        #expect(principal.verifiedPublisher?.isVerified == false)
        #expect(principal.disabledByMicrosoftStatus == "DisabledDueToViolationOfServicesAgreement")
        #expect(principal.tags == ["WindowsAzureActiveDirectoryIntegratedApp"] && principal.accountEnabled == true)
        #expect(
            try await page(.applicationsDelta, for: (), #"{"value":[{"id":"a","@removed":{"reason":"deleted"}}]}"#)
                .forgotten == ["a"])
    }

    @Test func `keeps passkeys and Windows Hello keys of the methods`() async throws {
        let methods = try await page(.authenticationMethods, for: ana, Samples.methods).kept
        #expect(methods.map(\.form) == [.fido2, .fido2, .windowsHelloForBusiness])
        #expect(methods.map(\.attestationLevel) == ["attested", "notAttested", nil])
        #expect(methods.map(\.passkeyType) == ["deviceBound", "synced", nil])
        #expect(methods.last?.keyStrength == "weak" && methods[0].owner == ana && methods[0].createdDateTime != nil)
        #expect(methods[1].createdDateTime != nil, "the sample's other spelling of the time")
        let details = try await page(
            .registrationDetails, for: (),
            #"{"value":[{"id":"u","methodsRegistered":["passKeySynced","unknownFutureValue"],"lastUpdatedDateTime":"2026-01-01T00:00:00Z","isAdmin":true}]}"#
        )
        #expect(details.kept[0].isWorthReading && details.kept[0].isAdmin == true)
    }

    @Test func `reads inbox rules and puts their conditions in words`() async throws {
        let rule = try await page(.messageRules, for: ana, Samples.rules).kept[0]
        #expect(rule.isEnabled == true && rule.sequence == 2 && rule.stopProcessingRules == true && rule.mailbox == ana)
        #expect(rule.conditions == ["senderContains: ADELE"])
        #expect(rule.forwardTo == [.init(name: "Alex", address: "alex@gmail.example")])
        #expect(rule.redirectTo.map(\.address) == ["MeganB@contoso.com"] && rule.forwardAsAttachmentTo.isEmpty)
        let words = try await page(
            .messageRules, for: ana,
            #"{"value":[{"id":"1","conditions":{"fromAddresses":[{"emailAddress":{"name":"B","address":"b@x"}}],"withinSizeRange":{"minimumSize":1,"maximumSize":20},"hasAttachments":true,"subjectContains":[],"importance":"high","sentToMe":null}},{"id":"2","conditions":null},{"id":"3","conditions":{}}]}"#
        )
        #expect(
            words.kept[0].conditions
                == [
                    "fromAddresses: b@x", "withinSizeRange: minimumSize 1 maximumSize 20", "hasAttachments: true",
                    "importance: high",
                ])
        #expect(words.kept[1].conditions == nil && words.kept[2].conditions == nil)
    }

    @Test func `reads calendars and whom they are shared with`() async throws {
        let calendars = try await page(
            .calendars, for: ana,
            #"{"value":[{"id":"c1","name":"Calendar","isDefaultCalendar":true,"canShare":true,"owner":{"name":"Ana","address":"ana@contoso.example"}},{"id":"c2","name":"Team","owner":null}]}"#
        )
        #expect(calendars.kept.map(\.isDefault) == [true, false])
        #expect(calendars.kept[0].ownerAddress == "ana@contoso.example")
        let primary = try await page(.calendarPermissions, for: .primary(of: ana), Samples.calendarPermissions).kept
        #expect(
            primary.map(\.isInsideOrganization) == [false, true] && primary.map(\.role) == ["read", "freeBusyRead"])
        #expect(primary[0].calendarID == nil && primary[0].address == "admin@fabrikam.com" && primary[1].address == nil)
        let secondary = try await page(.calendarPermissions, for: calendars.kept[1], Samples.calendarPermissions).kept
        #expect(secondary[0].id == "c2/\(secondary[0].permissionID)" && secondary[0].calendarName == "Team")
        #expect(
            try await page(.mailboxPurpose, for: ana, #"{"@odata.context":"...","value":"shared"}"#).kept == ["shared"])
        #expect(try await page(.mailboxPurpose, for: ana, #"{"value":null}"#).kept == [])
    }

    @Test func `reads drives and sites`() async throws {
        let drive = #"{"id":"b!xyz","name":"Documents","driveType":"business","webUrl":"https://x"}"#
        let own = try await page(.userDrive, for: ana, drive).kept
        #expect(own.map(\.id) == ["b!xyz"] && own[0].source == .user && own[0].location == "OneDrive of Ana")
        let team = try await page(.groupDrives, for: Owner(id: "g", name: "Team"), #"{"value":[\#(drive)]}"#).kept
        #expect(team[0].source == .group && team[0].sourceID == "g" && team[0].location == "Team, Documents")
        let site = try await page(.sites, for: (), Samples.sites).kept[0]
        #expect(site.name == "Site A" && site.isPersonalSite == false)
        #expect(try await page(.siteDrives, for: site, #"{"value":[\#(drive)]}"#).kept[0].sourceName == "Site A")
    }

    @Test func `keeps folders and files, and forgets what is deleted`() async throws {
        let drive = Drive(id: "b!xyz", source: .user, sourceID: "u", sourceName: "Ana")
        let changes = try await page(.driveItems, for: drive, Samples.driveDelta)
        #expect(changes.kept.map(\.id) == ["01EQ6ROOT", "01EQ6FLD", "01EQ6DOC", "01EQ6PRIVATE"])
        #expect(changes.kept.map(\.form) == [.root, .folder, .file, .file])
        #expect(changes.kept.map(\.isShared) == [false, true, true, false])
        #expect(changes.kept.map(\.sharedScope) == [nil, "organization", "anonymous", nil])
        #expect(changes.kept[2].parentID == "01EQ6ROOT" && changes.kept[2].location == "OneDrive of Ana")
        #expect(changes.forgotten == ["01EQ6OLD"])
    }

    /// OneDrive for Business leaves the content tag out of delta answers.
    @Test func `a file's bytes are told apart by their hash, else by their tag, else by size and time`() async throws {
        let drive = Drive(id: "b!xyz", source: .user, sourceID: "u", sourceName: "Ana")
        let items = #"""
            {"value":[{"id":"1","file":{"mimeType":"x","hashes":{"quickXorHash":"abc="}},"cTag":"t","size":5},
            {"id":"2","file":{},"cTag":"t","size":5},{"id":"3","file":{"hashes":null},"size":5,"lastModifiedDateTime":"1970-01-01T00:00:09Z"},
            {"id":"4","package":{"type":"oneNote"},"cTag":"t"},{"id":"5","folder":{},"cTag":"t"}]}
            """#
        let tags = try await page(.driveItems, for: drive, items).kept.map(\.contentTag)
        #expect(tags == ["abc=", "t", "5 9.0", nil, nil])
    }

    @Test func `reads permissions with every kind of identity`() async throws {
        let permissions = try await page(
            .itemPermissions, for: DriveItem(id: "i", driveID: "d", form: .file), Samples.permissions
        ).kept
        #expect(permissions.count == 5)
        #expect(permissions[0].link == .init(scope: "anonymous", type: "edit", preventsDownload: false))
        #expect(
            permissions[0].roles == ["write"] && permissions[0].hasPassword == false
                && permissions[0].expirationDateTime != nil)
        #expect(permissions[2].grantees.contains { $0.loginName == "i:0#.f|membership|misty@contoso.com" })
        #expect(permissions[3].grantees.first?.loginName?.hasPrefix("c:0-.f|rolemanager|spo-grid-all-users/") == true)
        #expect(permissions[4].link == nil && permissions[4].grantees.map(\.displayName) == ["Adele Vance"])
        let never = try await page(
            .itemPermissions, for: DriveItem(id: "i", driveID: "d", form: .file),
            #"{"value":[{"id":"1","expirationDateTime":"0001-01-01T00:00:00Z","inheritedFrom":{"id":"x"},"grantedTo":{"user":{"displayName":"Old"}}}]}"#
        )
        #expect(never.kept[0].expirationDateTime == Date(timeIntervalSince1970: -62_135_596_800))
        #expect(never.kept[0].isInherited && never.kept[0].grantees.map(\.displayName) == ["Old"])
    }

    @Test func `reads who was invited, and guests as the directory knows them`() async throws {
        let permissions = try await page(
            .itemPermissions, for: DriveItem(id: "i", driveID: "d", form: .file),
            #"""
            {"value":[{"id":"1","roles":["write"],"invitation":{"email":"jd@outlook.example","signInRequired":true}},
            {"id":"2","roles":["read"],"invitation":null,"grantedToV2":{"user":{"id":"7","displayName":"Anna Maria K",
            "email":"anna_maria.k@sub_x.example","userPrincipalName":"anna_maria.k_sub_x.example#EXT#@contoso.onmicrosoft.com"}}},
            {"id":"3","roles":["read"],"grantedToV2":{"user":{"displayName":"Gus","email":"gus@partner.example"},
            "siteUser":{"displayName":"Gus","loginName":"i:0#.f|membership|gus_partner.example#ext#@contoso.onmicrosoft.com"}}}]}
            """#
        ).kept
        #expect(permissions.map(\.invited) == ["jd@outlook.example", nil, nil] && permissions[0].grantees.isEmpty)
        #expect(permissions[1].grantees.first?.email == "anna_maria.k@sub_x.example")
        #expect(permissions[1].grantees.first?.loginName?.hasPrefix("anna_maria.k_sub_x.example#EXT#") == true)
        #expect(permissions[2].grantees.map(\.email) == ["gus@partner.example", "gus@partner.example"])
    }

    @Test func `reads labels of both lists`() async throws {
        let labels = try await page(.sensitivityLabels, for: (), Samples.labels).kept
        #expect(labels.map(\.id) == ["p", "q", "c1", "c2", "c3"])
        #expect(labels.map(\.parentID) == [nil, nil, "p", "p", "c1"])
        #expect(labels[0].priority == 10 && labels[0].isActive == true && !labels[0].isPreview)
        let preview = try await page(.sensitivityLabelsPreview, for: (), Samples.previewLabels).kept
        #expect(
            preview[0].parentID == "8cf764ac-ef2b-4787-8ccd-0a8a65e7bafa" && preview[0].isPreview
                && preview[0].priority == 4)
    }
}
