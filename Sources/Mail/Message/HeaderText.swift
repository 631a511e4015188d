/// Bytes of a header body to text.
enum HeaderText {
    /// The body without the line ends of its folds (RFC 5322 §2.2.3).
    static func unfolded(_ raw: ArraySlice<UInt8>) -> [UInt8] {
        guard raw.contains(0x0A) else { return Array(raw) }
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        for byte in raw {
            if byte == 0x0A {
                if text.last == 0x0D { text.removeLast() }
            } else {
                text.append(byte)
            }
        }
        return text
    }

    /// Text outside of encoded words. Valid UTF-8 is taken for it (RFC 6532); so is what holds some character of it;
    /// anything else is read as windows-1252.
    static func plain(_ bytes: some Collection<UInt8>) -> String {
        let repaired = String(decoding: bytes, as: UTF8.self)
        if bytes.allSatisfy({ $0 < 0x80 }) || isUTF8(bytes) { return repaired }
        let isUTF8Mostly = repaired.unicodeScalars.contains { $0.value >= 0x80 && $0 != "\u{FFFD}" }
        return isUTF8Mostly ? repaired : Charset.windows1252(bytes)
    }

    static func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// Unstructured text, encoded words decoded wherever they stand (RFC 2047 §6.1), blanks at both ends taken off.
    static func decoded(_ bytes: [UInt8]) -> String {
        var reader = EncodedWordReader(bytes)
        var run = EncodedRun()
        var text = ""
        var place = 0
        var plainStart = 0
        while let mark = reader.mark(from: place) {
            guard let word = reader.word(at: mark) else {
                place = mark + 2
                continue
            }
            let between = bytes[plainStart..<mark]
            if run.isEmpty || !between.allSatisfy(isBlank) {
                run.flush(into: &text)
                text += plain(between)
            }
            run.add(word, of: bytes, to: &text)
            place = word.range.upperBound
            plainStart = place
        }
        run.flush(into: &text)
        text += plain(bytes[plainStart...])
        return trimmed(text)
    }

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    /// In lower case; most texts are so already.
    static func lowered(_ text: String) -> String {
        text.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) } ? text : text.lowercased()
    }

    static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, isBlank(first) || isBlank(last) else { return text }
        guard let start = bytes.firstIndex(where: { !isBlank($0) }), let end = bytes.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(text[start..<bytes.index(after: end)])
    }
}
