import DLP
import Model

/// Looks through the text of one file for several profiles, each by itself: a value that two of them want is told by both.
struct ContentReading: Sendable {
    let scan: TextScan
    let profiles: [ContentProfile]
    /// The keyed hash of a value.
    let hash: @Sendable (String) -> String
    /// The names of sensitivity labels, by entry: a label's own name may change without a file being read again.
    let labels: [String: String]
    /// What the names of parts are looked through for beside what is scanned for.
    let names: NameScan

    init(
        scan: TextScan, profiles: [ContentProfile], labels: [String: String] = [:], names: NameScan = .predefined,
        hash: @escaping @Sendable (String) -> String
    ) {
        self.scan = scan
        self.profiles = profiles
        self.labels = labels
        self.names = names
        self.hash = hash
    }

    /// Whether a sensitivity label is looked for.
    var wantsLabels: Bool { scan.custom?.entries.contains { $0.isLabel } ?? false }

    func documentNames(of extraction: Extraction) -> DocumentNames {
        DocumentNames(extraction, scan: scan, beside: names)
    }

    func matches(in extraction: Extraction) -> [FileContent.Matched] {
        var names = documentNames(of: extraction)
        return matches(in: extraction, &names)
    }

    /// - Parameter names: those of the document; is told of what is found.
    func matches(in extraction: Extraction, _ names: inout DocumentNames) -> [FileContent.Matched] {
        var tallies = profiles.map { FileTally($0, hash: hash) }
        var paged = [[LocatedFinding]](repeating: [], count: profiles.count)
        var telling = DocumentTelling(profiles, labels: scan.custom?.matches(labels: extraction.labels) ?? [])
        let likenesses = scan.likenesses(in: extraction.segments)
        for (place, segment) in extraction.segments.enumerated() {
            each(in: segment, and: likenesses[place] ?? [], &telling) { told, bytes, located in
                names.note(told.match, in: bytes)
                for profile in told.tellers {
                    // The pages of a PDF come in two orders: which of their findings are one is known at the end.
                    if PageOrders.isPage(segment) {
                        paged[profile].append(located())
                    } else {
                        tallies[profile].add(told.match, titled: title, located)
                    }
                }
            }
        }
        for (profile, findings) in paged.enumerated() {
            for one in PageOrders.once(findings) { tallies[profile].add(one.finding.match, titled: title) { one } }
        }
        for label in telling.toldLabels {
            let place = place(of: label.match, in: extraction, &names)
            for profile in label.tellers { tallies[profile].add(label: label.match, at: place, titled: title) }
        }
        return tallies.flatMap { $0.result(&names) }
    }

    /// What bears a label that an entry asks for: the file itself, or the first document inside of it.
    private func place(of label: Match, in extraction: Extraction, _ names: inout DocumentNames) -> String {
        let parts = (scan.custom?.labels(extraction.labels, of: label.entry) ?? []).map(\.part)
        guard let first = parts.first, !parts.contains("") else { return "sensitivity label" }
        let others = Set(parts).count - 1
        return "sensitivity label of \(names.masked(first))" + (others > 0 ? " and \(others) more" : "")
    }

    /// The name of an entry of one's own or of a label, else the detector's.
    private func title(of entry: String) -> String {
        labels[entry] ?? scan.custom?.entries.first { $0.id == entry }?.name ?? EntryTitle.of(entry)
    }

    /// Hands out what the profiles tell of a part of a file, each with a way to locate it.
    private func each(
        in segment: ExtractedSegment, and likenesses: [Likeness], _ telling: inout DocumentTelling,
        _ body: (ProfilesTelling.Told, UnsafeBufferPointer<UInt8>, _ located: () -> LocatedFinding) -> Void
    ) {
        segment.bytes.withUnsafeBufferPointer { bytes in
            var lines = LineCount(bytes)
            telling.each(of: scan, in: bytes, and: likenesses.map(\.match)) { one in
                body(one, bytes) { Self.located(one.match, in: segment, bytes, &lines, among: likenesses) }
            }
        }
    }

    private static func located(
        _ match: Match, in segment: ExtractedSegment, _ bytes: UnsafeBufferPointer<UInt8>, _ lines: inout LineCount,
        among likenesses: [Likeness]
    ) -> LocatedFinding {
        var place = segment.place(at: match.range.lowerBound)
        // A part without places of its own has lines.
        if segment.places.isEmpty { place = "line \(lines.line(at: match.range.lowerBound))" }
        return LocatedFinding(match, in: segment, bytes, place: place, showsValue: false, among: likenesses)
    }
}
