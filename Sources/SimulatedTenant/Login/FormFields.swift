/// Names and values of a query string or of an `application/x-www-form-urlencoded` body.
struct FormFields: Sendable, Equatable {
    /// In the order given. A name that is given twice stands twice.
    var all: [(name: String, value: String)] = []

    init() {}

    /// Text without the leading `?`. A value that is not UTF-8 once decoded keeps replacement characters.
    init(_ text: some StringProtocol) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let cut = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            all.append((Self.decoded(pair[..<cut]), Self.decoded(pair[cut...].dropFirst())))
        }
    }

    /// The first value of a name; nil where it is missing.
    subscript(_ name: String) -> String? { all.first { $0.name == name }?.value }

    mutating func add(_ name: String, _ value: String?) {
        if let value { all.append((name, value)) }
    }

    var encoded: String { all.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }.joined(separator: "&") }

    /// `%XX` and `+` undone; a percent sign without two digits stays as it is.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = true) -> String {
        guard bytes.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var out: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(hexDigits: rest.prefix(2)) {
                out.append(value)
                rest = rest.dropFirst(2)
            } else {
                out.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Everything but RFC 3986's unreserved characters as `%XX`.
    static func encoded(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
            default: out.append(contentsOf: ((byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)).utf8)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    static func == (a: FormFields, b: FormFields) -> Bool { a.all.elementsEqual(b.all) { $0 == $1 } }
}

extension UInt8 {
    /// Of exactly two hexadecimal digits; nil for anything else.
    init?(hexDigits digits: some Collection<UInt8>) {
        guard digits.count == 2 else { return nil }
        var value: UInt8 = 0
        for digit in digits {
            guard let nibble = Character(UnicodeScalar(digit)).hexDigitValue, digit < 128 else { return nil }
            value = value << 4 | UInt8(nibble)
        }
        self = value
    }
}
