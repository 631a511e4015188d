import Foundation

/// The letters and digits of a text, however they are written: in small letters, without marks, without what stands between them.
///
/// A number in the name of a file has underscores where a document has spaces.
struct BareText {
    /// In UTF-8.
    private(set) var bytes: [UInt8] = []
    /// For each of the bytes the place of its character in the text, in bytes of UTF-8.
    private(set) var places: [Range<Int>] = []

    init(_ text: String) {
        var place = 0
        for character in text {
            let end = place + character.utf8.count
            for byte in Self.bare(character) {
                bytes.append(byte)
                places.append(place..<end)
            }
            place = end
        }
    }

    /// The bytes alone.
    static func bytes(of text: String) -> [UInt8] {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return text.flatMap(bare) }
        return text.utf8.compactMap(bare)
    }

    /// Where a bare value stands in the text, in bytes of UTF-8.
    func ranges(of value: [UInt8]) -> [Range<Int>] {
        guard !value.isEmpty, value.count <= bytes.count else { return [] }
        return (0...bytes.count - value.count).filter { bytes[$0...].starts(with: value) }.map {
            places[$0].lowerBound..<places[$0 + value.count - 1].upperBound
        }
    }

    private static func bare(_ character: Character) -> [UInt8] {
        if let byte = character.asciiValue { return bare(byte).map { [$0] } ?? [] }
        let scalars = String(character).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        let kept = scalars.filter { $0.properties.isAlphabetic || $0.properties.numericType == .decimal }
        return Array(String(String.UnicodeScalarView(kept)).utf8)
    }

    /// Nil for what is no letter or digit of ASCII.
    static func bare(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: byte
        case 0x41...0x5A: byte | 0x20
        default: nil
        }
    }
}
