/// The records of a part of a binary workbook (MS-XLSB 2.1.4): kind and size have seven bits a byte.
struct BinaryRecords {
    struct Record {
        var kind: Int
        var body: ArraySlice<UInt8>
    }

    private let bytes: [UInt8]
    private var place = 0
    private(set) var isCutOff = false

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Record? {
        guard place < bytes.count else { return nil }
        guard let kind = number(atMost: 2), let size = number(atMost: 4),
            size <= bytes.count - place
        else {
            isCutOff = true
            return nil
        }
        defer { place += size }
        return Record(kind: kind, body: bytes[place..<(place + size)])
    }

    private mutating func number(atMost count: Int) -> Int? {
        var value = 0
        for index in 0..<count {
            guard let byte = bytes.byte(at: place) else { return nil }
            place += 1
            value |= Int(byte & 0x7F) << (7 * index)
            if byte & 0x80 == 0 { break }
        }
        return value
    }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// UTF-8 of the string behind its length in characters (XLWideString), and where it ends; nil for the string that is none.
    func wideString(at place: Int) -> (text: [UInt8], end: Int)? {
        guard let length = u32(at: place), length <= 1 << 20, place + 4 + length * 2 <= count else { return nil }
        return (TextEncoding.utf16(Array(bytes(at: place + 4, count: length * 2))[...]), place + 4 + length * 2)
    }

    /// The strings that stand somewhere in a record whose fields are not known one by one.
    ///
    /// - Parameter isFormula: constants of formulas, behind a mark and a length of two bytes, instead of those with four.
    func strings(isFormula: Bool = false) -> [[UInt8]] {
        var found: [[UInt8]] = []
        var place = 0
        // Lengths that promise texts which overlap would be looked at again and again.
        var steps = count * 16 + 65_536
        let head = isFormula ? 3 : 4
        while place + head < count, steps > 0 {
            let length = isFormula ? (byte(at: place) == 0x17 ? u16(at: place + 1) : nil) : u32(at: place)
            guard let length, length >= 2, length <= 1 << 15, place + head + length * 2 <= count,
                isText(at: place + head, length: length, &steps)
            else {
                place += 1
                continue
            }
            found.append(TextEncoding.utf16(Array(bytes(at: place + head, count: length * 2))[...]))
            place += head + length * 2
        }
        return found
    }

    private func isText(at place: Int, length: Int, _ steps: inout Int) -> Bool {
        for index in 0..<length {
            steps -= 1
            guard let unit = u16(at: place + index * 2), unit >= 0x20 || (9...13).contains(unit) else { return false }
        }
        return true
    }
}
