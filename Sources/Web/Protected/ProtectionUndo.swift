import Flows
import Foundation
import Hummingbird
import Store
import Synchronization

/// The latest changes to the Business Email Compromise list, so that they can be taken back as long as somebody sees the page that says so.
/// In memory: a cookie has no room for five hundred people with their reasons.
final class ProtectionChangeShelf: Sendable {
    private let kept = Mutex<[(id: String, change: ProtectionChange)]>([])
    /// Changed entries that are kept in all; the oldest changes go first.
    private static let most = 5_000

    /// - Returns: what the change is asked for by; nil where there is nothing to take back.
    func keep(_ change: ProtectionChange) -> String? {
        guard !change.steps.isEmpty else { return nil }
        let id = RandomSecret().text
        kept.withLock { kept in
            kept.append((id, change))
            while kept.count > 1, kept.map(\.change.steps.count).reduce(0, +) > Self.most { kept.removeFirst() }
        }
        return id
    }

    /// Each can be taken once.
    func take(_ id: String) -> ProtectionChange? {
        kept.withLock { kept in
            kept.firstIndex { $0.id == id }.map { kept.remove(at: $0).change }
        }
    }
}

extension WebServer {
    /// The button that takes a change back.
    func undo(_ change: ProtectionChange, backTo next: Link) -> Flash.Undo? {
        changes.keep(change).map { .init(action: "/protected/undo", fields: ["change": $0, "next": "\(next)"]) }
    }

    func takeBackProtection(_ request: Request, _ context: WebContext) async throws -> Response {
        let back = Link(returningTo: context.form["next"]) ?? Link("/protected")
        guard let change = context.form["change"].flatMap(changes.take) else {
            return .seeOther(back, flash: .warning("That cannot be taken back any more: change it by hand."))
        }
        let taken = try ProtectEdit(store: store, try deed(context)).takeBack(change)
        let stayed =
            taken.unchanged.isEmpty
            ? "" : " Changed by somebody since, and left alone: \(DirectoryWords.listed(taken.unchanged))."
        guard !taken.steps.isEmpty else { return .seeOther(back, flash: .warning("Nothing was taken back.\(stayed)")) }
        return .seeOther(
            back,
            flash: .done("Taken back. \(Self.words(of: taken))\(stayed)", undo: undo(taken, backTo: back)))
    }

    /// What stands now: an Undo can itself be taken back, and both would be told alike otherwise.
    private static func words(of taken: ProtectionChange) -> String {
        let listed = taken.steps.filter { $0.after != nil }.map(\.name)
        let gone = taken.steps.filter { $0.after == nil }.map(\.name)
        return [
            listed.isEmpty ? nil : "On the list as before: \(DirectoryWords.listed(listed)).",
            gone.isEmpty ? nil : "No longer on the list: \(DirectoryWords.listed(gone)).",
        ].compactMap(\.self).joined(separator: " ")
    }
}
