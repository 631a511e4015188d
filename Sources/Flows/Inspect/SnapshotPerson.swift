import JSONPull
import Model

/// A person of a directory snapshot.
struct SnapshotPerson {
    var id = ""
    private var displayName: String?
    private var givenName: String?
    private var surname: String?
    private var jobTitle: String?
    private var mail: String?
    private var userPrincipalName: String?
    private var proxyAddresses: [String] = []
    private var secondaryAddresses: [String] = []
    private(set) var isListed = false

    mutating func read(_ reader: inout JSONReader) throws(JSONError) {
        var read = self
        try reader.object { (reader, key) throws(JSONError) in
            switch key {
            case "id": read.id = try reader.optionalString() ?? ""
            case "displayName": read.displayName = try reader.optionalString()
            case "givenName": read.givenName = try reader.optionalString()
            case "surname": read.surname = try reader.optionalString()
            case "jobTitle": read.jobTitle = try reader.optionalString()
            case "mail": read.mail = try reader.optionalString()
            case "userPrincipalName": read.userPrincipalName = try reader.optionalString()
            case "proxyAddresses": read.proxyAddresses = try reader.strings()
            case "bec": try read.readListing(&reader)
            default: break
            }
        }
        self = read
    }

    private mutating func readListing(_ reader: inout JSONReader) throws(JSONError) {
        var read = self
        try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "listed": read.isListed = try reader.optionalBool() ?? false
            case "secondaryAddresses": read.secondaryAddresses = try reader.strings()
            default: break
            }
        }
        self = read
    }

    var name: String { displayName ?? [givenName, surname].compactMap(\.self).joined(separator: " ") }

    /// Primary first; every other one once.
    var addresses: [String] {
        var found: [String] = []
        func add(_ address: String?) {
            guard let address, !found.contains(where: { $0.lowercased() == address.lowercased() }) else { return }
            found.append(address)
        }
        add(mail)
        for proxy in proxyAddresses { add(EmailAddress.proxy(proxy)?.address.description) }
        add(userPrincipalName)
        return found
    }

    /// - Parameter groups: names of the groups they are in; without any they are listed themselves.
    func protected(groups: [String]) -> ProtectedPerson {
        ProtectedPerson(
            id: id, name: name, givenName: givenName, surname: surname, jobTitle: jobTitle, addresses: addresses,
            secondaryEmails: secondaryAddresses.map { .init(address: $0) },
            reasons: groups.isEmpty ? ["direct"] : groups.map { "group:\($0)" })
    }
}

/// What a directory snapshot says of the tenant and of groups.
struct SnapshotTenant {
    private(set) var domains: [String] = []
    private(set) var trustedARCSealers: [String] = []
    /// Names of the groups that a person's id is in.
    private(set) var memberships: [String: [String]] = [:]

    mutating func readTenant(_ reader: inout JSONReader) throws(JSONError) {
        var read = self
        try reader.optionalObject { (reader, key) throws(JSONError) in
            switch key {
            case "domains": read.domains += try reader.strings()
            case "initialDomain": read.domains += try reader.optionalString().map { [$0] } ?? []
            case "trustedArcSealers": read.trustedARCSealers = try reader.strings()
            default: break
            }
        }
        self = read
    }

    mutating func readGroups(_ reader: inout JSONReader) throws(JSONError) {
        var memberships = memberships
        try reader.optionalArray { (reader) throws(JSONError) in
            var (name, members): (String, [String]) = ("", [])
            try reader.object { (reader, key) throws(JSONError) in
                switch key {
                case "displayName": name = try reader.optionalString() ?? ""
                case "members": members = try reader.strings()
                default: break
                }
            }
            for member in members { memberships[member, default: []].append(name) }
        }
        self.memberships = memberships
    }
}
