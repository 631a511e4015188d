import Crypto
import Foundation

/// 32 random bytes in base64url without padding (RFC 4648 §5): what opens a session or is the code of a one-time link.
/// Printing it shows nothing of it.
public struct RandomSecret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    static let length = 43

    /// The secret itself, for its holder.
    public let text: String

    /// A new one.
    public init() {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        text = Self.base64URL(bytes)
    }

    /// Nil for what cannot be one, so that nothing has to be looked up.
    public init?(_ text: String) {
        guard text.utf8.count == Self.length, text.utf8.allSatisfy(Self.isBase64URL) else { return nil }
        self.text = text
    }

    /// What is stored in its place (FIPS 180-4). 256 random bits cannot be guessed, so that the digest need not be slow.
    var digest: [UInt8] { Array(SHA256.hash(data: Data(text.utf8))) }

    /// Another secret that follows from this one and does not give it away (RFC 2104).
    public func derived(for purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data(purpose.utf8), using: SymmetricKey(data: Data(text.utf8)))
        return Self.base64URL(Data(code))
    }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }

    /// RFC 4648 §5, without padding.
    public static func base64URL(_ bytes: Data) -> String {
        bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func isBase64URL(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
        default: false
        }
    }
}

/// Whether two byte strings are alike. Every byte is looked at, so that the time taken does not say where they differ.
public func areAlike(_ one: some Collection<UInt8>, _ other: some Collection<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
