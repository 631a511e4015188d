import DLP
import Foundation
import Model

/// Scans documents: read by `read`, looked through by the detectors, told by the profiles.
public struct ContentScan: Sendable {
    /// The text, labels and status of a document: in the product a `DocumentReader`.
    public typealias Read = @Sendable (_ bytes: [UInt8], _ name: String) async -> Extraction

    public enum Values: Sendable { case hidden, shown }

    private let scan: TextScan
    private let profiles: [Profile]
    private let values: Values
    private let read: Read

    /// - Parameter profiles: none to tell of every match, under the predefined profile of its entry.
    public init(scan: TextScan, profiles: [Profile], values: Values, read: @escaping Read) {
        self.scan = scan
        self.profiles = profiles
        self.values = values
        self.read = read
    }

    /// - Throws: a sentence where there is no document.
    public func document(_ item: ContentItem) async throws(MailTrouble) -> ScannedDocument {
        switch item {
        case .file(let path, let name):
            switch LocalFile.read(path, largest: ExtractionLimits().input) {
            case .bytes(let bytes): return scanned(await read(bytes, name), name: name)
            case .unread(let extraction): return scanned(extraction, name: name)
            }
        case .bytes(let bytes, let name): return scanned(await read(bytes, name), name: name)
        case .text(let text, let name):
            let segment = ExtractedSegment(part: "", kind: .text, text: text)
            return scanned(Extraction(segments: [segment], status: .ok), name: name)
        case .trouble(let trouble): throw MailTrouble(trouble)
        }
    }

    private func scanned(_ extraction: Extraction, name: String) -> ScannedDocument {
        let segments = extraction.segments.map { segment in (segment, scan.matches(in: segment.text)) }
        let labels = scan.custom?.matches(labels: extraction.labels) ?? []
        let telling = profiles.compactMap { self.telling($0, of: segments, labels) }
        return ScannedDocument(
            name: name, status: extraction.status, detail: extraction.detail, labels: extraction.labels,
            findings: told(labels, by: telling).map { carried($0, by: $1) }
                + PageOrders.once(segments.flatMap { findings(told($0.1, by: telling), in: $0.0) }).map(\.finding))
    }

    /// A profile as it is asked of each part of a document; nil where the whole document has no more matches than it allows.
    private func telling(_ profile: Profile, of segments: [(ExtractedSegment, [Match])], _ labels: [Match]) -> Profile?
    {
        var open = profile
        open.allowed = 0
        let found = PageOrders.once(
            segments.flatMap { segment, matches in findings(open.told(matches).map { ($0, nil) }, in: segment) })
        return found.count + open.told(labels).count > profile.allowed ? open : nil
    }

    /// A label among the entries that the document carries. It has no place in its text.
    private func carried(_ match: Match, by profile: String?) -> ScannedDocument.Finding {
        ScannedDocument.Finding(match: match, profile: profile, masked: "", value: nil)
    }

    private func findings(_ told: [(Match, String?)], in segment: ExtractedSegment) -> [LocatedFinding] {
        guard !told.isEmpty else { return [] }
        var text = segment.text
        return text.withUTF8 { bytes in
            told.map { match, profile in
                let value = String(decoding: bytes[match.range], as: UTF8.self)
                let finding = ScannedDocument.Finding(
                    match: match, profile: profile, part: segment.part.isEmpty ? nil : segment.part,
                    place: segment.place(at: match.range.lowerBound), masked: MaskedValue.of(value),
                    value: values == .shown ? value : nil)
                return LocatedFinding(finding: finding, value: value)
            }
        }
    }

    private func told(_ matches: [Match], by telling: [Profile]) -> [(Match, String?)] {
        guard !profiles.isEmpty else { return matches.map { ($0, Profile.predefined(of: $0)?.name) } }
        var names: [Match: String] = [:]
        for profile in telling {
            for match in profile.told(matches) where names[match] == nil { names[match] = profile.name }
        }
        return matches.compactMap { match in names[match].map { (match, $0) } }
    }
}
