import Model
import Pattern

/// Entries of one's own, made ready to look through texts. Any number of threads may use it at once.
public struct CustomScan: Sendable {
    /// Why an entry cannot be used.
    public struct Trouble: Error, Hashable, Sendable, CustomStringConvertible {
        public let entry: CustomEntry.ID
        /// One sentence.
        public let reason: String
        public var description: String { "entry \(entry): \(reason)" }
    }

    /// What is kept apart from the entries, by their ids.
    public struct Material: Sendable {
        public var dataSets: [CustomEntry.ID: (set: DataSet, key: ContentKey)]
        public var fingerprints: [CustomEntry.ID: (documents: [DocumentFingerprint], key: ContentKey)]

        public init(
            dataSets: [CustomEntry.ID: (set: DataSet, key: ContentKey)] = [:],
            fingerprints: [CustomEntry.ID: (documents: [DocumentFingerprint], key: ContentKey)] = [:]
        ) {
            self.dataSets = dataSets
            self.fingerprints = fingerprints
        }
    }

    public let entries: [CustomEntry]
    let refinements: [Refinement]
    let patterns: PatternSet?
    /// The entry of each expression.
    let patternEntries: [Int]
    let words: WordFinder?
    let probes: [(entry: Int, probe: DataSetProbe)]
    let finders: [(entry: Int, finder: FingerprintFinder)]

    /// Whether anything of it is looked for in texts one by one.
    var looksAtTexts: Bool { patterns != nil || words != nil || !probes.isEmpty }

    /// Matches of an entry in a text that are told where all are asked for at once.
    static let most = 10_000

    /// - Throws: which of them cannot be used, and why; also where a data set or fingerprints are missing.
    public init(_ entries: [CustomEntry], _ material: Material = Material()) throws(Trouble) {
        for entry in entries { if let reason = entry.trouble { throw Trouble(entry: entry.id, reason: reason) } }
        self.entries = entries
        refinements = entries.map(Refinement.init)
        var expressions: [(Int, PatternSet.Expression)] = []
        var lists: [(list: Int, words: [String], letterCaseCounts: Bool)] = []
        var (probes, finders) = ([(Int, DataSetProbe)](), [(Int, FingerprintFinder)]())
        for (place, entry) in entries.enumerated() {
            switch entry.means {
            case .pattern: expressions += entry.expression.map { [(place, $0)] } ?? []
            case .words(let words): lists.append((place, words, entry.letterCase == .counts))
            case .dataset(let columns, let supporting):
                guard let (set, key) = material.dataSets[entry.id], set.columns == columns else {
                    throw Trouble(entry: entry.id, reason: "its data has not been loaded")
                }
                probes.append((place, DataSetProbe(set: set, key: key, wanted: supporting)))
            case .fingerprint(_, let percent):
                guard let (documents, key) = material.fingerprints[entry.id], !documents.isEmpty else {
                    throw Trouble(entry: entry.id, reason: "its documents have not been loaded")
                }
                finders.append((place, FingerprintFinder(documents, key: key, percent: percent)))
            case .label, .foreignLabel: break
            }
        }
        (self.probes, self.finders) = (probes, finders)
        patternEntries = expressions.map(\.0)
        patterns = try Self.compiled(expressions, of: entries)
        do throws(PatternError) {
            words = lists.isEmpty ? nil : try WordFinder(lists)
        } catch {
            throw Trouble(entry: entries[lists[0].list].id, reason: error.description)
        }
    }

    /// One set of all expressions; where it cannot be made, the entry that is to blame.
    private static func compiled(
        _ expressions: [(Int, PatternSet.Expression)], of entries: [CustomEntry]
    ) throws(Trouble) -> PatternSet? {
        guard !expressions.isEmpty else { return nil }
        do throws(PatternError) {
            return try PatternSet(expressions.map(\.1))
        } catch {
            for (place, expression) in expressions {
                if let reason = PatternSample.trouble(with: expression) {
                    throw Trouble(entry: entries[place].id, reason: reason)
                }
            }
            throw Trouble(entry: entries[expressions[0].0].id, reason: error.description)
        }
    }
}

extension CustomEntry {
    /// Why the entry cannot be used, in one sentence: also where its expression does not compile, is too slow or matches
    /// nearly everywhere. It takes a moment; to be asked before an entry is saved.
    public var troubleInUse: String? {
        trouble ?? expression.flatMap { PatternSample.trouble(with: $0) }
    }

    var expression: PatternSet.Expression? {
        guard case .pattern(let text) = means else { return nil }
        return PatternSet.Expression(text, letterCase: letterCase == .counts ? .counts : .ignored)
    }
}
