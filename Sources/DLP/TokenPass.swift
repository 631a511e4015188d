/// Finds tokens of an alphabet: only where a word that names the detector has been seen.
struct TokenPass {
    let text: TextBytes
    let check: CandidateCheck
    let detector: Int
    let alphabet: Detector.Alphabet
    let lengths: Set<Int>

    func run(over core: Range<Int>, into found: inout [Candidate]) {
        // Of the shortest token, what `=` fills up does not count: it is no letter of the alphabet.
        let shortest = max((lengths.min() ?? 3) - 2, 1)
        let longest = lengths.max() ?? 0
        var at = core.lowerBound
        if at > 0, alphabet.contains(text[at - 1]) { at = end(of: at) }
        while at < core.upperBound {
            // A token that begins here holds the byte so far on: where that is none of the alphabet, no token is.
            guard alphabet.contains(text[at + shortest - 1]) else {
                at += shortest
                continue
            }
            var start = at + shortest - 1
            while start > at, alphabet.contains(text.base[start - 1]) { start -= 1 }
            guard start < core.upperBound else { return }
            let end = end(of: start)
            if end - start <= longest, lengths.contains(end - start), isWhole(start..<end) {
                check.token(detector, start..<end, into: &found)
            }
            at = end
        }
    }

    private func end(of start: Int) -> Int {
        var at = start
        while at < text.count, alphabet.contains(text.base[at]) { at += 1 }
        // What fills up the last group of base 64.
        let filled = at + 2
        while alphabet == .base64, at < min(text.count, filled), text.base[at] == UInt8(ascii: "=") { at += 1 }
        return max(at, start + 1)
    }

    private func isWhole(_ range: Range<Int>) -> Bool {
        let (before, after) = (text[range.lowerBound - 1], text[range.upperBound])
        return !joins(before) && !joins(after)
    }

    private func joins(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}

extension Detector.Alphabet {
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        switch self {
        case .capitals: byte.isUpper || byte.isDigit
        case .base64: byte.isAlphanumeric || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "/")
        }
    }
}
