import Foundation
import Model
import Store

/// Looks through the list for what makes protection weaker or noisier than it could be.
public struct ProtectLint: Sendable {
    let store: Store
    let options: MailOptions
    let now: Date

    /// - Parameter options: the settings of mail, whose policies are looked through as well.
    public init(store: Store, options: MailOptions = MailOptions(), asOf now: Date) {
        self.store = store
        self.options = options
        self.now = now
    }

    /// Hands over remarks in the order of the list, those about the list as a whole at the end. Kept meanwhile: a number for each listed
    /// name and address, no person.
    public func run(_ body: (ProtectRemark) throws -> Void) throws {
        var names: [Int: String] = [:]
        var addresses: [Int: String] = [:]
        var count = 0
        // Whose secondary email an address is, to find colleagues whose own it is.
        var secondary: [Int: (id: String, name: String)] = [:]
        let people = ProtectedPeople(store: store, asOf: now)
        // Addresses first: a secondary email may be that of somebody who stands further down.
        var users: [Int: (name: Int, directory: String)] = [:]
        try people.forEachEntry { entry in
            let name = Protection.nameKey(entry.person.name).hashValue
            for address in entry.person.addresses {
                let key = Protection.addressKey(address).hashValue
                addresses[key] = entry.person.id
                if let directory = entry.directory { users[key] = (name, directory) }
            }
        }
        try people.forEachEntry { entry in
            count += 1
            for remark in remarks(entry, addresses) { try body(remark) }
            for email in entry.person.secondaryEmails {
                secondary[Protection.addressKey(email.address).hashValue] = (entry.person.id, entry.person.name)
            }
            let key = Protection.nameKey(entry.person.name).hashValue
            let twice =
                entry.directory != nil
                ? nil
                : entry.person.addresses.lazy.compactMap { address in
                    users[Protection.addressKey(address).hashValue]
                }.first { $0.name == key }
            if let twice {
                try body(Self.listedTwice(entry.person, twice.directory))
            } else if let other = names[key], other != entry.person.id {
                try body(Self.sameName(entry.person, "another listed person"))
            } else {
                names[key] = entry.person.id
            }
        }
        // Of an address that several directories have, once.
        var told: Set<Int> = []
        try people.forEachColleague { colleague in
            for address in colleague.addresses {
                let key = Protection.addressKey(address).hashValue
                guard let owner = secondary[key], told.insert(key).inserted else { continue }
                try body(
                    ProtectRemark(
                        .sharedAddress, owner.name, id: owner.id,
                        "\(address) is a secondary email here, but the own address of \(colleague.name): mail from there in this name is no detection"
                    ))
            }
            guard let id = names[Protection.nameKey(colleague.name).hashValue],
                // The same tenant connected twice lists the same person twice.
                !colleague.addresses.contains(where: { addresses[Protection.addressKey($0).hashValue] == id })
            else { return }
            let person = ProtectedPerson(id: id, name: colleague.name)
            try body(
                Self.sameName(person, "a colleague who is not listed (\(colleague.addresses.first ?? colleague.id))"))
        }
        try groups(body)
        try expiredEntries(body)
        try policies(body)
        if let text = Coincidence.remark(listed: count) { try body(ProtectRemark(.coincidence, "", id: "", text)) }
    }

    private static func sameName(_ person: ProtectedPerson, _ other: String) -> ProtectRemark {
        ProtectRemark(
            .sameName, person.name, id: person.id,
            "has the name of \(other): mail from an address of either is fine, so see that both have all of theirs")
    }

    /// Such as one who was kept when a directory was removed that is connected again.
    private static func listedTwice(_ person: ProtectedPerson, _ directory: String) -> ProtectRemark {
        let emails = person.secondaryEmails.map(\.address).joined(separator: ", ")
        let first = emails.isEmpty ? "" : "see that the user of \(directory) has \(emails), then "
        return ProtectRemark(
            .listedTwice, person.name, id: person.id,
            "is typed in, and protected as a user of \(directory) as well: \(first)take the entry that is typed in off the list"
        )
    }

    private func remarks(_ entry: ProtectedEntry, _ addresses: [Int: String]) -> [ProtectRemark] {
        let person = entry.person
        func remark(_ kind: ProtectRemark.Kind, _ text: String) -> ProtectRemark {
            ProtectRemark(kind, person.name, id: person.id, text)
        }
        var found: [ProtectRemark] = []
        if isOneWord(person.name) {
            found.append(
                remark(.oneWordName, "is one word: everybody of that name will match; give given name and surname"))
        }
        if person.addresses.isEmpty && person.addressPatterns.isEmpty {
            found.append(
                remark(.noAddress, "has no address: all mail in this name is a detection; add a secondary email"))
        }
        switch entry.standing {
        case .active: break
        case .disabled:
            found.append(remark(.disabled, "has a disabled account; keep, or remove from the list"))
        case .left:
            found.append(
                remark(
                    .left,
                    "is no longer in \(entry.directory ?? "the directory"); keep, or remove from the list"
                ))
        }
        for email in person.secondaryEmails {
            if let expires = email.expires, expires <= now {
                found.append(
                    remark(
                        .secondaryExpired,
                        "\(email.address) ended on \(ProtectWords.text(of: expires)): mail from it is a stranger's; extend or remove it"
                    ))
            }
            if let owner = addresses[Protection.addressKey(email.address).hashValue], owner != person.id {
                found.append(remark(.sharedAddress, "\(email.address) is also an address of \(owner)"))
            }
        }
        for pattern in person.addressPatterns {
            if let why = ProtectFile.compile(pattern) {
                found.append(remark(.unusablePattern, "\(pattern): \(why)"))
            } else if let matches = MailOptions.compile(pattern), Breadth.matchesAnyAddress(matches) {
                found.append(
                    remark(.broadPattern, "\(pattern) matches every address: nobody can imitate this person; narrow it")
                )
            } else if let matches = MailOptions.compile(pattern), let domain = Breadth.wholeDomain(pattern, matches) {
                found.append(
                    remark(
                        .broadPattern,
                        "\(pattern) matches every address of \(domain): whoever has one can imitate this person; narrow it"
                    ))
            }
        }
        return found
    }

    /// Names in scripts that write no blanks are whole names.
    private func isOneWord(_ name: String) -> Bool {
        name.split(whereSeparator: \.isWhitespace).count == 1
            && !name.unicodeScalars.contains { (0x2E80...0xD7FF).contains($0.value) }
    }

    private func groups(_ body: (ProtectRemark) throws -> Void) throws {
        for integration in try store.integrations() {
            var last = ""
            while true {
                let page = try store.protections(.group, in: integration.id, after: last, limit: 500)
                guard let end = page.last?.key.id else { break }
                last = end
                for entry in page {
                    if try store.entity(Group.self, of: integration.id, id: entry.key.id) == nil {
                        try body(
                            ProtectRemark(
                                .groupGone, entry.name, id: entry.key.id,
                                "is no longer in \(integration.name): it protects nobody"))
                    } else if try store.transitiveUserIDs(ofGroup: entry.key.id, of: integration.id).isEmpty {
                        try body(
                            ProtectRemark(
                                .emptyGroup, entry.name, id: entry.key.id, "has no members: it protects nobody"))
                    }
                }
            }
        }
    }

    private func expiredEntries(_ body: (ProtectRemark) throws -> Void) throws {
        let directories: [Int?] = try store.integrations().map(\.id) + [nil]
        for directory in directories {
            for kind in Protection.Kind.allCases where directory != nil || kind == .person || kind == .pattern {
                var last = ""
                while true {
                    let page = try store.protections(kind, in: directory, after: last, limit: 500)
                    guard let end = page.last?.key.id else { break }
                    last = end
                    for entry in page where !entry.isActive(at: now) {
                        let text =
                            "ended and is protected by this entry no longer; renew or remove it"
                        try body(ProtectRemark(.entryExpired, entry.name, id: entry.key.id, text))
                    }
                }
            }
        }
    }
}
