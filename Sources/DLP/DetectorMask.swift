/// A set of detectors by their places in a scan's list: at most 256.
struct DetectorMask: Hashable, Sendable {
    private var bits = SIMD4<UInt64>()

    static let most = 256

    subscript(place: Int) -> Bool {
        get { bits[place >> 6] & (1 << UInt64(place & 63)) != 0 }
        set {
            let bit: UInt64 = 1 << UInt64(place & 63)
            if newValue { bits[place >> 6] |= bit } else { bits[place >> 6] &= ~bit }
        }
    }

    var isEmpty: Bool { bits == SIMD4() }

    @inline(__always)
    mutating func formUnion(_ other: DetectorMask) { bits |= other.bits }
    func union(_ other: DetectorMask) -> DetectorMask {
        var all = self
        all.formUnion(other)
        return all
    }

    @inline(__always)
    func intersects(_ other: DetectorMask) -> Bool { bits & other.bits != SIMD4() }

    func isSubset(of other: DetectorMask) -> Bool { bits & ~other.bits == SIMD4() }
}
