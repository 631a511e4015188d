/// Addresses and their owners on the way into an `AddressIndex`: one block of bytes, because three million strings would not be.
struct AddressList: Sequence {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var owners: [Int32] = []

    /// A negative owner marks a colleague.
    mutating func append(_ address: String, owner: Int32) {
        bytes.append(contentsOf: address.utf8)
        ends.append(bytes.count)
        owners.append(owner)
    }

    func makeIterator() -> AnyIterator<AddressIndex.Entry> {
        var index = 0
        return AnyIterator {
            guard index < ends.count else { return nil }
            defer { index += 1 }
            let start = index == 0 ? 0 : ends[index - 1]
            let owner = owners[index]
            return AddressIndex.Entry(
                address: String(decoding: bytes[start..<ends[index]], as: UTF8.self), owner: Swift.max(owner, 0),
                isColleague: owner < 0)
        }
    }
}
