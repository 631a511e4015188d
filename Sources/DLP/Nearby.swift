/// The words near a candidate.
struct Nearby {
    let hits: UnsafeBufferPointer<WordIndex.Hit>
    let candidate: Candidate
    let text: TextBytes
    /// The first of the hits that ends after the candidate's start.
    private let next: Int

    init(hits: UnsafeBufferPointer<WordIndex.Hit>, candidate: Candidate, text: TextBytes) {
        self.hits = hits
        self.candidate = candidate
        self.text = text
        var (low, high) = (0, hits.count)
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].end <= candidate.start { low = middle + 1 } else { high = middle }
        }
        next = low
    }

    /// Whether a word that names its detector stands where any rule would look for one.
    var isNamedAnywhere: Bool {
        var at = next
        while at > 0, hits[at - 1].end >= candidate.start - ScanRun.reach {
            at -= 1
            if hits[at].names[candidate.detector] { return true }
        }
        at = next
        while at < hits.count, hits[at].start <= candidate.end + Surroundings.after {
            if hits[at].names[candidate.detector] { return true }
            at += 1
        }
        return false
    }

    /// - Parameter asWord: whether words count alone that are not a small part of a longer one, as a key or an address has by chance.
    func isNamed(within range: Range<Int>, asWord: Bool = false) -> Bool {
        before(candidate.start - range.lowerBound + 64).contains { hit in
            hit.names[candidate.detector] && range.lowerBound <= hit.start && hit.end <= range.upperBound
                && (!asWord || isMostOfWord(hit))
                && (candidate.isAnywhere || !(hit.end..<range.upperBound).contains { text[$0].isDigit })
        }
    }

    /// Whether a word in parts of the text behind the value names it.
    func isNamedLater(within ranges: [Range<Int>]) -> Bool {
        ranges.contains { behind($0).contains { $0.names[candidate.detector] } }
    }

    /// Whether words in parts of the text behind the value name other detectors alone.
    func isNamedOtherwise(later ranges: [Range<Int>]) -> Bool {
        !isNamedLater(within: ranges) && ranges.contains { behind($0).contains { !$0.names.isEmpty } }
    }

    /// The hits in a part of the text behind the value.
    private func behind(_ range: Range<Int>) -> some Sequence<WordIndex.Hit> {
        hits[next...].lazy.prefix { $0.start < range.upperBound }
            .filter { range.lowerBound <= $0.start && $0.end <= range.upperBound }
    }

    /// Whether a word is a fourth or more of the letters and digits that it stands in.
    private func isMostOfWord(_ hit: WordIndex.Hit) -> Bool {
        var (start, end) = (hit.start, hit.end)
        let most = 4 * (hit.end - hit.start)
        while end - start <= most, text[start - 1].isAlphanumeric { start -= 1 }
        while end - start <= most, text[end].isAlphanumeric { end += 1 }
        return end - start <= most
    }

    /// Bytes of the longest of the words that end nearest before it; 0 without one within reach.
    var wordLength: Int {
        let own = before(Surroundings.before * 4).lazy.filter { $0.names[candidate.detector] }
        guard let nearest = own.first(where: { _ in true }),
            characters(nearest.end..<candidate.start) <= Surroundings.before
        else { return 0 }
        return own.prefix { $0.end == nearest.end }.map { $0.end - $0.start }.max() ?? 0
    }

    /// Whether the field bears the name of another detector, or one that speaks against this one.
    func isNamedOtherwise(within range: Range<Int>) -> Bool {
        before(range.count + 64).contains { hit in
            (!hit.names.isEmpty || hit.denies[candidate.detector]) && range.lowerBound <= hit.start
                && hit.end <= range.upperBound
        }
    }

    /// Characters between the value and the nearest word that names it.
    func distance(before reach: Int, after: Int) -> Int? {
        let earlier = before(reach * 4)
            .first { $0.names[candidate.detector] && !isOfClosedElement($0) && !isOfValueBefore($0) }
            .flatMap { isOvertaken($0) ? nil : $0 }
            .map { characters($0.end..<candidate.start) }.flatMap { $0 <= reach ? $0 : nil }
        let later = hits[next...].lazy.prefix { $0.start <= candidate.end + after }
            .first { $0.names[candidate.detector] && $0.start >= candidate.end && isOnSameLine($0) }
            .map { characters(candidate.end..<$0.start) }
        guard let earlier else { return later }
        return later.map { min($0, earlier) } ?? earlier
    }

    /// Whether the word stands on an earlier line than another one, of other values, that stands directly before the value.
    private func isOvertaken(_ hit: WordIndex.Hit) -> Bool {
        guard candidate.need != .nothing, let last = before(3).first(where: { !$0.names.isEmpty }),
            hit.end <= last.start, !last.names[candidate.detector],
            (last.end..<candidate.start).allSatisfy({ !text[$0].isAlphanumeric && !text[$0].isLineEnd })
        else { return false }
        return (hit.end..<last.start).contains { text[$0] == 10 }
    }

    /// Whether the word stands in brackets behind another value, as one does behind this value: `478-31-6069 (SSN), 866734795 (TFN)`.
    private func isOfValueBefore(_ hit: WordIndex.Hit) -> Bool {
        guard Self.isBracket(text[hit.start - 1]), ")]".utf8.contains(text[hit.end]), candidate.need != .nothing,
            opensBracket(candidate.end)
        else { return false }
        let value = hit.start - (text[hit.start - 2] == 32 ? 3 : 2)
        return text[value].isAlphanumeric && (value - 3..<value).contains { text[$0].isDigit }
    }

    private func opensBracket(_ end: Int) -> Bool {
        let bracket = text[end] == 32 ? end + 1 : end
        return Self.isBracket(text[bracket]) && !text[bracket + 1].isDigit
    }

    private static func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") }

    /// Whether the word is the name of an element of markup that ends before the value.
    private func isOfClosedElement(_ hit: WordIndex.Hit) -> Bool {
        let before = text[hit.start - 1]
        guard before == UInt8(ascii: "<") || (before == UInt8(ascii: "/") && text[hit.start - 2] == UInt8(ascii: "<"))
        else {
            return false
        }
        return before == UInt8(ascii: "/") || (hit.end..<candidate.start).contains { text.holds("</", at: $0) }
    }

    func denial(within reach: Int) -> Int? {
        before(reach).first { $0.denies[candidate.detector] && !isOfAnotherClause($0) && !isPartOfName($0) }
            .map { candidate.start - $0.end }
    }

    /// Whether a word is right before the value, with nothing between but what parts a name from its value.
    var isCalled: Bool {
        before(Surroundings.denial).contains { hit in
            hit.names[candidate.detector]
                && (candidate.start - hit.end <= 6 || DirectName.reaches(from: hit.end, to: candidate.start, in: text))
        }
    }

    /// Whether the nearest word that names anything is right before the value, and names another.
    var isCalledAnother: Bool {
        guard let last = before(Surroundings.denial).first(where: { !$0.names.isEmpty }),
            !last.names[candidate.detector]
        else { return false }
        return DirectName.reaches(from: last.end, to: candidate.start, in: text) && !isCalled
    }

    /// Whether a sentence ends between the word and the value, or the word is one of `in order to`.
    private func isOfAnotherClause(_ hit: WordIndex.Hit) -> Bool {
        if text.holds("in ", at: hit.start - 3), !text[hit.start - 4].isLetter { return true }
        var letters = 0
        for at in hit.end..<candidate.start {
            if text[at].isLetter || text[at] >= 0x80 {
                letters += 1
            } else {
                // After one or two letters a full stop shortens a word: `no.`, `nr.`.
                if ".!?;".utf8.contains(text[at]), text[at + 1] <= 32, letters > 2 { return true }
                letters = 0
            }
        }
        return false
    }

    /// Whether the word goes on with the name of the value: `SSN ref.`
    private func isPartOfName(_ hit: WordIndex.Hit) -> Bool {
        before(Surroundings.denial + 32).contains { other in
            other.names[candidate.detector] && other.end <= hit.start && hit.start - other.end <= 1
        }
    }

    /// Whether what stands right before the value says that it is something else: `order no. 4711…`, `<invoice id="7">4711…`.
    func isCalledOtherwise(in field: FieldName?) -> Bool {
        before(Surroundings.denial).contains { hit in
            guard hit.denies[candidate.detector] else { return false }
            if let field, field.isElement(named: hit.start..<hit.end, in: text) { return true }
            return DirectName.reaches(from: hit.end, to: candidate.start, in: text)
        }
    }

    /// The hits that end at most so many bytes before the value, the nearest first.
    private func before(_ reach: Int) -> some Sequence<WordIndex.Hit> {
        hits[..<next].reversed().lazy.prefix { $0.end >= candidate.start - reach }
    }

    private func isOnSameLine(_ hit: WordIndex.Hit) -> Bool {
        !(candidate.end..<hit.start).contains { text[$0] == 10 }
    }

    private func characters(_ range: Range<Int>) -> Int { range.count { text[$0] & 0xC0 != 0x80 } }
}

/// The detectors that words near a part of a text name; asked for parts in order of place.
struct NearbyNames {
    private var first = 0

    mutating func names(around part: Range<Int>, of hits: [WordIndex.Hit], in text: TextBytes) -> DetectorMask {
        let most = part.upperBound + Self.behind
        let least = text.place(characters: Surroundings.before, before: max(0, part.lowerBound - Self.longestStart))
        // Words are listed as they were found, which is not quite in order of their ends: the slack is longer than any phrase.
        while first < hits.count, hits[first].end < least - Self.slack { first += 1 }
        var names = DetectorMask()
        for at in first..<hits.count {
            guard hits[at].end <= most + Self.slack else { break }
            if hits[at].end >= least, hits[at].start <= most { names.formUnion(hits[at].names) }
        }
        return names
    }

    private static let slack = 128
    /// Bytes before its first digit at which a value begins at the farthest.
    static let longestStart = 128
    /// Bytes behind a part within which the values of words and groups that begin in it end, and the words behind them.
    static let behind = 3 * CandidateCheck.capacity
}
