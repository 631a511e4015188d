import CBytes

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
        runOverWhole(core, into: &found)
        for (detector, pieces) in kind.pieces where isLive[detector] {
            runOverPieces(core, of: detector, pieces, into: &found)
        }
    }

    /// Tokens of exactly so many capitals or digits, by a look at sixty-four bytes at a time.
    private func runOverPieces(
        _ core: Range<Int>, of detector: Int, _ pieces: Detector.Pieces, into found: inout [Candidate]
    ) {
        // The first of the bytes stands before the first token, the last behind the last.
        let step = 63 - pieces.first
        for at in stride(from: core.lowerBound, to: core.upperBound, by: step) {
            let members = bytes_capitals(text.base, text.count, at - 1)
            var starts = members & ~(members &<< 1) & ~(members &>> UInt64(pieces.first))
            for place in 1..<pieces.first { starts &= members &>> UInt64(place) }
            starts &= TextBytes.bits(from: 0, before: step + 1) & ~1
            while starts != 0 {
                let start = at - 1 + starts.trailingZeroBitCount
                starts &= starts &- 1
                let token = start..<start + pieces.first
                guard start < core.upperBound, isWhole(token), let value = pieces.examine(text, token) else { continue }
                check.form(detector, .besideName, value, into: &found)
            }
        }
    }

    private func runOverWhole(_ core: Range<Int>, into found: inout [Candidate]) {
        // Of the shortest token, what `=` fills up does not count: it is no letter of the alphabet.
        let shortest = kind.alphabet == .base64 ? max(kind.shortest - 2, 1) : kind.shortest
        var at = core.lowerBound
        if at > 0, isMember(at - 1) { at = end(of: at) }
        if kind.alphabet == .capitals, shortest < 32 {
            runOverCapitals(from: at, to: core.upperBound, shortest, into: &found)
            return
        }
        while at < core.upperBound, at + shortest <= text.count {
            // A token that begins here holds the byte so far on: where that is none of the alphabet, no token is.
            guard isMember(at + shortest - 1) else {
                at += shortest
                continue
            }
            var start = at + shortest - 1
            while start > at, isMember(start - 1) { start -= 1 }
            // It is long enough only where the byte as far from its first is one too.
            let last = start + shortest - 1
            guard start < core.upperBound, last < text.count else { return }
            guard isMember(last) else {
                at = last + 1
                continue
            }
            at = end(of: start)
            examine(start..<at, into: &found)
        }
    }

    /// The same where tokens are short, by a look at sixty-four bytes at a time.
    private func runOverCapitals(from start: Int, to end: Int, _ shortest: Int, into found: inout [Candidate]) {
        // Tokens that begin in so many of the bytes are seen whole, as far as the shortest goes.
        let step = 65 - shortest
        var at = start
        while at < end {
            var starts = bytes_capitals(text.base, text.count, at)
            var length = 1
            while length < shortest, starts != 0 {
                let more = min(length, shortest - length)
                starts &= starts &>> UInt64(more)
                length += more
            }
            guard starts != 0 else {
                at += step
                continue
            }
            let token = at + starts.trailingZeroBitCount
            guard token < end else { return }
            at = self.end(of: token)
            examine(token..<at, into: &found)
        }
    }

    private func examine(_ token: Range<Int>, into found: inout [Candidate]) {
        guard token.count <= kind.longest, isWhole(token) else { return }
        for member in kind.members where isLive[member.detector] && member.lengths.contains(token.count) {
            check.token(member.detector, token, into: &found)
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
