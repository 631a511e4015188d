import Foundation
import Model
import Testing

@testable import Posture

/// One tenant and one whole object of each kind, each with every weakness it can have. Tests change one property.
enum Contoso {
    static let now = moment("2026-11-21T09:00:00Z")

    static func moment(_ text: String) -> Date {
        (try? Date(text, strategy: .iso8601)) ?? .distantPast
    }

    static func daysAgo(_ days: Double) -> Date { now.addingTimeInterval(-days * 86_400) }

    static let domains: [Domain] = {
        var initial = Domain(verified: "contoso.onmicrosoft.com")
        initial.isInitial = true
        return [Domain(verified: "contoso.com"), initial]
    }()

    static let organization: Organization = {
        var organization = Organization(id: "84841066-274d-4ec0-a5c1-276be684bdd3")
        organization.displayName = "Contoso"
        organization.onPremisesSyncEnabled = true
        organization.onPremisesLastSyncDateTime = now.addingTimeInterval(-1_800)
        organization.verifiedDomains = ["contoso.com", "contoso.onmicrosoft.com"]
        organization.initialDomain = "contoso.onmicrosoft.com"
        return organization
    }()

    static let tenant = Tenant(
        id: organization.id, domains: domains, organization: organization, permissions: Set(Permission.required),
        asOf: now,
        registeredAppIDs: [], formerlySyncedUsers: 0)

    /// The same tenant with other options; a tenant works out what is inside when it is made.
    static func tenant(_ change: (inout CheckOptions) -> Void) -> Tenant {
        var options = CheckOptions()
        change(&options)
        return Tenant(
            id: tenant.id, domains: domains, organization: organization, permissions: tenant.permissions, asOf: now,
            options: options, registeredAppIDs: [], formerlySyncedUsers: 0)
    }

    static let tenantOfUnknownDomains = Tenant(id: tenant.id, domains: nil, permissions: tenant.permissions, asOf: now)

    static let owner = Owner(id: "87d349ed", name: "Adele Vance", address: "adele@contoso.com")

    static let user: User = {
        var user = User(id: "87d349ed")
        user.displayName = "Adele Vance"
        user.userPrincipalName = "adele@contoso.com"
        user.mail = "adele@contoso.com"
        user.userType = "Member"
        user.accountEnabled = true
        user.proxyAddresses = [
            "SMTP:adele@contoso.com", "smtp:a.vance@contoso.com", "smtp:adele@contoso.onmicrosoft.com",
        ]
        user.passwordPolicies = "DisablePasswordExpiration, DisableStrongPassword"
        user.lastPasswordChangeDateTime = moment("2024-02-01T09:10:11Z")
        user.onPremisesSyncEnabled = true
        user.onPremisesLastSyncDateTime = moment("2026-03-01T03:04:54Z")
        user.onPremisesProvisioningErrors = [
            .init(
                category: "PropertyConflict", occurredDateTime: moment("2026-02-27T10:00:00Z"),
                propertyCausingError: "ProxyAddresses", value: "SMTP:info@contoso.com")
        ]
        user.ageGroup = "Minor"
        user.consentProvidedForMinor = "Granted"
        user.legalAgeGroupClassification = "MinorWithParentalConsent"
        user.assignedLicenseCount = 1
        return user
    }()

    static let passkey: AuthenticationMethod = {
        var method = AuthenticationMethod(id: "_jpuR", owner: owner, form: .fido2)
        method.displayName = "iCloud passkey"
        method.model = "iCloud Keychain"
        method.attestationLevel = "notAttested"
        method.passkeyType = "synced"
        method.createdDateTime = moment("2025-09-01T10:00:00Z")
        return method
    }()

    static let helloKey: AuthenticationMethod = {
        var method = AuthenticationMethod(id: "b5e01f81", owner: owner, form: .windowsHelloForBusiness)
        method.displayName = "Jordan's Surface Book"
        method.keyStrength = "weak"
        return method
    }()

    static func permission(_ id: String, roles: [String], scope: String?, type: String? = nil) -> SharingPermission {
        var permission = SharingPermission(id: id)
        permission.roles = roles
        permission.link = .init(scope: scope, type: type)
        return permission
    }

    static func grant(_ id: String, roles: [String], to loginName: String) -> SharingPermission {
        var permission = SharingPermission(id: id)
        permission.roles = roles
        permission.grantees = [.init(displayName: nil, loginName: loginName)]
        return permission
    }

    static func item(_ form: DriveItem.Form, _ permissions: [SharingPermission]?) -> DriveItem {
        var item = DriveItem(id: "01EQ6DOC", driveID: "b!xyz", form: form)
        item.name = "pricing.xlsx"
        item.isShared = true
        item.sharedScope = "anonymous"
        item.permissions = permissions
        return item
    }

    /// A file in which three numbers were found, and who reaches it.
    static func content(_ permissions: [SharingPermission], folder: String? = nil) -> FileContent {
        var content = FileContent(id: "01EQ6DOC", driveID: "b!xyz", name: "pricing.xlsx", status: .ok)
        content.matches = [
            .init(
                profile: "Financial Information", entry: "iban", count: 3, confidence: .high,
                samples: [.init(masked: "••••••32", place: "Prices!14")])
        ]
        content.sharing = permissions.map { .init(permission: $0, folder: folder) }
        return content
    }

    static let sharee: CalendarPermission = {
        var entry = CalendarPermission(permissionID: "QWxleA==", mailbox: owner)
        entry.name = "admin@fabrikam.com"
        entry.address = "admin@fabrikam.com"
        entry.isInsideOrganization = false
        entry.role = "read"
        return entry
    }()

    static let app: Application = {
        var app = Application(id: "03ef14b0")
        app.appId = "631a96bc"
        app.displayName = "Contoso add-in"
        app.disabledByMicrosoftStatus = "DisabledDueToViolationOfServicesAgreement"
        app.certification = .init()
        app.certification?.certificationExpirationDateTime = moment("2026-12-31T00:00:00Z")
        return app
    }()

    static let stranger: ServicePrincipal = {
        var app = ServicePrincipal(id: "00af5dfb")
        app.appId = "2d4d3d8e"
        app.displayName = "Some SaaS"
        app.servicePrincipalType = "Application"
        app.appOwnerOrganizationId = "65415bb1-9267-4313-bbf5-ae259732ee12"
        app.disabledByMicrosoftStatus = "DisabledDueToViolationOfServicesAgreement"
        return app
    }()

    /// What DNS says: TXT records by name; every other name below and above is absent.
    static func records(_ domain: String = "contoso.com", txt: [String: [String]], failing: [String: String] = [:])
        -> DomainRecords
    {
        let labels = domain.split(separator: ".")
        let names = labels.indices.map { labels[$0...].joined(separator: ".") }
        var answers: [String: DNSAnswer.Result] = [:]
        for name in names + names.map({ "_dmarc.\($0)" }) { answers[name] = .absent }
        for (name, texts) in txt { answers[name] = .records(texts) }
        for (name, reason) in failing { answers[name] = .failed(reason) }
        return DomainRecords(
            id: domain, organizationalDomain: labels.suffix(2).joined(separator: "."),
            answers: answers.sorted { $0.key < $1.key }.map { DNSAnswer(DNSQuestion(.txt, $0.key), $0.value) })
    }

    static let rule: MessageRule = {
        var rule = MessageRule(id: "AQAAAJ5dZqA=", mailbox: owner)
        rule.displayName = "copy home"
        rule.isEnabled = true
        let recipients: [MessageRule.Recipient] = [
            .init(address: "adele@contoso.com"), .init(name: "Alex", address: "alex@gmail.example"),
        ]
        rule.forwardTo = recipients
        rule.forwardAsAttachmentTo = recipients
        rule.redirectTo = recipients
        return rule
    }()
}

extension Check: CustomTestStringConvertible {
    public var testDescription: String { id }
}

extension Outcome {
    /// What was found; nil for another answer.
    var evidence: Evidence? { if case .found(let evidence) = self { evidence } else { nil } }
    /// Why it could not be told; nil for another answer.
    var reason: String? { if case .unknown(let reason) = self { reason } else { nil } }
}
