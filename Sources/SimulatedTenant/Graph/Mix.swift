/// Deterministic chance: everything synthetic is computed from a seed and an index.
enum Mix {
    /// SplitMix64's finaliser: near inputs give far outputs.
    @inline(__always)
    static func bits(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    @inline(__always)
    static func bits(_ seed: UInt64, _ index: Int, _ salt: UInt64) -> UInt64 {
        bits(bits(seed &+ salt &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: index))
    }

    /// True in `share` (0 to 1) of all cases.
    @inline(__always)
    static func happens(_ bits: UInt64, _ share: Double) -> Bool {
        Double(bits >> 11) * 0x1p-53 < share
    }

    /// FNV-1a, for names.
    static func name(_ text: String, _ salt: UInt64 = 0) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ salt
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return bits(hash)
    }

    /// A GUID that always belongs to this name.
    static func guid(_ name: String) -> String {
        var out: [UInt8] = []
        add(guid: Mix.name(name), Mix.name(name, 1), to: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// Writes 36 characters of a version 4 GUID; the last twelve are the low 48 bits of `low`.
    @inline(__always)
    static func add(guid high: UInt64, _ low: UInt64, to out: inout [UInt8]) {
        out.add(hex: high >> 32, digits: 8)
        out.append(45)
        out.add(hex: high >> 16, digits: 4)
        out.append(45)
        out.add(hex: 0x4000 | (high & 0xFFF), digits: 4)
        out.append(45)
        out.add(hex: 0x8000 | ((low >> 48) & 0x3FFF), digits: 4)
        out.append(45)
        out.add(hex: low, digits: 12)
    }
}
