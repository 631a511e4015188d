import Foundation

/// Comma-separated values as people's programs write them: RFC 4180, with CRLF, LF or CR, a byte order mark, blank lines, and semicolons or
/// tabs in place of commas (what spreadsheets do where the comma is the decimal sign).
struct ProtectCSV {
    struct Record: Hashable {
        /// The line on which it begins, the first being 1.
        var line: Int
        var fields: [String]
    }

    /// The records that are not blank.
    /// - Throws: `ProtectRow.Refusal` where a quote is never closed: nobody can tell where the next record begins.
    static func records(_ bytes: [UInt8]) throws -> [Record] {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        var reader = Reader(bytes: body, place: body.startIndex, separator: separator(of: body))
        var records: [Record] = []
        while let record = try reader.next() {
            if record.fields.contains(where: { !$0.allSatisfy(\.isWhitespace) }) { records.append(record) }
        }
        return records
    }

    /// The sign that the first line has most of.
    private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
        let head = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
        let signs = [",", ";", "\t"].map { UInt8(ascii: $0) }
        return signs.max { a, b in
            let (left, right) = (head.count { $0 == a }, head.count { $0 == b })
            return left < right
        } ?? UInt8(ascii: ",")
    }

    private struct Reader {
        let bytes: ArraySlice<UInt8>
        var place: Int
        let separator: UInt8
        var line = 1

        mutating func next() throws -> Record? {
            guard place < bytes.endIndex else { return nil }
            var record = Record(line: line, fields: [])
            while true {
                record.fields.append(try field())
                guard place < bytes.endIndex else { return record }
                let sign = bytes[place]
                place += 1
                if sign == separator { continue }
                if sign == 0x0D, place < bytes.endIndex, bytes[place] == 0x0A { place += 1 }
                line += 1
                return record
            }
        }

        /// Up to the separator or the line's end, which is not taken.
        private mutating func field() throws -> String {
            guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "\"") else { return plain() }
            return try quoted() + plain()
        }

        private mutating func plain() -> String {
            let rest = bytes[place...].prefix { $0 != separator && $0 != 0x0A && $0 != 0x0D }
            place = rest.endIndex
            return String(decoding: rest, as: UTF8.self)
        }

        private mutating func quoted() throws -> String {
            let start = line
            var text: [UInt8] = []
            place += 1
            while place < bytes.endIndex {
                let byte = bytes[place]
                place += 1
                if byte == UInt8(ascii: "\"") {
                    guard place < bytes.endIndex, bytes[place] == UInt8(ascii: "\"") else {
                        return String(decoding: text, as: UTF8.self)
                    }
                    place += 1
                } else if byte == 0x0A || byte == 0x0D && !(place < bytes.endIndex && bytes[place] == 0x0A) {
                    line += 1
                }
                text.append(byte)
            }
            throw ProtectRow.Refusal(line: start, why: "a quote is opened and never closed")
        }
    }
}
