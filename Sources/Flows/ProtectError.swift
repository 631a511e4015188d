/// Why an entry of the list cannot be made, found or removed. One line each: what, why, what to do next.
public enum ProtectError: Error, Hashable, Sendable, CustomStringConvertible {
    case noDirectory
    case noUser(String)
    case noGroup(String, hint: String?)
    case severalUsers(String, places: [String])
    case severalGroups(String, places: [String])
    case notProtected(String)
    /// Protected by groups only: there is no entry to remove.
    case onlyByGroup(String, groups: [String])
    case severalNamed(String, addresses: [String])
    case noSecondary(String, of: String)
    case badName(why: String)
    case badAddress(String, why: String)
    case unreadable(file: String, why: String)
    case noAddress(String)
    case endsInThePast
    case badDate(String)
    case badText(why: String)

    public var description: String {
        switch self {
        case .noDirectory:
            "there is no directory yet: add one with reeve integration add, or type the person in with --name and --email"
        case .noUser(let text):
            "there is no user \"\(text)\": give an id or an address (reeve directory users --search TEXT); a first sync may be missing (reeve directory sync)"
        case .noGroup(let text, let hint):
            "there is no group \"\(text)\"\(hint.map { "; did you mean \($0)?" } ?? "") (reeve directory groups)"
        case .severalUsers(let text, let places):
            "\(places.count) users have \"\(text)\": give an id (\(places.joined(separator: ", ")))"
        case .severalGroups(let text, let places):
            "\(places.count) groups are called \"\(text)\": give an id (\(places.joined(separator: ", ")))"
        case .notProtected(let name): "\(name) is not on the list (reeve protect list)"
        case .onlyByGroup(let name, let groups):
            "\(name) is not listed directly, but by the group \(groups.joined(separator: ", ")): take the person out of the group, or remove the group"
        case .severalNamed(let name, let addresses):
            "\(addresses.count) people called \(name) are listed: add --email (\(addresses.joined(separator: ", ")))"
        case .noSecondary(let address, let name): "\(address) is no secondary email of \(name) (reeve protect list)"
        case .badName(let why): "the name \(why)"
        case .badAddress(let text, let why): "\"\(text)\" is no address: \(why)"
        case .noAddress(let name): "\(name) has no address: give at least one, or an expression"
        case .endsInThePast: "the end lies in the past"
        case .badDate(let text): "\"\(text)\" is no date such as 2026-12-31"
        case .badText(let why): why
        case .unreadable(let file, let why): "cannot import \(file): \(why)"
        }
    }
}
