import DLP
import Model

/// Looks through the text of one file for several profiles, each by itself: a value that two of them want is told by both.
struct ContentReading: Sendable {
    let scan: TextScan
    let profiles: [ContentProfile]
    /// The keyed hash of a value.
    let hash: @Sendable (String) -> String

    init(scan: TextScan, profiles: [ContentProfile], hash: @escaping @Sendable (String) -> String) {
        self.scan = scan
        self.profiles = profiles
        self.hash = hash
    }

    /// Whether a sensitivity label is looked for.
    var wantsLabels: Bool { scan.custom?.entries.contains { $0.isLabel } ?? false }

    /// How many samples of an entry are kept, and hashes of how many different values.
    static let samplesKept = 5
    static let hashesKept = 1_000

    func matches(in extraction: Extraction) -> [FileContent.Matched] {
        let segments = extraction.segments.map { segment in (segment, scan.matches(in: segment.text)) }
        let labels = scan.custom?.matches(labels: extraction.labels) ?? []
        return profiles.flatMap { matches(of: $0, in: segments, labels: labels) }
    }

    private func matches(
        of profile: ContentProfile, in segments: [(ExtractedSegment, [Match])], labels: [Match]
    ) -> [FileContent.Matched] {
        // The allowed number is that of the file, whatever parts it has.
        var open = profile
        open.allowed = 0
        let located = PageOrders.once(segments.flatMap { Self.located(open.told($0.1), in: $0.0) })
        let borne = labels.filter { profile.contains($0) }
        guard located.count + borne.count > profile.allowed else { return [] }
        var told: [FileContent.Matched] = []
        var hashes = ValueHashes(most: Self.hashesKept, hash: hash)
        func add(_ match: Match, _ sample: @autoclosure () -> FileContent.Sample) {
            let place = told.firstIndex { $0.entry == match.entry } ?? told.count
            if place == told.count {
                told.append(
                    .init(
                        profile: profile.name, entry: match.entry, title: title(of: match.entry), count: 0,
                        confidence: .low, samples: []))
            }
            told[place].count += 1
            told[place].confidence = max(told[place].confidence, match.confidence)
            if told[place].samples.count < Self.samplesKept { told[place].samples.append(sample()) }
        }
        for one in located {
            let match = one.finding.match
            let hash = hashes.note(one.value, of: match.entry)
            let names = [one.finding.part, one.finding.place].compactMap(\.self).filter { !$0.isEmpty }
            add(
                match,
                .init(masked: one.finding.masked, place: names.joined(separator: ", "), hash: hash))
        }
        for match in borne { add(match, .init(masked: "", place: "sensitivity label")) }
        for place in told.indices { told[place].hashes = hashes.byEntry[told[place].entry] ?? [] }
        // Most matches first.
        return told.sorted { ($1.count, $0.entry) < ($0.count, $1.entry) }
    }

    /// The name of an entry of one's own or of a label, else the detector's.
    private func title(of entry: String) -> String {
        scan.custom?.entries.first { $0.id == entry }?.name ?? EntryTitle.of(entry)
    }

    private static func located(_ matches: [Match], in segment: ExtractedSegment) -> [LocatedFinding] {
        guard !matches.isEmpty else { return [] }
        var text = segment.text
        return text.withUTF8 { bytes in
            var (line, counted) = (1, 0)
            return matches.map { match in
                let value = String(decoding: bytes[match.range], as: UTF8.self)
                var place = segment.place(at: match.range.lowerBound)
                if segment.places.isEmpty, counted <= match.range.lowerBound {
                    // A part without places of its own has lines.
                    line += bytes[counted..<match.range.lowerBound].count { $0 == 10 }
                    counted = match.range.lowerBound
                    place = "line \(line)"
                }
                let finding = ScannedDocument.Finding(
                    match: match, profile: nil, part: segment.part.isEmpty ? nil : segment.part, place: place,
                    masked: MaskedValue.of(value), value: nil)
                return LocatedFinding(finding: finding, value: value)
            }
        }
    }
}
