import BEC
import Flows
import Foundation
import Hummingbird
import Model
import Posture
import Report
import Store

/// The overview in words and pictures.
struct OverviewSight {
    let overview: Overview
    /// The integration that is shown; nil for all.
    let scope: String?
    let visitor: Visitor

    /// How many integrations and directories stand on the page; their own lists have all.
    static let integrationsShown = 10

    func instances(_ query: [(String, String?)]) -> Link { Link("/instances", [("integration", scope)] + query) }

    private func moment(_ date: Date) -> TimeView { TimeView(date, asOf: overview.now, in: visitor.zone) }

    /// The first sentences: what is open, who was not read, what has no answer.
    var head: [String: Any] {
        var sentences: [String] = []
        let critical = overview.totals[.critical] ?? 0
        let open = overview.totals.values.reduce(0, +)
        let lead: String
        if overview.integrations.isEmpty {
            lead = "No tenant is connected yet, so nothing is known."
        } else if !overview.isScanned {
            lead = "Nothing has been scanned yet, so nothing is known."
        } else if critical > 0 {
            lead = "\(Numbers.counted(critical, "critical instance")) \(critical == 1 ? "is" : "are") open."
        } else if let worst = Severity.allCases.first(where: { (overview.totals[$0] ?? 0) > 0 }) {
            lead =
                "Nothing critical is open in what was read; \(Numbers.counted(overview.totals[worst] ?? 0, "\(worst.rawValue) instance")) \(open == 1 ? "is" : "are")."
        } else {
            lead = "Nothing is open in what was read."
        }
        sentences += Self.told(overview.integrations.filter(\.isShutOut), all: "can no longer sign in") { health in
            let read = health.lastScan?.finishedAt.map { ", last read \(moment($0).words)" } ?? ""
            return "\(health.integration.name) can no longer sign in\(read)."
        }
        let late = overview.integrations.filter { $0.isLate(at: overview.now) }
        sentences += Self.told(late, all: "have not been read for two days or more") {
            "\($0.integration.name) has not been read for \($0.daysUnread(at: overview.now)) days."
        }
        let unanswered = overview.unanswered.count
        if unanswered > 0 {
            sentences.append("\(Numbers.counted(unanswered, "check")) \(unanswered == 1 ? "has" : "have") no answer.")
        }
        return ["lead": lead, "leadMore": sentences.joined(separator: " ")]
    }

    /// A sentence each, or one for all where they are many.
    private static func told(
        _ several: [Overview.Health], all words: String, _ sentence: (Overview.Health) -> String
    ) -> [String] {
        several.count <= 3
            ? several.map(sentence) : ["\(Numbers.counted(several.count, "integration")) \(words)."]
    }

    /// Open instances over time, as areas and as a table.
    func chart(span: ChartSpan, withLow: Bool, asTable: Bool) -> [String: Any] {
        let severities: [Severity] = withLow ? [.critical, .high, .medium, .low] : [.critical, .high, .medium]
        let chart = StackedArea(days: overview.days, severities: severities)
        func here(_ low: Bool, _ table: Bool, _ span: ChartSpan) -> String {
            "\(Link("/", ["integration": scope, "d": span == .month ? nil : span.rawValue, "low": low ? "1" : nil, "as": table ? "table" : nil]))"
        }
        func date(_ day: Int) -> Date { Date(timeIntervalSince1970: Double(day) * 86_400) }
        let first = overview.days.first.map { date($0.day) } ?? overview.now
        let gaps = overview.days.count { $0.isIncomplete }
        let known = overview.days.filter { $0.active != nil }
        let title = severities.map { severity in
            "\(severity.rawValue) from \(known.first?.active?[severity] ?? 0) to \(overview.totals[severity] ?? 0)"
        }.joined(separator: ", ")
        let low = overview.totals[.low] ?? 0
        let step = max(1, (overview.days.count - 1) / 4)
        return [
            "chart": chart.svg(
                title: "Open instances from \(Moments.day(first)) to \(Moments.day(overview.now)): \(title)."),
            "hasChart": known.count > 1, "scale": chart.marks, "asTable": asTable,
            "chartNote":
                "\(severities.map(\.rawValue).joined(separator: ", ")); \(Moments.day(first, asOf: overview.now)) to \(Moments.day(overview.now, asOf: overview.now))",
            "keys": severities.reversed().map {
                ["count": Numbers.grouped(overview.totals[$0] ?? 0), "word": $0.rawValue.capitalized]
            },
            "ticks": stride(from: 0, to: overview.days.count, by: step).map {
                Moments.day(date(overview.days[$0].day), asOf: overview.now)
            },
            "lowLink": here(!withLow, asTable, span),
            "lowWords": withLow
                ? "Without low" : overview.isScanned ? "Add \(Numbers.grouped(low)) low" : "Add low",
            "tableLink": here(withLow, !asTable, span), "tableWords": asTable ? "As a chart" : "As a table",
            "gapWords": shown(gaps == 0 ? nil : "\(Numbers.counted(gaps, "day"))"),
            "spans": ChartSpan.allCases.map {
                ["title": "\($0.rawValue) days", "link": here(withLow, asTable, $0), "isHere": $0 == span]
                    as [String: Any]
            },
            "tableRows": overview.days.reversed().map { day in
                [
                    "day": Moments.day(date(day.day)),
                    "cells": Severity.allCases.map { severity in
                        ["text": day.active.map { Numbers.grouped($0[severity] ?? 0) } ?? "unknown"]
                    },
                    "note": day.isIncomplete ? "not fully read" : "",
                ] as [String: Any]
            },
        ]
    }

    /// The week, how sure, the integrations, the latest decisions.
    var aside: [String: Any] {
        /// Of what nobody has looked at, not even 0 is known.
        func known(_ count: Int) -> String { overview.isScanned ? Numbers.grouped(count) : "–" }
        let parts = Severity.allCases.compactMap { severity -> String? in
            guard let count = overview.fresh[severity], count > 0 else { return nil }
            return "\(Numbers.grouped(count)) \(severity.rawValue)"
        }
        return [
            "week": [
                "fresh": known(overview.fresh.values.reduce(0, +)), "freshLink": "\(instances([("since", "7d")]))",
                "freshParts": overview.isScanned ? parts.joined(separator: ", ") : "not known yet",
                "resolved": known(overview.resolved),
                "resolvedLink": "\(instances([("status", "resolved"), ("since", "7d")]))",
                "reopened": overview.isScanned && overview.reopened == 1 ? "once" : known(overview.reopened),
                "reopenedNote": shown(
                    overview.isScanned ? (overview.reopened == 1 ? "" : "times, ") + "still open or not" : nil),
                "ending": Numbers.counted(overview.ending, "ignored finding"),
                "endingLink":
                    "\(Link("/findings", ["integration": scope, "tab": "ignored", "ends": AddressQuery.week]))",
                "hiddenEnding": Numbers.counted(overview.endingHidden, "hidden instance"),
                "hiddenLink":
                    "\(instances([("status", "hidden"), ("ignored", "included"), ("ends", AddressQuery.week)]))",
            ] as [String: Any],
            "families": overview.families.map(family),
            "health": overview.troubledFirst.prefix(Self.integrationsShown).map(health),
            "moreHealth": shown(more("integration", plural: "integrations")),
            "decisions": overview.decisions.map { named in
                [
                    "time": moment(named.decision.at),
                    "text":
                        "\(DecisionWords.who(named.decision.actor)) \(DecisionWords.told(named.decision.words, asOf: overview.now))",
                    "check": CheckIndex.standard.title(of: named.decision.check),
                    "link": "\(FindingLink.page(named.decision.check, of: named.integration))",
                ] as [String: Any]
            },
            "hasDecisions": !overview.decisions.isEmpty,
            "coverageLink": "\(Link("/coverage", ["integration": scope]))",
        ]
    }

    /// The words of the link to all; nil where all stand on the page.
    func more(_ noun: String, plural: String) -> String? {
        let count = overview.integrations.count
        return count > Self.integrationsShown ? "All \(Numbers.counted(count, noun, plural: plural))" : nil
    }

    private func family(_ balance: Overview.FamilyBalance) -> [String: Any] {
        var values: [String: Any] = [
            "title": balance.family.title,
            "share": balance.share.map(Self.percent) ?? "unknown",
            "bar": CoverageBar(
                read: balance.complete, notApplicable: 0,
                unread: balance.share == nil ? 1 : balance.unread + balance.untold,
                label: balance.family.title
            ).svg,
        ]
        if let worst = balance.worst {
            values["why"] = "\(worst.integration): \(CoverageWords.reason(worst.line, in: .standard))"
        } else if balance.untold > 0 {
            values["why"] = "\(Numbers.counted(balance.untold, "answer")) Microsoft Graph does not give"
        }
        return values
    }

    /// Never rounded up, never 100 % where something is missing.
    static func percent(_ share: Double) -> String {
        let tenths = share >= 1 ? 1000 : min(999, Int(share * 1000))
        return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
    }

    private func health(_ health: Overview.Health) -> [String: Any] {
        let state: StateView
        switch health.integration.status {
        case .reauthorize: state = StateView(.bad, "Cannot sign in")
        case .paused: state = StateView(.off, "Paused")
        case .active:
            if let end = health.lastScan?.finishedAt {
                state =
                    health.refused.isEmpty
                    ? StateView(.ok, "Scanned \(moment(end).words)")
                    : StateView(.warn, "\(Numbers.counted(health.refused.count, "list")) not permitted")
            } else {
                state = StateView(.unknown, "Not scanned yet")
            }
        }
        let note = health.unread > 0 ? "\(Numbers.counted(health.unread, "subject")) not read" : ""
        return [
            "name": health.integration.name, "state": state, "note": note,
            "link": "\(Link("/coverage", ["integration": health.integration.name]))",
        ]
    }
}
