import Foundation
import Model

/// What one transaction does to the counts of findings, added up: a page of five hundred entities then changes each count once.
/// Made, filled and settled inside one transaction, on its thread alone.
final class Tallies {
    struct Age: Hashable {
        var check: String
        var status: Instance.Status
        var day: Int
    }
    enum Event: String { case opened, reopened, resolved }
    struct Happening: Hashable {
        var check: String
        var event: Event
        var day: Int
    }

    private(set) var ages: [Age: Int] = [:]
    private(set) var happenings: [Happening: Int] = [:]
    /// The default severity of checks that have not been counted before.
    private(set) var severities: [String: Severity] = [:]

    func enter(_ check: String, _ status: Instance.Status, since: Double, severity: Severity? = nil) {
        ages[Age(check: check, status: status, day: dayNumber(since)), default: 0] += 1
        if let severity { severities[check] = severity }
    }

    func leave(_ check: String, _ status: Instance.Status, since: Double) {
        ages[Age(check: check, status: status, day: dayNumber(since)), default: 0] -= 1
    }

    /// - Parameter times: fewer than none where what was counted is taken back.
    func count(_ event: Event, of check: String, at now: Date, times: Int = 1) {
        happenings[Happening(check: check, event: event, day: dayNumber(now)), default: 0] += times
    }

    func clear() {
        ages = [:]
        happenings = [:]
        severities = [:]
    }
}

/// Days since 1970, UTC: what counts are kept by.
public func dayNumber(_ date: Date) -> Int { dayNumber(date.timeIntervalSince1970) }

func dayNumber(_ seconds: Double) -> Int { Int((seconds / 86_400).rounded(.down)) }

extension StoreWriter {
    /// Writes what has been tallied; the end of every transaction does so.
    func settleTallies() throws {
        for (check, severity) in tallies.severities { try addFinding(check, severity: severity) }
        for (age, change) in tallies.ages where change != 0 { try add(change, age) }
        for (happening, times) in tallies.happenings where times != 0 {
            let column = happening.event.rawValue
            try connection.execute(
                """
                INSERT INTO finding_day (integration, check_id, day, opened, reopened, resolved) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (integration, check_id, day) DO UPDATE SET \(column) = finding_day.\(column) + excluded.\(column)
                """,
                [
                    scope, .text(happening.check), .int(happening.day), .int(happening.event == .opened ? times : 0),
                    .int(happening.event == .reopened ? times : 0), .int(happening.event == .resolved ? times : 0),
                ])
        }
        tallies.clear()
    }

    /// A row for a check that has none yet.
    func addFinding(_ check: String, severity: Severity) throws {
        try connection.execute(
            """
            INSERT INTO finding (integration, check_id, default_severity, severity, ignored, active, hidden, resolved)
            VALUES ($1, $2, $3, $3, 0, 0, 0, 0) ON CONFLICT (integration, check_id) DO NOTHING
            """, [scope, .text(check), .int(severity.rank)])
    }

    private func add(_ change: Int, _ age: Tallies.Age) throws {
        let column = age.status.rawValue
        try connection.execute(
            "UPDATE finding SET \(column) = \(column) + $1 WHERE integration = $2 AND check_id = $3",
            [.int(change), scope, .text(age.check)])
        let place: [SQLValue] = [scope, .text(age.check), .text(column), .int(age.day)]
        try connection.execute(
            """
            INSERT INTO finding_age (integration, check_id, status, day, instances) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (integration, check_id, status, day) DO UPDATE SET instances = finding_age.instances + excluded.instances
            """, place + [.int(change)])
        guard change < 0 else { return }
        try connection.execute(
            """
            DELETE FROM finding_age WHERE integration = $1 AND check_id = $2 AND status = $3 AND day = $4 AND instances = 0
            """, place)
    }
}
