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
            var next = min(end + 1, text.count)
            var isFile = false
            if files.count < 100, let name = name(line), let close = close(text, from: next) {
                files.append(File(name: name, content: TransferEncoding.unixEncoded(text[next..<close.place])))
                (next, isFile) = (close.place, close.isMarked)
            }
            // Without an end it may be a text after all.
            if !isFile { plain += text[place..<next] }
            place = next
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

    /// Where the lines of the encoding end, and whether the word for it stands there; nil where none follows.
    private static func close(_ text: [UInt8], from start: Int) -> (place: Int, isMarked: Bool)? {
        var place = start
        while place < text.count {
            let end = lineEnd(text, from: place)
            let line = text[place..<end].filter { $0 >= 0x20 }
            if line.elementsEqual("end".utf8) { return (min(end + 1, text.count), true) }
            guard isEncoded(line) else { break }
            place = end + 1
        }
        return place > start ? (min(place, text.count), false) : nil
    }

    /// The first character tells how many bytes the line holds; blanks at its end may be lost.
    private static func isEncoded(_ line: [UInt8]) -> Bool {
        guard let first = line.first, first <= 0x60, line.allSatisfy({ $0 <= 0x60 }) else { return false }
        let count = Int((first - 0x20) & 0x3F)
        let whole = (count + 2) / 3 * 4
        return line.count - 1 <= whole + 2 && line.count - 1 >= max(whole - 8, min(whole, 1))
    }
}
