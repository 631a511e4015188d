import Crypto

/// Bitcoin's older addresses: base 58 with four bytes of a double SHA-256 at the end.
enum Base58 {
    private static let values: [UInt8: Int] = Dictionary(
        uniqueKeysWithValues: "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8.enumerated().map {
            ($1, $0)
        })

    /// Whether the text is 21 bytes and their check.
    static func isChecked(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var bytes = [UInt8](repeating: 0, count: 25)
        for letter in text {
            guard var carry = values[letter] else { return false }
            for place in bytes.indices.reversed() {
                carry += Int(bytes[place]) * 58
                bytes[place] = UInt8(carry & 255)
                carry >>= 8
            }
            guard carry == 0 else { return false }
        }
        let hash = SHA256.hash(data: Array(SHA256.hash(data: bytes[..<21])))
        return Array(hash.prefix(4)) == Array(bytes[21...])
    }
}
