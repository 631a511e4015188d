import CHyperscan
import Synchronization

/// A compiled expression and the working memory (scratch) for scanning with it.
///
/// `@unchecked Sendable`, because: `handle` is assigned once in `init`, and Hyperscan only reads a database while scanning, so that threads
/// may share it (Hyperscan Developer's Reference, "Scratch space": one scratch for each concurrent scan, the database needs none).
/// Scratches are written while scanning; each is taken out of `idle` under its lock, used by that one call, and put back.
/// `deinit` runs when nobody holds the database, so that no scan is under way.
final class PatternDatabase: @unchecked Sendable {
    /// The expression and its flags.
    let source: String
    private let handle: OpaquePointer
    private static let nothing: StaticString = ""
    private let idle = Mutex<Scratches>(Scratches())

    /// - Throws: `PatternError` with the compiler's reason.
    init(_ expression: String, flags: UInt32) throws(PatternError) {
        source = "\(flags) \(expression)"
        var compiled: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let status = hs_compile(expression, flags, UInt32(HS_MODE_BLOCK), nil, &compiled, &failure)
        defer { hs_free_compile_error(failure) }
        guard status == HS_SUCCESS, let compiled else {
            throw PatternError(status, failure)
        }
        handle = compiled
        // The first scratch is made here, where running out of memory can be told; later ones are like it.
        var first: OpaquePointer?
        guard hs_alloc_scratch(handle, &first) == HS_SUCCESS, let first else {
            hs_free_database(compiled)
            throw .unusable("there is not enough memory for it")
        }
        let prototype = Scratch(pointer: first)
        idle.withLock { $0.put(prototype) }
    }

    deinit {
        idle.withLock { $0.free() }
        hs_free_database(handle)
    }

    /// Whether any match is in the bytes, which have to be UTF-8.
    func matches(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // Texts of 4 GiB and more cannot be asked about: nothing that is matched comes near.
        guard let length = UInt32(exactly: bytes.count), let scratch = Scratches.take(from: idle, for: handle) else {
            return false
        }
        defer { idle.withLock { $0.put(scratch) } }
        var isFound = false
        // An empty text has no address of its own, and the scanner wants one.
        let start = UnsafeRawPointer(bytes.baseAddress ?? Self.nothing.utf8Start).assumingMemoryBound(to: CChar.self)
        _ = withUnsafeMutablePointer(to: &isFound) { found in
            hs_scan(
                handle, start, length, 0, scratch.pointer,
                { _, _, _, _, context in
                    context?.assumingMemoryBound(to: Bool.self).pointee = true
                    return 1
                }, found)
        }
        return isFound
    }
}
