import Model

/// The documents of one entry, whose passages are looked for in a text.
struct FingerprintFinder: Sendable {
    let key: ContentKey
    /// Of a document's passages that have to stand in a text.
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

    /// What a text has had of the documents so far: no more than they have themselves.
    struct Count {
        private let finder: FingerprintFinder
        private var passages: Passages
        private var seen: Set<UInt64> = []
        private var counts: [Int]
        private var extent: Range<Int>?
        private var word: [UInt8] = []

        init(_ finder: FingerprintFinder) {
            self.finder = finder
            passages = Passages(key: finder.key)
            counts = [Int](repeating: 0, count: finder.sizes.count)
        }

        /// Counts the passages that end in a part of the text, the parts in their order.
        /// - Parameter whole: where a place in the text is in the whole one.
        mutating func add(_ range: Range<Int>, of text: TextBytes, _ whole: (Range<Int>) -> Range<Int>) {
            for token in TextTokens(of: text, in: range) {
                word.removeAll(keepingCapacity: true)
                text.fold(token, into: &word)
                guard let hash = passages.add(word), finder.filter.contains(hash),
                    let documents = finder.documents[hash], seen.insert(hash).inserted
                else { continue }
                for document in documents { counts[Int(document)] += 1 }
                let place = whole(token)
                extent = extent.map { $0.lowerBound..<place.upperBound } ?? place
            }
        }

        /// From the first to the last passage of them, and the largest share of one document that was found, in percent.
        var match: (place: Range<Int>, percent: Int)? {
            let best = zip(counts, finder.sizes).map { $0 * 100 / $1 }.max() ?? 0
            guard let extent, best >= finder.percent else { return nil }
            return (extent, best)
        }
    }
}
