/// A message of the Cryptographic Message Syntax (RFC 5652), by its outermost elements.
struct CryptographicMessage {
    enum Kind { case signed, encrypted, other }

    let kind: Kind
    private let bytes: [UInt8]

    /// - Returns: nil for what is none.
    init?(_ bytes: [UInt8]) {
        let prefix: [UInt8] = [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07]
        guard bytes.first == 0x30, let start = Self.header(bytes, at: 0)?.body else { return nil }
        self.bytes = bytes
        if bytes.bytes(at: start, count: prefix.count).elementsEqual(prefix) {
            switch bytes.byte(at: start + prefix.count) {
            case 2: kind = .signed
            case 3, 4, 6: kind = .encrypted
            default: kind = .other
            }
        } else if bytes.bytes(at: start, count: 12).elementsEqual(Self.authenticated) {
            kind = .encrypted
        } else {
            return nil
        }
    }

    /// The object identifier of authenticated and encrypted data, but for its last number (RFC 5083).
    private static let authenticated: [UInt8] = [
        0x06, 0x0B, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x01,
    ]

    /// What was signed; nil where it lies outside of the signature, or the elements are damaged.
    func signedContent() -> [UInt8]? {
        var place = 0
        // The type and [0] of the message, version and algorithms of the data, then type and [0] of the content.
        for (tag, others) in [(0x30, 1), (0xA0, 0), (0x30, 2), (0x30, 1), (0xA0, 0)] as [(UInt8, Int)] {
            guard let header = Self.header(bytes, at: place), header.tag == tag else { return nil }
            place = header.body
            for _ in 0..<others {
                guard let next = end(of: place, depth: 0) else { return nil }
                place = next
            }
        }
        return octets(at: place)
    }

    /// A string of octets, in one piece or in several.
    private func octets(at start: Int) -> [UInt8]? {
        guard let header = Self.header(bytes, at: start) else { return nil }
        if header.tag == 0x04, let length = header.length { return Array(bytes.bytes(at: header.body, count: length)) }
        guard header.tag == 0x24 else { return nil }
        var out: [UInt8] = []
        var place = header.body
        while let piece = Self.header(bytes, at: place), piece.tag == 0x04, let length = piece.length,
            header.length.map({ place < header.body + $0 }) ?? true
        {
            out += bytes.bytes(at: piece.body, count: length)
            place = piece.body + length
        }
        return out
    }

    /// Tag and length of an element; the length is nil where its end is marked by two zeros.
    private static func header(_ bytes: [UInt8], at place: Int) -> (tag: UInt8, body: Int, length: Int?)? {
        guard let tag = bytes.byte(at: place), let first = bytes.byte(at: place + 1) else { return nil }
        if first < 0x80 { return (tag, place + 2, Int(first)) }
        if first == 0x80 { return (tag, place + 2, nil) }
        let size = Int(first & 0x7F)
        let field = bytes.bytes(at: place + 2, count: size)
        guard size <= 4, field.count == size else { return nil }
        return (tag, place + 2 + size, field.reduce(0) { $0 << 8 | Int($1) })
    }

    private func end(of place: Int, depth: Int) -> Int? {
        guard depth < 8, let header = Self.header(bytes, at: place) else { return nil }
        if let length = header.length { return header.body + length }
        var next = header.body
        while bytes.u16(at: next) != 0 {
            guard let end = end(of: next, depth: depth + 1) else { return nil }
            next = end
        }
        return next + 2
    }
}
