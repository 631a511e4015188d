/// A presentation of PowerPoint 97 to 2003 (MS-PPT): the text atoms of slides, notes, masters and comments.
struct SlidesBinary {
    private let stream: [UInt8]

    init(_ stream: [UInt8]) { self.stream = stream }

    func read(into extractor: Extractor) throws {
        var text = extractor.buffer()
        defer { extractor.emit(text, part: "PowerPoint Document") }
        try walk(0..<stream.count, depth: 0, extractor, &text)
    }

    /// A version of 15 marks a container: its records lie inside.
    private func walk(_ range: Range<Int>, depth: Int, _ extractor: Extractor, _ text: inout TextBuffer) throws {
        var place = range.lowerBound
        while place + 8 <= range.upperBound, let head = stream.u16(at: place), let type = stream.u16(at: place + 2),
            let size = stream.u32(at: place + 4)
        {
            let end = min(place + 8 + size, range.upperBound)
            if head & 0xF == 0xF {
                if depth < 64 { try walk((place + 8)..<end, depth: depth + 1, extractor, &text) }
            } else {
                try atom(type, stream[(place + 8)..<end], extractor, &text)
            }
            place = end
            try extractor.budget.spend(bytes: 8)
        }
    }

    private func atom(_ type: Int, _ body: ArraySlice<UInt8>, _ extractor: Extractor, _ text: inout TextBuffer) throws {
        switch type {
        // TextCharsAtom, CString; TextBytesAtom has the low bytes of UTF-16 alone.
        case 0x0FA0, 0x0FBA: append(TextEncoding.utf16(body), to: &text)
        case 0x0FA8: append(TextEncoding.decode(body, codePage: 1252), to: &text)
        // ExOleObjStg: a compound file, deflated behind its size where the instance says so.
        case 0x1011:
            try extractor.inside("object") {
                var content: [UInt8] = []
                if body.starts(with: CompoundFile.magic) {
                    content = Array(body)
                } else {
                    try extractor.inflate(body.dropFirst(4), as: .zlib) { content.append(contentsOf: $0) }
                }
                try extractor.nestedHere(content, named: "object")
            }
        default: break
        }
    }

    private func append(_ bytes: [UInt8], to text: inout TextBuffer) {
        text.line(bytes.map { $0 == 0x0B || $0 == 0x0D ? 0x0A : $0 }.filter { $0 >= 0x20 || $0 == 0x09 || $0 == 0x0A })
    }
}
