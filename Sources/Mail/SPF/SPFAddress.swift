import Foundation

/// An IP address as octets.
struct SPFAddress: Hashable, Sendable {
    /// 4 or 16.
    let octets: [UInt8]

    var family: SPFReading.Family { octets.count == 4 ? .ipv4 : .ipv6 }

    /// Nil for what is no address. ::ffff:192.0.2.1 is an IPv4 address (RFC 7208 §5).
    init?(_ text: some StringProtocol) {
        var octets = [UInt8](repeating: 0, count: 16)
        let text = String(text)
        if IPText.isIPv4(Substring(text)) {
            self.octets = text.split(separator: ".").compactMap { UInt8($0) }
            return
        }
        guard IPText.isIPv6(Substring(text)), inet_pton(AF_INET6, text, &octets) == 1 else { return nil }
        let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
        self.octets = octets.starts(with: mapped) ? Array(octets.suffix(4)) : octets
    }

    /// Whether both lie in one network of that prefix length, and are of one family.
    func matches(_ other: SPFAddress, bits: Int) -> Bool {
        guard octets.count == other.octets.count else { return false }
        let whole = min(bits / 8, octets.count)
        guard octets.prefix(whole) == other.octets.prefix(whole) else { return false }
        guard bits % 8 > 0, whole < octets.count else { return true }
        return (octets[whole] ^ other.octets[whole]) >> UInt8(8 - bits % 8) == 0
    }

    /// `%{i}` (RFC 7208 §7.3): dotted octets, or dotted nibbles.
    var dotted: String {
        if octets.count == 4 { return octets.map { String($0) }.joined(separator: ".") }
        return octets.flatMap { [String($0 >> 4, radix: 16), String($0 & 15, radix: 16)] }.joined(separator: ".")
    }

    /// The name whose PTR records name its hosts (RFC 1035 §3.5, RFC 3596 §2.5).
    var reverseName: String {
        let labels = dotted.split(separator: ".").reversed().joined(separator: ".")
        return labels + (octets.count == 4 ? ".in-addr.arpa" : ".ip6.arpa")
    }
}
