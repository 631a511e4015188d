import Crypto
import Foundation

/// A secret of one sign-in whose hash goes ahead of it (PKCE, RFC 7636): who steals the code on the way cannot redeem it.
public struct CodeVerifier: Sendable, Hashable {
    /// 43 characters of base64url, 32 random bytes (RFC 7636 §4.1).
    public let text: String

    /// A new one.
    public init() { text = base64URL(SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }) }

    /// One that was kept.
    public init(kept text: String) { self.text = text }

    /// For `code_challenge_method=S256` (RFC 7636 §4.2).
    public var challenge: String { base64URL(Array(SHA256.hash(data: Data(text.utf8)))) }
}
