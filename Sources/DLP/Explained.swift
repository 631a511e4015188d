import Model

/// A match with the words around it that made it more or less sure.
public struct Explained: Hashable, Sendable {
    public enum Effect: String, CaseIterable, Codable, Sendable { case raise, lower }

    public struct Word: Hashable, Sendable {
        public let effect: Effect
        /// Bytes of the text.
        public let range: Range<Int>

        public init(effect: Effect, range: Range<Int>) {
            self.effect = effect
            self.range = range
        }
    }

    public let match: Match
    /// In order of place; none where shape and check alone decided.
    public let words: [Word]
}

extension TextScan {
    /// The matches of a text, each with the words that named it, the name of its field or column, and those that spoke against it.
    ///
    /// Slower than `matches`: for trying a text, not for scanning documents.
    /// - Parameter text: UTF-8; what is not is looked at as well, byte by byte.
    public func explained(in text: UnsafeBufferPointer<UInt8>) -> [Explained] {
        guard let base = text.baseAddress else { return [] }
        let plain = PlainText(text, PlainText.scope(of: text))
        let own = ownExplained(in: TextBytes(base: base, count: text.count), plain)
        guard let plain else {
            return Self.sorted(explained(ofPlain: text) + own)
        }
        let found = plain.bytes.withUnsafeBufferPointer(explained(ofPlain:)).map { $0.over(plain) }
        return Self.sorted(found + own)
    }

    public func explained(in text: String) -> [Explained] {
        var text = text
        return text.withUTF8 { explained(in: $0) }
    }

    private func explained(ofPlain text: UnsafeBufferPointer<UInt8>) -> [Explained] {
        guard let base = text.baseAddress else { return [] }
        let text = TextBytes(base: base, count: text.count)
        var run = ScanRun(self, text)
        return run.winners(from: 0, to: text.count).map { judged in
            Explained(
                match: judged.match(by: detectors[judged.candidate.detector]),
                words: words(of: judged, in: text, &run.tables))
        }
    }

    private static func sorted(_ found: [Explained]) -> [Explained] {
        found.sorted { $0.match.range.lowerBound < $1.match.range.lowerBound }
    }

    private func ownExplained(in text: TextBytes, _ plain: PlainText?) -> [Explained] {
        guard let custom else { return [] }
        let bytes = text.slice(0..<text.count)
        let (joined, typed) = (PlainText(bytes, .marks), TypedText(bytes, plain: plain))
        var run = CustomRun(custom, minimum: minimum)
        let matches = run.matches(in: 0..<text.count, of: text, joined, typed)
        guard let typed else { return explained(matches, by: custom, in: text, place: { $0 }, original: { $0 }) }
        return typed.bytes.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return [] }
            return explained(
                matches, by: custom, in: TextBytes(base: start, count: bytes.count), place: typed.typed,
                original: typed.original)
        }
    }

    /// - Parameters:
    ///   - place: where a match of the original is in the text.
    ///   - original: the reverse.
    private func explained(
        _ matches: [Match], by custom: CustomScan, in text: TextBytes, place: (Range<Int>) -> Range<Int>,
        original: (Range<Int>) -> Range<Int>
    ) -> [Explained] {
        matches.map { match in
            let entry = custom.entries.firstIndex { $0.id == match.detector }
            let words = entry.map { custom.refinements[$0].words(near: place(match.range), in: text) } ?? []
            return Explained(
                match: match,
                words: words.map {
                    Explained.Word(effect: $0.effect == .raise ? .raise : .lower, range: original($0.place))
                }.sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
    }

    private func words(of judged: Judged, in text: TextBytes, _ tables: inout TableReader) -> [Explained.Word] {
        let value = judged.candidate
        let near = hits(
            in: max(0, value.start - ScanRun.reach)..<min(text.count, value.end + ScanRun.reach), of: text)
        let naming = near.filter { $0.names[value.detector] && ($0.end <= value.start || $0.start >= value.end) }
        var raising: [WordIndex.Hit]
        switch judged.surroundings.naming {
        case .none: raising = []
        case .near: raising = naming.filter { isNear($0, value, in: text) }
        case .field:
            let field = FieldName(before: value.start, in: text)?.range ?? 0..<0
            raising = naming.filter { field.lowerBound <= $0.start && $0.end <= field.upperBound }
            if raising.isEmpty {
                raising = tables.headerWords(at: value.start, by: self).filter { $0.names[value.detector] }
            }
        }
        let lowering =
            !judged.surroundings.isDenied
            ? []
            : near.filter {
                $0.denies[value.detector] && $0.end <= value.start && value.start - $0.end <= Surroundings.denial
            }
        let words =
            raising.map { Explained.Word(effect: .raise, range: $0.start..<$0.end) }
            + lowering.map { Explained.Word(effect: .lower, range: $0.start..<$0.end) }
        return Set(words).sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    private func isNear(_ hit: WordIndex.Hit, _ value: Candidate, in text: TextBytes) -> Bool {
        let gap = hit.end <= value.start ? hit.end..<value.start : value.end..<hit.start
        let characters = text.characters(in: gap)
        guard hit.start >= value.end else { return characters <= Surroundings.before }
        return characters <= Surroundings.after && !gap.contains { text[$0] == 10 }
    }
}

extension Explained {
    /// The same in the text that a plain one was made from.
    fileprivate func over(_ plain: PlainText) -> Explained {
        Explained(
            match: match.over(plain.original(match.range)),
            words: words.map { .init(effect: $0.effect, range: plain.original($0.range)) })
    }
}
