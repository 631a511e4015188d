import Foundation
import Model
import Store

/// What can be done with profiles; each change is noted in the audit log.
extension ProfileBook {
    /// Makes a profile.
    @discardableResult
    public func add(_ profile: ContentProfile, _ deed: Deed) throws -> ContentProfile {
        let catalogue = try catalogue()
        let made = try checked(profile, catalogue)
        try checkNew(made.name, among: try items(catalogue))
        try store.keep(
            KeptProfile(made, by: deed.actor, at: deed.at), inPlaceOf: nil,
            deed.entry("profile.add", made.name, made.words))
        return made
    }

    /// Whether an entry that is still to be made could be put into the profile of a name, one's own or one that is not there yet.
    /// - Throws: `ProfileTrouble` where it could not.
    public func checkRoom(in name: String) throws {
        let catalogue = try catalogue()
        let items = try items(catalogue)
        let entry = "own-entry-to-be"
        guard let known = items.first(where: { KeptProfile.key($0.profile.name) == KeptProfile.key(name) }) else {
            let made = try checked(ContentProfile(name: name, entries: [entry]), catalogue, keeping: [entry])
            return try checkNew(made.name, among: items)
        }
        guard known.origin.isCustom else {
            throw ProfileTrouble("\(known.profile.name) comes with Reeve: entries are added to profiles of your own")
        }
        var filled = known.profile
        filled.entries.formUnion(known.off.union([entry]))
        _ = try checked(filled, catalogue, keeping: filled.entries)
    }

    /// Profiles of one's own, together.
    public static let most = 1_000

    /// Puts a profile in place of the one of a name. What is off in that one stays so where the others are the same; where they are said
    /// anew, the profile has those and no more.
    /// - Parameter off: entries that stay in it and are off, whatever the others are.
    @discardableResult
    public func change(
        _ name: String, to profile: ContentProfile, keeping off: Set<String> = [], _ deed: Deed
    ) throws -> ContentProfile {
        let known = try own(name)
        let kept = profile.entries == known.profile.entries ? known.off : known.off.intersection(off)
        return try change(known, to: profile, off: kept.subtracting(profile.entries), deed)
    }

    /// Says anew what a profile of one's own has: what is not named is gone, whether it was on or off.
    @discardableResult
    public func replace(_ name: String, with profile: ContentProfile, _ deed: Deed) throws -> ContentProfile {
        try change(try own(name), to: profile, off: [], deed)
    }

    /// - Parameters:
    ///   - profile: with the entries that are on.
    ///   - off: those that it has beside them.
    private func change(
        _ known: Item, to profile: ContentProfile, off: Set<String>, _ deed: Deed
    ) throws -> ContentProfile {
        let name = known.profile.name
        let catalogue = try catalogue()
        var whole = profile
        whole.entries.formUnion(off)
        let made = try checked(whole, catalogue, keeping: known.profile.entries.union(known.off))
        if KeptProfile.key(made.name) != KeptProfile.key(name) {
            try checkName(made.name, among: try items(catalogue))
        }
        let words = [
            made.name == name ? nil : "now \(made.name)", made.words, off.isEmpty ? nil : Self.words(off: off),
        ]
        try store.keep(
            KeptProfile(made, by: deed.actor, at: deed.at), inPlaceOf: name, off: off,
            deed.entry("profile.change", name, words.compactMap(\.self).joined(separator: "; ")))
        return made
    }

    private static func words(off: Set<String>) -> String {
        off.isEmpty ? "all entries on" : "off: \(off.sorted().prefix(20).joined(separator: ", "))"
    }

    /// - Throws: `ProfileTrouble` for one that nobody made, or that an integration uses.
    public func remove(_ name: String, _ deed: Deed) throws {
        let known = try own(name)
        guard known.attachedTo.isEmpty else {
            throw ProfileTrouble(
                "\(known.profile.name) is used by \(known.attachedTo.joined(separator: ", ")): take it away there first"
            )
        }
        _ = try store.removeContentProfile(known.profile.name, deed.entry("profile.remove", known.profile.name))
    }

    /// Says which entries are on. One's own profile gets those that it does not have.
    /// - Parameter ids: all that are to be on.
    @discardableResult
    public func setEntries(_ ids: Set<String>, of name: String, _ deed: Deed) throws -> Item {
        let known = try item(named: name)
        let all = Set(known.lines.map(\.id))
        if known.origin.isCustom {
            var profile = known.profile
            profile.entries = ids
            _ = try change(known, to: profile, off: all.subtracting(ids), deed)
        } else {
            if let stranger = ids.subtracting(all).min() {
                throw ProfileTrouble(
                    "\(known.profile.name) has no entry \"\(stranger.prefix(200))\": entries are added to profiles of your own"
                )
            }
            let off = all.subtracting(ids)
            try store.setEntriesOff(
                off, in: known.profile.name,
                deed.entry("profile.switch", known.profile.name, Self.words(off: off)))
        }
        return try item(named: name)
    }

    /// Switches some entries of a profile on or off and leaves the others.
    @discardableResult
    public func turn(_ ids: Set<String>, _ state: SwitchState, in name: String, _ deed: Deed) throws -> Item {
        let known = try item(named: name)
        let on = Set(known.lines.filter(\.isOn).map(\.id))
        if state == .off, let stranger = ids.subtracting(known.lines.map(\.id)).min() {
            throw ProfileTrouble("\(known.profile.name) has no entry \"\(stranger.prefix(200))\"")
        }
        return try setEntries(state == .on ? on.union(ids) : on.subtracting(ids), of: name, deed)
    }

    public enum SwitchState: Sendable, Hashable { case on, off }

    /// Says which profiles an integration uses.
    /// - Returns: their names as they are written.
    @discardableResult
    public func attach(_ names: [String], to integration: Integration, _ deed: Deed) throws -> [String] {
        let found = try self.names(names)
        try store.setProfiles(
            found, of: integration,
            deed.entry(
                "integration.profiles", integration.name, found.isEmpty ? "none" : found.joined(separator: ", ")))
        return found
    }

    /// Attaches profiles to what an integration uses already, and detaches others. One that is gone by now is left out.
    /// - Returns: the names of what it uses from now on.
    /// - Throws: `ProfileTrouble` where a profile to attach does not exist, or one to detach is not attached.
    @discardableResult
    public func attach(
        _ names: [String], detaching others: [String], of integration: Integration, _ deed: Deed
    ) throws -> [String] {
        let present = integration.dlpProfiles
        for name in others where !present.contains(where: { KeptProfile.key($0) == KeptProfile.key(name) }) {
            let used = present.isEmpty ? "no profile" : present.joined(separator: ", ")
            throw ProfileTrouble("\(integration.name) does not use \"\(name)\"; it uses \(used)")
        }
        let gone = Set(others.map(KeptProfile.key))
        let known = Set(try items().map { KeptProfile.key($0.profile.name) })
        let kept = present.filter { known.contains(KeptProfile.key($0)) && !gone.contains(KeptProfile.key($0)) }
        return try attach(kept + names, to: integration, deed)
    }

    /// A profile that somebody made.
    private func own(_ name: String) throws -> Item {
        let known = try item(named: name)
        guard known.origin.isCustom else {
            throw ProfileTrouble(
                "\(known.profile.name) comes with Reeve: switch its entries on and off, or copy it under another name")
        }
        return known
    }

    /// - Parameter kept: entries that may stay although nobody knows them any more.
    private func checked(
        _ profile: ContentProfile, _ catalogue: EntryCatalogue, keeping kept: Set<String> = []
    ) throws -> ContentProfile {
        var made = profile
        made.name = profile.name.trimmingCharacters(in: .whitespacesAndNewlines)
        if let trouble = made.trouble(known: catalogue.known.union(kept)) { throw ProfileTrouble(trouble) }
        return made
    }

    private func checkNew(_ name: String, among items: [Item]) throws {
        guard items.count(where: \.origin.isCustom) < Self.most else {
            throw ProfileTrouble("there are \(Self.most) profiles already: remove one that nobody uses")
        }
        try checkName(name, among: items)
    }

    private func checkName(_ name: String, among items: [Item]) throws {
        let key = KeptProfile.key(name)
        if let taken = items.first(where: { KeptProfile.key($0.profile.name) == key }) {
            throw ProfileTrouble(taken: taken.profile.name, by: "a profile")
        }
        if key.hasPrefix(KeptProfile.key(Integration.labelProfilePrefix)) {
            throw ProfileTrouble(
                "names that begin with \"\(Integration.labelProfilePrefix)\" are kept for the labels of integrations")
        }
    }
}

extension ContentProfile {
    /// For the audit log: how many entries, and when they count.
    var words: String { "\(entries.count) \(entries.count == 1 ? "entry" : "entries"), \(terms)" }

    /// When its entries count, in a few words.
    public var terms: String {
        [
            usesContext ? "from \(minimum.rawValue) confidence on" : "without context",
            allowed > 0 ? "\(allowed) \(allowed == 1 ? "match" : "matches") allowed" : nil,
            together > 1 ? "\(together) together" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}
