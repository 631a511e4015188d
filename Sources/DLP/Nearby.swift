/// The words near a candidate.
struct Nearby {
    let candidate: Candidate
    let text: TextBytes
    private let words: HitsAround
    /// The words before it from the nearest on that names its detector; nil without one where any rule would look.
    private let named: HitsAround.Before?

    init(hits: UnsafeBufferPointer<WordIndex.Hit>, candidate: Candidate, text: TextBytes) {
        self.candidate = candidate
        self.text = text
        words = HitsAround(hits, candidate.start)
        named = words.before(to: candidate.start - ScanRun.reach).from { $0.names[candidate.detector] }
    }

    /// Whether a word that names its detector stands where any rule would look for one.
    var isNamedAnywhere: Bool {
        named != nil || farBehind.contains { $0.names[candidate.detector] }
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
        ranges.contains { behind(within: $0).contains { $0.names[candidate.detector] } }
    }

    /// Bytes of the longest of the words in parts of the text behind the value that name it.
    func wordLength(laterWithin ranges: [Range<Int>]) -> Int {
        ranges.flatMap { behind(within: $0) }.filter { $0.names[candidate.detector] }
            .reduce(0) { max($0, $1.end - $1.start) }
    }

    /// Whether words in parts of the text behind the value name other detectors alone.
    func isNamedOtherwise(later ranges: [Range<Int>]) -> Bool {
        !isNamedLater(within: ranges) && ranges.contains { behind(within: $0).contains { !$0.names.isEmpty } }
    }

    /// The words in a part of the text behind the value, as far as words are looked for.
    private func behind(within range: Range<Int>) -> [WordIndex.Hit] {
        words.behind(to: min(range.upperBound - 1, candidate.end + Surroundings.after)).filter {
            range.lowerBound <= $0.start && $0.end <= range.upperBound
        }
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
        guard let named, let end = named.first?.end, isWithin(Surroundings.before, end) else { return 0 }
        return named.to(end).reduce(0) { longest, hit in
            hit.end == end && hit.names[candidate.detector] ? max(longest, hit.end - hit.start) : longest
        }
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
        let earlier = named?.to(candidate.start - reach * 4)
            .first { $0.names[candidate.detector] && !isOfClosedElement($0) && !isOfValueBefore($0) }
            .flatMap { hit in
                let counts = !isOvertaken(hit) && isWithin(reach, hit.end)
                return counts ? text.characters(in: hit.end..<candidate.start) : nil
            }
        let isOther = otherName != nil
        let later = words.behind(to: candidate.end + after)
            .first {
                $0.names[candidate.detector] && $0.start >= candidate.end
                    && (isOnSameLine($0) || isOnNextLine($0))
                    && (!isOther || opensBracket(candidate.end) && $0.start < candidate.end + 4)
            }
            .map { text.characters(in: candidate.end..<$0.start) + (isLast($0) ? 0 : Surroundings.near) }
        guard let earlier else {
            return later ?? (after == Surroundings.after && !isOther ? distanceFarBehind : nil)
        }
        return later.map { min($0, earlier) } ?? earlier
    }

    /// Characters between the value and the nearest word that names it far behind it on its line, and no other number behind the word.
    private var distanceFarBehind: Int? {
        let hit = farBehind.first {
            $0.names[candidate.detector] && $0.start >= candidate.end && isOnSameLine($0) && isLast($0)
        }
        guard let hit, case let distance = text.characters(in: candidate.end..<hit.start) else { return nil }
        return distance <= Surroundings.farAfter ? distance : nil
    }

    /// The words behind it as far as any may name it: most characters have three bytes at most.
    private var farBehind: HitsAround.Behind { words.behind(to: candidate.end + Surroundings.farAfter * 3) }

    private func isLast(_ hit: WordIndex.Hit) -> Bool {
        for at in hit.end..<hit.end + Surroundings.denial {
            if text[at].isLineEnd { return true }
            if text[at].isDigit { return false }
            // A number in the next sentence is not what it names.
            if text[at] == UInt8(ascii: "."), text[at + 1] == 32, at >= hit.start + 4,
                (at - 4..<at).allSatisfy({ text[$0].isLower })
            {
                return true
            }
        }
        return true
    }

    /// Whether the word stands on an earlier line, or before another number, than one of other values that stands right before the value.
    private func isOvertaken(_ hit: WordIndex.Hit) -> Bool {
        guard let last = otherName, hit.end <= last.start else { return false }
        // What goes on with the digits of another number is no value by itself.
        return groupsStart < candidate.start
            || (hit.end..<last.start).contains { text[$0] == 10 || text[$0].isDigit }
    }

    /// The word of other values alone that stands right before the value, or before the groups of digits that it would be the end of:
    /// `ABN 51 500 925 556`.
    private var otherName: WordIndex.Hit? {
        guard candidate.need != .nothing else { return nil }
        let start = groupsStart
        let reach = start == candidate.start ? 3 : Surroundings.near
        guard let last = before(reach).first(where: { !$0.names.isEmpty }), !last.names[candidate.detector],
            last.end <= start,
            (last.end..<start).allSatisfy({ !text[$0].isAlphanumeric && !text[$0].isLineEnd })
        else { return nil }
        return last
    }

    /// Where the groups of digits begin that single blanks or hyphens part from each other and from the value.
    private var groupsStart: Int {
        var start = candidate.start
        while candidate.start - start < 12, text[start].isDigit,
            text[start - 1] == 32 || text[start - 1] == UInt8(ascii: "-"),
            text[start - 2].isDigit
        {
            start -= 2
            while text[start - 1].isDigit, candidate.start - start < 16 { start -= 1 }
        }
        return start
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
    private func before(_ reach: Int) -> HitsAround.Before { words.before(to: candidate.start - reach) }

    /// Whether a sentence goes on in the next line with the word, and the word names nothing behind it: `She wrote 195634925 on the\nnote, her BSN.`
    private func isOnNextLine(_ hit: WordIndex.Hit) -> Bool {
        WrappedLine.joins(candidate.end, hit.start, in: text) && isLast(hit)
    }

    private func isOnSameLine(_ hit: WordIndex.Hit) -> Bool {
        !(candidate.end..<hit.start).contains { text[$0] == 10 }
    }

    /// Whether at most so many characters stand between a place and the value.
    private func isWithin(_ reach: Int, _ end: Int) -> Bool {
        let bytes = candidate.start - end
        // A character has four bytes at most.
        return bytes <= reach || (bytes <= reach * 4 && text.characters(in: end..<candidate.start) <= reach)
    }
}
