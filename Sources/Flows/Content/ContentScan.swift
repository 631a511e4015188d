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
        ScannedDocument(
            name: name, status: extraction.status, detail: extraction.detail, labels: extraction.labels,
            findings: carried(extraction.labels)
                + PageOrders.once(extraction.segments.flatMap(findings)).map(\.finding))
    }

    /// The labels among the entries that a document carries. They have no place in its text.
    private func carried(_ labels: [DocumentLabel]) -> [ScannedDocument.Finding] {
        told(scan.custom?.matches(labels: labels) ?? []).map { match, profile in
            ScannedDocument.Finding(match: match, profile: profile, masked: "", value: nil)
        }
    }

    private func findings(_ segment: ExtractedSegment) -> [LocatedFinding] {
        var text = segment.text
        return text.withUTF8 { bytes in
            told(scan.matches(in: bytes)).map { match, profile in
                let value = String(decoding: bytes[match.range], as: UTF8.self)
                let finding = ScannedDocument.Finding(
                    match: match, profile: profile, part: segment.part.isEmpty ? nil : segment.part,
                    place: segment.place(at: match.range.lowerBound), masked: MaskedValue.of(value),
                    value: values == .shown ? value : nil)
                return LocatedFinding(finding: finding, value: value)
            }
        }
    }

    private func told(_ matches: [Match]) -> [(Match, String?)] {
        guard !profiles.isEmpty else { return matches.map { ($0, Profile.predefined(of: $0)?.name) } }
        var names: [Match: String] = [:]
        for profile in profiles {
            for match in profile.told(matches) where names[match] == nil { names[match] = profile.name }
        }
        return matches.compactMap { match in names[match].map { (match, $0) } }
    }
}
