/// The keyed hashes of the different values of each entry in a file, in the order in which the values come.
struct ValueHashes {
    /// How many of an entry are kept.
    let most: Int
    let hash: @Sendable (String) -> String
    private(set) var byEntry: [String: [String]] = [:]
    private var known: [String: [String: String]] = [:]

    init(most: Int, hash: @escaping @Sendable (String) -> String) {
        self.most = most
        self.hash = hash
    }

    func isFull(_ entry: String) -> Bool { (byEntry[entry]?.count ?? 0) >= most }

    /// - Returns: the hash of a value; nil where so many others came before that it is not kept.
    mutating func note(_ value: String, of entry: String) -> String? {
        let value = DifferentValues.bare(value)
        if let hash = known[entry]?[value] { return hash }
        guard byEntry[entry, default: []].count < most else { return nil }
        let hash = hash(value)
        known[entry, default: [:]][value] = hash
        byEntry[entry, default: []].append(hash)
        return hash
    }
}
