import Model

/// The documents of one entry, whose passages are looked for in other documents.
struct FingerprintFinder: Sendable {
    let key: ContentKey
    /// Of a document's passages that have to stand in another one.
    let percent: Int
    fileprivate let sizes: [Int]
    fileprivate let documents: [UInt64: [Int32]]
    fileprivate let filter: BloomFilter

    init(_ fingerprints: [DocumentFingerprint], key: ContentKey, percent: Int) {
        self.key = key
        self.percent = percent
        sizes = fingerprints.map(\.passages.count)
        var (documents, filter) = ([UInt64: [Int32]](), BloomFilter(count: sizes.reduce(0, +)))
        for (place, fingerprint) in fingerprints.enumerated() {
            for passage in fingerprint.passages {
                documents[passage, default: []].append(Int32(place))
                filter.insert(passage)
            }
        }
        (self.documents, self.filter) = (documents, filter)
    }

    /// What a document has had of them so far, part by part: no more than they have themselves.
    struct Count {
        private let finder: FingerprintFinder
        private var passages: Passages
        private var seen: Set<UInt64> = []
        private var counts: [Int]
        /// Where passages stand in each of its parts, and how many.
        private var extents: [(part: Int, place: Range<Int>, passages: Int)] = []
        private var word: [UInt8] = []

        init(_ finder: FingerprintFinder) {
            self.finder = finder
            passages = Passages(key: finder.key)
            counts = [Int](repeating: 0, count: finder.sizes.count)
        }

        /// Counts the passages that end in the next part of the document.
        /// - Parameter whole: where a place in the text is in the part.
        mutating func add(_ text: TextBytes, as part: Int, _ whole: (Range<Int>) -> Range<Int>) {
            for token in TextTokens(of: text, in: 0..<text.count) {
                word.removeAll(keepingCapacity: true)
                text.fold(token, into: &word)
                guard let hash = passages.add(word), finder.filter.contains(hash),
                    let documents = finder.documents[hash], seen.insert(hash).inserted
                else { continue }
                for document in documents { counts[Int(document)] += 1 }
                note(whole(token), in: part)
            }
        }

        private mutating func note(_ place: Range<Int>, in part: Int) {
            guard let last = extents.last, last.part == part else {
                extents.append((part, place, 1))
                return
            }
            extents[extents.count - 1] = (part, last.place.lowerBound..<place.upperBound, last.passages + 1)
        }

        /// The part that holds the most of the passages, from the first to the last of them there, and the largest share of one document
        /// that was found, in whole percent, rounded: of half a document the passages across its end are missing.
        var match: (part: Int, place: Range<Int>, percent: Int)? {
            let best = zip(counts, finder.sizes).map { ($0 * 200 + $1) / (2 * $1) }.max() ?? 0
            guard best >= finder.percent,
                let most = extents.max(by: { ($0.passages, -$0.part) < ($1.passages, -$1.part) })
            else { return nil }
            return (most.part, most.place, best)
        }
    }
}
