extension NumberPass {
    /// Forms of digits in groups that begin with the word at a place.
    func grouped(_ start: Int, _ firstEnd: Int, into found: inout [Candidate]) {
        var key = GroupTable.extended(0, by: firstEnd - start)
        var chain = SeparatorChain()
        var (length, at) = (firstEnd - start, firstEnd)
        for count in 2...max(dispatch.groups.longest, 2) {
            guard let gap = Separator.at(at, in: text) else { return }
            let groupStart = at + gap.length
            var end = groupStart
            while text[end].isDigit { end += 1 }
            let next = end - groupStart
            guard next > 0, next < 32, !text[end].isAlphanumeric else { return }
            if count == 2, dispatch.pairs[length][0] & (1 << UInt32(next)) == 0 { return }
            guard chain.add(gap.kind) else { return }
            key = GroupTable.extended(key, by: next)
            let shapes = dispatch.groups[key]
            for at in shapes.indices where chain.suits(shapes[at].groups) {
                let shape = shapes[at]
                guard isWhole(start..<end, shape.groups, by: chain.first) else { continue }
                check.form(shape.detector, shape.need, start..<end, into: &found)
            }
            (length, at) = (next, end)
        }
    }

    /// Whether the groups are not a part of a longer row of groups of the same kind.
    private func isWhole(_ range: Range<Int>, _ groups: Form.Groups, by separator: Separator) -> Bool {
        guard Boundary.isClean(after: range.upperBound, in: text) else { return false }
        if let gap = Separator.before(range.lowerBound, in: text), gap.kind == separator {
            var at = range.lowerBound - gap.length
            let end = at
            while text[at - 1].isDigit { at -= 1 }
            if end - at == groups.lengths[0], !text[at - 1].isLetter { return false }
        }
        if let gap = Separator.at(range.upperBound, in: text), gap.kind == separator {
            let start = range.upperBound + gap.length
            var at = start
            while text[at].isDigit { at += 1 }
            if at - start == groups.lengths.last, !text[at].isLetter { return false }
        }
        return true
    }
}

/// The separators of a row of groups, as far as it has been read.
struct SeparatorChain {
    private(set) var first: Separator = .space
    private var kinds: (Separator, Separator, Separator, Separator, Separator, Separator, Separator) = (
        [], [], [], [], [], [], []
    )
    private var count = 0
    private var lineEnds = 0
    private var isUniform = true

    /// - Returns: whether the row may go on: at most one line end, at most eight groups.
    mutating func add(_ kind: Separator) -> Bool {
        if kind == .lineEnd {
            lineEnds += 1
        } else if count == lineEnds {
            first = kind
        } else if kind != first {
            isUniform = false
        }
        guard lineEnds <= 1, count < 7 else { return false }
        withUnsafeMutableBytes(of: &kinds) { $0[count] = kind.rawValue }
        count += 1
        return true
    }

    func suits(_ groups: Form.Groups) -> Bool {
        // Two lines of which neither has a separator of its own are two numbers.
        guard !groups.isUniform || isUniform, lineEnds == 0 || count > 1 else { return false }
        return withUnsafeBytes(of: kinds) { bytes in
            groups.separators.indices.allSatisfy { bytes[$0] & groups.separators[$0] != 0 }
        }
    }
}
