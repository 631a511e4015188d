import Foundation

/// Reads JSON into `JSON`, members in their order. Numbers are whole; the tenant needs no others.
struct JSONReader {
    /// What is wrong and at which byte.
    struct Failure: Error, CustomStringConvertible {
        var what: String
        var offset: Int
        var description: String { "\(what) at byte \(offset)" }
    }

    private let bytes: [UInt8]
    private var at = 0

    static func read(_ text: String) throws -> JSON { try read(Array(text.utf8)) }

    static func read(_ bytes: [UInt8]) throws -> JSON {
        var reader = JSONReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.at == bytes.count else { throw reader.failure("something after the end") }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private func failure(_ what: String) -> Failure { Failure(what: what, offset: at) }
    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 32 || byte == 10 || byte == 13 || byte == 9 { at += 1 }
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard next == byte else { throw failure("'\(Character(Unicode.Scalar(byte)))' expected") }
        at += 1
    }

    private mutating func value(depth: Int) throws -> JSON {
        guard depth < 64 else { throw failure("nested too deep") }
        skipSpace()
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .int(try integer())
        }
    }

    private mutating func word(_ word: String, _ value: JSON) throws -> JSON {
        for byte in word.utf8 { try expect(byte) }
        return value
    }

    private mutating func integer() throws -> Int {
        let start = at
        if next == UInt8(ascii: "-") { at += 1 }
        while let byte = next, byte >= 48, byte <= 57 { at += 1 }
        guard let value = Int(String(decoding: bytes[start..<at], as: UTF8.self)) else {
            throw failure("value expected")
        }
        return value
    }

    private mutating func object(depth: Int) throws -> [JSON.Member] {
        var members: [JSON.Member] = []
        try expect(UInt8(ascii: "{"))
        skipSpace()
        if next == UInt8(ascii: "}") { at += 1; return members }
        while true {
            skipSpace()
            let name = try string()
            skipSpace()
            try expect(UInt8(ascii: ":"))
            members.append(JSON.Member(name: name, value: try value(depth: depth)))
            skipSpace()
            if next == UInt8(ascii: "}") { at += 1; return members }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func array(depth: Int) throws -> [JSON] {
        var elements: [JSON] = []
        try expect(UInt8(ascii: "["))
        skipSpace()
        if next == UInt8(ascii: "]") { at += 1; return elements }
        while true {
            elements.append(try value(depth: depth))
            skipSpace()
            if next == UInt8(ascii: "]") { at += 1; return elements }
            try expect(UInt8(ascii: ","))
        }
    }

    private mutating func string() throws -> String {
        let start = at
        try expect(UInt8(ascii: "\""))
        var escaped = false
        while let byte = next, byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") { escaped = true; at += 1 }
            at += 1
        }
        try expect(UInt8(ascii: "\""))
        guard escaped else { return String(decoding: bytes[(start + 1)..<(at - 1)], as: UTF8.self) }
        let quoted = Data(bytes[start..<at])
        guard let text = try? JSONSerialization.jsonObject(with: quoted, options: .fragmentsAllowed) as? String else {
            throw failure("bad escape")
        }
        return text
    }
}
