/// A display string as a person reads it, taken apart: the words of the name, what stands beside it, what was hidden.
public struct NameReading: Sendable {
    public let original: String
    /// The words of the name in the order of reading. Titles within it are marked; brackets and departments are in `extras`.
    public let tokens: [NameToken]
    /// Other names that stand beside the first: a native form in brackets, "Makris / Μακρής"; at most 4.
    public let alternatives: [[NameToken]]
    /// What stands beside the name: "CEO", "(IT)", "via Dropbox".
    public let extras: [String]
    public let obfuscations: [Obfuscation]
    /// Addresses written in the name, normalised: full-width @, " at ", one-dot leader.
    public let addressesInText: [String]
    /// A comma stands between the words, the surname likely before it.
    public let hasComma: Bool
    /// The words before the comma.
    let beforeComma: Int

    /// Bounded: only the first 512 characters that are drawn are read, whatever is hidden between them.
    public init(_ text: String) {
        original = text
        var text = text
        let visible: Visible
        if let ascii = text.utf8.withContiguousStorageIfAvailable({ bytes -> Visible? in
            bytes.count <= 512 && bytes.allSatisfy { $0 < 0x80 } ? Visible(ascii: bytes) : nil
        }), let ascii {
            visible = ascii
        } else {
            text.makeContiguousUTF8()
            visible = Visible(Self.beginning(of: text))
        }
        let written = AddressScan(visible.glyphs)
        let scan = WordScan(visible.glyphs, skipping: written.ranges)
        addressesInText = written.addresses
        var sorted = PieceSort(scan.pieces)
        let spaced = sorted.joinSpacedLetters()
        tokens = sorted.main
        alternatives = sorted.alternatives
        extras = sorted.extras
        beforeComma = sorted.beforeComma
        hasComma = sorted.beforeComma > 0
        var obfuscations = visible.obfuscations + scan.obfuscations
        if spaced, let first = tokens.first, let last = tokens.last {
            obfuscations.append(
                Obfuscation(
                    kind: .spacedLetters, at: [first.range.lowerBound, last.range.upperBound - 1],
                    text: "the letters of the name are written apart"))
        }
        for token in tokens where token.lookalike != nil && token.script != .latin && token.key.count > 2 {
            if let shown = token.lookalike.map({ String(decoding: $0, as: UTF8.self) }) {
                obfuscations.append(
                    Obfuscation(
                        kind: .lookalikeWord, at: Array(token.range),
                        text:
                            "'\(token.text)' is written in \(token.script.name) letters that look like Latin '\(shown)'"
                    ))
            }
        }
        self.obfuscations = obfuscations
    }

    /// What a person sees first. Of a run of characters that are not drawn, or of blanks, sixteen are kept: a thousand of them between two
    /// words hide neither the second word nor that something is hidden.
    private static func beginning(of text: String) -> String {
        var kept = String.UnicodeScalarView()
        var (drawn, run) = (0, 0)
        for scalar in text.unicodeScalars {
            let isBlank = Visible.isIgnorable(scalar.value) || scalar.properties.isWhitespace
            run = isBlank ? run + 1 : 0
            if !isBlank { drawn += 1 }
            if drawn > 512 { break }
            if run <= 16 { kept.append(scalar) }
        }
        return String(kept)
    }

    /// The words of the name, folded, with single blanks: "maria rossi".
    public var readAs: String { tokens.map(\.letters).joined(separator: " ") }
}
