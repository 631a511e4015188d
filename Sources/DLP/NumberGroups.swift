extension NumberPass {
    /// Forms of digits in groups that begin with the word at a place, the second of them of a length that goes with the first.
    /// - Parameter blanks: how many part the groups; what two part may as well be columns, so that the name has to stand beside it.
    func grouped(_ start: Int, _ firstEnd: Int, blanks: Int = 1, into found: inout [Candidate]) {
        var key = GroupTable.extended(0, by: firstEnd - start)
        var chain = SeparatorChain()
        var at = firstEnd
        for _ in 2...max(dispatch.groups.longest, 2) {
            guard let gap = Separator.at(at, in: text) else { return }
            let groupStart = at + gap.length + blanks - 1
            if blanks > 1 { guard gap.kind == .space, text[groupStart - 1] == 32 else { return } }
            var end = groupStart
            while text[end].isDigit { end += 1 }
            let next = end - groupStart
            guard next > 0, next < 32, !text[end].isAlphanumeric else { return }
            guard chain.add(gap.kind) else { return }
            key = GroupTable.extended(key, by: next)
            guard let shapes = dispatch.groups[key] else { return }
            for shape in shapes where watch.isLive[shape.detector] && chain.suits(shape.groups) {
                guard isWhole(start..<end, shape.groups, by: chain.first) else { continue }
                var need = shape.need == .nothing && isCounting(start..<end, shape.groups) ? .word : shape.need
                if blanks > 1 { need = .besideName }
                check.form(shape.detector, need, start..<end, into: &found)
            }
            at = end
        }
    }

    /// Whether the groups are not a part of a longer row of groups of the same kind.
    private func isWhole(_ range: Range<Int>, _ groups: GroupShape, by separator: Separator) -> Bool {
        guard Boundary.isClean(after: range.upperBound, in: text) else { return false }
        // Of so many groups no longer row is made.
        guard groups.count < 6 else { return true }
        if let gap = Separator.before(range.lowerBound, in: text), gap.kind == separator {
            var at = range.lowerBound - gap.length
            let end = at
            while text[at - 1].isDigit { at -= 1 }
            if end - at == groups.first, !text[at - 1].isLetter { return false }
            if groups.first == 4, isCode(endingAt: end, in: text) { return false }
            if groups.first == 4, end - at == 2, isAccountStart(at, in: text) { return false }
        }
        if let gap = Separator.at(range.upperBound, in: text), gap.kind == separator {
            let start = range.upperBound + gap.length
            var at = start
            while text[at].isDigit { at += 1 }
            if at - start == groups.last, !text[at].isLetter { return false }
            if groups.last == 4, isCode(startingAt: start, in: text) { return false }
        }
        return true
    }

    /// Whether four groups of four digits are neighbours in a list of numbers that go on by one, two or three: one that nothing names is
    /// rather that than a value.
    private func isCounting(_ range: Range<Int>, _ groups: GroupShape) -> Bool {
        guard groups.first == 4, groups.last == 4, range.count < 24 else { return false }
        var (last, value, digits) = (-10, 0, 0)
        for place in range where text[place].isDigit {
            (value, digits) = (value * 10 + Int(text[place]) - 48, digits + 1)
            guard digits == 4 else { continue }
            if (1...3).contains(value - last) { return true }
            (last, value, digits) = (value, 0, 0)
        }
        return false
    }

    /// Whether a number of four hexadecimal digits ends at a place, some of them letters, as its neighbours in a list are.
    private func isCode(endingAt end: Int, in text: TextBytes) -> Bool {
        isCode(end - 4..<end, in: text) && !text[end - 5].isAlphanumeric
    }

    private func isCode(startingAt start: Int, in text: TextBytes) -> Bool {
        isCode(start..<start + 4, in: text) && !text[start + 4].isAlphanumeric
    }

    private func isCode(_ range: Range<Int>, in text: TextBytes) -> Bool {
        range.contains { text[$0].isDigit } && range.contains { text[$0].isLetter }
            && range.allSatisfy {
                text[$0].isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(text[$0] | 0x20)
            }
    }

    /// Whether the two letters with which an IBAN begins stand before its check digits.
    private func isAccountStart(_ checkDigits: Int, in text: TextBytes) -> Bool {
        text[checkDigits - 1].isLetter && text[checkDigits - 2].isLetter && !text[checkDigits - 3].isAlphanumeric
    }
}
