/// Markup whose words and numbers are whole: a tag of looks that cuts one comes behind it, so that
/// `CH09<b>98…</b>` reads `CH0998…<b></b>`. No byte is added or left out.
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
        guard TagGap.isJoiner(byte) else { return Self.isOfWord(byte) }
        guard place + 1 < text.count else { return false }
        return text[place + 1] == UInt8(ascii: "<") || joins(over: byte, to: place + 1)
    }

    /// Whether what was read last and what begins at a place are one word, or groups of one number.
    private func joins(over joiner: UInt8?, to next: Int) -> Bool {
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
        // A word that stands at a whole number is its name or its footnote.
        return switch (Self.isDigit(last), Self.isDigit(first)) {
        case (false, true): head.contains(where: Self.isDigit)
        case (true, false): tail.contains(where: Self.isDigit)
        default: true
        }
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
