/// Markup whose words and numbers are whole: a tag of looks that cuts one comes behind it, so that
/// `CH09<b>98…</b>` reads `CH0998…<b></b>`, and `<em>ann</em>@contoso.com` is an address. No byte is added or left out.
struct CutWords {
    private let text: [UInt8]
    private var place = 0
    private var out: [UInt8] = []
    /// The tags that cut the word at hand.
    private var tags: [UInt8] = []

    init(_ text: [UInt8]) { self.text = text }

    /// As far as it was read, words are whole; the rest is as it was.
    var joined: [UInt8] { place == 0 ? text : out + tags + text[place...] }

    mutating func read(check: () throws -> Void) rethrows {
        out.reserveCapacity(text.count)
        var steps = 0
        while place < text.count {
            steps &+= 1
            if steps % 2_048 == 0 { try check() }
            if text[place] == UInt8(ascii: "<"), let gap = TagGap(text, at: place) {
                pass(gap)
            } else {
                if !tags.isEmpty, !goesOn() { endWord() }
                out.append(text[place])
                place += 1
            }
        }
        endWord()
    }

    private mutating func pass(_ gap: TagGap) {
        if gap.isWithinText, joins(over: gap.joiner, to: gap.end) {
            for piece in gap.tags { tags += text[piece] }
            if let joiner = gap.joiner { out.append(joiner) }
        } else {
            endWord()
            out += text[place..<gap.end]
        }
        place = gap.end
    }

    private mutating func endWord() {
        out += tags
        tags.removeAll(keepingCapacity: true)
    }

    /// Whether the byte at hand belongs to the word that tags have cut.
    private func goesOn() -> Bool {
        let byte = text[place]
        if Self.isLink(byte) { return links(at: place) }
        guard TagGap.isJoiner(byte) else { return Self.isOfWord(byte) }
        guard place + 1 < text.count else { return false }
        return text[place + 1] == UInt8(ascii: "<") || joins(over: byte, to: place + 1)
    }

    /// Whether what was read last and what begins at a place are one word, or groups of one number.
    private func joins(over joiner: UInt8?, to next: Int) -> Bool {
        if joiner == nil, isLinked(to: next) { return true }
        var before = out[...]
        var isParted = joiner != nil
        if let last = before.last, TagGap.isJoiner(last) {
            guard !isParted else { return false }
            before = before.dropLast()
            isParted = true
        }
        let head = before.suffix(Self.longest).reversed().prefix(while: Self.isOfWord)
        let tail = text[next...].prefix(Self.longest).prefix(while: Self.isOfWord)
        guard let last = head.first, let first = tail.first else { return false }
        if isParted {
            return head.count <= Self.group && tail.count <= Self.group && Self.isOfGroup(last)
                && Self.isOfGroup(first) && (Self.isDigit(last) || Self.isDigit(first))
        }
        if before.dropLast(head.count).last == UInt8(ascii: "_") { return true }
        // A word that stands at a whole number is its name or its footnote.
        return switch (Self.isDigit(last), Self.isDigit(first)) {
        case (false, true): head.contains(where: Self.isDigit)
        case (true, false): tail.contains(where: Self.isDigit)
        default: true
        }
    }

    /// Whether the tags at hand stand before or behind a sign that an address or a key has within.
    private func isLinked(to next: Int) -> Bool {
        guard let last = out.last, next < text.count else { return false }
        if Self.isLink(text[next]) { return links(at: next) }
        return Self.isLink(last) && Self.links(last, out.dropLast(), holdsLetter(at: next))
    }

    /// Whether the sign there makes one of what was read last and of what stands behind it, or behind more tags.
    private func links(at sign: Int) -> Bool {
        guard sign + 1 < text.count else { return false }
        var behind = sign + 1
        if text[behind] == UInt8(ascii: "<") {
            guard let gap = TagGap(text, at: behind), gap.isWithinText, gap.joiner == nil else { return false }
            behind = gap.end
        }
        return Self.links(text[sign], out[...], holdsLetter(at: behind))
    }

    /// Between two words; a number is none, which ends at a dot and has its name before a `_`.
    private static func links(_ sign: UInt8, _ before: ArraySlice<UInt8>, _ holdsLetterBehind: Bool?) -> Bool {
        let head = before.suffix(longest).reversed().prefix(while: isOfWord)
        guard !head.isEmpty, let holdsLetterBehind else { return false }
        return sign == UInt8(ascii: "@") || (holdsLetterBehind && !head.allSatisfy(isDigit))
    }

    /// Whether the word there is no number, or goes on behind a tag with a letter; nil where there is none.
    private func holdsLetter(at place: Int) -> Bool? {
        let word = text[place...].prefix(Self.longest).prefix(while: Self.isOfWord)
        guard !word.isEmpty else { return nil }
        guard word.allSatisfy(Self.isDigit) else { return true }
        guard word.endIndex < text.count, text[word.endIndex] == UInt8(ascii: "<"),
            let gap = TagGap(text, at: word.endIndex), gap.isWithinText, gap.joiner == nil, gap.end < text.count
        else { return false }
        return Self.isOfWord(text[gap.end]) && !Self.isDigit(text[gap.end])
    }

    private static func isLink(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "@") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
    }

    /// No number has more characters in one.
    private static let longest = 34
    /// Nor a group of one: a longer one is a number of its own.
    private static let group = 6

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isOfGroup(_ byte: UInt8) -> Bool { isDigit(byte) || (0x41...0x5A).contains(byte) }

    private static func isOfWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte >= 0x80
    }
}
