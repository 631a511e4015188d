/// Why bytes are not the JSON that was asked for, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Problem: String, Sendable, Hashable, CaseIterable {
        /// The bytes end inside a value: a document cut short.
        case unexpectedEnd = "unexpected end"
        case unexpectedByte = "unexpected byte"
        case badNumber = "not a number as RFC 8259 §6 writes it"
        case badEscape = "not an escape of RFC 8259 §7"
        case controlCharacter = "control character inside a string"
        case badUTF8 = "not UTF-8"
        case tooDeep = "nested too deep"
        /// Something follows the document.
        case trailingBytes = "bytes after the end of the document"
        /// Well-formed, but another kind of value than the reader asked for.
        case wrongKind = "another kind of value"
    }
    public let problem: Problem
    /// Counted in bytes from the start of the document.
    public let offset: Int

    public init(_ problem: Problem, at offset: Int) {
        self.problem = problem
        self.offset = offset
    }

    public var description: String { "\(problem.rawValue) at byte \(offset)" }
}
