import Foundation
import Mail
import Model

/// Everything a message is compared with: the protected people, the organization's own domains, the policies. An immutable snapshot,
/// built anew when one of them changes.
public struct Company: Sendable {
    /// Somebody of the organization who is not protected: their names and addresses.
    public struct Colleague: Sendable {
        public var name: String
        public var addresses: [String]
        public init(name: String, addresses: [String] = []) {
            self.name = name
            self.addresses = addresses
        }
    }

    /// Compiles a regular expression over a whole address, by an engine that is linear in time; nil where it is refused.
    public typealias Compile = @Sendable (String) -> (@Sendable (String) -> Bool)?

    public var policies: MailPolicies
    public var settings: MailSettings
    private let tables: CompanyTables

    var people: PersonTable { tables.people }
    var names: NameIndex { tables.names }
    var addresses: AddressIndex { tables.addresses }
    var own: OwnDomains { tables.own }
    var conditions: [MailboxForm: [Condition]] { tables.conditions }
    var patterns: [Int32: [@Sendable (String) -> Bool]] { tables.patterns }
    var protection: ProtectionReasons { tables.protection }
    var colleagueNames: Set<[String]> { tables.colleagueNames }
    var singles: SingleNames { tables.singles }

    struct Condition: Hashable, Sendable {
        let person: Int32
        let expires: Date?
        let needsAuthentication: Bool
    }

    /// - Parameters:
    ///   - colleagues: the directory's other people; a stranger with the name of one of them is not taken for a near-namesake who is protected.
    ///   - domains: verified domains, the initial one too.
    ///   - compile: for people's address patterns; without it a pattern matches nothing.
    public init(
        people: some Sequence<ProtectedPerson>, colleagues: some Sequence<Colleague> = [], domains: [String],
        policies: MailPolicies = MailPolicies(), settings: MailSettings = MailSettings(),
        compile: @escaping Compile = { _ in nil }
    ) {
        var intake = CompanyIntake(compile: compile, mostSingles: settings.coincidenceFrom)
        // One pass over the list, and nothing kept of it but the tables: at a million people a copy would be half a gigabyte.
        let names = NameIndex(
            people.lazy.map { person in
                intake.take(person)
                return CompanyIntake.indexed(person)
            })
        for colleague in colleagues { intake.take(colleague) }
        self.policies = policies
        self.settings = settings
        tables = CompanyTables(intake, names: names, domains: domains)
    }

    /// How many people are protected.
    public var protectedCount: Int { people.count }

    /// Whether names coincide by chance often enough that one alone proves little.
    var isCrowded: Bool { people.count > settings.coincidenceFrom }

    /// How much it tells that a name which resembles a listed one is a name in its own right: among a hundred people little, among
    /// ten thousand nearly everybody resembles somebody.
    var shareOfNearNames: Double {
        let size = Double(max(people.count, 1)) / Double(max(settings.coincidenceFrom, 1))
        return min(max(0.8 + 0.2 * log10(size), 0.2), 0.8)
    }

    func match(_ person: Int32) -> Verdict.Match {
        Verdict.Match(id: people.id(person), name: people.name(person), reasons: protection.reasons(of: person))
    }
}
