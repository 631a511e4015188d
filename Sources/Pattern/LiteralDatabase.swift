import CHyperscan
import Synchronization

/// Any number of strings of bytes, looked for in one pass over a text (Hyperscan's pure literal interface: gigabytes a second).
///
/// `@unchecked Sendable`, because: `handle` is assigned once in `init`, and Hyperscan only reads a database while scanning, so that threads
/// may share it; each scratch is taken out of `idle` under its lock, used by that one scan, and put back. `deinit` runs when nobody
/// holds the database, so that no scan is under way.
public final class LiteralDatabase: @unchecked Sendable {
    /// One string and whether ASCII letters match in either case.
    public struct Literal: Hashable, Sendable {
        public let bytes: [UInt8]
        public let letterCase: Pattern.LetterCase

        public init(_ text: String, letterCase: Pattern.LetterCase) {
            bytes = Array(text.utf8)
            self.letterCase = letterCase
        }
    }

    private let handle: OpaquePointer
    private let idle = Mutex<Scratches>(Scratches())

    /// - Parameter literals: at least one, none of them empty.
    /// - Throws: `PatternError` with the compiler's reason.
    public init(_ literals: [Literal]) throws(PatternError) {
        guard !literals.isEmpty, literals.allSatisfy({ !$0.bytes.isEmpty }) else { throw .empty }
        handle = try Self.compile(literals)
    }

    deinit {
        idle.withLock { $0.free() }
        hs_free_database(handle)
    }

    /// Every place where a literal ends, in order of place, added to `hits`.
    /// - Returns: whether the whole text was looked at; it is not where memory has run out or the text has 4 GiB or more.
    public func scan(_ bytes: UnsafeBufferPointer<UInt8>, into hits: inout [LiteralHit]) -> Bool {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { return true }
        guard let length = UInt32(exactly: bytes.count), let scratch = Scratches.take(from: idle, for: handle) else {
            return false
        }
        defer { idle.withLock { $0.put(scratch) } }
        let start = UnsafeRawPointer(base).assumingMemoryBound(to: CChar.self)
        let status = withUnsafeMutablePointer(to: &hits) { list in
            hs_scan(
                handle, start, length, 0, scratch.pointer,
                { id, _, end, _, context in
                    context?.assumingMemoryBound(to: [LiteralHit].self).pointee
                        .append(LiteralHit(literal: id, end: UInt32(truncatingIfNeeded: end)))
                    return 0
                }, list)
        }
        return status == HS_SUCCESS
    }

    private static func compile(_ literals: [Literal]) throws(PatternError) -> OpaquePointer {
        var compiled: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let flags = literals.map { UInt32($0.letterCase == .ignored ? HS_FLAG_CASELESS : 0) }
        let lengths = literals.map(\.bytes.count)
        let ids = literals.indices.map { UInt32($0) }
        let joined = literals.flatMap(\.bytes) + [0]
        let status = joined.withUnsafeBytes { raw in
            var place = 0
            let starts = lengths.map { length -> UnsafePointer<CChar>? in
                defer { place += length }
                return raw.baseAddress?.advanced(by: place).assumingMemoryBound(to: CChar.self)
            }
            return hs_compile_lit_multi(
                starts, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil, &compiled, &failure)
        }
        defer { hs_free_compile_error(failure) }
        guard status == HS_SUCCESS, let compiled else {
            throw PatternError(status, failure)
        }
        return compiled
    }
}
