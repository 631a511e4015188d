import Foundation
import Model

/// What was decided, by whom, in one go: the head of every change to findings and instances.
public struct DecisionMark: Sendable, Hashable {
    public var deed: Deed
    public var batch: String

    public init(_ deed: Deed, batch: String = Decision.newBatch()) {
        self.deed = deed
        self.batch = batch
    }
}

extension StoreWriter {
    func finding(_ check: String) throws -> Finding? {
        try connection.first(
            """
            SELECT f.integration, f.check_id, g.name, f.severity, f.default_severity, f.ignored, f.reason, f.comment,
                f.owner, f.expires, f.decided_by, f.decided_at, f.active, f.hidden, f.resolved
            FROM finding f JOIN integration g ON g.id = f.integration WHERE f.integration = $1 AND f.check_id = $2
            """, [scope, .text(check)], Store.finding)
    }

    /// Gives every check its row, and follows the catalogue where it rates a check anew.
    public func enrol(_ checks: [(id: String, severity: Severity)], at now: Date) throws {
        try settleTallies()
        for (id, severity) in checks {
            try addFinding(id, severity: severity)
            guard let finding = try finding(id), finding.defaultSeverity != severity else { continue }
            let follows = finding.severity == finding.defaultSeverity
            try connection.execute(
                "UPDATE finding SET default_severity = $1 WHERE integration = $2 AND check_id = $3",
                [.int(severity.rank), scope, .text(id)])
            if follows { try setSeverity(severity, of: id) }
            try reopenHiddenBelow(id, DecisionMark(Deed(by: Decision.itself, at: now)))
        }
    }

    private func setSeverity(_ severity: Severity, of check: String) throws {
        try connection.execute(
            "UPDATE finding SET severity = $1 WHERE integration = $2 AND check_id = $3",
            [.int(severity.rank), scope, .text(check)])
    }

    /// Ranks a check differently in this integration; nil for the catalogue's severity.
    /// - Returns: the finding as it was before; nil where nothing changed.
    @discardableResult
    public func rank(_ check: String, as severity: Severity?, _ mark: DecisionMark) throws -> Finding? {
        guard let finding = try finding(check) else { return nil }
        let severity = severity ?? finding.defaultSeverity
        guard severity != finding.severity else { return nil }
        try setSeverity(severity, of: check)
        let words = "\(finding.severity.rawValue) → \(severity.rawValue)"
        try decide(.severity, finding, words, .init(severity: finding.severity), mark)
        try reopenHiddenBelow(check, mark)
        return finding
    }

    /// Ignores a check in this integration, or says anew why, who and until when. - Returns: as `rank`.
    @discardableResult
    public func ignore(_ check: String, _ acceptance: Acceptance, _ mark: DecisionMark) throws -> Finding? {
        guard let finding = try finding(check) else { return nil }
        try set(acceptance, owner: acceptance.owner ?? finding.owner, of: check)
        let before = Decision.Before(acceptance: finding.acceptance, owner: finding.owner)
        try decide(.ignore, finding, acceptance.words, before, mark)
        return finding
    }

    /// - Returns: as `rank`.
    @discardableResult
    public func activate(_ check: String, because why: String? = nil, _ mark: DecisionMark) throws -> Finding? {
        guard let finding = try finding(check), finding.status == .ignored else { return nil }
        try set(nil, owner: finding.owner, of: check)
        let before = Decision.Before(acceptance: finding.acceptance, owner: finding.owner)
        try decide(mark.deed.actor == Decision.itself ? .reopen : .activate, finding, why, before, mark)
        return finding
    }

    /// Says who looks after a finding; nil for nobody. - Returns: as `rank`.
    @discardableResult
    public func assign(_ check: String, to owner: String?, _ mark: DecisionMark) throws -> Finding? {
        guard let finding = try finding(check), finding.owner != owner else { return nil }
        try connection.execute(
            "UPDATE finding SET owner = $1 WHERE integration = $2 AND check_id = $3",
            [.optional(owner), scope, .text(check)])
        let before = Decision.Before(acceptance: finding.acceptance, owner: finding.owner)
        try decide(.owner, finding, owner ?? "nobody", before, mark)
        return finding
    }

    private func set(_ acceptance: Acceptance?, owner: String?, of check: String) throws {
        try connection.execute(
            """
            UPDATE finding SET ignored = $1, reason = $2, comment = $3, owner = $4, expires = $5, decided_by = $6,
                decided_at = $7 WHERE integration = $8 AND check_id = $9
            """,
            [
                .int(acceptance == nil ? 0 : 1), .optional(acceptance?.reason), .optional(acceptance?.comment),
                .optional(owner), .optional(acceptance?.expires?.timeIntervalSince1970), .optional(acceptance?.by),
                .optional(acceptance?.at.timeIntervalSince1970), scope, .text(check),
            ])
    }

    private func decide(
        _ action: Decision.Action, _ finding: Finding, _ detail: String?, _ before: Decision.Before,
        _ mark: DecisionMark
    ) throws {
        try log(
            Decision(
                check: finding.check, at: mark.deed.at, batch: mark.batch, actor: mark.deed.actor, action: action,
                detail: detail, before: before))
        try note(mark.deed.entry("finding.\(action.rawValue)", "\(finding.check) in \(finding.integration)", detail))
    }

    /// Puts back what a batch replaced, where nothing was decided since.
    /// - Returns: how many decisions that took back, how many stayed, and how many instances are hidden again because the severity that
    ///   had opened them was taken back.
    public func undo(_ batch: String, _ mark: DecisionMark) throws -> (undone: Int, left: Int, hidden: Int, opened: Int)
    {
        var (count, left, hidden, opened) = (0, 0, 0, 0)
        var instances: [Decision.Action: [String: Int]] = [:]
        let all = try decisions(inBatch: batch).filter { $0.before != nil }
        var findings: Set<String> = []
        for decision in all where decision.fingerprint.isEmpty {
            guard try !isOvertaken(decision), try undoFinding(decision, mark) else {
                left += 1
                continue
            }
            count += 1
            findings.insert(decision.check)
        }
        for decision in all where !decision.fingerprint.isEmpty {
            let isBeside = findings.contains(decision.check)
            guard try !isOvertaken(decision), try undoInstance(decision, isBeside: isBeside, mark) else {
                left += 1
                continue
            }
            // What follows from the finding's severity is no decision of its own.
            switch decision.action {
            case _ where !isBeside: count += 1
            case .reopen: hidden += 1
            case .hide: opened += 1
            default: break
            }
            instances[decision.action, default: [:]][decision.check, default: 0] += 1
        }
        for (action, counts) in instances.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let (beside, alone) = (
                counts.filter { findings.contains($0.key) }, counts.filter { !findings.contains($0.key) }
            )
            try tell(.undo, alone, action.rawValue, mark)
            let told = Self.told(takingBack: action, isBeside: true)
            try tell(told.action, beside, told.detail, mark, isBeside: true)
        }
        return (count, left, hidden, opened)
    }

    /// How histories tell that what was done to an instance was taken back.
    /// - Parameter isBeside: what opened with the finding's severity is hidden again with it, and the other way round.
    static func told(
        takingBack action: Decision.Action, isBeside: Bool
    ) -> (action: Decision.Action, detail: String) {
        switch action {
        case .reopen where isBeside: (.hide, "again, because the severity was taken back")
        case .hide where isBeside: (.unhide, "because the severity was put back")
        default: (.undo, action.rawValue)
        }
    }

    private func undoFinding(_ decision: Decision, _ mark: DecisionMark) throws -> Bool {
        // The line of a batch that counts instances replaced nothing itself.
        guard let before = decision.before, let finding = try finding(decision.check) else { return false }
        if let severity = before.severity {
            try setSeverity(severity, of: decision.check)
        } else {
            try set(before.acceptance, owner: before.owner, of: decision.check)
        }
        let after = Decision.Before(
            acceptance: finding.acceptance, owner: finding.owner,
            severity: before.severity.map { _ in finding.severity })
        let what =
            before.severity.map { "severity, \(finding.severity.rawValue) → \($0.rawValue)" }
            ?? decision.action.rawValue
        try decide(.undo, finding, what, after, mark)
        return true
    }
}

extension Acceptance {
    /// `Accepted for now, until 2026-12-31`: the end is the midnight after that day.
    var words: String {
        let end = expires.map { ", until \($0.addingTimeInterval(-1).formatted(.iso8601.year().month().day()))" } ?? ""
        return reason + (comment.map { ": \($0)" } ?? "") + (owner.map { ", owner \($0)" } ?? "") + end
    }
}
