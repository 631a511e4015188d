import CHyperscan
import Glibc
import Synchronization

/// Several expressions, looked for in one pass over a text, with the places where their matches begin and end.
///
/// `@unchecked Sendable`, because: `handle` is assigned once in `init`, and Hyperscan only reads a database while scanning, so that threads
/// may share it; each scratch is taken out of `idle` under its lock, used by that one scan, and put back. `deinit` runs when nobody
/// holds the database, so that no scan is under way.
public final class PatternSet: @unchecked Sendable {
    public struct Expression: Hashable, Sendable {
        public let text: String
        public let letterCase: Pattern.LetterCase

        public init(_ text: String, letterCase: Pattern.LetterCase) {
            self.text = text
            self.letterCase = letterCase
        }
    }

    /// What an expression matched: the bytes of the text.
    public struct Hit: Hashable, Sendable {
        /// Its place in the list that the set was made from.
        public let expression: Int
        public let range: Range<Int>
    }

    /// Bytes of the longest match that is told.
    public static let longestMatch = 1_024

    private let handle: OpaquePointer
    /// Whether each expression speaks of the end of a line, before which a carriage return may stand.
    private let speakOfLineEnds: [Bool]
    private let idle = Mutex<Scratches>(Scratches())

    /// - Parameter expressions: at least one, in PCRE's syntax; `^` and `$` are the ends of a line, `.` is not a line break.
    /// - Throws: why one cannot be used, in words for the person who wrote it.
    public init(_ expressions: [Expression]) throws(PatternError) {
        guard !expressions.isEmpty else { throw .empty }
        for expression in expressions { try Self.check(expression.text) }
        let written = expressions.map { Expression(LineEnd.allowingReturn($0.text), letterCase: $0.letterCase) }
        let compiled = try? Self.compile(written)
        // What can be used as it was written is not refused for what was added to it.
        handle = if let compiled { compiled } else { try Self.compile(expressions) }
        speakOfLineEnds = zip(expressions, written).map { compiled != nil && $0 != $1 }
    }

    deinit {
        idle.withLock { $0.free() }
        hs_free_database(handle)
    }

    /// The matches in a text, however many; of those of one expression that overlap, the one that begins first, as long as it can be.
    /// - Parameter bytes: valid UTF-8; all matches in it are held at once.
    public func hits(in bytes: UnsafeBufferPointer<UInt8>) -> [Hit] {
        guard let base = bytes.baseAddress, let length = UInt32(exactly: bytes.count), length > 0,
            let scratch = Scratches.take(from: idle, for: handle)
        else { return [] }
        defer { idle.withLock { $0.put(scratch) } }
        var found = Found()
        let start = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
        _ = withUnsafeMutablePointer(to: &found) { found in
            hs_scan(
                handle, start, length, 0, scratch.pointer,
                { id, from, to, _, context in
                    context?.assumingMemoryBound(to: Found.self).pointee.add(Int(id), from: Int(from), to: Int(to))
                    return 0
                }, found)
        }
        return found.settled.compactMap { hit in
            guard speakOfLineEnds[hit.expression], bytes[hit.range.upperBound - 1] == 13 else { return hit }
            return hit.range.count > 1
                ? Hit(expression: hit.expression, range: hit.range.lowerBound..<(hit.range.upperBound - 1)) : nil
        }
    }

    private static func check(_ text: String) throws(PatternError) {
        guard text.utf8.count <= Pattern.longest else { throw .tooLong(bytes: text.utf8.count) }
        guard !text.isEmpty else { throw .empty }
        guard !text.utf8.contains(0) else { throw .unusable("it holds a NUL character") }
        guard !["\\A", "\\z", "\\Z", "\\G"].contains(where: { text.contains($0) }) else {
            throw .unusable("\\A, \\z, \\Z and \\G are not supported: ^ and $ are the ends of a line")
        }
        try PatternSize.check(text)
        guard try Self.shortestMatch(of: text) > 0 else { throw .unusable("it matches the empty text") }
    }

    private static func shortestMatch(of text: String) throws(PatternError) -> UInt32 {
        var info: UnsafeMutablePointer<hs_expr_info_t>?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let status = hs_expression_info(text, UInt32(HS_FLAG_UTF8), &info, &failure)
        defer {
            hs_free_compile_error(failure)
            free(info)
        }
        guard status == HS_SUCCESS, let info else {
            throw PatternError(status, failure)
        }
        return info.pointee.min_width
    }

    private static func compile(_ expressions: [Expression]) throws(PatternError) -> OpaquePointer {
        var compiled: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let flags = expressions.map { expression in
            UInt32(HS_FLAG_SOM_LEFTMOST | HS_FLAG_MULTILINE)
                | UInt32(ASCIIPattern.isOne(expression.text) ? 0 : HS_FLAG_UTF8)
                | UInt32(expression.letterCase == .ignored ? HS_FLAG_CASELESS : 0)
        }
        let ids = expressions.indices.map { UInt32($0) }
        // Each expression by itself is no longer than what its own check allowed.
        let texts = expressions.map { Array($0.text.utf8CString) }
        let joined = texts.flatMap { $0 }
        let status = joined.withUnsafeBufferPointer { buffer in
            var place = 0
            let starts = texts.map { text -> UnsafePointer<CChar>? in
                defer { place += text.count }
                return buffer.baseAddress?.advanced(by: place)
            }
            return hs_compile_multi(
                starts, flags, ids, UInt32(expressions.count), UInt32(HS_MODE_BLOCK), nil, &compiled, &failure)
        }
        defer { hs_free_compile_error(failure) }
        guard status == HS_SUCCESS, let compiled else {
            throw PatternError(status, failure)
        }
        return compiled
    }
}

/// Matches as they come: one for each end of each of them, the longest of those with one beginning last.
private struct Found {
    private var ends: [Start: Int] = [:]

    private struct Start: Hashable {
        let expression: Int
        let place: Int
    }

    mutating func add(_ expression: Int, from: Int, to: Int) {
        guard to - from <= PatternSet.longestMatch else { return }
        let start = Start(expression: expression, place: from)
        ends[start] = max(ends[start] ?? to, to)
    }

    var settled: [PatternSet.Hit] {
        var lastEnds: [Int: Int] = [:]
        let inOrder = ends.sorted { ($0.key.place, $0.key.expression) < ($1.key.place, $1.key.expression) }
        return inOrder.compactMap { start, end in
            guard start.place >= lastEnds[start.expression] ?? 0, end > start.place else { return nil }
            lastEnds[start.expression] = end
            return PatternSet.Hit(expression: start.expression, range: start.place..<end)
        }
    }
}
