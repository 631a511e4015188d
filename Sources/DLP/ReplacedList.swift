extension Detector {
    /// The same detector with another list of words and phrases, in any letter case; nil where it does not look for a list.
    public func replacing(list words: [String]) -> Detector? {
        guard case .listed = find else { return nil }
        return Detector(
            id: id, title: title, family: family, check: check, find: .listed(words), need: need, words: self.words,
            unless: unless, kinds: kinds, kind: kind, samples: samples, hits: hits, misses: misses)
    }
}
