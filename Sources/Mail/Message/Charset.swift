import Foundation

/// A character set as mail names it.
struct Charset {
    private enum Form {
        case utf8, utf7, utf16, utf16LittleEndian, windows1252, eucJP
        /// By Foundation; in sets of single octets text that is valid UTF-8 is taken for mislabelled.
        case foundation(String.Encoding, isSingleOctet: Bool)
        case unknown
    }

    private let form: Form

    /// - Parameter name: in any case, hyphens and underscores at will.
    init(named name: String) {
        let key = name.utf8.lazy.map(HeaderBlock.lowered).filter {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
        switch String(decoding: Array(key.prefix(40)), as: UTF8.self) {
        case "utf8", "unicode11utf8", "utf8mb4", "xunicode20utf8": form = .utf8
        case "utf7", "unicode11utf7", "unicode20utf7", "xunicode20utf7", "csunicode11utf7": form = .utf7
        case "utf16", "utf16be", "ucs2", "iso10646ucs2", "unicode", "csutf16": form = .utf16
        case "utf16le": form = .utf16LittleEndian
        case "eucjp", "xeucjp", "xeuc", "cseucpkdfmtjapanese", "ujis": form = .eucJP
        case "usascii", "ascii", "iso88591", "latin1", "l1", "windows1252", "cp1252", "xcp1252", "ansix341968",
            "iso646us", "us", "cp819", "ibm819":
            form = .windows1252
        case let name:
            form =
                CharsetNames.number(of: name).map { .foundation(.init(rawValue: $0.0), isSingleOctet: $0.1) }
                ?? .unknown
        }
    }

    /// Whether the name says more than that octets are UTF-8 or Latin.
    var isLegacy: Bool {
        switch form {
        case .foundation, .eucJP: true
        default: false
        }
    }

    /// Never fails: what the set does not hold is read as UTF-8 or windows-1252.
    func decode(_ octets: [UInt8]) -> String {
        switch form {
        case .utf8: return String(decoding: octets, as: UTF8.self)
        case .utf7: return UTF7.decode(octets)
        case .utf16: return Self.utf16(octets, isLittleEndian: false)
        case .utf16LittleEndian: return Self.utf16(octets, isLittleEndian: true)
        case .eucJP: return EUCJP.decode(octets) ?? HeaderText.plain(octets)
        case .windows1252, .unknown: return HeaderText.plain(octets)
        case .foundation(let encoding, let isSingleOctet):
            if isSingleOctet, HeaderText.isUTF8(octets) { return String(decoding: octets, as: UTF8.self) }
            return String(bytes: octets, encoding: encoding) ?? HeaderText.plain(octets)
        }
    }

    /// A byte order mark decides (RFC 2781 §3.2); an odd last octet is left out.
    private static func utf16(_ octets: [UInt8], isLittleEndian: Bool) -> String {
        let mark = octets.prefix(2)
        let isMarked = mark == [0xFE, 0xFF] || mark == [0xFF, 0xFE]
        let low = isMarked ? (mark == [0xFF, 0xFE] ? 0 : 1) : (isLittleEndian ? 0 : 1)
        let units = stride(from: isMarked ? 2 : 0, to: octets.count - octets.count % 2, by: 2).map {
            UInt16(octets[$0 + 1 - low]) << 8 | UInt16(octets[$0 + low])
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// As the WHATWG reads it: the five octets without a character are controls.
    static func windows1252(_ octets: some Collection<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for octet in octets {
            scalars.append((0x80...0x9F).contains(octet) ? upper1252[Int(octet) - 0x80] : Unicode.Scalar(octet))
        }
        return String(scalars)
    }

    private static let upper1252 = Array(
        "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
