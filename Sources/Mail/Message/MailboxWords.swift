/// Words of an address list (RFC 5322 §3.2), forgiving: what nothing closes is text. Each byte is scanned a fixed number
/// of times, because a closing that was not found once is never looked for again.
struct MailboxWords {
    let bytes: [UInt8]
    var place = 0
    private(set) var defects: Set<MessageDefect> = []
    private var encodedWords: EncodedWordReader
    private var hasOpenQuote = false
    private var hasOpenComment = false
    private var hasOpenAngle = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        encodedWords = EncodedWordReader(bytes)
    }

    mutating func note(_ defect: MessageDefect) { defects.insert(defect) }

    /// Appends the word at `place`, or the words up to the next blank or special character.
    mutating func take(into words: inout [Mailbox.Word], hasGap: Bool) {
        switch bytes[place] {
        case UInt8(ascii: "\""):
            if let close = quoteEnd(place + 1) { return take(.quoted, upTo: close, into: &words, hasGap) }
        case UInt8(ascii: "("):
            if let close = commentEnd(place) { return take(.comment, upTo: close, into: &words, hasGap) }
        default: break
        }
        takeAtom(into: &words, hasGap: hasGap)
    }

    private mutating func take(
        _ kind: Mailbox.Word.Kind, upTo close: Int, into words: inout [Mailbox.Word], _ hasGap: Bool
    ) {
        words.append(Mailbox.Word(kind: kind, range: (place + 1)..<close, hasGap: hasGap))
        place = close + 1
    }

    /// An atom, and the encoded words that stick to it.
    private mutating func takeAtom(into words: inout [Mailbox.Word], hasGap: Bool) {
        var start = place
        var hasGap = hasGap
        var hasAt = false
        repeat {
            let byte = bytes[place]
            if byte == UInt8(ascii: "="), place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "?"),
                let word = encodedWords.word(at: place)
            {
                if start < place { words.append(Mailbox.Word(kind: .atom, range: start..<place, hasGap: hasGap)) }
                words.append(Mailbox.Word(kind: .encoded, range: word.range, hasGap: hasGap && start == place))
                place = word.range.upperBound
                start = place
                hasGap = false
                continue
            }
            if byte == UInt8(ascii: "@") { hasAt = true }
            if byte == UInt8(ascii: "["), hasAt, let close = literalEnd(place) { place = close }
            place += byte == UInt8(ascii: "\\") && place + 1 < bytes.count ? 2 : 1
        } while place < bytes.count && !Self.endsAtom(bytes[place])
        if start < place { words.append(Mailbox.Word(kind: .atom, range: start..<place, hasGap: hasGap)) }
    }

    static func endsAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
            true
        default: false
        }
    }

    /// Where the quote at `start - 1` ends.
    private mutating func quoteEnd(_ start: Int) -> Int? {
        guard !hasOpenQuote else { return nil }
        var place = start
        while place < bytes.count {
            if bytes[place] == UInt8(ascii: "\"") { return place }
            place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        hasOpenQuote = true
        note(.unclosed)
        return nil
    }

    private mutating func commentEnd(_ start: Int) -> Int? {
        guard !hasOpenComment else { return nil }
        var place = start
        var depth = 0
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"): depth -= 1
            case UInt8(ascii: "\\"): place += 1
            default: break
            }
            if depth == 0 { return place < bytes.count ? place : nil }
            if depth == 51 { note(.deepComment) }
            place += 1
        }
        hasOpenComment = true
        note(.unclosed)
        return nil
    }

    /// Where the ">" of the "<" at `place` stands, quotes skipped.
    mutating func angleEnd() -> Int? {
        guard !hasOpenAngle else { return nil }
        var place = place + 1
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ">"): return place
            case UInt8(ascii: "\""): place = (quoteEnd(place + 1) ?? place) + 1
            default: place += 1
            }
        }
        hasOpenAngle = true
        note(.unclosed)
        return nil
    }

    /// Of a domain literal (RFC 5321 §4.1.3), which is short.
    private func literalEnd(_ start: Int) -> Int? {
        bytes[start...].prefix(100).firstIndex(of: UInt8(ascii: "]"))
    }
}
