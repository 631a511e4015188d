/// Files that older mail programs wrote into the text: `begin 644 name`, lines of uuencode, `end`.
enum UnixEncodedFiles {
    struct File {
        var name: String
        var content: [UInt8]
    }

    /// - Returns: the text without them, and at most a hundred of them.
    static func split(_ text: [UInt8]) -> (text: [UInt8], files: [File]) {
        guard text.offset(of: "begin ") != nil else { return (text, []) }
        var plain: [UInt8] = []
        var files: [File] = []
        var place = 0
        while place < text.count {
            let end = lineEnd(text, from: place)
            let line = text[place..<end]
            if files.count < 100, let name = name(line), let close = close(text, from: end + 1) {
                files.append(File(name: name, content: TransferEncoding.unixEncoded(text[(end + 1)..<close])))
                place = close
            } else {
                plain += text[place..<min(end + 1, text.count)]
                place = end + 1
            }
        }
        return (plain, files)
    }

    private static func lineEnd(_ text: [UInt8], from place: Int) -> Int {
        text[min(place, text.count)...].firstIndex(of: 0x0A) ?? text.count
    }

    /// Behind three or four octal digits.
    private static func name(_ line: ArraySlice<UInt8>) -> String? {
        guard line.starts(with: "begin ".utf8) else { return nil }
        let mode = line.dropFirst(6).prefix { (0x30...0x37).contains($0) }
        guard (3...4).contains(mode.count), mode.endIndex < line.endIndex, line[mode.endIndex] == 0x20 else {
            return nil
        }
        let name = line[(mode.endIndex + 1)...].prefix(512).filter { $0 >= 0x20 }
        return name.isEmpty ? "file" : String(decoding: name, as: UTF8.self)
    }

    /// Where the lines of the encoding end; nil where none follows.
    private static func close(_ text: [UInt8], from start: Int) -> Int? {
        var place = start
        while place < text.count {
            let end = lineEnd(text, from: place)
            let line = text[place..<end].filter { $0 >= 0x20 }
            if line.elementsEqual("end".utf8) { return min(end + 1, text.count) }
            guard isEncoded(line) else { break }
            place = end + 1
        }
        return place > start ? min(place, text.count) : nil
    }

    /// The first character tells how many bytes the line holds; blanks at its end may be lost.
    private static func isEncoded(_ line: [UInt8]) -> Bool {
        guard let first = line.first, first <= 0x60, line.allSatisfy({ $0 <= 0x60 }) else { return false }
        let count = Int((first - 0x20) & 0x3F)
        return line.count - 1 <= (count + 2) / 3 * 4 + 2 && (count == 0 || line.count > 1)
    }
}
