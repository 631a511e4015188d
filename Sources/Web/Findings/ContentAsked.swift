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

    private subscript(_ name: String) -> String? { given.first { $0.name == name }?.value }

    /// What links of the list keep of the address.
    var kept: [(String, String?)] { given.map { ($0.name, $0.value) } }

    /// - Throws: `Problem` 400 for what nobody knows.
    func narrow(_ filter: inout InstanceFilter, in store: Store) throws {
        do {
            try filter.narrow(toProfile: self["profile"], entry: self["entry"], label: self["label"], in: store)
        } catch let trouble as ProfileTrouble {
            throw Problem(.badRequest, sentence("\(trouble)"))
        }
    }

    /// A line for each, with the way to the list without it.
    func lines(in store: Store, _ link: (_ leavingOut: String) -> Link) throws -> [[String: Any]] {
        try given.map { name, value in
            let (what, called) = try words(name, value, store)
            return ["what": what, "called": VisibleText.of(called), "all": "\(link(name))"]
        }
    }

    private func words(_ name: String, _ value: String, _ store: Store) throws -> (String, String) {
        switch name {
        case "profile": ("Only files in which this profile found something:", value)
        case "entry":
            (
                "Only files in which this entry was found:",
                try ProfileBook(store: store).catalogue().entry(value)?.title ?? value
            )
        default: ("Only files that bear this sensitivity label:", try LabelBook(store: store).path(of: value) ?? value)
        }
    }
}

extension Template {
    /// What a list of instances is narrowed to, each with the way out of it.
    static let contentAsked = Template(
        "content-asked",
        #"""
        {{#contentAsked}}<p class="note">{{what}} <b><bdi class="break">{{called}}</bdi></b>. <a href="{{all}}" aria-label="Show all, not only {{called}}">Show all</a></p>{{/contentAsked}}
        """#)
}
