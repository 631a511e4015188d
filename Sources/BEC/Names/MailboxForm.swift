import Model

/// The form in which two spellings of one mailbox are equal: case folded, domain in A-labels, and for providers that
/// document it, without dots and `+tags` in the local part.
struct MailboxForm: Hashable, Sendable {
    var combined: String

    /// Nil for what is no address.
    init?(_ text: String) {
        if let plain = Self.plain(text) {
            self.init(local: plain.local, domain: plain.domain)
        } else {
            guard let address = EmailAddress(text) else { return nil }
            self.init(local: address.local, domain: address.domain)
        }
    }

    /// - Parameter domain: lower-case A-labels.
    init(local: String, domain: String) {
        var local = local.lowercased()
        var domain = domain
        // "Getting messages sent to a dotted version of my address", support.google.com/mail/answer/7436150
        if domain == "gmail.com" || domain == "googlemail.com" {
            domain = "gmail.com"
            local = Self.withoutTag(local, "+")
            if local.utf8.contains(0x2E) { local.removeAll { $0 == "." } }
        } else if Self.plusTagged.contains(domain) {
            local = Self.withoutTag(local, "+")
        } else if domain == "yahoo.com" || domain.hasPrefix("yahoo.") {
            local = Self.withoutTag(local, "-")
        }
        combined = local + "@" + domain
    }

    /// What `EmailAddress` makes of an address of printable ASCII without blanks, without Foundation; nil for any other.
    private static func plain(_ text: String) -> (local: String, domain: String)? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.first != 0x2F, bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), bytes.last != 0x2E,
                let at = bytes.lastIndex(of: 0x40), at > 0, at < bytes.count - 1
            else { return nil }
            let lower = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
            return (String(decoding: lower[..<at], as: UTF8.self), String(decoding: lower[(at + 1)...], as: UTF8.self))
        }
    }

    private static func withoutTag(_ local: String, _ mark: Character) -> String {
        guard let cut = local.firstIndex(of: mark), cut != local.startIndex else { return local }
        return String(local[..<cut])
    }

    /// Providers that deliver `name+anything` to `name`.
    private static let plusTagged: Set<String> = [
        "outlook.com", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "fastmail.com",
        "fastmail.fm", "protonmail.com", "proton.me", "pm.me", "protonmail.ch", "zoho.com", "zohomail.com",
        "yandex.ru", "yandex.com", "ya.ru", "tuta.com", "tutanota.com", "runbox.com", "mailbox.org", "posteo.de",
        "hey.com", "hotmail.co.uk", "hotmail.fr", "hotmail.de", "outlook.de", "outlook.fr", "live.co.uk",
    ]
}
