import Foundation
import Model
import Posture
import Store

/// Decisions about findings and instances: how grave, whether it counts, who looks after it. One place for command, API and dashboard.
public struct Decide: Sendable {
    let store: Store
    let deed: Deed

    /// - Parameter deed: who decides, and when.
    public init(in store: Store, _ deed: Deed) {
        self.store = store
        self.deed = deed
    }

    /// What a decision did.
    public struct Result: Sendable, Hashable {
        /// Findings or instances that it changed.
        public var changed: Int
        /// What `undo` takes.
        public var batch: String
        /// What was not taken back, because something was decided since.
        public var left = 0
        /// Hidden instances that count again, because their finding is graver now.
        public var reopened = 0
        /// Instances that are hidden again, because the severity that had opened them was taken back.
        public var hiddenAgain = 0
    }

    /// Ranks checks differently in their integration; nil puts the catalogue's severity back.
    public func rank(_ keys: [Finding.Key], as severity: Severity?) async throws -> Result {
        var result = try await each(keys) { writer, check, mark in try writer.rank(check, as: severity, mark) != nil }
        result.reopened = try store.reopened(inBatch: result.batch)
        return result
    }

    /// Ignores findings: they and their instances no longer count, and what is found anew joins them without a word.
    public func ignore(_ keys: [Finding.Key], _ terms: Terms) async throws -> Result {
        let acceptance = try terms.acceptance(deed)
        return try await each(keys) { writer, check, mark in try writer.ignore(check, acceptance, mark) != nil }
    }

    /// Lets ignored findings count again.
    public func activate(_ keys: [Finding.Key]) async throws -> Result {
        try await each(keys) { writer, check, mark in try writer.activate(check, mark) != nil }
    }

    /// Says who looks after findings; nil for nobody.
    public func assign(_ keys: [Finding.Key], to owner: String?) async throws -> Result {
        let owner = try owner.map { try Terms.checked($0, "owner", most: FreeText.mostOfOwner) }
        return try await each(keys) { writer, check, mark in try writer.assign(check, to: owner, mark) != nil }
    }

    /// Hides instances until the exception ends or they get worse.
    public func hide(_ instances: [InstanceKey], _ terms: Terms) async throws -> Result {
        let acceptance = try terms.acceptance(deed)
        return try await each(instances) { writer, fingerprints, mark in
            try writer.hide(fingerprints, acceptance, mark)
        }
    }

    /// Shows hidden instances again.
    public func unhide(_ instances: [InstanceKey]) async throws -> Result {
        try await each(instances) { writer, fingerprints, mark in try writer.unhide(fingerprints, mark) }
    }

    /// Takes back what was decided in one go, except where something was decided since.
    public func undo(_ batch: String) async throws -> Result {
        let mark = DecisionMark(deed)
        var (changed, left, hidden, opened) = (0, 0, 0, 0)
        for integration in try store.integrations(ofBatch: batch) {
            let result = try await store.write(integration) { try $0.undo(batch, mark) }
            changed += result.undone
            left += result.left
            hidden += result.hidden
            opened += result.opened
        }
        return Result(changed: changed, batch: mark.batch, left: left, reopened: opened, hiddenAgain: hidden)
    }

    /// Reopens what was accepted until a moment that has passed: asked before every scan and every read.
    @discardableResult
    public static func reopenEnded(in store: Store, at now: Date) async throws -> Int {
        var reopened = 0
        for integration in try store.integrationsWithEndedExceptions(at: now) {
            reopened += try await store.write(integration) { try $0.reopenEnded(at: now) }
        }
        return reopened
    }

    private func each(
        _ keys: [Finding.Key], _ body: @escaping @Sendable (StoreWriter, String, DecisionMark) throws -> Bool
    ) async throws -> Result {
        let mark = DecisionMark(deed)
        var changed = 0
        for (integration, group) in Dictionary(grouping: keys, by: \.integration).sorted(by: { $0.key < $1.key }) {
            let checks = group.map(\.check)
            changed += try await store.write(integration) { writer in
                try writer.enrol(checks.compactMap { Check.named($0).map { ($0.id, $0.severity) } }, at: mark.deed.at)
                return try checks.filter { try body(writer, $0, mark) }.count
            }
        }
        return Result(changed: changed, batch: mark.batch)
    }

    private func each(
        _ keys: [InstanceKey], _ body: @escaping @Sendable (StoreWriter, [String], DecisionMark) throws -> [String: Int]
    ) async throws -> Result {
        let mark = DecisionMark(deed)
        var changed = 0
        for (integration, group) in Dictionary(grouping: keys, by: \.integration).sorted(by: { $0.key < $1.key }) {
            let fingerprints = group.map(\.fingerprint)
            changed += try await store.write(integration) { try body($0, fingerprints, mark).values.reduce(0, +) }
        }
        return Result(changed: changed, batch: mark.batch)
    }
}

/// What tells instances apart: two integrations of one tenant see the same weakness with the same fingerprint.
public struct InstanceKey: Sendable, Hashable {
    public var integration: Int
    public var fingerprint: String
    public init(integration: Int, fingerprint: String) {
        self.integration = integration
        self.fingerprint = fingerprint
    }
}
