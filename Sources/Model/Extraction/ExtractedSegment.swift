/// Text that was taken from one part of a document.
public struct ExtractedSegment: Hashable, Sendable {
    public enum Kind: UInt8, CaseIterable, Sendable {
        /// Lines of prose.
        case text = 1
        /// Rows end with a line feed, cells with a tab; a first row of words is a header.
        case table = 2
        /// Elements with their names and attributes, references decoded: the names are context.
        case markup = 3
        /// `key: value`, a line each.
        case properties = 4
        /// Formulas of a spreadsheet, each behind the name of its cell.
        case formulas = 5
        /// What documents are made after, with words for whoever makes one: layouts and masters of slides, building blocks.
        case pattern = 6
    }

    /// From a UTF-8 offset of the text on, up to the next place.
    public struct Place: Hashable, Sendable {
        public var offset: Int
        /// `page 3`, `Salaries!14`.
        public var name: String

        public init(offset: Int, name: String) {
            self.offset = offset
            self.name = name
        }
    }

    /// The name of the part in its file: `word/document.xml`, `page text`. Inside of archives, attachments and embedded
    /// objects the way there comes first: `docs/bank.docx!word/document.xml`.
    public var part: String
    public var kind: Kind
    /// Which document of the file it is of: 0 for the file itself, another number for each attachment, member of an archive and
    /// embedded object.
    public var document: Int
    /// In UTF-8. Bytes that are none are kept, and are U+FFFD in `text`.
    public var bytes: [UInt8]
    /// In order of their offsets; empty where a part has no places.
    public var places: [Place]

    public init(part: String, kind: Kind, document: Int = 0, bytes: [UInt8], places: [Place] = []) {
        self.part = part
        self.kind = kind
        self.document = document
        self.bytes = bytes
        self.places = places
    }

    public init(part: String, kind: Kind, document: Int = 0, text: String, places: [Place] = []) {
        self.init(part: part, kind: kind, document: document, bytes: Array(text.utf8), places: places)
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The place that a UTF-8 offset of the text lies in.
    public func place(at offset: Int) -> String? {
        // A sheet has a place for each of its rows: they are not gone through for each value.
        var (first, end) = (0, places.count)
        while first < end {
            let middle = (first + end) / 2
            if places[middle].offset <= offset { first = middle + 1 } else { end = middle }
        }
        return first > 0 ? places[first - 1].name : nil
    }
}
