import Flows
import Model
import Report
import Store

/// A sensitivity label of a document that somebody tries, and whose it is.
struct TriedLabel: Hashable {
    var id: String
    /// Empty where the document does not say.
    var tenant: String
    var name: String?
    /// The integration whose label it is.
    var integration: String?
    /// Whether it is of a tenant that is not connected; nil where nobody can tell.
    var isForeign: Bool?
    /// Whether other integrations than its own are connected, to which it is foreign.
    var hasStrangers: Bool

    init(_ label: DocumentLabel, among shelves: [LabelBook.Shelf]) {
        (id, tenant) = (label.labelID, label.siteID)
        // One that does not say whose it is is nobody's.
        let own = tenant.isEmpty ? [] : shelves.filter { !label.isForeign(to: $0.integration.tenantID) }
        hasStrangers = shelves.contains { label.isForeign(to: $0.integration.tenantID) }
        name = own.lazy.flatMap(\.rows).first { $0.kept.id == label.labelID }?.path ?? label.name
        integration = own.first?.integration.name
        isForeign = tenant.isEmpty || shelves.isEmpty ? nil : own.isEmpty
    }

    var values: [String: Any] {
        let owner = hasStrangers ? integration : nil
        return [
            "labelID": id, "labelName": shown(name), "foreign": shown(isForeign == true ? tenant : nil),
            "owner": shown(owner), "isNobodys": tenant.isEmpty,
            "isOwn": !tenant.isEmpty && isForeign != true && owner == nil,
        ]
    }

    var document: OrderedJSON {
        .object([
            ("id", .text(id)), ("tenant", .optional(tenant.isEmpty ? nil : tenant)), ("name", .optional(name)),
            ("integration", .optional(integration)), ("isForeign", isForeign.map { .flag($0) } ?? .null),
        ])
    }
}
