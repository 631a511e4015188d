/// The display name of a mailbox, as one kind of client reads it.
struct MailboxName {
    enum Manner {
        /// RFC 2047: encoded words outside of quotes alone. A comment is the name where there is no phrase.
        case strict
        /// Encoded words in quotes too; comments stay where they are.
        case sloppy
    }

    let bytes: [UInt8]
    let manner: Manner
    /// For bytes above 127; nil guesses.
    let charset: Charset?

    func text(of mailbox: Mailbox) -> String {
        if manner == .strict, mailbox.hasPhrase, mailbox.hasComment {
            return text(of: mailbox.words.filter { $0.kind != .comment })
        }
        return text(of: mailbox.words)
    }

    func text(of words: [Mailbox.Word]) -> String {
        let hasPhrase = words.contains { $0.kind != .comment }
        var text = ""
        var run = EncodedRun()
        var raw: [UInt8] = []
        var reader = EncodedWordReader(bytes)
        for (place, word) in words.enumerated() {
            let isFirst = place == 0
            if word.kind == .encoded, let encoded = reader.word(at: word.range.lowerBound) {
                if run.isEmpty {
                    if word.hasGap, !isFirst { raw.append(0x20) }
                    flush(&raw, into: &text)
                }
                run.add(encoded, of: bytes, to: &text)
                continue
            }
            run.flush(into: &text)
            if word.hasGap, !isFirst { raw.append(0x20) }
            append(word, isBare: !hasPhrase, to: &raw)
        }
        run.flush(into: &text)
        flush(&raw, into: &text)
        return HeaderText.trimmed(text)
    }

    private func append(_ word: Mailbox.Word, isBare: Bool, to raw: inout [UInt8]) {
        switch word.kind {
        case .atom, .encoded: raw += bytes[word.range]
        case .quoted:
            let content = bytes.unescaped(word.range)
            raw += manner == .sloppy ? Self.decoded(content) : content
        case .comment:
            let content = Self.decoded(bytes.unescaped(word.range))
            raw += isBare ? content : Array("(".utf8) + content + Array(")".utf8)
        }
    }

    private static func decoded(_ content: [UInt8]) -> [UInt8] {
        content.contains(UInt8(ascii: "=")) ? Array(HeaderText.decoded(content).utf8) : content
    }

    private func flush(_ raw: inout [UInt8], into text: inout String) {
        guard !raw.isEmpty else { return }
        if let charset, !HeaderText.isUTF8(raw) {
            text += charset.decode(raw)
        } else {
            text += HeaderText.plain(raw)
        }
        raw = []
    }
}
