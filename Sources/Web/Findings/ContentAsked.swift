import Flows
import Hummingbird
import Model
import Report
import Store

/// What has to stand in the files of a list, as it stands in the address: `profile`, `entry`, `label`.
struct ContentAsked {
    static let names = ["profile", "entry", "label"]

    /// As they were given; nil where nothing was asked.
    private let given: [(name: String, value: String)]

    init(_ request: Request) {
        let query = AddressQuery(request)
        given = Self.names.compactMap { name in query.text(name).map { (name, $0) } }
    }

    subscript(_ name: String) -> String? { given.first { $0.name == name }?.value }

    /// What links of the list keep of the address.
    var kept: [(String, String?)] { given.map { ($0.name, $0.value) } }

    /// - Throws: `Problem` 400 for what nobody knows.
    func narrow(_ filter: inout InstanceFilter, in store: Store) throws {
        do {
            try filter.narrow(toProfile: self["profile"], entry: self["entry"], label: self["label"], in: store)
        } catch let trouble as ProfileTrouble {
            throw Problem(.badRequest, sentence(trouble.reason))
        }
    }

    /// A line for each, with the way to the list without it.
    func lines(in store: Store, _ link: (_ leavingOut: String) -> Link) throws -> [[String: Any]] {
        try given.map { name, value in
            let called = try called(name, value, in: store)
            return [
                "what": Self.words[name] ?? "", "called": VisibleText.of(called.title), "isDeleted": called.isDeleted,
                "all": "\(link(name))",
            ]
        }
    }

    private static let words = [
        "profile": "Only files in which this profile found something:",
        "entry": "Only files in which this entry was found:",
        "label": "Only files that bear this sensitivity label:",
    ]

    /// What people call the value of a field, and whether it is a label that its tenant deleted.
    func called(_ name: String, _ value: String, in store: Store) throws -> (title: String, isDeleted: Bool) {
        switch name {
        case "entry":
            let entry = try ProfileBook(store: store).catalogue().choices.first { $0.id == value }
            return try entry.map { ($0.title, $0.isDeleted) }
                ?? (ProfileBook(store: store).catalogue().entry(value)?.title ?? value, false)
        case "label":
            let book = LabelBook(store: store)
            let rows = try store.integrations().flatMap { try book.shelf(of: $0).rows }.filter {
                $0.kept.id == value.lowercased() || $0.path.lowercased() == LabelBook.path(value)
            }
            // Whether it is gone says who still has it.
            return (rows.first?.path ?? value, !rows.isEmpty && rows.allSatisfy { $0.kept.deletedAt != nil })
        default: return (value, false)
        }
    }
}

extension Template {
    /// What a list of instances is narrowed to, each with the way out of it.
    static let contentAsked = Template(
        "content-asked",
        #"""
        {{#contentAsked}}<p class="note">{{what}} <b><bdi class="break">{{called}}</bdi></b>{{#isDeleted}} <span class="prov">deleted</span>{{/isDeleted}}. <a href="{{all}}" aria-label="Show all, not only {{called}}">Show all</a></p>{{/contentAsked}}
        """#)
}
