import Crypto
import Foundation

/// The secret under which exact data and fingerprints are hashed: 256 random bits for each data set, kept outside of the bytes it protects.
public struct ContentKey: Sendable {
    public static let length = 32
    private let key: SymmetricKey
    private let low: UInt64
    private let high: UInt64

    /// - Parameter bytes: 32 of them; nil is returned for any other number.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.length else { return nil }
        key = SymmetricKey(data: bytes)
        let derived = Array(HMAC<SHA256>.authenticationCode(for: Array("reeve filter".utf8), using: key))
        low = Self.word(derived, 0)
        high = Self.word(derived, 8)
    }

    private static func word(_ bytes: [UInt8], _ at: Int) -> UInt64 {
        (0..<8).reduce(0) { $0 | UInt64(bytes[at + $1]) << UInt64(8 * $1) }
    }

    /// HMAC-SHA-256 (RFC 2104) cut to 16 bytes.
    func digest(_ bytes: [UInt8]) -> Digest {
        let code = Array(HMAC<SHA256>.authenticationCode(for: bytes, using: key))
        return Digest(low: Self.word(code, 0), high: Self.word(code, 8))
    }

    struct Digest: Hashable, Sendable {
        let low: UInt64
        let high: UInt64
        static let none = Digest(low: 0, high: 0)
    }

    /// SipHash-1-3 of Aumasson and Bernstein: a keyed hash of 64 bits, for filters.
    func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { raw in
            var state = SipState(low, high)
            var at = 0
            while at + 8 <= raw.count {
                state.take(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                at += 8
            }
            var last = UInt64(raw.count & 0xFF) << 56
            for offset in 0..<(raw.count - at) { last |= UInt64(raw[at + offset]) << UInt64(8 * offset) }
            state.take(last)
            return state.finish()
        }
    }

    func hash(_ bytes: [UInt8]) -> UInt64 { hash(bytes[...]) }
}

private struct SipState {
    private var v: (UInt64, UInt64, UInt64, UInt64)

    init(_ low: UInt64, _ high: UInt64) {
        v = (
            low ^ 0x736F_6D65_7073_6575, high ^ 0x646F_7261_6E64_6F6D, low ^ 0x6C79_6765_6E65_7261,
            high ^ 0x7465_6462_7974_6573
        )
    }

    @inline(__always)
    mutating func take(_ word: UInt64) {
        v.3 ^= word
        round()
        v.0 ^= word
    }

    @inline(__always)
    mutating func finish() -> UInt64 {
        v.2 ^= 0xFF
        round()
        round()
        round()
        return v.0 ^ v.1 ^ v.2 ^ v.3
    }

    @inline(__always)
    private mutating func round() {
        v.0 &+= v.1
        v.2 &+= v.3
        v.1 = v.1 << 13 | v.1 >> 51
        v.3 = v.3 << 16 | v.3 >> 48
        v.1 ^= v.0
        v.3 ^= v.2
        v.0 = v.0 << 32 | v.0 >> 32
        v.2 &+= v.1
        v.0 &+= v.3
        v.1 = v.1 << 17 | v.1 >> 47
        v.3 = v.3 << 21 | v.3 >> 43
        v.1 ^= v.2
        v.3 ^= v.0
        v.2 = v.2 << 32 | v.2 >> 32
    }
}
