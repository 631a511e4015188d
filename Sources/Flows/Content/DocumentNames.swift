import DLP
import Model

/// The names of the parts and places of one document as they are kept and told: what was found does not stand in them in clear.
///
/// People name attachments, members of archives and sheets by what is in them. A name may hold what the detectors find in itself, and what
/// was found in the document and nobody would know by its name alone.
struct DocumentNames {
    private let scan: TextScan
    private let beside: NameScan
    private let extraction: Extraction
    /// False where all names are those that Reeve gives: most documents are one text.
    private let isNamed: Bool
    private var index: NameIndex?
    /// What was found and stands in a name, bare.
    private var values: Set<[UInt8]> = []
    /// Of exact data that was found: the other cells of a row are values as well.
    private var rows: HeldRows
    private var known: [String: String] = [:]
    private var scans: [TextScan]?

    /// Names of parts that nobody gave.
    private static let own: Set<String> = ["", "text", "page text", "page layout", "image text"]

    /// - Parameter beside: what names are looked through for beside what the scan looks for.
    init(_ extraction: Extraction, scan: TextScan, beside: NameScan) {
        self.scan = scan
        self.beside = beside
        rows = HeldRows(of: scan.custom)
        self.extraction = extraction
        isNamed =
            extraction.reason?.names.isEmpty == false
            || extraction.segments.contains { !Self.own.contains($0.part) || $0.places.contains { $0.sheet != nil } }
            || extraction.labels.contains { !$0.part.isEmpty }
    }

    /// Takes note of what was found. To be told of all before a name is asked for.
    mutating func note(_ match: Match, in text: UnsafeBufferPointer<UInt8>) {
        guard isNamed else { return }
        rows.note(match, in: text)
        let index = index ?? NameIndex(names)
        self.index = index
        guard index.mayHold(text[match.range]) else { return }
        let value = BareText.bytes(of: match.text(in: text))
        if index.holds(value) { values.insert(value) }
    }

    /// A name of a part.
    mutating func masked(_ name: String) -> String {
        guard !Self.own.contains(name) else { return name }
        if let masked = known[name] { return masked }
        let masked = hidden(name)
        known[name] = masked
        return masked
    }

    mutating func masked(_ name: String?) -> String? { name.map { masked($0) } }

    /// The product's own words and numbers stay as they are.
    mutating func masked(_ reason: ExtractionReason?) -> String? {
        reason?.pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .name(let name): masked(name)
            }
        }.joined()
    }

    /// `Salaries!14`, where the sheet alone may have been named by anybody; `page 3` stays.
    mutating func masked(place: String?) -> String? {
        guard let place, let sheet = ExtractedSegment.Place(offset: 0, name: place).sheet else { return place }
        return masked(String(sheet)) + place[sheet.endIndex...]
    }

    mutating func masked(_ labels: [DocumentLabel]) -> [DocumentLabel] {
        labels.map { label in
            var label = label
            label.part = masked(label.part)
            return label
        }
    }

    private var names: Set<String> {
        var names = Set(extraction.segments.map(\.part)).union(extraction.labels.map(\.part)).subtracting(Self.own)
        names.formUnion(extraction.reason?.names ?? [])
        for segment in extraction.segments {
            var last: Substring?
            // A sheet has a place for each of its rows.
            for place in segment.places {
                guard let sheet = place.sheet, sheet != last else { continue }
                last = sheet
                names.insert(String(sheet))
            }
        }
        return names
    }

    /// Made ready for the first name.
    private mutating func allScans() -> [TextScan] {
        if let scans { return scans }
        let others = beside.scans(besides: scan)
        for own in others.compactMap(\.custom) { rows.add(own) }
        scans = [scan] + others
        return [scan] + others
    }

    /// Where something was found in a name, or something that was found elsewhere stands in it.
    private mutating func ranges(in name: String) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var text = name
        for scan in allScans() {
            let matches = text.withUTF8 { bytes in
                let matches = scan.matches(in: bytes)
                for match in matches { rows.note(match, in: bytes) }
                return matches
            }
            found += matches.map(\.range)
        }
        let bare = BareText(name)
        return found + values.flatMap { bare.ranges(of: $0) } + rows.ranges(in: name)
    }

    private mutating func hidden(_ name: String) -> String {
        let ranges = ranges(in: name)
        guard !ranges.isEmpty else { return name }
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        let bytes = Array(name.utf8)
        var (shown, end) = ("", 0)
        for range in merged {
            shown += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
            shown += MaskedValue.of(String(decoding: bytes[range], as: UTF8.self))
            end = range.upperBound
        }
        return shown + String(decoding: bytes[end...], as: UTF8.self)
    }
}

extension ExtractedSegment.Place {
    /// The name of the sheet whose row it is; nil for pages.
    fileprivate var sheet: Substring? {
        guard let mark = name.utf8.lastIndex(of: UInt8(ascii: "!")),
            name.utf8[name.utf8.index(after: mark)...].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return name[..<mark]
    }
}
