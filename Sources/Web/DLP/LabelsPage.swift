import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

extension WebServer {
    /// `GET /dlp/labels`: the labels of each tenant as a tree.
    func labelsPage(_ request: Request, _ context: WebContext) async throws -> Response {
        let integrations = try store.integrations()
        let chosen = try scope(request, amongAll: integrations).map { [$0] }
        let isAnalyst = try context.somebody.role >= .analyst
        let asked = LabelsAsked(request)
        let items = try profileBook.items()
        let shelves = try (chosen ?? integrations).map { integration -> [String: Any] in
            let shelf = try labelBook.shelf(of: integration)
            let profile = items.first { $0.origin == .labels(integration.name) }
            return try values(shelf, profile, asked, context).merging(
                ["mayRead": isAnalyst && integration.status != .paused && !integration.isLimited],
                uniquingKeysWith: { $1 })
        }
        return try show(
            Page(
                section: .labels, title: "Sensitivity labels", crumbs: [.init("DLP"), .init("Sensitivity labels")],
                template: .dlpLabels,
                view: [
                    "shelves": shelves, "isEmpty": shelves.isEmpty, "search": asked.text ?? "",
                    "kept": shown(asked.integration), "all": shown(asked.text.map { _ in "\(asked.unsought)" }),
                ] as [String: Any]),
            request, context)
    }

    private func values(
        _ shelf: LabelBook.Shelf, _ profile: ProfileBook.Item?, _ asked: LabelsAsked, _ context: WebContext
    ) throws -> [String: Any] {
        let files = try store.instancesByLabel(of: shelf.integration.id)
        let folds = LabelFolds(shelf.rows, text: asked.text, open: asked.open)
        let on = Set(profile?.lines.filter(\.isOn).map(\.id) ?? [])
        let rows = asked.isWhole ? folds.rows[...] : folds.rows.prefix(LabelFolds.page)
        let current = shelf.rows.count { $0.kept.deletedAt == nil }
        return [
            "name": shelf.integration.name, "id": "labels-\(shelf.integration.id)", "state": state(shelf.standing),
            "read": shown(moment(shelf.standing).map { time($0, context).values }),
            "trouble": shown(shelf.integration.isLimited ? Self.limited(shelf.standing) : trouble(shelf.standing)),
            "hasRows": !folds.rows.isEmpty, "hasNoMatch": folds.rows.isEmpty && !shelf.rows.isEmpty,
            "isKnownEmpty": shelf.rows.isEmpty && shelf.standing.isRead,
            "isUnknown": shelf.rows.isEmpty && !shelf.standing.isRead,
            "count": Numbers.counted(current, "label"),
            "profileLink": shown(profile.map { "\($0.profile.page)" }),
            "isRunning": jobs.standing(of: shelf.integration.id) != nil,
            "whole": shown(rows.count < folds.rows.count ? "\(asked.whole)" : nil),
            "wholeWords": "Show all \(Numbers.counted(folds.rows.count, "row"))",
            "shownWords": "The first \(Numbers.counted(rows.count, "row")) are shown.",
            "rows": rows.map { shownRow in
                let row = shownRow.row
                return self.row(row, isOn: on.contains(row.entryID), context).merging(
                    [
                        "files":
                            "\(Link("/instances", ["label": row.kept.id, "integration": shelf.integration.name]))",
                        "fileCount": Numbers.grouped(files[row.kept.id] ?? 0), "fold": fold(shownRow, asked),
                    ],
                    uniquingKeysWith: { $1 })
            },
        ]
    }

    /// The way to fold or unfold what stands under a label; false where nothing can be.
    private func fold(_ row: LabelFolds.Row, _ asked: LabelsAsked) -> Any {
        guard let isOpen = row.isOpen else { return false }
        return [
            "link": "\(asked.link(toggling: row.row.kept.id))", "expanded": isOpen ? "true" : "false",
            "words": "\(Numbers.counted(row.below, "label")) under \(row.row.path)",
            "arrow": isOpen ? "M4 6l4 4 4-4" : "M6 4l4 4-4 4", "below": Numbers.counted(row.below, "label"),
            "isFolded": !isOpen,
        ]
    }

    private func moment(_ standing: LabelBook.Standing) -> Date? {
        switch standing {
        case .unread: nil
        case .read(let at, _), .unreadable(_, _, let at): at
        }
    }

    private func state(_ standing: LabelBook.Standing) -> StateView {
        switch standing {
        case .unread: StateView(.unknown, "Not read yet")
        case .read(_, isPreview: false): StateView(.ok, "Read")
        case .read(_, isPreview: true): StateView(.warn, "Preview list")
        case .unreadable(.denied, _, _): StateView(.unknown, "Denied")
        case .unreadable: StateView(.unknown, "Could not be read")
        }
    }

    private func trouble(_ standing: LabelBook.Standing) -> String? {
        switch standing {
        case .read(_, isPreview: false): nil
        case .unread: "Nobody has read the labels of this tenant yet. Every scan does, and Read now does nothing else."
        case .read(_, isPreview: true):
            "These come from Microsoft's preview (beta) list, because SensitivityLabels.Read.All is not granted."
        case .unreadable(let state, let why, _):
            "The labels could not be read (\([state.rawValue, why].compactMap(\.self).joined(separator: ", "))). What was known before stays listed; the tenant may have others."
        }
    }

    private static func limited(_ standing: LabelBook.Standing) -> String {
        let before = if case .unread = standing { "" } else { " What was known before stays listed." }
        return
            "This integration reads on behalf of a person, and labels cannot be read so. Open the integration and authorize again with permissions of the app itself; then its scans read them.\(before)"
    }

    private func row(_ row: LabelBook.Row, isOn: Bool, _ context: WebContext) -> [String: Any] {
        let kept = row.kept
        let state =
            switch kept.status {
            case .active: StateView(.ok, "Active")
            case .inactive: StateView(.off, "Inactive")
            case .deleted: StateView(.bad, "Deleted")
            }
        return [
            "label": kept.label.name ?? kept.id, "path": row.path, "deep": "deep-\(min(row.depth, 6))",
            "isBelow": row.depth > 0, "state": state, "isPreview": kept.label.isPreview,
            "gone": shown(kept.deletedAt.map { ["time": time($0, context)] as [String: Any] }),
            "priority": kept.label.priority.map(Numbers.grouped) ?? "",
            "protects": kept.label.hasProtection.map { $0 ? "Yes" : "No" } ?? "Not said", "labelID": kept.id,
            "isOn": isOn, "first": time(kept.firstSeen, context),
            "former": kept.formerNames.map { former -> [String: Any] in
                ["old": former.name, "since": time(former.since, context), "until": time(former.until, context)]
            },
        ]
    }

    /// `POST /dlp/labels/sync`: reads the labels of a tenant in the background.
    func syncLabels(_ request: Request, _ context: WebContext) async throws -> Response {
        guard let integration = try context.form["integration"].flatMap({ try store.integration(named: $0) }) else {
            throw Problem(.notFound, "There is no such integration; it may have been removed.")
        }
        let back = Link("/dlp/labels")
        switch try await begin(.labels, of: integration, isFull: false, try deed(context)) {
        case .paused: return .seeOther(back, flash: .warning("\(integration.name) is paused; resume it first."))
        case .busy: return .seeOther(back, flash: .warning("\(integration.name) is being read already."))
        case .begun: return .seeOther(back, flash: .done("The labels of \(integration.name) are being read."))
        }
    }
}
