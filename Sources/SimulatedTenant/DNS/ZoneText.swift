/// The lines of a master file (RFC 1035 §5.1) as tokens: comments gone, parentheses joined, strings unquoted.
struct ZoneText {
    struct Token: Equatable {
        /// Bytes, because a character string may hold any octet.
        var bytes: [UInt8]
        var isQuoted: Bool
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }
    struct Line {
        var number: Int
        /// A line that begins with a blank belongs to the owner before it.
        var continuesOwner: Bool
        var tokens: [Token]
    }

    private(set) var lines: [Line] = []
    /// Names that `; servfail NAME` comments mark.
    private(set) var servFail: [String] = []

    private var current = Line(number: 1, continuesOwner: false, tokens: [])
    private var depth = 0

    init(_ text: String) throws(ZoneError) {
        var number = 0
        for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            try read(Array(raw.utf8), number: number)
        }
        guard depth == 0 else { throw ZoneError(line: number, reason: "a parenthesis is not closed") }
    }

    private mutating func read(_ line: [UInt8], number: Int) throws(ZoneError) {
        if depth == 0 {
            current = Line(number: number, continuesOwner: line.first.map(isBlank) ?? false, tokens: [])
        }
        var i = 0
        while i < line.count {
            let byte = line[i]
            if byte == UInt8(ascii: ";") {
                note(comment: line[(i + 1)...])
                break
            } else if isBlank(byte) {
                i += 1
            } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
                depth += byte == UInt8(ascii: "(") ? 1 : -1
                guard depth >= 0 else { throw ZoneError(line: number, reason: "a parenthesis is not open") }
                i += 1
            } else {
                current.tokens.append(try token(in: line, at: &i, number: number))
            }
        }
        if depth == 0, !current.tokens.isEmpty { lines.append(current) }
    }

    private mutating func note(comment: ArraySlice<UInt8>) {
        let words = comment.split(separator: UInt8(ascii: " "))
        guard words.count == 2, String(decoding: words[0], as: UTF8.self) == "servfail" else { return }
        servFail.append(String(decoding: words[1].filter { !isBlank($0) }, as: UTF8.self))
    }

    private func token(in line: [UInt8], at i: inout Int, number: Int) throws(ZoneError) -> Token {
        let isQuoted = line[i] == UInt8(ascii: "\"")
        if isQuoted { i += 1 }
        var bytes: [UInt8] = []
        while i < line.count {
            let byte = line[i]
            if isQuoted ? byte == UInt8(ascii: "\"") : isBlank(byte) || "();".utf8.contains(byte) { break }
            i += 1
            bytes.append(byte == UInt8(ascii: "\\") ? try escaped(in: line, at: &i, number: number) : byte)
        }
        if isQuoted {
            guard i < line.count else { throw ZoneError(line: number, reason: "a string is not closed") }
            i += 1
        }
        return Token(bytes: bytes, isQuoted: isQuoted)
    }

    /// `\DDD` is an octet, `\X` is X.
    private func escaped(in line: [UInt8], at i: inout Int, number: Int) throws(ZoneError) -> UInt8 {
        guard i < line.count else { throw ZoneError(line: number, reason: "a backslash ends the line") }
        let digits = line[i...].prefix(3)
        if digits.count == 3, let octet = UInt8(String(decoding: digits, as: UTF8.self)) {
            i += 3
            return octet
        }
        defer { i += 1 }
        return line[i]
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

/// A master file that cannot be read.
public struct ZoneError: Error, CustomStringConvertible {
    public var line: Int
    public var reason: String
    public var description: String { "zone line \(line): \(reason)" }
}
