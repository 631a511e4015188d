import Model

/// People on their way into a `Company`'s tables.
struct CompanyIntake {
    let compile: Company.Compile
    private(set) var people = PersonTable()
    private(set) var addresses = AddressIndex.Build()
    private(set) var conditions: [MailboxForm: [Company.Condition]] = [:]
    private(set) var patterns: [Int32: [@Sendable (String) -> Bool]] = [:]
    private(set) var protection = ProtectionReasons()
    private(set) var colleagueNames: Set<[String]> = []
    private(set) var singles = SingleNames()
    /// Beyond it single words tell nobody apart, and would cost memory.
    private let mostSingles: Int

    init(compile: @escaping Company.Compile, mostSingles: Int) {
        self.compile = compile
        self.mostSingles = mostSingles
    }

    /// Hands the addresses over, so that nobody holds them while they are frozen.
    mutating func takeAddresses() -> AddressIndex.Build {
        defer { addresses = AddressIndex.Build() }
        return addresses
    }

    mutating func take(_ person: ProtectedPerson) {
        let position = people.append(id: person.id, name: person.name)
        protection.append(person.reasons)
        if position < mostSingles { singles.take(person, at: position) }
        for address in person.addresses { addresses.add(address, owner: position) }
        for secondary in person.secondaryEmails {
            addresses.add(secondary.address, owner: position)
            take(secondary, of: position)
        }
        let compiled = person.addressPatterns.compactMap(compile)
        if !compiled.isEmpty { patterns[position] = compiled }
    }

    mutating func take(_ colleague: Company.Colleague) {
        for address in colleague.addresses { addresses.add(address, owner: 0, isColleague: true) }
        let words = NameReading(colleague.name).nameWords
        if words.count > 1 { colleagueNames.insert(words) }
    }

    private mutating func take(_ secondary: ProtectedPerson.SecondaryEmail, of position: Int32) {
        guard secondary.expires != nil || secondary.needsAuthentication, let form = MailboxForm(secondary.address)
        else { return }
        conditions[form, default: []].append(
            .init(person: position, expires: secondary.expires, needsAuthentication: secondary.needsAuthentication))
    }

    /// The name as listed, the name from its parts, and what the primary address spells of it.
    static func indexed(_ person: ProtectedPerson) -> IndexedPerson {
        let isASCII = person.name.utf8.allSatisfy { $0 < 0x80 }
        return IndexedPerson(
            names: [person.name]
                + (isASCII ? [] : IndexedPerson.latinNames(from: person.addresses, for: [person.name])),
            given: person.givenName.flatMap(filled), surname: person.surname.flatMap(filled))
    }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension NameReading {
    /// The folded words in an order that does not depend on how they were written.
    var nameWords: [String] { tokens.filter { !$0.isTitle }.map(\.letters).sorted() }
}
