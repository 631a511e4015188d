import BEC
import Foundation
import Model

extension Company {
    /// A company from a directory snapshot: `{"tenant":{"domains":[...],"initialDomain":"...","trustedArcSealers":[...]},"groups":[...],"people":[...]}`,
    /// people written as Microsoft Graph's `user` with `bec.listed` and `bec.secondaryAddresses` beside.
    /// - Throws: `DecodingError` for what is no such JSON.
    static func fromSnapshot(
        json bytes: some Sequence<UInt8>, policies: MailPolicies = MailPolicies(),
        settings: MailSettings = MailSettings(), compile: @escaping Compile = { _ in nil }
    ) throws -> Company {
        let snapshot = try JSONDecoder().decode(CompanySnapshot.self, from: Data(bytes))
        var settings = settings
        settings.trustedARCSealers.formUnion((snapshot.tenant.trustedArcSealers ?? []).map { $0.lowercased() })
        return Company(
            people: snapshot.protected, colleagues: snapshot.colleagues, domains: snapshot.domains,
            policies: policies, settings: settings, compile: compile)
    }
}

/// The JSON of a directory snapshot.
struct CompanySnapshot: Decodable {
    struct Tenant: Decodable {
        let domains: [String]
        let initialDomain: String?
        let trustedArcSealers: [String]?
    }

    struct Group: Decodable {
        let displayName: String
        let members: [String]?
    }

    struct Listing: Decodable {
        let listed: Bool?
        let secondaryAddresses: [String]?
    }

    struct Person: Decodable {
        let id: String
        let displayName: String?
        let givenName: String?
        let surname: String?
        let jobTitle: String?
        let mail: String?
        let userPrincipalName: String?
        let proxyAddresses: [String]?
        let bec: Listing?
    }

    let tenant: Tenant
    let groups: [Group]?
    let people: [Person]

    var domains: [String] { tenant.domains + [tenant.initialDomain].compactMap(\.self) }

    var protected: [ProtectedPerson] {
        var memberships: [String: [String]] = [:]
        for group in groups ?? [] {
            for member in group.members ?? [] { memberships[member, default: []].append("group:" + group.displayName) }
        }
        return people.filter { $0.bec?.listed == true }.map { $0.protected(reasons: memberships[$0.id] ?? ["direct"]) }
    }

    var colleagues: [Company.Colleague] {
        people.filter { $0.bec?.listed != true }.map {
            Company.Colleague(name: $0.shownName, addresses: $0.addresses)
        }
    }
}

extension CompanySnapshot.Person {
    /// Primary first; every other one once.
    var addresses: [String] {
        let proxies = (proxyAddresses ?? []).compactMap(EmailAddress.proxy)
        let ordered =
            [mail].compactMap(\.self) + proxies.map(\.address.description) + [userPrincipalName].compactMap(\.self)
        var seen: Set<String> = []
        return ordered.filter { seen.insert($0.lowercased()).inserted }
    }

    var shownName: String { displayName ?? [givenName, surname].compactMap(\.self).joined(separator: " ") }

    func protected(reasons: [String]) -> ProtectedPerson {
        ProtectedPerson(
            id: id, name: shownName, givenName: givenName, surname: surname, jobTitle: jobTitle,
            addresses: addresses,
            secondaryEmails: (bec?.secondaryAddresses ?? []).map { .init(address: $0) }, reasons: reasons)
    }
}
