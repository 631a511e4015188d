import DLP
import Foundation
import Model
import Store

/// The entries that people make: expressions, word lists, exact data, documents.
public struct EntryBook: Sendable {
    let store: Store

    public init(store: Store) { self.store = store }

    /// Entries of one's own, together.
    public static let most = 1_000

    /// What a person wants an entry to be, before anything of it is believed.
    public struct Draft: Sendable, Hashable {
        public var name: String
        public var means: CustomEntry.Means
        public var letterCase: CustomEntry.LetterCase
        public var exclusionWords: [String]
        /// Words near a match that make it more sure, and less.
        public var raising: [String]
        public var lowering: [String]

        public init(
            name: String, means: CustomEntry.Means, letterCase: CustomEntry.LetterCase = .ignored,
            exclusionWords: [String] = [], raising: [String] = [], lowering: [String] = []
        ) {
            self.name = name
            self.means = means
            self.letterCase = letterCase
            self.exclusionWords = exclusionWords
            self.raising = raising
            self.lowering = lowering
        }
    }

    public func entries() throws -> [KeptEntry] { try store.customEntries() }

    /// - Throws: `ProfileTrouble` where there is none of that id or name.
    public func entry(_ text: String) throws -> KeptEntry {
        let key = KeptProfile.key(text)
        guard let found = try entries().first(where: { $0.id == text || KeptProfile.key($0.entry.name) == key }) else {
            if Detector.all.contains(where: { $0.id == text || $0.kinds.contains { $0.id == text } }) {
                throw ProfileTrouble(
                    "\(text) comes with Reeve: it cannot be changed or removed, but switched off in a profile")
            }
            throw ProfileTrouble.noEntry(text)
        }
        return found
    }

    /// The entry that a draft describes, with an id made of its name.
    /// - Parameter id: of the entry it takes the place of.
    /// - Throws: `ProfileTrouble` in words for the person who wrote it.
    public func entry(_ draft: Draft, inPlaceOf id: String? = nil) throws -> CustomEntry {
        let known = try entries()
        let name = draft.name.trimmingCharacters(in: .whitespacesAndNewlines)
        if case .pattern(let expression) = draft.means, expression.allSatisfy(\.isWhitespace) {
            throw ProfileTrouble("the expression is empty")
        }
        let entry = Self.entry(draft, id: id ?? Self.id(for: name, among: Set(known.map(\.id))))
        if let trouble = entry.troubleInUse { throw ProfileTrouble(trouble) }
        if let taken = known.first(where: { KeptProfile.key($0.entry.name) == KeptProfile.key(name) && $0.id != id }) {
            throw ProfileTrouble(taken: taken.entry.name, by: "an entry")
        }
        return entry
    }

    static func entry(_ draft: Draft, id: String) -> CustomEntry {
        let lists: [(CustomEntry.HotWords.Effect, [String])] = [(.raise, draft.raising), (.lower, draft.lowering)]
        let hot = lists.filter { !$0.1.isEmpty }.map { CustomEntry.HotWords($0.0, words: $0.1) }
        return CustomEntry(
            id: id, name: draft.name.trimmingCharacters(in: .whitespacesAndNewlines), means: draft.means,
            letterCase: draft.letterCase, exclusionWords: draft.exclusionWords, hotWords: hot)
    }

    /// Makes an entry.
    @discardableResult
    public func add(_ draft: Draft, material: EntryMaterial? = nil, _ deed: Deed) throws -> CustomEntry {
        let entry = try entry(draft)
        guard try entries().count < Self.most else {
            throw ProfileTrouble("there are \(Self.most) entries already: remove one that no profile has")
        }
        try store.keep(
            KeptEntry(entry, by: deed.actor, at: deed.at), material: material,
            deed.entry("entry.add", entry.name, entry.means.word))
        return entry
    }

    /// Puts an entry in place of the one of an id.
    @discardableResult
    public func change(
        _ id: String, to draft: Draft, material: EntryMaterial? = nil, _ deed: Deed
    ) throws -> CustomEntry {
        let known = try entry(id)
        let entry = try entry(draft, inPlaceOf: known.id)
        try store.keep(
            KeptEntry(entry, by: deed.actor, at: deed.at), material: material,
            deed.entry("entry.change", known.entry.name, entry.means.word))
        return entry
    }

    /// - Throws: `ProfileTrouble` where there is none, or a profile has it.
    @discardableResult
    public func remove(_ text: String, _ deed: Deed) throws -> CustomEntry {
        let known = try entry(text).entry
        let users = try store.profiles(with: known.id)
        guard users.isEmpty else {
            throw ProfileTrouble(
                "\(known.name) is an entry of \(users.joined(separator: ", ")): take it out there first")
        }
        _ = try store.removeCustomEntry(known.id, deed.entry("entry.remove", known.name, known.means.word))
        return known
    }

    /// `own-project-names` for "Project names"; letters that an id cannot have are left out.
    private static func id(for name: String, among taken: Set<String>) -> String {
        let plain = name.lowercased().unicodeScalars.map { scalar in
            (97...122).contains(scalar.value) || (48...57).contains(scalar.value) ? Character(scalar) : "-"
        }
        let words = String(plain).split(separator: "-").joined(separator: "-").prefix(40)
        let stem = "own-" + (words.isEmpty ? "entry" : words)
        if !taken.contains(stem) { return stem }
        return (2...).lazy.map { "\(stem)-\($0)" }.first { !taken.contains($0) } ?? stem
    }

    /// The words of a list: a line each, without blanks around them; empty lines are left out.
    public static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingCharacters(in: .whitespacesAndNewlines) }
            .filter { !$0.isEmpty }
    }
}
