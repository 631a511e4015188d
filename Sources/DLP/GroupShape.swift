/// Groups of digits and what may stand between them, in a few machine words, so that comparing touches no memory but its own.
struct GroupShape: Sendable {
    /// Digits of the first and of the last group.
    let first: Int
    let last: Int
    let count: Int
    let isUniform: Bool
    /// The kinds of separators that may stand after each group, eight bits each, and a bit for each separator that has to be there.
    let separators: UInt64
    let wanted: UInt64

    /// Separators that a shape has at most.
    static let most = 8

    init(_ groups: Form.Groups) {
        first = groups.lengths[0]
        last = groups.lengths[groups.lengths.count - 1]
        count = groups.lengths.count
        isUniform = groups.isUniform
        var (kinds, places): (UInt64, UInt64) = (0, 0)
        for (place, kind) in groups.separators.prefix(Self.most).enumerated() {
            kinds |= UInt64(kind) << UInt64(8 * place)
            places |= 0x80 << UInt64(8 * place)
        }
        (separators, wanted) = (kinds, places)
    }
}

/// The separators of a row of groups, as far as it has been read.
struct SeparatorChain {
    private(set) var first: Separator = .space
    private var kinds: UInt64 = 0
    private var count = 0
    private var lineEnds = 0
    private var isUniform = true

    /// - Returns: whether the row may go on: at most one line end, at most eight groups.
    @inline(__always)
    mutating func add(_ kind: Separator) -> Bool {
        if kind == .lineEnd {
            lineEnds += 1
        } else if count == lineEnds {
            first = kind
        } else if kind != first {
            isUniform = false
        }
        guard lineEnds <= 1, count < 7 else { return false }
        kinds |= UInt64(kind.rawValue) << UInt64(8 * count)
        count += 1
        return true
    }

    @inline(__always)
    func suits(_ shape: GroupShape) -> Bool {
        // Two lines of which neither has a separator of its own are two numbers.
        guard !shape.isUniform || isUniform, lineEnds == 0 || count > 1 else { return false }
        // Kinds are below 0x80: adding 0x7F carries into the high bit of each byte that is not zero.
        let agreed = kinds & shape.separators
        return (agreed &+ 0x7F7F_7F7F_7F7F_7F7F) & shape.wanted == shape.wanted
    }
}
