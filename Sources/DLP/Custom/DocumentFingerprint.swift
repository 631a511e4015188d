import Foundation

/// A document as a sample of its passages, hashed under a key: how much of it another text holds can be asked, what it says cannot.
///
/// A passage is five words that follow each other, in small letters. Of all passages those with the smallest hashes are kept
/// (bottom-k sampling: Broder, 1997), so that the same passage is kept or left out wherever it stands; small edits change few of them.
public struct DocumentFingerprint: Sendable {
    /// In ascending order.
    let passages: [UInt64]

    /// Words of a passage, passages that are kept, and those a document needs.
    static let words = 5
    static let most = 2_048
    public static let fewest = 20

    /// - Returns: nil where the text has fewer than `fewest` different passages.
    public init?(of text: String, key: ContentKey) {
        let all = withText(text.withMarksJoined) { text -> Set<UInt64> in
            var found: Set<UInt64> = []
            var passages = Passages(key: key)
            for token in TextTokens(of: text, in: 0..<text.count) {
                if let hash = passages.add(text.folded(token)) { found.insert(hash) }
            }
            return found
        }
        guard let all, all.count >= Self.fewest else { return nil }
        passages = Array(all.sorted().prefix(Self.most))
    }

    private static let magic: UInt64 = 0x3154_4E49_5250_4746

    /// The fingerprint as bytes: worth nothing without its key, and to be kept apart from it.
    public var encoded: [UInt8] {
        var packed = PackedWords()
        packed.put(Self.magic)
        packed.put(passages)
        return packed.bytes
    }

    /// - Returns: nil for bytes that are not those of a fingerprint.
    public init?(encoded bytes: [UInt8]) {
        var packed = PackedWords(bytes)
        guard packed.word() == Self.magic, let words = packed.words(), packed.isAtEnd,
            (Self.fewest...Self.most).contains(words.count), zip(words, words.dropFirst()).allSatisfy({ $0 < $1 })
        else { return nil }
        passages = words
    }
}

/// The passages of a text, word by word.
struct Passages: Sendable {
    private let key: ContentKey
    private var ring = [UInt64](repeating: 0, count: DocumentFingerprint.words)
    private var count = 0

    init(key: ContentKey) { self.key = key }

    /// Takes the next word.
    /// - Returns: the hash of the passage that ends with it; nil before there are words enough.
    mutating func add(_ word: [UInt8]) -> UInt64? {
        ring[count % ring.count] = key.hash(word)
        count += 1
        guard count >= ring.count else { return nil }
        var hash: UInt64 = 0
        for offset in 0..<ring.count {
            hash = (hash ^ ring[(count + offset) % ring.count]) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
        }
        return hash
    }
}
