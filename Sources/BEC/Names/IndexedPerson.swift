/// A person as the name index takes them in: every way in which their name is written.
public struct IndexedPerson: Sendable {
    /// Display name, "given surname", native form, bracketed form, Latin spellings found in addresses; in any order.
    public var names: [String]
    public var given: String?
    public var surname: String?

    public init(names: [String], given: String? = nil, surname: String? = nil) {
        self.names = names
        self.given = given
        self.surname = surname
    }
}
