import Model

/// Which people an address belongs to, for any spelling that reaches the same mailbox.
///
/// Keeps a keyed hash of each address (at least 52 bits of it), not its text: 3,000,000 addresses take 30 MB. The key is drawn when the
/// process starts, so nobody can search for an address that collides with a registered one.
public struct AddressIndex: Sendable {
    private let table: KeyTable
    /// Bit 31 of an owner marks a colleague who is not protected.
    private static let colleague: UInt32 = 1 << 31

    /// One address of one person.
    public struct Entry: Sendable {
        public var address: String
        /// Position in the `PersonTable`, or any number of the caller's for a colleague.
        public var owner: Int32
        /// Belongs to somebody of the organisation who is not on the list.
        public var isColleague: Bool

        public init(address: String, owner: Int32, isColleague: Bool = false) {
            self.address = address
            self.owner = owner
            self.isColleague = isColleague
        }
    }

    public init(_ entries: some Sequence<Entry>) {
        var build = KeyTable.Build()
        for entry in entries {
            guard let key = Self.key(entry.address) else { continue }
            build.add(key, UInt32(entry.owner) | (entry.isColleague ? Self.colleague : 0))
        }
        table = KeyTable(build)
    }

    /// The listed people whose address it is; empty for a stranger's or a colleague's.
    public func owners(of address: String) -> [Int32] {
        values(address).filter { $0 & Self.colleague == 0 }.map { Int32($0) }
    }

    /// The unlisted people of the organisation whose address it is.
    public func colleagues(of address: String) -> [Int32] {
        values(address).filter { $0 & Self.colleague != 0 }.map { Int32($0 & ~Self.colleague) }
    }

    private func values(_ address: String) -> [UInt32] {
        guard let key = Self.key(address) else { return [] }
        var found: [UInt32] = []
        table.forEach(key) { value in
            if !found.contains(value) { found.append(value) }
            return found.count < 64
        }
        return found
    }

    private static func key(_ address: String) -> UInt64? {
        guard var form = MailboxForm(address) else { return nil }
        var hasher = Hasher()
        form.combined.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
