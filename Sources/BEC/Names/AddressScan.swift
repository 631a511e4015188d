import Model

/// Addresses written within a display string, in the spellings that people read as one: `＠`, `(at)`, ` at … dot `.
struct AddressScan {
    var addresses: [String] = []
    /// Glyphs that belong to an address.
    var ranges: [Range<Int>] = []

    init(_ glyphs: [Glyph]) {
        guard Self.mayHold(glyphs) else { return }
        let codes = glyphs.map { Self.plain($0.code) }
        for index in codes.indices where codes[index] == Self.at && addresses.count < 8 {
            read(codes, left: index, right: index + 1)
        }
        if addresses.isEmpty { readWords(codes) }
        ranges.sort { $0.lowerBound < $1.lowerBound }
    }

    /// Whether there is an at sign, or the word "at"; most names have neither.
    private static func mayHold(_ glyphs: [Glyph]) -> Bool {
        for index in glyphs.indices {
            let code = glyphs[index].code
            if plain(code) == at { return true }
            guard code == 0x74, index > 0, glyphs[index - 1].code == 0x61 else { continue }
            let isOpen = index < 2 || !isLocal(plain(glyphs[index - 2].code))
            if isOpen, index + 1 == glyphs.count || !isLocal(plain(glyphs[index + 1].code)) { return true }
        }
        return false
    }

    private static let at: UInt32 = 0x40
    private static let dot: UInt32 = 0x2E
    private static let blank: UInt32 = 0x20
    private static let quote: UInt32 = 0x27

    /// Dots and at signs of other alphabets.
    private static func plain(_ code: UInt32) -> UInt32 {
        switch code {
        case 0x2024, 0x3002, 0xFF0E, 0xFF61, 0xFE52, 0x2E: dot
        case 0xFF20, 0xFE6B: at
        default: code
        }
    }

    private static func isLocal(_ code: UInt32) -> Bool {
        switch code {
        case 0x61...0x7A, 0x30...0x39, 0x2E, 0x5F, 0x2D, 0x2B, 0x25, 0x27, 0x3D: true
        default: code >= 0x80 && NameScript.of(code) != nil
        }
    }

    private static func isDomain(_ code: UInt32) -> Bool {
        switch code {
        case 0x61...0x7A, 0x30...0x39, 0x2E, 0x2D: true
        default: code >= 0x80 && NameScript.of(code) != nil
        }
    }

    private mutating func read(_ codes: [UInt32], left: Int, right: Int) {
        var (left, right) = (left, right)
        let isApart = left > 1 && codes[left - 1] == Self.blank && right < codes.count && codes[right] == Self.blank
        if isApart { (left, right) = (left - 1, right + 1) }
        var start = left
        while start > 0, Self.isLocal(codes[start - 1]) { start -= 1 }
        while start < left, codes[start] == Self.quote { start += 1 }
        var end = right
        while end < codes.count, Self.isDomain(codes[end]) { end += 1 }
        while end > right, codes[end - 1] == Self.dot || codes[end - 1] == 0x2D { end -= 1 }
        add(local: codes[start..<left], domain: codes[right..<end], start..<end)
    }

    private mutating func add(local: some Collection<UInt32>, domain: some Collection<UInt32>, _ range: Range<Int>) {
        guard !local.isEmpty, domain.contains(Self.dot), range.count <= 320 else { return }
        guard let address = EmailAddress(Self.text(local) + "@" + Self.text(domain)) else { return }
        addresses.append(address.description)
        ranges.append(range)
    }

    private static func text(_ codes: some Collection<UInt32>) -> String {
        var text = String.UnicodeScalarView()
        for code in codes { if let scalar = Unicode.Scalar(code) { text.append(scalar) } }
        return String(text)
    }

    /// `maria.rossi (at) contoso (dot) com`, `maria.rossi at contoso dot com`.
    private mutating func readWords(_ codes: [UInt32]) {
        let words = Self.words(codes)
        for index in words.indices.dropFirst() where Self.says(words[index], "at", in: codes) {
            guard index + 1 < words.count else { break }
            var local = Array(codes[words[index - 1]])
            var start = index - 1
            while start >= 2, Self.says(words[start - 1], "dot", in: codes) {
                local = Array(codes[words[start - 2]]) + [Self.dot] + local
                start -= 2
            }
            var domain = Array(codes[words[index + 1]])
            var end = index + 1
            while end + 2 < words.count, Self.says(words[end + 1], "dot", in: codes) {
                domain += [Self.dot] + codes[words[end + 2]]
                end += 2
            }
            guard end > index + 1 || domain.contains(Self.dot) else { continue }
            add(local: local, domain: domain, words[start].lowerBound..<words[end].upperBound)
            return
        }
    }

    private static func says(_ word: Range<Int>, _ text: String, in codes: [UInt32]) -> Bool {
        codes[word].elementsEqual(text.unicodeScalars.map(\.value))
    }

    /// Runs of characters that an address may hold.
    private static func words(_ codes: [UInt32]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in 0...codes.count {
            let isInside = index < codes.count && isLocal(codes[index])
            if isInside, start == nil { start = index }
            if !isInside, let first = start {
                found.append(first..<index)
                start = nil
            }
        }
        return found
    }
}
