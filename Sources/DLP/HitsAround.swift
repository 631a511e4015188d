/// Words that were found, seen from a place between them. They are listed as they were found, which is about the order of their ends.
struct HitsAround {
    private let hits: UnsafeBufferPointer<WordIndex.Hit>
    /// The first that ends behind the place.
    private let next: Int

    init(_ hits: UnsafeBufferPointer<WordIndex.Hit>, _ place: Int) {
        self.hits = hits
        var (low, high) = (0, hits.count)
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].end <= place { low = middle + 1 } else { high = middle }
        }
        next = low
    }

    /// Those before the place, the nearest first, down to the first that ends before another place.
    func before(to least: Int) -> Before { Before(hits: hits, at: next, least: least) }

    /// Those behind it, up to the first that begins behind another place.
    func behind(to most: Int) -> Behind { Behind(hits: hits, at: next, most: most) }

    /// No lazy sequence of the library: those hold closures in memory of their own, for each value anew.
    struct Before: Sequence, IteratorProtocol {
        fileprivate let hits: UnsafeBufferPointer<WordIndex.Hit>
        fileprivate var at: Int
        fileprivate let least: Int

        var first: WordIndex.Hit? {
            var those = self
            return those.next()
        }

        /// From the first such on; nil where there is none.
        @inline(__always)
        func from(_ isWanted: (WordIndex.Hit) -> Bool) -> Before? {
            var at = at
            while at > 0, hits[at - 1].end >= least {
                if isWanted(hits[at - 1]) { return Before(hits: hits, at: at, least: least) }
                at -= 1
            }
            return nil
        }

        /// Down to another place.
        func to(_ least: Int) -> Before { Before(hits: hits, at: at, least: least) }

        @inline(__always)
        mutating func next() -> WordIndex.Hit? {
            guard at > 0, hits[at - 1].end >= least else { return nil }
            at -= 1
            return hits[at]
        }
    }

    struct Behind: Sequence, IteratorProtocol {
        fileprivate let hits: UnsafeBufferPointer<WordIndex.Hit>
        fileprivate var at: Int
        fileprivate let most: Int

        @inline(__always)
        mutating func next() -> WordIndex.Hit? {
            guard at < hits.count, hits[at].start <= most else { return nil }
            defer { at += 1 }
            return hits[at]
        }
    }
}
