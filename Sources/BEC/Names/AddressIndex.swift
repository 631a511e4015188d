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

    /// Addresses on their way into an index, as hashes: their text would take a hundred megabytes for three million.
    struct Build {
        fileprivate var keys = KeyTable.Build()

        mutating func add(_ address: String, owner: Int32, isColleague: Bool = false) {
            guard let key = AddressIndex.key(address) else { return }
            keys.add(key, UInt32(owner) | (isColleague ? AddressIndex.colleague : 0))
        }
    }

    public init(_ entries: some Sequence<Entry>) {
        var build = Build()
        for entry in entries { build.add(entry.address, owner: entry.owner, isColleague: entry.isColleague) }
        self.init(build)
    }

    init(_ build: consuming Build) { table = KeyTable(build.keys) }

    /// The listed people whose address it is; empty for a stranger's or a colleague's.
    public func owners(of address: String) -> [Int32] {
        var found: [Int32] = []
        forEach(address) { owner, isColleague in if !isColleague { found.append(owner) } }
        return found
    }

    /// The unlisted people of the organisation whose address it is.
    public func colleagues(of address: String) -> [Int32] {
        var found: [Int32] = []
        forEach(address) { owner, isColleague in if isColleague { found.append(owner) } }
        return found
    }

    /// Both in one lookup.
    func people(at address: String) -> (owners: [Int32], isColleague: Bool) {
        var found: (owners: [Int32], isColleague: Bool) = ([], false)
        forEach(address) { owner, isColleague in
            if isColleague { found.isColleague = true } else { found.owners.append(owner) }
        }
        return found
    }

    /// At most 64 people, each once.
    private func forEach(_ address: String, _ body: (_ owner: Int32, _ isColleague: Bool) -> Void) {
        guard let key = Self.key(address) else { return }
        var seen: [UInt32] = []
        table.forEach(key) { value in
            if !seen.contains(value) {
                seen.append(value)
                body(Int32(value & ~Self.colleague), value & Self.colleague != 0)
            }
            return seen.count < 64
        }
    }

    private static func key(_ address: String) -> UInt64? {
        guard var form = MailboxForm(address) else { return nil }
        var hasher = Hasher()
        form.combined.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}
