import Foundation
import Model

/// An instance as a decision about it needs it.
private struct Subject {
    var fingerprint: String
    var check: String
    var status: Instance.Status
    var since: Double
    var evidence: String
    var run: Int
}

extension StoreWriter {
    /// Hides open instances, or says anew why, who and until when; resolved ones are left alone.
    /// - Returns: how many of each check.
    public func hide(_ fingerprints: [String], _ acceptance: Acceptance, _ mark: DecisionMark) throws -> [String: Int] {
        var counts: [String: Int] = [:]
        var severities: [String: Severity] = [:]
        for fingerprint in fingerprints {
            guard let subject = try subject(fingerprint), subject.status != .resolved else { continue }
            let severity = try severities[subject.check] ?? finding(subject.check)?.severity ?? .low
            severities[subject.check] = severity
            let earlier = try hiding(of: fingerprint)
            try keep(
                Hiding(
                    fingerprint: fingerprint, check: subject.check, acceptance: acceptance, severity: severity,
                    evidence: subject.evidence))
            try move(subject, to: .hidden, .hidden, at: mark.deed.at)
            try log(subject, .hide, acceptance.words, earlier, mark)
            counts[subject.check, default: 0] += 1
        }
        try tell(.hide, counts, acceptance.words, mark)
        return counts
    }

    /// Shows hidden instances again. - Returns: as `hide`.
    public func unhide(_ fingerprints: [String], because why: String? = nil, _ mark: DecisionMark) throws
        -> [String: Int]
    {
        var counts: [String: Int] = [:]
        let isItself = mark.deed.actor == Decision.itself
        for fingerprint in fingerprints {
            guard let subject = try subject(fingerprint), let hiding = try hiding(of: fingerprint) else { continue }
            try forgetHiding(of: fingerprint)
            if subject.status == .hidden {
                try move(subject, to: .active, isItself ? .reopened : .unhidden, at: mark.deed.at)
                if isItself { tallies.count(.reopened, of: subject.check, at: mark.deed.at) }
                counts[subject.check, default: 0] += 1
            }
            try log(subject, isItself ? .reopen : .unhide, why, hiding, mark)
        }
        try tell(isItself ? .reopen : .unhide, counts, why, mark)
        return counts
    }

    /// Reopens hidden instances whose finding is now graver than when they were hidden.
    /// - Parameter mark: of what made it graver, which brings them back when it is taken back.
    func reopenHiddenBelow(_ check: String, _ mark: DecisionMark) throws {
        guard let severity = try finding(check)?.severity else { return }
        let hidden = try connection.hidings(
            of: integration, where: "check_id = $2 AND severity > $3", [.text(check), .int(severity.rank)])
        guard !hidden.isEmpty else { return }
        let why = "its severity is \(severity.rawValue) now"
        _ = try unhide(
            hidden.map(\.fingerprint), because: why,
            DecisionMark(Deed(by: Decision.itself, at: mark.deed.at), batch: mark.batch))
    }

    /// Reopens what was accepted until a moment that has passed. - Returns: how many findings and instances.
    @discardableResult
    public func reopenEnded(at now: Date) throws -> Int {
        let mark = DecisionMark(Deed(by: Decision.itself, at: now))
        let ignored = try connection.rows(
            "SELECT check_id FROM finding WHERE integration = $1 AND ignored = 1 AND expires <= $2", [scope, now.sql]
        ) { $0.text(0) }
        for check in ignored { try activate(check, because: "the exception ended", mark) }
        let hidden = try connection.hidings(of: integration, where: "expires <= $2", [now.sql])
        let shown = try unhide(hidden.map(\.fingerprint), because: "the exception ended", mark)
        return ignored.count + shown.values.reduce(0, +)
    }

    /// - Parameter isBeside: its finding's severity was taken back with it.
    func undoInstance(_ decision: Decision, isBeside: Bool, _ mark: DecisionMark) throws -> Bool {
        guard let subject = try subject(decision.fingerprint), subject.status != .resolved else { return false }
        let present = try hiding(of: decision.fingerprint)
        if let before = decision.before, let acceptance = before.acceptance {
            try keep(
                Hiding(
                    fingerprint: subject.fingerprint, check: subject.check, acceptance: acceptance,
                    severity: before.severity ?? .low, evidence: before.evidence ?? subject.evidence))
            if subject.status == .active { try move(subject, to: .hidden, .hidden, at: mark.deed.at) }
        } else {
            try forgetHiding(of: subject.fingerprint)
            if subject.status == .hidden { try move(subject, to: .active, .unhidden, at: mark.deed.at) }
        }
        // What was taken back has not opened again.
        if decision.action == .reopen { tallies.count(.reopened, of: subject.check, at: decision.at, times: -1) }
        let told = Self.told(takingBack: decision.action, isBeside: isBeside)
        try log(subject, told.action, told.detail, present, mark)
        return true
    }

    /// Brings an open instance among the hidden or the active ones; when it opened stays.
    private func move(
        _ subject: Subject, to status: Instance.Status, _ change: HistoryEntry.Change, at now: Date
    ) throws {
        guard subject.status != status else { return }
        let isNews = change == .reopened
        try connection.execute(
            "UPDATE instance SET status = $1, since = $2 WHERE integration = $3 AND fingerprint = $4",
            [
                .text(status.rawValue), .real(isNews ? now.timeIntervalSince1970 : subject.since), scope,
                .text(subject.fingerprint),
            ])
        tallies.leave(subject.check, subject.status, since: subject.since)
        tallies.enter(subject.check, status, since: isNews ? now.timeIntervalSince1970 : subject.since)
    }

    private func subject(_ fingerprint: String) throws -> Subject? {
        try connection.first(
            """
            SELECT fingerprint, check_id, status, since, evidence, last_run FROM instance
            WHERE integration = $1 AND fingerprint = $2
            """, [scope, .text(fingerprint)]
        ) {
            Subject(
                fingerprint: $0.text(0), check: $0.text(1), status: .init(rawValue: $0.text(2)) ?? .active,
                since: $0.real(3), evidence: $0.text(4), run: $0.int(5))
        }
    }

    private func log(
        _ subject: Subject, _ action: Decision.Action, _ detail: String?, _ before: Hiding?, _ mark: DecisionMark
    ) throws {
        try log(
            Decision(
                check: subject.check, fingerprint: subject.fingerprint, at: mark.deed.at, batch: mark.batch,
                actor: mark.deed.actor, action: action, detail: detail,
                before: .init(
                    acceptance: before?.acceptance, severity: before?.severity, evidence: before?.evidence)))
    }

    /// One line in the finding's history and one in the audit log, however many instances it was.
    /// - Parameter isBeside: what happens to instances follows from a decision about their finding, which has a line of its own.
    func tell(
        _ action: Decision.Action, _ counts: [String: Int], _ detail: String?, _ mark: DecisionMark,
        isBeside: Bool = false
    ) throws {
        let isBeside = isBeside || mark.deed.actor == Decision.itself
        for (check, count) in counts.sorted(by: { $0.key < $1.key }) {
            let words = "\(count)" + (detail.map { " · \($0)" } ?? "")
            try log(
                Decision(
                    check: check, at: mark.deed.at,
                    batch: isBeside ? Decision.newBatch() : mark.batch,
                    actor: mark.deed.actor, action: action, detail: words))
            let name = try finding(check)?.integration ?? ""
            try note(mark.deed.entry("instance.\(action.rawValue)", "\(check) in \(name)", words))
        }
    }
}

extension Store {
    /// The integrations in which an exception has ended and nobody has noticed yet. Two looks into small indexes: reads ask it every time.
    public func integrationsWithEndedExceptions(at now: Date) throws -> [Int] {
        try database.read {
            let ignored = try $0.rows(
                "SELECT DISTINCT integration FROM finding WHERE ignored = 1 AND expires IS NOT NULL AND expires <= $1",
                [now.sql]
            ) { $0.int(0) }
            let hidden = try $0.rows(
                "SELECT DISTINCT integration FROM hiding WHERE expires IS NOT NULL AND expires <= $1", [now.sql]
            ) { $0.int(0) }
            return Set(ignored + hidden).sorted()
        }
    }
}
