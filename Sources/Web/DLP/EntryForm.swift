import Flows
import Foundation
import Model
import Report
import Store

/// What the form of an entry shows: as it is, or as somebody filled it in.
struct EntryForm {
    static let kinds: [(ContentEntry.Kind, String)] = [
        (.pattern, "Expression"), (.words, "Word list"), (.dataset, "Exact data"), (.fingerprint, "Documents"),
    ]

    var kind: ContentEntry.Kind
    /// Of the entry that is changed; nil for one that is to be made.
    var id: String?
    /// Of the entry as it was when the form was filled; nil for one that is to be made, and where the form does not say.
    var version: String?
    /// As it is kept.
    var former: CustomEntry?
    var name = ""
    var expression = ""
    var sample = ""
    var words = ""
    var primary = ""
    var columns: [String] = []
    var supporting = "1"
    var percent = "50"
    var caseCounts = false
    var exclusions = ""
    var raising = ""
    var lowering = ""
    var found: ContentTrial.Result?
    var problem: String?

    init(_ kind: ContentEntry.Kind) { self.kind = kind == .detector || kind == .label ? .pattern : kind }

    /// An entry as it is kept.
    init(_ kept: KeptEntry) {
        let entry = kept.entry
        self.init(ContentEntry(entry).kind)
        (id, former, name, caseCounts) = (entry.id, entry, entry.name, entry.letterCase == .counts)
        exclusions = entry.exclusionWords.joined(separator: "\n")
        raising = entry.hotWords.filter { $0.effect == .raise }.flatMap(\.words).joined(separator: "\n")
        lowering = entry.hotWords.filter { $0.effect == .lower }.flatMap(\.words).joined(separator: "\n")
        switch entry.means {
        case .pattern(let expression): self.expression = expression
        case .words(let list): words = list.joined(separator: "\n")
        case .dataset(let columns, let supporting):
            primary = columns.first(where: \.isPrimary)?.name ?? ""
            self.columns = columns.filter { !$0.isPrimary }.map(\.name)
            self.supporting = "\(supporting)"
        case .fingerprint(_, let percent): self.percent = "\(percent)"
        case .label, .foreignLabel: break
        }
        version = Self.version(of: kept)
    }

    /// What was filled in.
    init(_ form: Form) {
        self.init(form["kind"].flatMap(ContentEntry.Kind.init(rawValue:)) ?? .pattern)
        (id, version) = (form["entry"], form["version"])
        (name, expression) = (form["name"] ?? "", form["expression"] ?? "")
        sample = form.all("sample").first ?? ""
        // A file cannot be shown as chosen again, so that what it holds stands for it.
        words = form.file("file").map { String(decoding: $0.bytes, as: UTF8.self) } ?? form["words"] ?? ""
        (primary, supporting, percent) = (form["primary"] ?? "", form["supporting"] ?? "1", form["percent"] ?? "50")
        columns = EntryBook.words(form["columns"] ?? "")
        caseCounts = form.isOn("caseCounts")
        (exclusions, raising, lowering) = (form["exclusions"] ?? "", form["raising"] ?? "", form["lowering"] ?? "")
    }

    /// Differs whenever somebody changed what the form shows, or what is kept of a table or of documents.
    private static func version(of kept: KeptEntry) -> String {
        let entry = kept.entry
        let isBulk =
            switch entry.means {
            case .dataset, .fingerprint: true
            case .pattern, .words, .label, .foreignLabel: false
            }
        return EntityTag(
            of: .object([
                ("name", .text(entry.name)), ("content", WebServer.content(entry)),
                ("at", isBulk ? .text(Moments.iso(kept.at)) : .null),
            ])
        ).text
    }

    /// Why it is not saved over what somebody else saved in the meantime; nil where nobody did.
    /// - Parameter hasFile: whether a file was chosen, which has to be chosen again.
    func stale(beside kept: KeptEntry, hasFile: Bool) -> String? {
        guard let version, version != Self.version(of: kept) else { return nil }
        let words = StaleForm.changed(by: kept.by, "entry")
        return hasFile && kind != .words ? "\(words); a file has to be chosen again" : words
    }

    func draft(_ means: CustomEntry.Means) -> EntryBook.Draft {
        EntryBook.Draft(
            name: name, means: means, letterCase: caseCounts ? .counts : .ignored,
            exclusionWords: EntryBook.words(exclusions), raising: EntryBook.words(raising),
            lowering: EntryBook.words(lowering))
    }

    var values: [String: Any] {
        [
            "title": former?.name ?? "Add entry", "id": shown(id), "version": shown(version), "kind": kind.rawValue,
            "name": name,
            "expression": expression, "sample": sample, "words": words, "primary": primary,
            "columns": columns.joined(separator: "\n"), "supporting": supporting, "percent": percent,
            "caseCounts": caseCounts, "exclusions": exclusions, "raising": raising, "lowering": lowering,
            "isPattern": kind == .pattern, "isWords": kind == .words, "isTable": kind == .dataset,
            "isDocuments": kind == .fingerprint, "hasCase": kind == .pattern || kind == .words,
            "isFile": kind != .pattern, "needsFile": (kind == .dataset || kind == .fingerprint) && id == nil,
            "kept": shown(keptWords), "error": shown(problem.map(sentence)), "found": shown(foundValues),
            "tabs": id == nil
                ? Self.kinds.map { kind, title in
                    [
                        "title": title, "link": "/dlp/add-entry?kind=\(kind.rawValue)", "isHere": kind == self.kind,
                    ] as [String: Any]
                } : [],
        ]
    }

    /// What a file that is chosen now takes the place of.
    private var keptWords: String? {
        switch former?.means {
        case .dataset(let columns, _):
            "Kept: hashes of the columns \(columns.map(\.name).joined(separator: ", ")). A new file takes their place."
        case .fingerprint(let documents, _):
            "Kept: hashes of \(documents.joined(separator: ", ")). New files take their place."
        default: nil
        }
    }

    private var foundValues: [String: Any]? {
        guard let found else { return nil }
        return [
            "count": Numbers.counted(found.found.count, "match", plural: "matches")
                + (found.isCut ? " and more" : ""),
            "rows": found.found.prefix(20).map {
                ["masked": $0.masked, "line": "line \($0.line)", "confidence": WebServer.words($0.match.confidence)]
            },
        ]
    }
}
