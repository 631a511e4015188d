import Flows
import Foundation
import Model
import Posture
import Report
import Store

/// Checks, findings and decisions as the API tells them.
enum FindingJSON {
    static func object(_ check: Check) -> OrderedJSON {
        .object([
            ("id", .text(check.id)), ("title", .text(check.title)), ("category", .text(check.family.rawValue)),
            ("severity", .text(check.severity.rawValue)), ("permissions", .texts(check.permissions.map(\.rawValue))),
            ("collectors", .texts(check.collectors.map(\.rawValue))), ("why", .text(check.why)),
            ("fix", .texts(check.fix)), ("references", .texts(check.references)), ("mappings", .texts(check.mappings)),
        ])
    }

    static func object(_ day: FindingDay) -> OrderedJSON {
        let date = Date(timeIntervalSince1970: Double(day.day) * 86_400)
        return .object([
            ("day", .text(String(Moments.iso(date).prefix(10)))), ("active", .optional(day.active)),
            ("opened", .number(day.opened)), ("reopened", .number(day.reopened)), ("resolved", .number(day.resolved)),
            ("unread", .optional(day.unread)),
        ])
    }

    static func object(_ entry: FindingEntry) -> OrderedJSON {
        let finding = entry.finding
        return .object([
            ("check", .text(finding.check)), ("title", .text(entry.title)),
            ("category", .optional(entry.check?.family.rawValue)), ("integration", .text(finding.integration)),
            ("severity", .text(finding.severity.rawValue)),
            ("defaultSeverity", .text(finding.defaultSeverity.rawValue)),
            ("status", .text(finding.status.rawValue)), ("tab", .text(entry.tab.rawValue)),
            ("owner", .optional(finding.owner)), ("exception", finding.acceptance.map(object) ?? .null),
            (
                "instances",
                .object([
                    ("active", .number(finding.active)), ("hidden", .number(finding.hidden)),
                    ("resolved", .number(finding.resolved)), ("newInSevenDays", .number(entry.fresh)),
                ])
            ),
            ("since", .optional(entry.since.map(Moments.iso))), ("sureness", .text(entry.sureness.word)),
            ("sureWords", .text(entry.sureness.longWords)),
        ])
    }

    static func object(_ acceptance: Acceptance) -> OrderedJSON {
        .object([
            ("reason", .text(acceptance.reason)), ("comment", .optional(acceptance.comment)),
            ("owner", .optional(acceptance.owner)),
            ("expires", .optional(acceptance.expires.map(ProtectWords.lastMoment))),
            ("by", .text(acceptance.by)), ("at", .text(Moments.iso(acceptance.at))),
        ])
    }

    static func object(_ decision: Decision) -> OrderedJSON {
        .object([
            ("at", .text(Moments.iso(decision.at))), ("actor", .text(decision.actor)),
            ("action", .text(decision.action.rawValue)), ("detail", .optional(decision.detail)),
            ("batch", .text(decision.batch)),
        ])
    }

    static func object(_ entry: HistoryEntry) -> OrderedJSON {
        .object([
            ("at", .text(Moments.iso(entry.at))), ("change", .text(entry.change.rawValue)),
            ("by", .optional(entry.by)), ("note", .optional(entry.note)),
        ])
    }

    static func object(_ result: Decide.Result) -> OrderedJSON {
        .object([("changed", .number(result.changed)), ("batch", .text(result.batch))])
    }

    static func object(_ line: CoverageCount, _ integration: String) -> OrderedJSON {
        .object([
            ("integration", .text(integration)), ("collector", .text(line.collector.rawValue)),
            ("state", .text(line.state.rawValue)), ("subjects", .number(line.subjects)),
            ("detail", .optional(line.detail)), ("example", .optional(line.example)),
            ("checks", .texts(CheckIndex.standard.checks(reading: line.collector))),
        ])
    }

    /// Every severity with its number.
    static func counts(_ counts: [Severity: Int]) -> OrderedJSON {
        .object(Severity.allCases.map { ($0.rawValue, .number(counts[$0] ?? 0)) })
    }

    // Their shapes.

    static let check = JSONShape.object([
        ("id", .text), ("title", .text), ("category", .text(oneOf: Check.Family.allCases.map(\.rawValue))),
        ("severity", severity), ("permissions", .list(.text)), ("collectors", .list(.text)), ("why", .text),
        ("fix", .list(.text)), ("references", .list(.text)), ("mappings", .list(.text)),
    ])
    static let severity = JSONShape.text(oneOf: Severity.allCases.map(\.rawValue))
    static let exception = JSONShape.object([
        ("reason", .text), ("comment", .optional(.text)), ("owner", .optional(.text)), ("expires", .optional(.moment)),
        ("by", .text), ("at", .moment),
    ])
    static let finding = JSONShape.object([
        ("check", .text), ("title", .text), ("category", .optional(.text)), ("integration", .text),
        ("severity", severity), ("defaultSeverity", severity),
        ("status", .text(oneOf: Finding.Status.allCases.map(\.rawValue))),
        ("tab", .text(oneOf: FindingTab.allCases.map(\.rawValue))), ("owner", .optional(.text)),
        ("exception", .optional(exception)),
        (
            "instances",
            .object([
                ("active", .integer(minimum: 0)), ("hidden", .integer(minimum: 0)), ("resolved", .integer(minimum: 0)),
                ("newInSevenDays", .integer(minimum: 0)),
            ])
        ),
        ("since", .optional(.moment)), ("sureness", .text(oneOf: ["complete", "partial", "none", "unscanned"])),
        ("sureWords", .text),
    ])
    static let decision = JSONShape.object([
        ("at", .moment), ("actor", .text), ("action", .text(oneOf: Decision.Action.allCases.map(\.rawValue))),
        ("detail", .optional(.text)), ("batch", .text),
    ])
    static let day = JSONShape.object([
        ("day", .text(format: "date")), ("active", .optional(.integer(minimum: 0))), ("opened", .integer(minimum: 0)),
        ("reopened", .integer(minimum: 0)), ("resolved", .integer(minimum: 0)),
        ("unread", .optional(.integer(minimum: 0))),
    ])
    static let history = JSONShape.object([
        ("at", .moment), ("change", .text), ("by", .optional(.text)), ("note", .optional(.text)),
    ])
    static let result = JSONShape.object([("changed", .integer(minimum: 0)), ("batch", .text)])
    static let coverage = JSONShape.object([
        ("integration", .text), ("collector", .text), ("state", .text(oneOf: CoverageState.allCases.map(\.rawValue))),
        ("subjects", .integer(minimum: 0)), ("detail", .optional(.text)), ("example", .optional(.text)),
        ("checks", .list(.text)),
    ])
    static let counts = JSONShape.object(Severity.allCases.map { ($0.rawValue, .integer(minimum: 0)) })
    static let instance = JSONShape.object(
        [
            ("check", .text), ("title", .text), ("category", .optional(.text)), ("severity", severity),
            ("integration", .text), ("tenantId", .text),
            (
                "resource",
                .object(
                    [
                        ("type", .text), ("id", .text), ("name", .text), ("url", .optional(.text)), ("driveId", .text),
                        ("location", .text),
                    ], required: ["type", "id", "name", "url"])
            ),
            ("subId", .optional(.text)), ("status", .text(oneOf: Instance.Status.allCases.map(\.rawValue))),
            ("firstSeen", .moment), ("lastSeen", .moment), ("resolvedAt", .moment), ("fingerprint", .text),
            ("evidence", .map(.any)), ("exception", .optional(exception)), ("history", .list(history)),
        ],
        required: [
            "check", "title", "category", "severity", "integration", "tenantId", "resource", "subId", "status",
            "firstSeen", "lastSeen", "fingerprint", "evidence",
        ])

    /// A page of a list: `{"items": […], "next": …}`.
    static func page(_ item: JSONShape) -> JSONShape {
        .object([("items", .list(item)), ("next", .optional(.text))])
    }
}

extension Sureness {
    var word: String {
        switch self {
        case .complete: "complete"
        case .partial: "partial"
        case .none: "none"
        case .unscanned: "unscanned"
        }
    }
}
