import Crypto
import Foundation

/// A key to the HTTP API as its holder shows it: `rv_` and 32 random bytes in base64url without padding (RFC 4648 §5).
/// Printing it gives its id alone.
public struct APISecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    static let prefix = "rv_"
    private static let length = 43
    private static let idLength = 8

    /// The secret itself, for the one time it is shown.
    public let text: String

    /// A new one.
    public init() {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        let encoded = bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        text = Self.prefix + encoded.prefix(Self.length)
    }

    /// Nil for what cannot be one, so that nothing has to be looked up.
    public init?(_ text: String) {
        guard text.utf8.count == Self.prefix.utf8.count + Self.length, text.hasPrefix(Self.prefix),
            text.utf8.dropFirst(Self.prefix.utf8.count).allSatisfy(Self.isBase64URL)
        else { return nil }
        self.text = text
    }

    /// What it is looked up by: 48 of its 256 bits, which leaves 208 to guess.
    public var id: String { String(text.dropFirst(Self.prefix.count).prefix(Self.idLength)) }

    /// What is stored in its place (FIPS 180-4). A key of 256 random bits cannot be guessed, so that the digest need not be slow.
    var digest: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    public var description: String { Self.prefix + id + "…" }
    public var debugDescription: String { description }

    private static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// Whether two byte strings are alike. Every byte is looked at, so that the time taken does not say where they differ.
func areAlike(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
