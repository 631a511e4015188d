/// What mail servers write around the addresses of an envelope.
public enum EnvelopeText {
    /// A path of RFC 5321 without its brackets; `<>` becomes the empty text of the null sender.
    public static func path(_ text: String) -> String {
        text.hasPrefix("<") && text.hasSuffix(">") ? String(text.dropFirst().dropLast()) : text
    }

    /// A host's address without the brackets and the tag of an address literal (RFC 5321 §4.1.3): `[192.0.2.1]`, `IPv6:2001:db8::1`.
    public static func host(_ text: String) -> String {
        var text = text.hasPrefix("[") && text.hasSuffix("]") ? String(text.dropFirst().dropLast()) : text
        if text.lowercased().hasPrefix("ipv6:") { text = String(text.dropFirst(5)) }
        return text
    }
}
