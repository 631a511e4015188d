import Glibc

/// The operators of a content stream with their operands (ISO 32000-1, 7.8.2).
struct PDFContent {
    struct Operation {
        var name: String
        /// The last ones.
        var numbers: [Double]
        /// Without its slash.
        var lastName: String
        /// Of all strings, blanks left out.
        var stringBytes: Int
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Operation? {
        var operation = Operation(name: "", numbers: [], lastName: "", stringBytes: 0)
        while place < bytes.count {
            switch bytes[place] {
            case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: ")"), UInt8(ascii: ">"):
                place += 1
            case UInt8(ascii: "%"): while place < bytes.count, ![0x0A, 0x0D].contains(bytes[place]) { place += 1 }
            case UInt8(ascii: "("): operation.stringBytes += literal()
            case UInt8(ascii: "<"): operation.stringBytes += hexadecimal()
            case UInt8(ascii: "/"):
                place += 1
                operation.lastName = word()
            default:
                let word = word()
                if let number = Double(word) {
                    operation.numbers.append(number)
                    if operation.numbers.count > 12 { operation.numbers.removeFirst(6) }
                    continue
                }
                operation.name = word
                if word == "BI" { skipImage() }
                return operation
            }
        }
        return nil
    }

    private mutating func word() -> String {
        let start = place
        while place < bytes.count, !Self.isDelimiter(bytes[place]) { place += 1 }
        if place == start, place < bytes.count, bytes[place] > 0x20, bytes[place] != UInt8(ascii: "/") { place += 1 }
        return String(decoding: bytes[start..<place].prefix(200), as: UTF8.self)
    }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        byte <= 0x20 || "()<>[]{}/%".utf8.contains(byte)
    }

    private mutating func literal() -> Int {
        var (depth, count) = (0, 0)
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\\") {
                place += 1
                count += 1
            } else if byte == UInt8(ascii: "(") {
                depth += 1
            } else if byte == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return count }
            } else if byte > 0x20 {
                count += 1
            }
        }
        return count
    }

    private mutating func hexadecimal() -> Int {
        place += 1
        guard bytes.byte(at: place) != UInt8(ascii: "<") else {
            place += 1
            return 0
        }
        var digits = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
            if bytes[place] > 0x20 { digits += 1 }
            place += 1
        }
        place += 1
        return digits / 2
    }

    /// An image within the content: up to `EI` between white space.
    private mutating func skipImage() {
        while place + 2 < bytes.count {
            if bytes[place] == UInt8(ascii: "E"), bytes[place + 1] == UInt8(ascii: "I"), bytes[place - 1] <= 0x20,
                bytes[place + 2] <= 0x20
            {
                place += 2
                return
            }
            place += 1
        }
        place = bytes.count
    }
}
