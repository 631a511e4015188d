import Flows
import Foundation
import Hummingbird
import Model
import Report
import Store

/// A page of instances as a table, for the finding's own page and for the list of all.
struct InstanceTable {
    let server: WebServer
    let request: Request
    let visitor: Visitor
    let filter: InstanceFilter
    /// True where instances of several findings stand in it.
    let isFlat: Bool
    /// The address of this list with some values changed; nil takes one out.
    let link: ([(String, String?)]) -> Link
    /// The path that the form of selected rows goes to.
    let action: String
    /// What the form keeps of the address.
    let kept: [(String, String?)]
    let now: Date

    func page() throws -> InstancePage {
        let asked = try PageRequest<InstanceCursor>(request)
        var page = try server.store.instances(
            filter, after: asked.after?.position, asked.after?.direction ?? .forward, limit: asked.limit)
        var names = LabelNames(server.store)
        page.instances = try page.instances.map { try names.named($0) }
        return page
    }

    func values(of page: InstancePage, total: Int) throws -> [String: Any] {
        let given = AddressQuery(request)
        let (opened, chosen) = (given.text("open"), Set(given.texts("i")))
        let ids = Dictionary(
            try server.store.integrations().map { ($0.name, $0.id) }, uniquingKeysWith: { first, _ in first })
        let limit = given.text("limit")
        let acceptances = try acceptances(of: page.instances, ids)
        let mayDecide = visitor.role >= .analyst && filter.statuses != [.resolved]
        var names = LabelNames(server.store)
        let rows = try page.instances.map { instance -> Markup in
            let isOpen = opened == instance.fingerprint
            let id = ids[instance.integration] ?? 0
            return InstanceRowView(
                instance: instance, unfolded: isOpen ? try names.readable(instance) : nil, integration: id, now: now,
                zone: visitor.zone,
                isSelected: chosen.contains("\(id):\(instance.fingerprint)"),
                twist: "\(link([("open", isOpen ? nil : instance.fingerprint)] + place))",
                isFlat: isFlat,
                acceptance: acceptances[Finding.Key(integration: id, check: instance.fingerprint)]
            ).markup
        }
        let words =
            page.instances.count == total
            ? Numbers.counted(total, "instance")
            : "\(Numbers.grouped(page.instances.count)) of \(Numbers.counted(total, "instance"))"
        var values: [String: Any] = [
            "rows": "\(rows)" as Markup, "isEmpty": rows.isEmpty, "isFlat": isFlat, "mayDecide": mayDecide,
            "mayHide": filter.statuses.contains(.active), "mayShow": filter.statuses.contains(.hidden),
            "formAction": "\(action)#decide",
            "sinceHead": filter.statuses == [.resolved] ? "Resolved" : "Since",
            "pager": page.pager(
                words: filter.text == nil
                    ? words : Numbers.counted(rows.count, "match", plural: "matches") + " on this page."
            ) {
                link([("cursor", $0), ("limit", limit)])
            },
            "empty": filter.text == nil ? "No instance here." : "Nothing here has this text.",
        ]
        values["kept"] = (kept + place).compactMap { name, value in value.map { ["name": name, "value": $0] } }
        return values
    }

    /// The page of the list that is shown.
    private var place: [(String, String?)] {
        let given = AddressQuery(request)
        return [("cursor", given.text("cursor")), ("limit", given.text("limit"))]
    }

    /// Why those of the instances are hidden that are, by integration and fingerprint.
    private func acceptances(of instances: [Instance], _ ids: [String: Int]) throws -> [Finding.Key: Acceptance] {
        let hidden = Dictionary(grouping: instances.filter { $0.status == .hidden }, by: \.integration)
        var found: [Finding.Key: Acceptance] = [:]
        for (name, instances) in hidden {
            guard let id = ids[name] else { continue }
            for (fingerprint, acceptance) in try server.store.acceptances(
                ofInstances: instances.map(\.fingerprint), of: id)
            {
                found[Finding.Key(integration: id, check: fingerprint)] = acceptance
            }
        }
        return found
    }

    /// The form for the selected rows; nil where none is asked for.
    func decision(_ book: FindingBook) throws -> DecisionView? {
        let given = AddressQuery(request)
        guard visitor.role >= .analyst, let kind = try given.one("do", of: DecisionView.Kind.self),
            kind == .hide || kind == .unhide
        else { return nil }
        return try DecisionView.of(
            kind, instances: Array(given.texts("i").prefix(200)), among: try book.entries(), book,
            returningTo: "\(link(place))")
    }
}
