import Foundation

/// An SMTP address as RFC 5321 writes it, with the domain in the form in which domains are compared.
public struct EmailAddress: Hashable, Sendable, Codable, CustomStringConvertible {
    /// As given; its case is kept because RFC 5321 §2.4 says that it may matter.
    public let local: String
    /// Lower-cased A-labels (RFC 5890), without a trailing dot.
    public let domain: String

    /// Nil for what has no local part or no domain: empty, `/o=...` (a legacy Exchange DN), a bare name.
    public init?(_ text: String) {
        if let plain = Self.plain(text) {
            (local, domain) = plain
            return
        }
        let trimmed = Self.isTight(text) ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.hasPrefix("/"), let at = trimmed.lastIndex(of: "@"), at != trimmed.startIndex else { return nil }
        let domain = Self.normalised(domain: String(trimmed[trimmed.index(after: at)...]))
        guard !domain.isEmpty, !domain.contains(where: \.isWhitespace) else { return nil }
        local = String(trimmed[..<at])
        self.domain = domain
    }

    /// The usual address, printable ASCII without blanks, read by bytes; nil for any other.
    private static func plain(_ text: String) -> (local: String, domain: String)? {
        let bytes = text.utf8
        guard bytes.first != 0x2F, bytes.last != 0x2E, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            let at = bytes.lastIndex(of: 0x40), at != bytes.startIndex
        else { return nil }
        let domain = text[bytes.index(after: at)...]
        guard !domain.isEmpty else { return nil }
        let isLower = domain.utf8.allSatisfy { !(0x41...0x5A).contains($0) }
        return (String(text[..<at]), isLower ? String(domain) : domain.lowercased())
    }

    public var description: String { local + "@" + domain }

    /// Lower case, A-labels, no trailing dot: two spellings of one domain give one string.
    public static func normalised(domain: String) -> String {
        var name = isTight(domain) ? domain : domain.trimmingCharacters(in: .whitespaces)
        if name.hasSuffix(".") { name.removeLast() }
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
        var components = URLComponents()
        components.scheme = "http"
        components.host = name.lowercased()
        return (components.encodedHost ?? name).lowercased()
    }

    /// Begins and ends with a printable ASCII character, so there is nothing to trim; the usual case, answered without Foundation.
    private static func isTight(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return true }
        return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
    }

    /// The address of a `proxyAddresses` entry: `SMTP:a@b` (primary) and `smtp:a@b` (secondary); nil for other kinds (`sip:`, `x500:`).
    public static func proxy(_ entry: String) -> (address: EmailAddress, isPrimary: Bool)? {
        guard let colon = entry.firstIndex(of: ":") else { return nil }
        let scheme = entry[..<colon]
        guard scheme.lowercased() == "smtp", let address = EmailAddress(String(entry[entry.index(after: colon)...]))
        else { return nil }
        return (address, scheme == "SMTP")
    }
}
