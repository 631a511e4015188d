import Flows
import Model
import Posture
import Report
import Store

/// How the API describes itself where it is about findings.
extension Operation {
    private static let subjects = JSONShape.list(.object([("integration", .text), ("check", .text)]))
    private static let instanceSubjects = JSONShape.list(.object([("integration", .text), ("fingerprint", .text)]))
    private static let terms: [(String, JSONShape)] = [
        ("reason", .text(maxLength: FreeText.mostOfReason)),
        ("comment", .optional(.text(maxLength: FreeText.mostOfComment))),
        ("owner", .optional(.text(maxLength: FreeText.mostOfOwner))), ("expires", .optional(.text)),
    ]
    private static let integration = Parameter.query(
        "integration", .text, "The name of an integration; all without it.")
    private static let severities = Parameter.query(
        "severity", .list(FindingJSON.severity), "Only of this severity; may be repeated.")
    private static let category = Parameter.query(
        "category", .list(.text(oneOf: Check.Family.allCases.map(\.rawValue))),
        "Only of this category; may be repeated.")

    static let listChecks = Operation(
        id: "listChecks", tag: "checks", summary: "The catalogue of checks.",
        answers: [200: FindingJSON.page(FindingJSON.check)])
    static let getCheck = Operation(
        id: "getCheck", tag: "checks", summary: "One check with its guide.",
        parameters: [.path("check", .text, "The id of the check.")], answers: [200: FindingJSON.check])
    static let listFindings = Operation(
        id: "listFindings", tag: "findings", summary: "Findings: checks in integrations, worst first.",
        parameters: [
            integration,
            .query("tab", .text(oneOf: FindingTab.allCases.map(\.rawValue)), "Which list; all without it."),
            severities, category, .query("owner", .text, "Who looks after it; nobody for those without an owner."),
            .query(
                "since", .text(oneOf: FindingQuery.Age.allCases.map(\.rawValue)),
                "7d: new in seven days. 30d: older than thirty days."),
            .query("q", .text, "Part of the title, the check's id or the owner."),
            .query(
                "sort", .text(oneOf: FindingQuery.Sort.allCases.flatMap { [$0.rawValue, "-" + $0.rawValue] }),
                "The order; with - the other way round."), .limit, .cursor,
        ], answers: [200: FindingJSON.page(FindingJSON.finding)])
    static let getFinding: Operation = {
        guard case .object(let members, _) = FindingJSON.finding else { return listFindings }
        return Operation(
            id: "getFinding", tag: "findings",
            summary: "One finding with what was decided about it, and its last days.",
            description:
                "days are those of the last 90 (UTC) on which scans found or ended something; active is null where none was completed.",
            parameters: [
                .path("integration", .text, "The integration's name."), .path("check", .text, "The id of the check."),
            ],
            answers: [
                200: .object(members + [("decisions", .list(FindingJSON.decision)), ("days", .list(FindingJSON.day))])
            ])
    }()
    private static let instanceFilter = [
        integration,
        .query(
            "status", .list(.text(oneOf: Instance.Status.allCases.map(\.rawValue))),
            "active without it; may be repeated."),
        severities, category, .query("check", .list(.text), "Only of this check; may be repeated."),
        .query("since", .text, "In their state since that day (UTC), or 7d."),
        .query("owner", .text, "Of findings that somebody looks after; nobody for those without an owner."),
        .query(
            "q", .text,
            "Part of the resource's name or id, of the finding's title, check or owner, or of the name of a profile, an entry or a label that a file has."
        ),
        .query("profile", .text, "Only files in which the profile of this name found something."),
        .query("entry", .text, "Only files in which the entry of this id or name was found."),
        .query(
            "label", .text, #"Only files that bear the sensitivity label of this id, or of this path (Parent \ Child)."#
        ),
        .query(
            "tab", .text(oneOf: FindingTab.allCases.map(\.rawValue)),
            "Of this list of findings only; ignored holds hidden instances too."),
        .query(
            "f", .list(.text),
            "Only of these findings, by integration and check (contoso:domain-spf-missing); may be repeated."),
        .query(
            "ignored", .text(oneOf: InstanceFilter.Ignored.allCases.map(\.rawValue)),
            "What becomes of ignored findings."),
    ]
    static let listInstances = Operation(
        id: "listInstances", tag: "instances", summary: "Instances, worst first, newest first in a finding.",
        description: "A search (q) looks at 5,000 names for one page: while next is there, more may follow.",
        parameters: instanceFilter + [.limit, .cursor], answers: [200: FindingJSON.page(FindingJSON.instance)])
    static let exportInstances = Operation(
        id: "exportInstances", tag: "instances", summary: "All instances of a filter as a file, written as it is read.",
        description: "The formats of reeve finding export; its docs say what stands in each.",
        parameters: instanceFilter + [
            .query(
                "i", .list(.text),
                "These instances alone, whatever the filter says, by integration and fingerprint (contoso:9f2c…); may be repeated."
            ),
            .query("format", .text(oneOf: exportFormats.map(\.rawValue)), "jsonl without it."),
        ], bodies: [],
        answers: [
            (
                200, "The file.",
                Set(exportFormats.map { String($0.contentType.prefix { $0 != ";" }) }).sorted().map {
                    Content(type: $0, shape: $0 == "application/json" ? .map(.any) : .text)
                }
            )
        ])
    private static let exportFormats = Format.allCases.filter { $0 != .table }
    static let getInstance = Operation(
        id: "getInstance", tag: "instances", summary: "One instance with its exception and history.",
        parameters: [.path("fingerprint", .text, "32 hexadecimal digits."), integration],
        answers: [200: FindingJSON.instance])
    static let getCoverage = Operation(
        id: "getCoverage", tag: "coverage", summary: "What the last scans, or one of them, read and what not.",
        parameters: [integration, .query("scan", .integer(minimum: 1), "The number of a scan; the last without it.")],
        answers: [200: FindingJSON.page(FindingJSON.coverage)])
    static let exportCoverage = Operation(
        id: "exportCoverage", tag: "coverage", summary: "The same as CSV, of the last scans or of one.",
        parameters: [integration, .query("scan", .integer(minimum: 1), "The number of a scan; the last without it.")],
        bodies: [], answers: [(200, "The file.", [Content(type: "text/csv", shape: .text)])])
    static let exportUnreadFiles = Operation(
        id: "exportUnreadFiles", tag: "coverage",
        summary: "The files whose contents were not read whole, each with the reason, as CSV.",
        description: "integration, file, location, url, size in bytes, state as in the coverage, detail.",
        parameters: [integration], bodies: [],
        answers: [(200, "The file.", [Content(type: "text/csv", shape: .text)])])
    static let getOverview = Operation(
        id: "getOverview", tag: "overview", summary: "What is open, what is new, and thirty days of it.",
        description: "newSinceYesterday is null where nothing was scanned before today.",
        parameters: [integration],
        answers: [
            200: .object([
                ("active", FindingJSON.counts), ("newSinceYesterday", .optional(FindingJSON.counts)),
                ("newInSevenDays", FindingJSON.counts), ("resolvedInSevenDays", .integer(minimum: 0)),
                ("reopenedInSevenDays", .integer(minimum: 0)), ("withoutAnswer", .integer(minimum: 0)),
                (
                    "days",
                    .list(
                        .object([
                            ("day", .text(format: "date")), ("active", .optional(FindingJSON.counts)),
                            ("isIncomplete", .flag),
                        ]))
                ),
            ])
        ])

    static let ignoreFindings = decision(
        "ignoreFindings", "findings", "Ignore findings until a day, or without an end.",
        [("findings", subjects)] + terms,
        required: ["findings", "reason"])
    static let activateFindings = decision(
        "activateFindings", "findings", "Let ignored findings count again.", [("findings", subjects)])
    static let rankFindings = decision(
        "rankFindings", "findings", "Change severities in integrations.",
        [("findings", subjects), ("severity", .text(oneOf: Severity.allCases.map(\.rawValue) + ["default"]))])
    static let assignFindings = decision(
        "assignFindings", "findings", "Say who looks after findings; nobody without an owner.",
        [("findings", subjects), ("owner", .optional(.text(maxLength: FreeText.mostOfOwner)))], required: ["findings"])
    static let hideInstances = decision(
        "hideInstances", "instances", "Hide instances until a day, or until they get worse.",
        [("instances", instanceSubjects)] + terms, required: ["instances", "reason"])
    static let unhideInstances = decision(
        "unhideInstances", "instances", "Show hidden instances again.", [("instances", instanceSubjects)])
    static let undoDecision = decision(
        "undoDecision", "findings", "Take back what was decided in one go, where nothing was decided since.",
        [("batch", .text)])

    private static func decision(
        _ id: String, _ tag: String, _ summary: String, _ body: [(String, JSONShape)], required: [String]? = nil
    ) -> Operation {
        Operation(
            id: id, tag: tag, summary: summary, body: .object(body, required: required),
            answers: [200: FindingJSON.result])
    }
}
