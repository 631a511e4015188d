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

    /// Tokens of exactly so many capitals or digits.
    private func runOverPieces(
        _ core: Range<Int>, of detector: Int, _ pieces: Detector.Pieces, into found: inout [Candidate]
    ) {
        var at = core.lowerBound
        while true {
            let start = bytes_next_capitals(text.base, text.count, at, core.upperBound, pieces.first)
            guard start < core.upperBound else { return }
            at = start + pieces.first
            guard isWhole(start..<at), let value = pieces.examine(text, start..<at) else { continue }
            check.form(detector, .besideName, value, into: &found)
        }
    }

    private func runOverWhole(_ core: Range<Int>, into found: inout [Candidate]) {
        // Of the shortest token, what `=` fills up does not count: it is no letter of the alphabet.
        let shortest = kind.alphabet == .base64 ? max(kind.shortest - 2, 1) : kind.shortest
        let alphabet = kind.alphabet == .base64 ? BYTES_BASE64 : BYTES_CAPITALS
        var at = core.lowerBound
        if at > 0, isMember(at - 1) { at = end(of: at) }
        while at < core.upperBound {
            let start = bytes_next_run(text.base, text.count, at, core.upperBound, alphabet, shortest)
            guard start < core.upperBound else { return }
            at = end(of: start)
            examine(start..<at, into: &found)
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
        if before == UInt8(ascii: "_"), after == before, Emphasis.opens(before: range.lowerBound, in: text) {
            return true
        }
        return !joins(before) && !joins(after)
    }

    private func joins(_ byte: UInt8) -> Bool {
        byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
