/// What stands between two semicolons of an Authentication-Results field: the authserv-id, or a method with its
/// properties.
struct ResultSegment {
    /// Its bare word; in the first segment the authserv-id.
    private(set) var authservID: String?
    private(set) var pairs: [(name: String, value: String)] = []

    /// The method and its result: always the first pair.
    var method: (name: String, value: String)? {
        guard let first = pairs.first else { return nil }
        // "dkim/1=pass": the version of the method (RFC 8601 §2.2).
        guard let slash = first.name.utf8.firstIndex(of: UInt8(ascii: "/")) else { return first }
        return (String(first.name[..<slash]), first.value)
    }

    /// A property after the method; the first of that name.
    subscript(name: String) -> String? { pairs.dropFirst().first { $0.name == name }?.value }

    /// Comments and line ends left out, quotes resolved.
    static func all(in text: [UInt8], atMost limit: Int) -> [ResultSegment] {
        var segments: [ResultSegment] = []
        var segment = ResultSegment()
        var lexer = Lexer(bytes: text)
        while let token = lexer.next() {
            if case .semicolon = token {
                segment.endWord()
                segments.append(segment)
                if segments.count == limit { return segments }
                segment = ResultSegment()
            } else {
                segment.take(token)
            }
        }
        segment.endWord()
        segments.append(segment)
        return segments
    }

    /// The word that was read last, while it may still be a name, and whether "=" stands after it.
    private var waiting: String?
    private var hasEquals = false

    private mutating func take(_ token: Token) {
        guard case .word(let word) = token else {
            if hasEquals { endWord() } else { hasEquals = waiting != nil }
            return
        }
        if let name = waiting, hasEquals {
            pairs.append((HeaderText.lowered(name), word))
            waiting = nil
            hasEquals = false
        } else {
            endWord()
            waiting = word
        }
    }

    /// A word that no value follows.
    private mutating func endWord() {
        if let waiting, pairs.isEmpty, authservID == nil { authservID = waiting }
        waiting = nil
        hasEquals = false
    }
}

extension ResultSegment {
    private enum Token {
        case word(String), equals, semicolon
    }

    private struct Lexer {
        let bytes: [UInt8]
        var place = 0
        /// "=" ends a name; in a value (`bounce+a=b@c`) it is text.
        private var isValue = false

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func next() -> Token? {
            while place < bytes.count {
                switch bytes[place] {
                case 0...0x20: place += 1
                case UInt8(ascii: "("): skipComment()
                case UInt8(ascii: ";"):
                    place += 1
                    isValue = false
                    return .semicolon
                case UInt8(ascii: "="):
                    place += 1
                    isValue = true
                    return .equals
                default: return .word(word())
                }
            }
            return nil
        }

        /// One that nothing closes reaches to the end, so what follows it is not believed.
        private mutating func skipComment() {
            var depth = 0
            while place < bytes.count {
                switch bytes[place] {
                case UInt8(ascii: "("): depth += 1
                case UInt8(ascii: ")"): depth -= 1
                case UInt8(ascii: "\\"): place += 1
                default: break
                }
                place += 1
                if depth == 0 { return }
            }
        }

        /// Up to a blank or separator; quotes inside keep theirs (`"a;b"@c`).
        private mutating func word() -> String {
            if let plain = plainWord() { return plain }
            var text: [UInt8] = []
            var isQuoted = false
            defer { isValue = false }
            while place < bytes.count {
                let byte = bytes[place]
                if byte == UInt8(ascii: "\"") {
                    isQuoted.toggle()
                } else if byte == UInt8(ascii: "\\"), isQuoted, place + 1 < bytes.count {
                    place += 1
                    text.append(bytes[place])
                } else if !isQuoted, endsWord(byte) {
                    break
                } else {
                    text.append(byte)
                }
                place += 1
            }
            return String(decoding: text, as: UTF8.self)
        }

        /// The usual word, without a quote; nil, and nothing read, for another.
        private mutating func plainWord() -> String? {
            var end = place
            while end < bytes.count, !endsWord(bytes[end]) {
                if bytes[end] == UInt8(ascii: "\"") { return nil }
                end += 1
            }
            let range = place..<end
            place = end
            isValue = false
            return bytes.withUnsafeBufferPointer {
                String(decoding: UnsafeBufferPointer(rebasing: $0[range]), as: UTF8.self)
            }
        }

        private func endsWord(_ byte: UInt8) -> Bool {
            byte <= 0x20 || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "(")
                || byte == UInt8(ascii: "=") && !isValue
        }
    }
}
