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
    private let names: NameScan
    private let read: Read
    private let largest: Int
    private let listed: Int

    /// - Parameters:
    ///   - profiles: none to tell of every match, under the predefined profile of its entry.
    ///   - largest: bytes of the largest file that is read.
    ///   - listed: findings of a detector in a document that are listed; the others are counted.
    ///   - names: what the names of parts are looked through for beside what is scanned for.
    public init(
        scan: TextScan, profiles: [Profile], values: Values, largest: Int = ExtractionLimits().input,
        listed: Int = DocumentLimits().findings, names: NameScan = .predefined, read: @escaping Read
    ) {
        (self.largest, self.listed) = (largest, listed)
        self.scan = scan
        self.names = names
        self.profiles = profiles
        self.values = values
        self.read = read
    }

    /// - Throws: a sentence where there is no document.
    public func document(_ item: ContentItem) async throws(MailTrouble) -> ScannedDocument {
        var effort = SearchEffort()
        return try await document(item, &effort)
    }

    /// - Parameter effort: what it took is added.
    public func document(_ item: ContentItem, _ effort: inout SearchEffort) async throws(MailTrouble) -> ScannedDocument
    {
        switch item {
        case .file(let path, let name):
            return await scanned(LocalFile.read(path, largest: largest), name: name, &effort)
        case .standardInput(let name):
            return await scanned(LocalFile.readStandardInput(largest: largest), name: name, &effort)
        case .text(let text, let name):
            let segment = ExtractedSegment(part: "", kind: .text, text: text)
            return scanned(Extraction(segments: [segment], status: .ok), name: name, &effort)
        case .unread(let told, let name): return scanned(told, name: name, &effort)
        case .trouble(let trouble): throw MailTrouble(trouble)
        case .links, .emptyFolder: throw MailTrouble("no document")
        }
    }

    private func scanned(
        _ content: LocalFile.Content, name: String, _ effort: inout SearchEffort
    ) async -> ScannedDocument {
        switch content {
        case .bytes(let bytes): scanned(await read(bytes, name), name: name, &effort)
        case .unread(let extraction): scanned(extraction, name: name, &effort)
        }
    }

    private func scanned(_ extraction: Extraction, name: String, _ effort: inout SearchEffort) -> ScannedDocument {
        var told = ToldFindings(profiles, listing: listed)
        var telling = DocumentTelling(profiles, labels: scan.custom?.matches(labels: extraction.labels) ?? [])
        var names = DocumentNames(extraction, scan: scan, beside: self.names)
        let likenesses = effort.add(bytes: 0) { scan.likenesses(in: extraction.segments) }
        for (place, segment) in extraction.segments.enumerated() {
            effort.add(bytes: segment.bytes.count) {
                look(through: segment, likenesses[place] ?? [], &telling, &told, &names)
            }
        }
        let labels = telling.toldLabels
        for label in labels { for teller in label.tellers { told.add(label: label.match, of: teller) } }
        let tellers = profiles.indices.filter(told.isTold)
        let (findings, unlisted) = told.result(of: profiles.isEmpty ? nil : tellers) { match, profile in
            guard let profile else { return Profile.predefined(of: match)?.name }
            return title(of: profile)
        }
        let document = ScannedDocument(
            name: name, status: extraction.status, detail: extraction.detail, labels: extraction.labels,
            findings: labels.compactMap { carried($0, by: tellers) } + findings, unlisted: unlisted)
        // Who asks to see the values sees the names as well.
        guard values == .hidden else { return document }
        return document.hidingValues(by: &names, detail: names.masked(extraction.reason))
    }

    private func look(
        through segment: ExtractedSegment, _ likenesses: [Likeness], _ telling: inout DocumentTelling,
        _ told: inout ToldFindings, _ names: inout DocumentNames
    ) {
        let inPages = PageOrders.isPage(segment)
        segment.bytes.withUnsafeBufferPointer { bytes in
            telling.each(of: scan, in: bytes, and: likenesses.map(\.match)) { one in
                if values == .hidden { names.note(one.match, in: bytes) }
                told.add(one, inPages: inPages) {
                    LocatedFinding(
                        one.match, in: segment, bytes, place: segment.place(at: one.match.range.lowerBound),
                        showsValue: values == .shown, among: likenesses)
                }
            }
        }
    }

    /// A label among the entries that the document carries. It has no place in its text.
    private func carried(_ label: ProfilesTelling.Told, by tellers: [Int]) -> ScannedDocument.Finding? {
        guard !profiles.isEmpty else {
            return .init(
                match: label.match, profile: Profile.predefined(of: label.match)?.name, masked: "", value: nil)
        }
        return tellers.first(where: label.tellers.contains).map {
            .init(match: label.match, profile: title(of: $0), masked: "", value: nil)
        }
    }

    /// Nil for that of entries that are asked for by themselves.
    private func title(of profile: Int) -> String? { profiles[profile].name.isEmpty ? nil : profiles[profile].name }
}

extension ScannedDocument {
    /// The same without what was found in the names of parts and places.
    fileprivate func hidingValues(by names: inout DocumentNames, detail: String?) -> ScannedDocument {
        var hidden: [Finding] = []
        hidden.reserveCapacity(findings.count)
        for one in findings {
            hidden.append(
                Finding(
                    match: one.match, profile: one.profile, part: names.masked(one.part),
                    place: names.masked(place: one.place), masked: one.masked, value: one.value,
                    likeness: one.likeness))
        }
        return ScannedDocument(
            name: name, status: status, detail: detail, labels: names.masked(labels), findings: hidden,
            unlisted: unlisted)
    }
}
