/// A domain name in lower case, compared without case as RFC 1035 §2.3.3 asks.
struct DNSName: Hashable, Sendable, CustomStringConvertible {
    /// Labels from left to right, lower case; empty for the root.
    let labels: [[UInt8]]

    static let root = DNSName(labels: [])

    private init(labels: [[UInt8]]) { self.labels = labels }

    /// Nil where a label is empty or longer than 63 bytes, or the name longer than 255 on the wire.
    init?(checked labels: [[UInt8]]) {
        guard labels.allSatisfy({ (1...63).contains($0.count) }) else { return nil }
        guard labels.reduce(1, { $0 + $1.count + 1 }) <= 255 else { return nil }
        self.labels = labels.map { $0.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } }
    }

    /// From text with or without the final dot.
    init?(_ text: String) {
        if text == "." || text.isEmpty {
            self = .root
            return
        }
        let trimmed = text.hasSuffix(".") ? text.dropLast() : text[...]
        let labels = trimmed.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        self.init(checked: labels.map(Array.init))
    }

    var description: String { labels.map { String(decoding: $0, as: UTF8.self) }.joined(separator: ".") + "." }
    var parent: DNSName? { labels.isEmpty ? nil : DNSName(labels: Array(labels.dropFirst())) }
    var topLevel: DNSName? { labels.last.map { DNSName(labels: [$0]) } }
    var wire: [UInt8] { labels.flatMap { [UInt8($0.count)] + $0 } + [0] }

    func prefixed(_ label: String) -> DNSName { DNSName(labels: [Array(label.utf8)] + labels) }

    /// This name and those above it, up to and with the first at which `isLast` says so.
    func ancestors(until isLast: (DNSName) -> Bool) -> [DNSName] {
        var all = [self]
        while let last = all.last, !isLast(last), let parent = last.parent { all.append(parent) }
        return all
    }
}

/// The record types that a zone may hold, by their numbers (RFC 1035 §3.2.2, RFC 3596).
struct DNSType: Hashable, Sendable {
    let code: UInt16

    static let a = DNSType(code: 1)
    static let ns = DNSType(code: 2)
    static let cname = DNSType(code: 5)
    static let soa = DNSType(code: 6)
    static let mx = DNSType(code: 15)
    static let txt = DNSType(code: 16)
    static let aaaa = DNSType(code: 28)
    static let opt = DNSType(code: 41)
    static let any = DNSType(code: 255)

    private static let named: [String: DNSType] = [
        "A": a, "NS": ns, "CNAME": cname, "SOA": soa, "MX": mx, "TXT": txt, "AAAA": aaaa,
    ]

    init(code: UInt16) { self.code = code }
    init?(name: String) {
        guard let type = Self.named[name.uppercased()] else { return nil }
        self = type
    }

    var name: String { Self.named.first { $0.value == self }?.key ?? "TYPE\(code)" }
}

extension FixedWidthInteger {
    /// In network byte order.
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
