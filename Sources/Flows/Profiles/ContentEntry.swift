import DLP
import Model
import Store

/// Something that a profile may look for: a predefined detector or a kind of it, an entry of one's own, a sensitivity label.
public struct ContentEntry: Sendable, Hashable, Identifiable {
    public enum Kind: String, Sendable, CaseIterable {
        case detector, pattern, words, dataset, fingerprint, label

        public var title: String {
            switch self {
            case .detector: "Predefined"
            case .pattern: "Expression"
            case .words: "Word list"
            case .dataset: "Exact data"
            case .fingerprint: "Documents"
            case .label: "Sensitivity label"
            }
        }
    }

    public var id: String
    public var title: String
    public var kind: Kind
    /// How it is recognised, in a few words; for a label the integration.
    public var note: String
    /// What it stands under in lists: "Financial", "Your own", "Labels of contoso".
    public var group: String
    /// A label that the tenant no longer has; documents may still carry it.
    public var isDeleted: Bool
    /// What a label was called before.
    public var formerTitles: [String]

    public init(
        id: String, title: String, kind: Kind, note: String, group: String, isDeleted: Bool = false,
        formerTitles: [String] = []
    ) {
        self.id = id
        self.title = title
        self.kind = kind
        self.note = note
        self.group = group
        self.isDeleted = isDeleted
        self.formerTitles = formerTitles
    }
}

extension ContentEntry {
    /// What a profile holds and nobody knows any more: a label that went with its integration, or with its tenant's list.
    public static func gone(_ id: String) -> Self {
        Self(id: id, title: id, kind: .label, note: "is gone", group: "No longer there", isDeleted: true)
    }

    /// The entries of a detector: its kinds where it tells them apart, else itself.
    static func entries(of detector: Detector) -> [ContentEntry] {
        let group = detector.family.title
        guard !detector.kinds.isEmpty else {
            return [
                ContentEntry(
                    id: detector.id, title: detector.title, kind: .detector, note: detector.check, group: group)
            ]
        }
        return detector.kinds.map {
            ContentEntry(
                id: $0.id, title: $0.title, kind: .detector, note: "\(detector.title): \(detector.check)",
                group: group)
        }
    }

    public init(_ entry: CustomEntry) {
        self.init(
            id: entry.id, title: entry.name, kind: Kind(rawValue: entry.means.word) ?? .pattern,
            note: entry.means.words, group: "Your own")
    }

    init(_ row: LabelBook.Row, of integration: String) {
        self.init(
            id: row.entryID, title: row.path, kind: .label, note: integration, group: "Labels of \(integration)",
            isDeleted: row.kept.deletedAt != nil, formerTitles: row.kept.formerNames.map(\.name))
    }

    /// The labels of every tenant but the integration's own, as one entry.
    init(_ entry: CustomEntry, of integration: String) {
        self.init(
            id: entry.id, title: entry.name, kind: .label, note: integration, group: "Labels of \(integration)")
    }
}

extension CustomEntry.Means {
    /// What it looks for, in a few words.
    public var words: String {
        switch self {
        case .pattern(let expression): expression
        case .words(let list): list.count == 1 ? "1 word" : "\(list.count) words"
        case .dataset(let columns, let supporting):
            "\(columns.count) columns, \(columns.first(where: \.isPrimary)?.name ?? "") and \(supporting) more"
        case .fingerprint(let documents, let percent):
            "\(documents.count) document\(documents.count == 1 ? "" : "s"), from \(percent) % on"
        case .label(let id, _): id
        case .foreignLabel: "any label of another tenant"
        }
    }
}

extension Detector.Family {
    /// The heading of its detectors.
    var title: String {
        switch self {
        case .financial: "Financial"
        case .identity: "Identity numbers"
        case .credentials: "Credentials"
        case .health: "Health"
        case .contact: "Contact data"
        case .code: "Code"
        }
    }
}
