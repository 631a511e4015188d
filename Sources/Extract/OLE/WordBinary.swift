import Model

/// A Word document of 97 to 2003 (MS-DOC): the text by its piece table, which spans body, notes, headers, comments and boxes.
struct WordBinary {
    private let stream: [UInt8]
    private let tables: [[UInt8]]

    init(_ stream: [UInt8], tables: [[UInt8]]) {
        self.stream = stream
        self.tables = tables
    }

    func read(into extractor: Extractor) throws {
        guard stream.u16(at: 0) == 0xA5EC || stream.u16(at: 0) == 0xA5DC, let flags = stream.u16(at: 10) else {
            throw Halt.damaged("the Word document has no header")
        }
        guard flags & 0x0100 == 0 else { throw Halt.encrypted("the document has a password") }
        var text = extractor.buffer()
        defer { extractor.emit(text, part: "WordDocument") }
        // Word 6 and 95 have no table stream: the text lies in one piece.
        guard let version = stream.u16(at: 2), version >= 0xC1 else {
            let (start, end) = (stream.u32(at: 24) ?? 0, stream.u32(at: 28) ?? 0)
            append(TextEncoding.decode(stream.bytes(at: start, count: end - start), codePage: 1252), to: &text)
            return
        }
        let table = tables[flags & 0x0200 != 0 ? 1 : 0]
        guard let start = stream.u32(at: 0x1A2), let size = stream.u32(at: 0x1A6), size > 0 else {
            throw Halt.damaged("the Word document has no piece table")
        }
        let pieces = try Self.pieces(Array(table.bytes(at: start, count: size)))
        for piece in pieces {
            try extractor.budget.spend(bytes: piece.count)
            append(decoded(piece), to: &text)
        }
        text.endLine()
    }

    private struct Piece {
        var offset: Int
        var count: Int
        var isWide: Bool
    }

    /// MS-DOC 2.9.38: property runs, then the plain table of pieces.
    private static func pieces(_ clx: [UInt8]) throws -> [Piece] {
        var place = 0
        while clx.byte(at: place) == 1, let size = clx.u16(at: place + 1) { place += 3 + size }
        guard clx.byte(at: place) == 2, let size = clx.u32(at: place + 1), size >= 16 else {
            throw Halt.damaged("the piece table is damaged")
        }
        let plc = clx[min(clx.count, place + 5)...].prefix(size)
        let count = (plc.count - 4) / 12
        guard count > 0 else { throw Halt.damaged("the piece table is damaged") }
        return (0..<count).compactMap { index in
            guard let start = plc.u32(at: index * 4), let end = plc.u32(at: index * 4 + 4), end > start,
                let raw = plc.u32(at: (count + 1) * 4 + index * 8 + 2)
            else { return nil }
            let isWide = raw & 0x4000_0000 == 0
            let offset = raw & 0x3FFF_FFFF
            return Piece(offset: isWide ? offset : offset / 2, count: end - start, isWide: isWide)
        }
    }

    private func decoded(_ piece: Piece) -> [UInt8] {
        let raw = stream.bytes(at: piece.offset, count: min(piece.count, stream.count) * (piece.isWide ? 2 : 1))
        return piece.isWide ? TextEncoding.utf16(raw) : TextEncoding.decode(raw, codePage: 1252)
    }

    /// Marks to their text: cells get a tab, the end of a row a line end, field codes stay beside their results.
    private func append(_ bytes: [UInt8], to text: inout TextBuffer) {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case 0x07:
                // The mark behind the last cell of a row.
                if place > 0, bytes[place - 1] == 0x07, out.last == 0x09 {
                    out[out.count - 1] = 0x0A
                } else {
                    out.append(0x09)
                }
            case 0x0B, 0x0C, 0x0D, 0x0E: out.append(0x0A)
            case 0x13, 0x14, 0x15: out.append(0x20)
            case 0x1E: out.append(0x2D)
            case 0x1F: break
            case 0x09, 0x0A: out.append(byte)
            case ..<0x20: break
            default: out.append(byte)
            }
        }
        text.append(out)
    }
}
