/// Finds tokens of an alphabet: only where a word that names one of the detectors has been seen.
struct TokenPass {
    let text: TextBytes
    let check: CandidateCheck
    let kind: Dispatch.Tokens
    private let isLive: UnsafeMutablePointer<Bool>
    private let classes = ByteClass.table
    private let wanted: UInt8

    init(text: TextBytes, check: CandidateCheck, kind: Dispatch.Tokens, watch: WatchTables) {
        self.text = text
        self.check = check
        isLive = watch.isLive
        self.kind = kind
        wanted = kind.alphabet == .base64 ? ByteClass.base64 : ByteClass.capital
    }

    @inline(__always)
    private func isMember(_ place: Int) -> Bool { classes[Int(text.base[place])] & wanted != 0 }

    func run(over core: Range<Int>, into found: inout [Candidate]) {
        // Of the shortest token, what `=` fills up does not count: it is no letter of the alphabet.
        let shortest = max(kind.shortest - 2, 1)
        var at = core.lowerBound
        if at > 0, isMember(at - 1) { at = end(of: at) }
        while at < core.upperBound, at + shortest <= text.count {
            // A token that begins here holds the byte so far on: where that is none of the alphabet, no token is.
            guard isMember(at + shortest - 1) else {
                at += shortest
                continue
            }
            var start = at + shortest - 1
            while start > at, isMember(start - 1) { start -= 1 }
            guard start < core.upperBound else { return }
            let end = end(of: start)
            if end - start <= kind.longest, isWhole(start..<end) {
                for token in kind.members where isLive[token.detector] && token.lengths.contains(end - start) {
                    check.token(token.detector, start..<end, into: &found)
                }
            }
            at = end
        }
    }

    private func end(of start: Int) -> Int {
        var at = start
        while at < text.count, isMember(at) { at += 1 }
        // What fills up the last group of base 64.
        let filled = at + 2
        while kind.alphabet == .base64, at < min(text.count, filled), text.base[at] == UInt8(ascii: "=") { at += 1 }
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
