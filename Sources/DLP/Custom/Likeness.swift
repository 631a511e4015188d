import Model

/// A document that holds enough of an entry's documents, all its parts taken together.
public struct Likeness: Hashable, Sendable {
    /// The place of the part that holds the most of the passages.
    public let part: Int
    /// From the first of them to the last in that part.
    public let match: Match
    /// How much of one of the entry's documents it holds, of the one that it holds most of.
    public let percent: Int
}

extension TextScan {
    /// Whether there are documents among the entries: what they are like is asked of whole documents, not of texts.
    public var comparesDocuments: Bool { custom.map { !$0.finders.isEmpty } ?? false }

    /// The entries whose documents a document is like.
    /// - Parameter parts: all its texts in their order, UTF-8.
    public func likenesses(of parts: [[UInt8]]) -> [Likeness] {
        guard let custom, !custom.finders.isEmpty else { return [] }
        var counts = custom.finders.map { FingerprintFinder.Count($0.finder) }
        for (place, part) in parts.enumerated() {
            part.withUnsafeBufferPointer { Self.count($0, as: place, &counts) }
        }
        return zip(custom.finders, counts).compactMap { finder, count in
            guard let (part, place, percent) = count.match else { return nil }
            let confidence: Match.Confidence = percent >= max(80, finder.finder.percent) ? .high : .medium
            guard confidence >= minimum else { return nil }
            let id = custom.entries[finder.entry].id
            return Likeness(
                part: part,
                match: Match(detector: id, entry: id, range: place, confidence: confidence, isSample: false),
                percent: percent)
        }
    }

    private static func count(
        _ bytes: UnsafeBufferPointer<UInt8>, as part: Int, _ counts: inout [FingerprintFinder.Count]
    ) {
        guard let base = bytes.baseAddress else { return }
        guard let joined = PlainText(bytes, .marks) else {
            let text = TextBytes(base: base, count: bytes.count)
            for at in counts.indices { counts[at].add(text, as: part) { $0 } }
            return
        }
        joined.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            let text = TextBytes(base: base, count: bytes.count)
            for at in counts.indices { counts[at].add(text, as: part, joined.original) }
        }
    }
}
