/// Reads an address list (RFC 5322 §3.4, §4.4) without refusing any: every element becomes a mailbox, every angle
/// address too.
struct MailboxParse {
    private(set) var mailboxes: [Mailbox] = []
    private var reader: MailboxWords
    /// What has been read of the element and belongs to no mailbox yet.
    private var words: [Mailbox.Word] = []
    private var group: [Mailbox.Word] = []
    /// Mailboxes of the element, and of the group.
    private var elementCount = 0
    private var groupCount = 0

    var bytes: [UInt8] { reader.bytes }
    var defects: Set<MessageDefect> { reader.defects }

    /// - Parameter bytes: an unfolded field body.
    init(_ bytes: [UInt8], atMost limit: Int) {
        reader = MailboxWords(bytes)
        var hasGap = false
        while reader.place < bytes.count {
            guard mailboxes.count < limit else {
                reader.note(.tooManyMailboxes)
                return
            }
            hasGap = step(hasGap: hasGap)
        }
        endElement(isListed: elementCount + groupCount > 0 || !mailboxes.isEmpty)
        endGroup()
    }

    /// - Returns: whether a blank, or something as separating, has been passed.
    private mutating func step(hasGap: Bool) -> Bool {
        switch reader.bytes[reader.place] {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ">"): break
        case UInt8(ascii: ","): endElement(isListed: true)
        case UInt8(ascii: ";"):
            endElement(isListed: group.isEmpty)
            endGroup()
        case UInt8(ascii: ":"): takeColon()
        case UInt8(ascii: "<"):
            takeAngle()
            return true
        default:
            reader.take(into: &words, hasGap: hasGap)
            return false
        }
        reader.place += 1
        return true
    }

    private mutating func takeColon() {
        let hasPhrase = words.contains { $0.kind != .comment }
        if elementCount > 0 { return }
        if hasPhrase, group.isEmpty, addressPlace(in: words) == nil {
            group = words
            words = []
            reader.note(.group)
        } else if hasPhrase {
            endElement(isListed: false)
        }
    }

    /// `<...>` ends a mailbox; one that nothing closes reaches to the next comma.
    private mutating func takeAngle() {
        let start = reader.place + 1
        let close = reader.angleEnd()
        let end =
            close ?? reader.bytes[start...].firstIndex(of: UInt8(ascii: ",")) ?? reader.bytes.endIndex
        let route = routeEnd(start..<end)
        reader.place = route
        let (address, name) = addressText(upTo: end)
        reader.place = close.map { $0 + 1 } ?? end
        if elementCount > 0 { reader.note(.addressPair) }
        if address.isEmpty, name.isEmpty { reader.note(.emptyMailbox) }
        let phrase = words + name
        let previous = elementCount > 0 ? mailboxes.last?.words ?? [] : []
        push(
            Mailbox(
                words: phrase.isEmpty ? previous : phrase, address: address, group: group,
                route: route > start ? start..<(route - 1) : 0..<0))
        words = []
    }

    /// Past a source route: `@a,@b:` (RFC 5322 §4.4, obs-route).
    private mutating func routeEnd(_ range: Range<Int>) -> Int {
        let text = reader.bytes[range]
        guard text.first(where: { !HeaderText.isBlank($0) }) == UInt8(ascii: "@"),
            let colon = text.lastIndex(of: UInt8(ascii: ":"))
        else { return range.lowerBound }
        reader.note(.sourceRoute)
        return colon + 1
    }

    /// The address between `place` and `end`, and words there that are none of it where they are no address at all.
    private mutating func addressText(upTo end: Int) -> ([UInt8], name: [Mailbox.Word]) {
        var inner: [Mailbox.Word] = []
        var hasGap = false
        while reader.place < end {
            let byte = reader.bytes[reader.place]
            if MailboxWords.endsAtom(byte), byte != UInt8(ascii: "\""), byte != UInt8(ascii: "(") {
                hasGap = true
                reader.place += 1
            } else {
                reader.take(into: &inner, hasGap: hasGap)
                hasGap = false
            }
        }
        if let run = addressRun(in: inner) {
            // `<a@b:x@y>`, `<a@b,x@y>`: what is none of the address is shown by some clients.
            let rest = (inner[..<run.lowerBound] + inner[run.upperBound...]).filter { $0.kind != .comment }
            return (text(of: inner[run]), Array(rest))
        }
        let plain = inner.filter { $0.kind != .comment }
        return plain.count > 1 ? ([], inner) : (text(of: plain[...]), [])
    }

    /// - Parameter isListed: a comma ended it, or it stands after one; then it may not be empty.
    private mutating func endElement(isListed: Bool) {
        defer {
            words = []
            elementCount = 0
        }
        guard words.contains(where: { $0.kind != .comment }) else {
            if elementCount > 0 {
                mailboxes[mailboxes.count - 1].words += words
            } else if !words.isEmpty {
                push(Mailbox(words: words, address: [], group: group))
            } else if isListed {
                reader.note(.emptyMailbox)
            }
            return
        }
        if let run = addressRun(in: words) {
            let rest = Array(words[..<run.lowerBound] + words[run.upperBound...])
            let address = text(of: words[run])
            push(Mailbox(words: rest + words[run].filter { $0.kind == .comment }, address: address, group: group))
        } else if elementCount > 0, let last = mailboxes.last {
            if last.hasPhrase {
                push(Mailbox(words: words, address: last.address, group: group))
            } else {
                mailboxes[mailboxes.count - 1].words += words
            }
        } else {
            push(Mailbox(words: words, address: [], group: group))
        }
    }

    private mutating func endGroup() {
        if !group.isEmpty, groupCount == 0 { mailboxes.append(Mailbox(words: group, address: [])) }
        group = []
        groupCount = 0
    }

    private mutating func push(_ mailbox: Mailbox) {
        mailboxes.append(mailbox)
        elementCount += 1
        groupCount += 1
    }
}

extension MailboxParse {
    /// The last word with an "@" outside of quotes.
    private func addressPlace(in words: [Mailbox.Word]) -> Int? {
        words.lastIndex { $0.kind == .atom && bytes[$0.range].contains(UInt8(ascii: "@")) }
    }

    /// The words that make the address: the one with "@" and what sticks to it, as in `"a b"@c`, `a @ b`, `a(x)@b`.
    private func addressRun(in words: [Mailbox.Word]) -> Range<Int>? {
        guard let place = addressPlace(in: words) else { return nil }
        var (start, end) = (place, place + 1)
        while let before = solid(words, before: start), joins(words[before], words[start]) { start = before }
        while let after = solid(words, from: end), joins(words[end - 1], words[after]) { end = after + 1 }
        return start..<end
    }

    private func solid(_ words: [Mailbox.Word], before place: Int) -> Int? {
        words[..<place].lastIndex { $0.kind != .comment }
    }

    private func solid(_ words: [Mailbox.Word], from place: Int) -> Int? {
        words[place...].firstIndex { $0.kind != .comment }
    }

    /// Whether "@" or "." holds two words together.
    private func joins(_ left: Mailbox.Word, _ right: Mailbox.Word) -> Bool {
        func isGlue(_ byte: UInt8?) -> Bool { byte == UInt8(ascii: "@") || byte == UInt8(ascii: ".") && !right.hasGap }
        return left.kind == .atom && isGlue(bytes[left.range].last)
            || right.kind == .atom && isGlue(bytes[right.range].first)
    }

    private func text(of words: ArraySlice<Mailbox.Word>) -> [UInt8] {
        words.reduce(into: []) { text, word in
            switch word.kind {
            case .comment: break
            case .quoted: text += bytes.unescaped(word.range)
            case .atom, .encoded: text += bytes[word.range]
            }
        }
    }
}
