/// `$` in an expression, which the compiler knows before a line feed alone: in text from Windows a carriage return stands there.
enum LineEnd {
    /// The expression with a carriage return allowed before every end of a line.
    static func allowingReturn(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        var reader = Reader(bytes: Array(text.utf8))
        return String(decoding: reader.written(), as: UTF8.self)
    }

    private struct Reader {
        let bytes: [UInt8]
        var place = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func written() -> [UInt8] {
            var written: [UInt8] = []
            while place < bytes.count {
                let start = place
                step()
                guard bytes[start] == UInt8(ascii: "$") else {
                    written += bytes[start..<place]
                    continue
                }
                written += Array(#"(?:\r?$)"#.utf8)
                while has("$") { place += 1 }
            }
            return written
        }

        /// Over a letter, an escape, a class or a comment.
        private mutating func step() {
            switch bytes[place] {
            case UInt8(ascii: "\\") where has("\\Q"): skip(behind: "\\E")
            case UInt8(ascii: "\\"): place = min(place + 2, bytes.count)
            case UInt8(ascii: "["): skipClass()
            case UInt8(ascii: "(") where has("(?#"): skip(behind: ")")
            default: place += 1
            }
        }

        private func has(_ sign: String) -> Bool { bytes[place...].starts(with: sign.utf8) }

        private mutating func skip(behind sign: String) {
            while place < bytes.count, !has(sign) { place += 1 }
            place = min(place + sign.utf8.count, bytes.count)
        }

        private mutating func skipClass() {
            place += has("[^") ? 2 : 1
            // A bracket in the first place is a member of the class.
            if has("]") { place += 1 }
            while place < bytes.count, !has("]") {
                if has("\\Q") {
                    skip(behind: "\\E")
                } else if has("[:") {
                    skip(behind: ":]")
                } else {
                    place += has("\\") ? 2 : 1
                }
            }
            place = min(place + 1, bytes.count)
        }
    }
}
