import Model

/// Rich Text Format 1.9.1: text by the character set of its font, destinations of looks left out.
struct RTFText {
    private struct Group {
        var isSkipped = false
        /// In a destination of looks: nothing inside of it is shown.
        var isHidden = false
        /// Bytes of fallback behind a Unicode character.
        var fallback = 1
        var codePage: Int
        var destination = ""
        /// Struck out by a tracked change.
        var isDeleted = false
    }

    private let bytes: [UInt8]
    private var place = 0
    private var out: TextBuffer
    private var group: Group
    private var groups: [Group] = []
    private var codePage = 1252
    private var fonts: [Int: Int] = [:]
    private var font = 0
    private var skip = 0
    /// Bytes of the code page that wait to be decoded together.
    private var pending: [UInt8] = []
    /// A UTF-16 unit that waits for its second half.
    private var surrogate: UInt16?
    private(set) var labels = LabelsFound()
    private(set) var data = RTFData()
    private let keepsPictures: Bool
    /// How many groups are open around the data of a picture.
    private var pictureDepth = -1
    private var shapeProperty = ""
    private var deleted: [UInt8] = []
    private var propertyName = ""
    private var propertyValue: [UInt8] = []

    /// - Parameter keepsPictures: whether somebody wants the pictures in JPEG and PNG.
    init(_ bytes: [UInt8], buffer: TextBuffer, keepsPictures: Bool = false) {
        self.bytes = bytes
        self.keepsPictures = keepsPictures
        out = buffer
        group = Group(codePage: 1252)
    }

    /// - Parameter check: asked now and then whether to go on.
    /// - Returns: what has been read, and why that is not all.
    mutating func read(_ check: () throws -> Void) -> (TextBuffer, (any Error)?) {
        var steps = 0
        while place < bytes.count {
            steps += 1
            if steps % 4096 == 0 {
                do { try check() } catch { return (out, error) }
            }
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "{"): open()
            case UInt8(ascii: "}"): close()
            case UInt8(ascii: "\\"): control()
            case 0x0A, 0x0D: break
            default: put(byte)
            }
        }
        flush()
        flushDeleted()
        return (out, nil)
    }

    private mutating func open() {
        flush()
        if groups.count < 4096 { groups.append(group) }
        skip = 0
    }

    private mutating func close() {
        flush()
        if isPictureData {
            data.endPicture()
            pictureDepth = -1
        }
        endDestination()
        if let outer = groups.popLast() { group = outer }
        skip = 0
    }

    private mutating func endDestination() {
        switch group.destination {
        case "propname" where groups.last?.destination != "propname":
            propertyName = String(decoding: propertyValue, as: UTF8.self)
            propertyValue = []
        case "staticval" where groups.last?.destination != "staticval":
            let value = String(decoding: propertyValue, as: UTF8.self)
            if !labels.add(property: propertyName, value: value, carrier: .rtfProperties) {
                out.line("\(propertyName): \(value)")
            }
            propertyValue = []
        case "objdata" where groups.last?.destination != "objdata":
            data.endObject()
        case let name where RTFDestinations.ending.contains(name):
            if groups.last?.destination != name { out.endLine() }
        default: break
        }
    }

    private mutating func put(_ byte: UInt8) {
        if skip > 0 {
            skip -= 1
            return
        }
        if isPictureData { return data.put(digit: byte) }
        guard !group.isSkipped else { return }
        if group.destination == "objdata" { return data.put(digit: byte) }
        pending.append(byte)
    }

    private var isPictureData: Bool { groups.count == pictureDepth }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        write(TextEncoding.decode(pending, codePage: group.codePage))
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func write(_ text: [UInt8]) {
        if group.destination == "propname" || group.destination == "staticval" {
            propertyValue += text
        } else if group.destination == "sn" {
            shapeProperty += String(decoding: text, as: UTF8.self)
        } else if group.isDeleted {
            deleted += text
        } else {
            out.append(text)
            if text.last == 0x0A { flushDeleted() }
        }
    }

    /// Deleted text comes behind its line, so that it cuts nothing.
    private mutating func flushDeleted() {
        guard !deleted.isEmpty else { return }
        out.line(deleted)
        deleted = []
    }

    private mutating func setDeleted(_ isDeleted: Bool) {
        flush()
        group.isDeleted = isDeleted
    }
}

extension RTFText {
    private mutating func control() {
        guard place < bytes.count else { return }
        let byte = bytes[place]
        guard (0x61...0x7A).contains(byte | 0x20) else { return symbol(byte) }
        let start = place
        while place < bytes.count, place - start < 32, (0x61...0x7A).contains(bytes[place] | 0x20) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        let number = parameter()
        if place < bytes.count, bytes[place] == 0x20 { place += 1 }
        if word == "bin" {
            return binary(max(0, number ?? 0))
        }
        apply(word, number)
    }

    /// Bytes as they are: of an object, or of a picture.
    private mutating func binary(_ count: Int) {
        let content = bytes.bytes(at: place, count: count)
        place += content.count
        if isPictureData || (group.destination == "objdata" && !group.isSkipped) { data.put(content) }
    }

    private mutating func parameter() -> Int? {
        let start = place
        if place < bytes.count, bytes[place] == UInt8(ascii: "-") { place += 1 }
        while place < bytes.count, place - start < 11, (0x30...0x39).contains(bytes[place]) { place += 1 }
        return Int(String(decoding: bytes[start..<place], as: UTF8.self))
    }

    private mutating func symbol(_ byte: UInt8) {
        place += 1
        switch byte {
        case UInt8(ascii: "'"):
            guard place + 1 < bytes.count, let high = hexValue(bytes[place]), let low = hexValue(bytes[place + 1])
            else { return }
            place += 2
            put(high << 4 | low)
        case UInt8(ascii: "~"): text("\u{A0}")
        case UInt8(ascii: "_"): text("-")
        case UInt8(ascii: "-"): break
        case UInt8(ascii: "*"): group.isSkipped = true
        case 0x0A, 0x0D: text("\n")
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"): put(byte)
        default: break
        }
    }

    private mutating func text(_ text: String) {
        guard !group.isSkipped else { return }
        flush()
        write(Array(text.utf8))
    }

    private mutating func apply(_ word: String, _ number: Int?) {
        switch word {
        case "par", "line", "sect", "page", "row", "nestrow": text("\n")
        case "tab", "cell", "nestcell": text("\t")
        case "emdash", "endash": text(word == "emdash" ? "\u{2014}" : "\u{2013}")
        case "lquote", "rquote": text("'")
        case "ldblquote", "rdblquote": text("\"")
        case "bullet": text("•")
        case "emspace", "enspace", "qmspace": text(" ")
        case "u": unicode(number ?? 0)
        case "uc": group.fallback = min(max(number ?? 1, 0), 16)
        case "ansicpg": setCodePage(number ?? 1252)
        case "mac": setCodePage(10_000)
        case "pc": setCodePage(437)
        case "f": useFont(number ?? 0)
        case "fcharset": defineFont(charset: number ?? 0)
        case "deleted": setDeleted(number != 0)
        case "plain": setDeleted(false)
        default: destination(word)
        }
    }

    private mutating func setCodePage(_ number: Int) {
        flush()
        codePage = number
        group.codePage = number
    }

    private mutating func useFont(_ number: Int) {
        flush()
        font = number
        if group.destination != "fonttbl" { group.codePage = fonts[number] ?? codePage }
    }

    private mutating func defineFont(charset: Int) {
        guard group.destination == "fonttbl", fonts.count < 4096 else { return }
        fonts[font] = RTFDestinations.codePages[charset] ?? codePage
    }

    private mutating func unicode(_ number: Int) {
        skip = group.fallback
        guard !group.isSkipped else { return }
        flush()
        let unit = UInt16(truncatingIfNeeded: number)
        if let high = surrogate {
            surrogate = nil
            write(Array(String(decoding: [high, unit], as: UTF16.self).utf8))
        } else if (0xD800...0xDBFF).contains(unit) {
            surrogate = unit
        } else {
            // Symbol fonts.
            let plain = (0xF020...0xF07E).contains(unit) ? unit - 0xF000 : unit
            write(Array(String(decoding: [plain], as: UTF16.self).utf8))
        }
    }

    private mutating func destination(_ word: String) {
        if RTFDestinations.hidden.contains(word) {
            flush()
            if word == "pict", keepsPictures, pictureDepth < 0 { pictureDepth = groups.count }
            hide(word)
        } else if !group.isHidden, ["sp", "sn", "sv"].contains(word) {
            shape(word)
        } else if !group.isHidden, RTFDestinations.shown.contains(word) {
            flush()
            group.isSkipped = false
            group.destination = word
            if RTFDestinations.ending.contains(word) { out.endLine() }
        }
    }

    private mutating func hide(_ word: String) {
        group.isSkipped = true
        group.isHidden = true
        group.destination = word
    }

    /// A property of a shape: `{\sp{\sn name}{\sv value}}`.
    private mutating func shape(_ word: String) {
        flush()
        group.destination = word
        group.isSkipped = word == "sp"
        if word == "sn" { shapeProperty = "" }
        guard word == "sv" else { return }
        if RTFDestinations.shapeTexts.contains(shapeProperty) { out.endLine() } else { hide("") }
    }
}
