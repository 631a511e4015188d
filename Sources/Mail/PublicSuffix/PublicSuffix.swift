import CPSL
import Foundation

/// The boundary below which organizations register domains, by a dated copy of the public suffix list
/// (publicsuffix.org).
public enum PublicSuffix {
    /// The organizational domain (RFC 7489 §3.2): one label more than the longest public suffix.
    /// - Parameter domain: lower-case A-labels without a trailing dot.
    /// - Returns: nil for a public suffix itself, which belongs to no single organization, and for what is no name.
    public static func organizationalDomain(of domain: String) -> String? {
        guard let list, !domain.isEmpty else { return nil }
        return domain.withCString { name in
            psl_registrable_domain(list, name).map { String(cString: $0) }
        }
    }

    /// How many rules are in force; what a renewed list is checked by.
    static var ruleCount: Int { list.map { Int(psl_suffix_count($0)) } ?? 0 }

    /// Parsed once, at the first question. libpsl's own list, as old as the system, where ours cannot be parsed.
    ///
    /// Not isolated, safely: `static let` initializes it once, nothing writes to it or frees it afterwards, and
    /// libpsl's questions
    /// only read a list that has been loaded.
    nonisolated(unsafe) private static let list: OpaquePointer? = parsed(suffixList) ?? psl_builtin()

    private static func parsed(_ text: String) -> OpaquePointer? {
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBytes { buffer in
            guard let file = fmemopen(buffer.baseAddress, buffer.count, "r") else { return nil }
            defer { fclose(file) }
            return psl_load_fp(file)
        }
    }
}
