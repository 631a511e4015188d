import Crypto
import Foundation

/// A key to the HTTP API as its holder shows it: `rv_` and 32 random bytes in base64url without padding (RFC 4648 §5).
/// Printing it gives its id alone.
public struct APISecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    static let prefix = "rv_"
    private static let idLength = 8

    /// The secret itself, for the one time it is shown.
    public let text: String

    /// A new one.
    public init() { text = Self.prefix + RandomSecret().text }

    /// Nil for what cannot be one, so that nothing has to be looked up.
    public init?(_ text: String) {
        guard text.hasPrefix(Self.prefix), RandomSecret(String(text.dropFirst(Self.prefix.count))) != nil else {
            return nil
        }
        self.text = text
    }

    /// What it is looked up by: 48 of its 256 bits, which leaves 208 to guess.
    public var id: String { String(text.dropFirst(Self.prefix.count).prefix(Self.idLength)) }

    /// What is stored in its place (FIPS 180-4). A key of 256 random bits cannot be guessed, so that the digest need not be slow.
    var digest: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    public var description: String { Self.prefix + id + "…" }
    public var debugDescription: String { description }
}
