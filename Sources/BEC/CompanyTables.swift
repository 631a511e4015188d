/// The tables of a `Company`, one object so that handing one over counts one reference.
final class CompanyTables: Sendable {
    let people: PersonTable
    let names: NameIndex
    let addresses: AddressIndex
    let own: OwnDomains
    /// Conditions of secondary addresses: an expiry, a proof asked for. Only those that have one.
    let conditions: [MailboxForm: [Company.Condition]]
    /// Only people that have patterns.
    let patterns: [Int32: [@Sendable (String) -> Bool]]
    let protection: ProtectionReasons
    let colleagueNames: Set<[String]>
    let singles: SingleNames

    init(_ intake: consuming CompanyIntake, names: NameIndex, domains: [String]) {
        var intake = intake
        self.names = names
        people = intake.people
        addresses = AddressIndex(intake.takeAddresses())
        own = OwnDomains(domains)
        conditions = intake.conditions
        patterns = intake.patterns
        protection = intake.protection
        colleagueNames = intake.colleagueNames
        singles = intake.singles
    }
}
