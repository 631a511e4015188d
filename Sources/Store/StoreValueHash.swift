import Foundation

extension Store {
    /// Bytes of a value's keyed hash that are kept: 128 bits.
    private static let hashLength = 16

    /// The keyed hash of a value that was found somewhere, in hexadecimal digits: tells whether two values are the same one, and nothing
    /// to whoever has not the key file. HMAC with SHA-256 (RFC 2104) cut to 128 bits, under a key of its own.
    public func hash(ofValue value: some StringProtocol) -> String {
        let code = key.authenticationCode(of: Data(value.utf8), for: "reeve/content-value")
        return hexadecimal(code.prefix(Self.hashLength))
    }
}
