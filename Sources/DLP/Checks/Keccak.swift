/// Keccak-256 as Ethereum uses it: padding 0x01, which is not that of SHA-3.
enum Keccak {
    private static let rounds: [UInt64] = [
        0x1, 0x8082, 0x8000_0000_0000_808A, 0x8000_0000_8000_8000, 0x808B, 0x8000_0001, 0x8000_0000_8000_8081,
        0x8000_0000_0000_8009, 0x8A, 0x88, 0x8000_8009, 0x8000_000A, 0x8000_808B, 0x8000_0000_0000_008B,
        0x8000_0000_0000_8089, 0x8000_0000_0000_8003, 0x8000_0000_0000_8002, 0x8000_0000_0000_0080, 0x800A,
        0x8000_0000_8000_000A, 0x8000_0000_8000_8081, 0x8000_0000_0000_8080, 0x8000_0001, 0x8000_0000_8000_8008,
    ]
    private static let turns = [
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44,
    ]
    private static let lanes = [10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1]
    private static let rate = 136

    /// The 32 bytes of the hash of at most 135 bytes.
    static func hash256(_ message: [UInt8]) -> [UInt8] {
        var block = message.prefix(rate - 1) + [0x01]
        block += [UInt8](repeating: 0, count: rate - block.count)
        block[rate - 1] |= 0x80
        var state = [UInt64](repeating: 0, count: 25)
        for (place, byte) in block.enumerated() { state[place / 8] ^= UInt64(byte) << UInt64(place % 8 * 8) }
        for constant in rounds { turn(&state, constant) }
        return (0..<32).map { (place: Int) -> UInt8 in
            let shift = UInt64(place % 8 * 8)
            return UInt8(truncatingIfNeeded: state[place / 8] >> shift)
        }
    }

    private static func turn(_ a: inout [UInt64], _ constant: UInt64) {
        var columns: SIMD8<UInt64> = .zero
        for place in 0..<25 { columns[place % 5] ^= a[place] }
        for x in 0..<5 {
            let mix = columns[(x + 4) % 5] ^ rotated(columns[(x + 1) % 5], 1)
            for y in stride(from: x, to: 25, by: 5) { a[y] ^= mix }
        }
        var carried = a[1]
        for step in 0..<24 {
            let lane = lanes[step]
            (a[lane], carried) = (rotated(carried, turns[step]), a[lane])
        }
        for y in stride(from: 0, to: 25, by: 5) {
            let row = (a[y], a[y + 1], a[y + 2], a[y + 3], a[y + 4])
            a[y] = row.0 ^ (~row.1 & row.2)
            a[y + 1] = row.1 ^ (~row.2 & row.3)
            a[y + 2] = row.2 ^ (~row.3 & row.4)
            a[y + 3] = row.3 ^ (~row.4 & row.0)
            a[y + 4] = row.4 ^ (~row.0 & row.1)
        }
        a[0] ^= constant
    }

    private static func rotated(_ value: UInt64, _ by: Int) -> UInt64 { value << UInt64(by) | value >> UInt64(64 - by) }
}
