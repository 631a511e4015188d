/// The mail that is coming in over a connection: its envelope and the header block, rebuilt as the client sent it.
struct IncomingMessage: Hashable, Sendable {
    /// What is kept of a header block; the rest is counted and judged without.
    static let headerBytes = 16 << 20
    static let headerFields = 10_000
    static let mostRecipients = 100_000
    /// Deleting a field costs the MTA a pass over the header, and honest mail has a handful of Reeve's at most.
    static let mostForged = 100

    /// A field whose copies are counted, under the name that the MTA gave it.
    struct Counted: Hashable, Sendable {
        var name: [UInt8]
        var count: UInt32
    }

    /// With its brackets, as a filter has to name it.
    var mailFrom: String
    var recipients: [String] = []
    /// Fields with CRLF, without the empty line that ends them.
    private(set) var header: [UInt8] = []
    private(set) var fields = 0
    /// Fields that bear a name of Reeve's own: whoever wrote them, it was not Reeve.
    private(set) var forged: [Counted] = []
    private var forgedCount = 0
    /// The first Subject's value as the MTA sent it.
    private(set) var subject: [UInt8]?
    /// Fields came that are not in `header`.
    private(set) var isCut = false

    /// More forged fields than are worth deleting one by one.
    var isFlooded: Bool { forgedCount > Self.mostForged }

    init(mailFrom: String) { self.mailFrom = mailFrom }

    /// Adds a field.
    /// - Parameter hasLeadingSpace: the value holds what stood between the colon and the text.
    mutating func add(_ name: [UInt8], _ value: [UInt8], hasLeadingSpace: Bool, owned names: Set<[UInt8]>) {
        note(name, value, owned: names)
        guard fields < Self.headerFields, header.count + name.count + value.count + 4 <= Self.headerBytes else {
            isCut = true
            return
        }
        fields += 1
        header += name
        header.append(UInt8(ascii: ":"))
        if !hasLeadingSpace { header.append(UInt8(ascii: " ")) }
        appendWithCRLF(value)
        header += [13, 10]
    }

    private mutating func note(_ name: [UInt8], _ value: [UInt8], owned names: Set<[UInt8]>) {
        let lowered = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        if subject == nil, lowered == Array("subject".utf8) { subject = value }
        var bare = lowered[...]
        while bare.last == 0x20 || bare.last == 0x09 { bare.removeLast() }
        guard names.contains(Array(bare)) else { return }
        forgedCount += 1
        guard !isFlooded else { return }
        if let known = forged.firstIndex(where: { $0.name == lowered }) {
            forged[known].count += 1
        } else {
            forged.append(Counted(name: lowered, count: 1))
        }
    }

    /// MTAs keep line ends of folded fields as a bare LF.
    private mutating func appendWithCRLF(_ value: [UInt8]) {
        guard value.contains(10) else { return header += value }
        var previous: UInt8 = 0
        for byte in value {
            if byte == 10, previous != 13 { header.append(13) }
            header.append(byte)
            previous = byte
        }
    }
}
