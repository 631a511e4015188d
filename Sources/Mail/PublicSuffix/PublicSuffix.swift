import CPSL
import Foundation
import Model

/// The boundary below which organizations register domains, by a dated copy of the public suffix list
/// (publicsuffix.org).
public enum PublicSuffix {
    public static let replaceable = ReplaceableTable(
        "public-suffixes", builtIn: origin, row: "a rule of the public suffix list such as co.uk, *.ck or !www.ck"
    ) { row in
        let name = row.hasPrefix("!") || row.hasPrefix("*.") ? row.drop { "!*.".contains($0) } : row
        return !name.isEmpty && !name.hasPrefix(".")
            && name.allSatisfy { $0.isLetter || $0.isNumber || ".-*".contains($0) }
    }

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
    nonisolated(unsafe) private static let list: OpaquePointer? =
        parsed(replaceable.ownRows?.joined(separator: "\n") ?? suffixList) ?? psl_builtin()

    private static func parsed(_ text: String) -> OpaquePointer? {
        var bytes = Array(text.utf8)
        return bytes.withUnsafeMutableBytes { buffer in
            guard let file = fmemopen(buffer.baseAddress, buffer.count, "r") else { return nil }
            defer { fclose(file) }
            return psl_load_fp(file)
        }
    }
}
