/// Where the elements of a JSON array lie, so that each can be judged by itself and told by its line. It believes the text to be JSON;
/// what is none shows when an element is decoded.
struct JSONElements {
    struct Element: Hashable {
        var bytes: ArraySlice<UInt8>
        /// The line on which it begins, the first being 1.
        var line: Int
    }

    private let bytes: [UInt8]
    private var place = 0
    private var line = 1

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The elements of the array that the text is; of a text without one, each value that stands by itself (JSON lines).
    /// - Parameter key: the array is the value of this key of the object that the text is.
    static func of(_ bytes: [UInt8], inKey key: String? = nil) -> [Element] {
        var reader = JSONElements(bytes)
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
        reader.skipBlanks()
        if let key { return reader.seek(key) ? reader.array() : [] }
        return reader.peek == UInt8(ascii: "[") ? reader.array() : reader.lines()
    }

    private var peek: UInt8? { place < bytes.count ? bytes[place] : nil }

    private mutating func step() {
        if bytes[place] == 0x0A { line += 1 }
        place += 1
    }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { step() }
    }

    private mutating func array() -> [Element] {
        var elements: [Element] = []
        step()
        while true {
            skipBlanks()
            guard let byte = peek, byte != UInt8(ascii: "]") else { return elements }
            elements.append(element())
            skipBlanks()
            if peek == UInt8(ascii: ",") { step() }
        }
    }

    private mutating func lines() -> [Element] {
        var elements: [Element] = []
        while peek != nil {
            elements.append(element())
            skipBlanks()
        }
        return elements
    }

    private mutating func element() -> Element {
        let (start, line) = (place, line)
        skipValue()
        return Element(bytes: bytes[start..<place], line: line)
    }

    /// Goes to the value of a key of the object that begins here; false where there is none.
    private mutating func seek(_ key: String) -> Bool {
        guard peek == UInt8(ascii: "{") else { return false }
        step()
        while true {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { return false }
            let name = element().bytes.dropFirst().dropLast()
            skipBlanks()
            guard peek == UInt8(ascii: ":") else { return false }
            step()
            skipBlanks()
            if name.elementsEqual(key.utf8) { return peek == UInt8(ascii: "[") }
            skipValue()
            skipBlanks()
            if peek == UInt8(ascii: ",") { step() }
        }
    }

    /// One value; at least one byte, so that what is no JSON comes to an end too.
    private mutating func skipValue() {
        var depth = 0
        repeat {
            guard let byte = peek else { return }
            switch byte {
            case UInt8(ascii: "\""): skipString()
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                step()
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                step()
            default: skipWord(isAlone: depth == 0)
            }
        } while depth > 0
    }

    private mutating func skipString() {
        step()
        while let byte = peek {
            step()
            if byte == UInt8(ascii: "\"") { return }
            if byte == UInt8(ascii: "\\"), peek != nil { step() }
        }
    }

    /// A number or a word; inside a value also blanks, commas and colons.
    private mutating func skipWord(isAlone: Bool) {
        repeat { step() } while peek.map { !Self.ends(at: $0, isAlone: isAlone) } ?? false
    }

    private static func ends(at byte: UInt8, isAlone: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
        case UInt8(ascii: ","), 0x20, 0x09, 0x0A, 0x0D: isAlone
        default: false
        }
    }
}
