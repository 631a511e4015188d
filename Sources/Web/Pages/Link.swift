import Foundation

/// A path of this server with its query, percent-encoded (RFC 3986).
struct Link: Sendable, Hashable, CustomStringConvertible {
    private let text: String

    /// - Parameters:
    ///   - path: written as it stands; parts that come from data are encoded with `Link.part`.
    ///   - query: a nil value leaves its name out.
    init(_ path: String, _ query: KeyValuePairs<String, String?> = [:]) {
        self.init(path, query.map { ($0.key, $0.value) })
    }

    init(_ path: String, _ query: [(String, String?)]) {
        let pairs = query.compactMap { name, value in value.map { "\(Self.part(name))=\(Self.part($0))" } }
        text = pairs.isEmpty ? path : path + "?" + pairs.joined(separator: "&")
    }

    /// A piece of data as one part of a path or a value of a query.
    static func part(_ text: String) -> String {
        // Ids and words of queries are most of what is written, and need no encoding.
        text.utf8.allSatisfy(isUnreserved) ? text : text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    /// Where a form that names a page to return to may lead: a path of this server and nowhere else.
    init?(returningTo text: String?) {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.hasPrefix("/\\"),
            text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
        else { return nil }
        self.text = text
    }

    var description: String { text }

    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
