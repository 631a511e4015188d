import BEC
import Foundation
import JSONPull
import Model

/// A directory as one JSON document: `{"tenant":{"domains":[...],"initialDomain":"...","trustedArcSealers":[...]},"groups":[...],"people":[...]}`,
/// people written as Microsoft Graph's `user`, with `bec.listed` and `bec.secondaryAddresses` beside. Read where it lies in the file:
/// first only the places of the people are noted, then each person is made when it is that person's turn.
public struct DirectorySnapshot: Sendable {
    private let file: MappedFile
    private var people: [Range<Int>] = []
    private var tenant = SnapshotTenant()

    /// - Throws: `MailTrouble` in words for a person.
    public init(path: String) throws(MailTrouble) {
        file = try MappedFile(path: path)
        do throws(JSONError) {
            try read()
        } catch {
            throw MailTrouble("\(path) is no directory snapshot: \(error); see docs/use/mail-check.md")
        }
    }

    private mutating func read() throws(JSONError) {
        var (people, tenant, hasPeople) = (people, tenant, false)
        try JSONReader.read(file.bytes) { (reader) throws(JSONError) in
            try reader.object { (reader, key) throws(JSONError) in
                switch key {
                case "tenant": try tenant.readTenant(&reader)
                case "groups": try tenant.readGroups(&reader)
                case "people":
                    hasPeople = true
                    try reader.array { (reader) throws(JSONError) in
                        guard try reader.kind() == .object else { throw JSONError(.wrongKind, at: reader.offset) }
                        let place = try reader.slice()
                        people.append(place)
                        file.pass(place)
                    }
                default: break
                }
            }
        }
        guard hasPeople else { throw JSONError(.wrongKind, at: 0) }
        (self.people, self.tenant) = (people, tenant)
    }

    private var everybody: some Sequence<SnapshotPerson> {
        // Each is an object, and JSON, since `read`: what is not as it should be in it is passed over.
        people.lazy.map { place in
            var person = SnapshotPerson()
            defer { file.pass(place) }
            try? JSONReader.read(UnsafeBufferPointer(rebasing: file.bytes[place])) { (reader) throws(JSONError) in
                try person.read(&reader)
            }
            return person
        }
    }

    /// The people with `bec.listed`, in the order of the document.
    public var protectedPeople: some Sequence<ProtectedPerson> {
        everybody.lazy.filter(\.isListed).map { $0.protected(groups: tenant.memberships[$0.id] ?? []) }
    }

    /// Everybody else.
    public var colleagues: some Sequence<Company.Colleague> {
        everybody.lazy.filter { !$0.isListed }.map { Company.Colleague(name: $0.name, addresses: $0.addresses) }
    }

    /// The tenant's domains, the initial one too.
    public var domains: [String] { tenant.domains }

    /// The company as mail is judged for it.
    public func roster(_ options: MailOptions) throws(MailOptionsError) -> Roster {
        var settings = try options.settings()
        settings.trustedARCSealers.formUnion(tenant.trustedARCSealers.map { $0.lowercased() })
        let company = Company(
            people: protectedPeople, colleagues: colleagues, domains: domains, policies: try options.policies(),
            settings: settings, compile: MailOptions.compile)
        return Roster(company, domains: domains)
    }
}
