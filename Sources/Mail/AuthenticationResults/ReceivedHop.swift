/// The two ends of a Received field (RFC 5321 §4.4).
struct ReceivedHop {
    /// What the client called itself, lower-cased; the client's word alone.
    var from: String?
    /// The host that wrote the field.
    var by: String?
    /// What looks like an address literal between the two.
    private var literals: [String] = []

    init(_ body: ArraySlice<UInt8>) {
        var place = body.startIndex
        let end = body.index(place, offsetBy: 4_096, limitedBy: body.endIndex) ?? body.endIndex
        var isFirst = true
        while let word = Self.word(in: body, from: &place, upTo: end) {
            if Self.isWord(body[word], "by") {
                by = Self.word(in: body, from: &place, upTo: end).map { Self.text(body[$0]) }
                return
            }
            if isFirst, Self.isWord(body[word], "from") {
                from = Self.word(in: body, from: &place, upTo: end).map { Self.text(body[$0]) }
            } else if word.count <= 50, Self.looksLikeAddress(body[word]) {
                literals.append(Self.text(body[word]))
            }
            isFirst = false
        }
    }

    /// Digits and a separator, "IPv6:" aside; whether it is one the text says.
    private static func looksLikeAddress(_ word: ArraySlice<UInt8>) -> Bool {
        if word.count > 5, isWord(word.prefix(5), "ipv6:") { return true }
        return word.allSatisfy {
            (0x30...0x3A).contains($0) || (0x61...0x66).contains(HeaderBlock.lowered($0)) || $0 == UInt8(ascii: ".")
        }
    }

    /// The next run of bytes that are neither blanks nor brackets.
    private static func word(in body: ArraySlice<UInt8>, from place: inout Int, upTo end: Int) -> Range<Int>? {
        while place < end, isSeparator(body[place]) { place += 1 }
        let start = place
        while place < end, !isSeparator(body[place]) { place += 1 }
        return start < place ? start..<place : nil
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ";"):
            true
        default: false
        }
    }

    private static func isWord(_ bytes: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount
            && bytes.lazy.map(HeaderBlock.lowered).elementsEqual(
                UnsafeBufferPointer(start: word.utf8Start, count: bytes.count))
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        HeaderText.lowered(String(decoding: bytes, as: UTF8.self))
    }

    /// Addresses between the two, which the writing host saw.
    private var addresses: [String] {
        literals.map { $0.hasPrefix("ipv6:") ? $0.dropFirst(5) : $0[...] }
            .filter { IPText.isIPv4($0) || IPText.isIPv6($0) }.map(String.init)
    }

    /// Whether the message only moved inside one system, as far as the writing host can know.
    ///
    /// Exchange Online's inner hosts take nothing from outside; its front ends (`*.mail.protection.outlook.com`) do,
    /// from other tenants too. Elsewhere the client's name is its own word, so its address must be a private one.
    var isInternal: Bool {
        guard let from, let by, !Self.isFrontEnd(by) else { return false }
        if Self.isExchangeOnline(by) { return Self.isExchangeOnline(from) }
        let addresses = addresses
        return !addresses.isEmpty && addresses.allSatisfy(Self.isPrivate) && AuthenticationResults.isAligned(from, by)
    }

    static func isFrontEnd(_ host: String) -> Bool {
        host.utf8.drop { $0 != UInt8(ascii: ".") }.starts(with: ".mail.protection.".utf8)
    }

    static func isExchangeOnline(_ host: String) -> Bool {
        exchangeOnline.contains { host.hasSuffix($0) }
    }

    private static let exchangeOnline = [
        ".outlook.com", ".office365.com", ".exchangelabs.com", ".office365.us", ".partner.outlook.cn",
    ]

    /// RFC 1918, loopback, link-local and unique local addresses.
    private static func isPrivate(_ address: String) -> Bool {
        let octets = address.split(separator: ".").compactMap { UInt8($0) }
        guard octets.count == 4 else {
            return address == "::1" || ["fc", "fd", "fe8", "fe9", "fea", "feb"].contains { address.hasPrefix($0) }
        }
        return octets[0] == 10 || octets[0] == 127 || octets[0] == 192 && octets[1] == 168
            || octets[0] == 172 && (16...31).contains(octets[1]) || octets[0] == 169 && octets[1] == 254
    }
}
