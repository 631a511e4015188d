import Crypto

/// Bitcoin's older addresses: base 58 with four bytes of a double SHA-256 at the end.
enum Base58 {
    /// The value of each byte; 58 where it is no letter of the alphabet.
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 58, count: 256)
        let letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// Whether the text is 21 bytes and their check.
    static func isChecked(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let values = values
        guard text.allSatisfy({ values[Int($0)] < 58 }) else { return false }
        var bytes = [UInt8](repeating: 0, count: 25)
        for letter in text {
            var carry = Int(values[Int(letter)])
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
