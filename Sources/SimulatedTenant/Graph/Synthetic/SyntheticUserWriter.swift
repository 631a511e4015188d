/// Writes synthetic users as JSON, the selected properties in their order. This is the hot loop of big tenants.
struct SyntheticUserWriter {
    enum Column: String, CaseIterable {
        case id, displayName, givenName, surname, jobTitle, userPrincipalName, mail, otherMails, proxyAddresses,
            userType
        case externalUserState, accountEnabled, createdDateTime, passwordPolicies, lastPasswordChangeDateTime
        case onPremisesSyncEnabled, onPremisesLastSyncDateTime, onPremisesImmutableId, onPremisesProvisioningErrors
        case ageGroup, consentProvidedForMinor, legalAgeGroupClassification, assignedLicenses, isResourceAccount
    }

    private enum Part {
        case column(Column, label: [UInt8])
        case constant([UInt8])
    }

    private let tenant: Synthetic
    private let parts: [Part]
    /// In delta answers what has no value is left out.
    private let skipsNulls: Bool

    init(_ tenant: Synthetic, _ selection: Selection, skipsNulls: Bool) {
        self.tenant = tenant
        self.skipsNulls = skipsNulls
        let asked =
            selection.names ?? (selection.kind.defaults.map { $0.sorted() } ?? Column.allCases.map(\.rawValue))
        var parts: [Part] = []
        let names = skipsNulls && !asked.contains("id") ? ["id"] + asked : asked
        for name in names where selection.has(name) || name == "id" {
            let label = Array("\"\(name)\":".utf8)
            if let column = Column(rawValue: name) {
                parts.append(.column(column, label: label))
            } else if !skipsNulls {
                parts.append(.constant(label + Array((selection.kind.collections.contains(name) ? "[]" : "null").utf8)))
            }
        }
        self.parts = parts
    }

    func write(_ user: SyntheticUser, to out: inout [UInt8]) {
        out.append(123)
        for part in parts {
            let start = out.count
            if out[start - 1] != 123 { out.append(44) }
            switch part {
            case .constant(let bytes): out.append(contentsOf: bytes)
            case .column(let column, let label):
                out.append(contentsOf: label)
                if !write(column, of: user, to: &out) {
                    if skipsNulls { out.removeSubrange(start...) } else { out.add("null") }
                }
            }
        }
        out.append(125)
    }

    /// False where the property has no value; then nothing is written.
    @inline(__always)
    private func write(_ column: Column, of user: SyntheticUser, to out: inout [UInt8]) -> Bool {
        switch column {
        case .id: quote(&out) { tenant.userIDs.add(user.index, to: &$0) }
        case .displayName:
            quote(&out) {
                $0.add(user.given)
                $0.append(32)
                $0.add(user.family)
            }
        case .givenName: quote(&out) { $0.add(user.given) }
        case .surname: quote(&out) { $0.add(user.family) }
        case .jobTitle:
            guard !user.isGuest else { return false }
            quote(&out) { $0.add(user.title) }
        case .userPrincipalName:
            quote(&out) {
                name(user, user.isGuest ? "_partner.example#EXT#@contoso.onmicrosoft.com" : "@contoso.example", to: &$0)
            }
        case .mail:
            guard user.hasMailbox || user.isGuest else { return false }
            quote(&out) { name(user, user.isGuest ? "@partner.example" : "@contoso.example", to: &$0) }
        case .otherMails: out.add("[]")
        case .proxyAddresses: addProxies(user, to: &out)
        case .userType: out.add(user.isGuest ? "\"Guest\"" : "\"Member\"")
        case .externalUserState:
            guard user.isGuest else { return false }
            out.add("\"Accepted\"")
        case .accountEnabled: out.add(user.isEnabled ? "true" : "false")
        default: return writeMore(column, of: user, to: &out)
        }
        return true
    }

    private func writeMore(_ column: Column, of user: SyntheticUser, to out: inout [UInt8]) -> Bool {
        switch column {
        case .createdDateTime: time(400 + user.age(1, within: 1500), to: &out)
        case .passwordPolicies:
            guard !user.isGuest, user.neverExpires || user.hasWeakPasswords else { return false }
            out.add(
                !user.hasWeakPasswords
                    ? "\"DisablePasswordExpiration\""
                    : user.neverExpires
                        ? "\"DisablePasswordExpiration, DisableStrongPassword\"" : "\"DisableStrongPassword\"")
        case .lastPasswordChangeDateTime:
            time(user.hasOldPassword ? 100 + user.age(2, within: 300) : user.age(2, within: 80), to: &out)
        case .onPremisesSyncEnabled:
            guard user.isSynced || user.wasSynced else { return false }
            out.add(user.isSynced ? "true" : "false")
        case .onPremisesLastSyncDateTime:
            guard user.isSynced || user.wasSynced else { return false }
            time(user.isSyncOld || user.wasSynced ? 10 + user.age(3, within: 100) : user.age(3, within: 6), to: &out)
        case .onPremisesImmutableId:
            guard user.isSynced || user.wasSynced else { return false }
            quote(&out) {
                $0.add(hex: user.bits, digits: 16)
                $0.add("AAAAAA==")
            }
        case .onPremisesProvisioningErrors: addErrors(user, to: &out)
        case .ageGroup:
            guard user.isMinor else { return false }
            out.add("\"Minor\"")
        case .consentProvidedForMinor:
            guard user.isMinor else { return false }
            out.add("\"Granted\"")
        case .legalAgeGroupClassification:
            guard user.isMinor else { return false }
            out.add("\"MinorWithParentalConsent\"")
        case .assignedLicenses:
            out.add(
                user.hasMailbox ? "[{\"disabledPlans\":[],\"skuId\":\"06ebc4ee-1bb5-47dd-8120-11324bc54e06\"}]" : "[]")
        default: return false
        }
        return true
    }

    @inline(__always)
    private func quote(_ out: inout [UInt8], _ body: (inout [UInt8]) -> Void) {
        out.append(34)
        body(&out)
        out.append(34)
    }

    @inline(__always)
    private func name(_ user: SyntheticUser, _ tail: StaticString, to out: inout [UInt8]) {
        out.add(user.given)
        out.append(46)
        out.add(user.signInFamily)
        out.append(46)
        out.add(number: user.index)
        out.add(tail)
    }

    private func time(_ daysAgo: Int, to out: inout [UInt8]) {
        out.append(34)
        out.add(time: tenant.base - daysAgo * 86400 - 3600)
        out.append(34)
    }

    private func addProxies(_ user: SyntheticUser, to out: inout [UInt8]) {
        guard user.hasMailbox || user.isGuest else { return out.add("[]") }
        out.add("[\"SMTP:")
        name(user, user.isGuest ? "@partner.example\"" : "@contoso.example\"", to: &out)
        if user.hasMailbox {
            out.add(",\"smtp:")
            name(user, "@contoso.onmicrosoft.com\"", to: &out)
        }
        if user.hasAlias {
            out.add(",\"smtp:")
            name(user, "@sales.contoso.example\"", to: &out)
        }
        out.append(93)
    }

    private func addErrors(_ user: SyntheticUser, to out: inout [UInt8]) {
        guard user.hasProvisioningError else { return out.add("[]") }
        out.add("[{\"category\":\"PropertyConflict\",\"occurredDateTime\":")
        time(user.age(4, within: 30), to: &out)
        out.add(",\"propertyCausingError\":\"ProxyAddress\",\"value\":\"SMTP:info@contoso.example\"}]")
    }
}
