import Flows
import Foundation
import Model
import Report
import Store

/// The fields by which a list of instances is narrowed to what stands in files: a profile, an entry, a sensitivity label. What no finding tells
/// of is not offered.
struct ContentFields {
    private struct Option {
        var value: String
        var title: String
        var heading = ""
    }

    private let store: Store
    private let asked: ContentAsked
    private let integration: Int?

    /// - Parameter integration: nil for all of them.
    init(_ asked: ContentAsked, of integration: Int?, in store: Store) {
        (self.asked, self.integration, self.store) = (asked, integration, store)
    }

    /// Empty where no finding tells of what stands in files.
    var values: [[String: Any]] {
        get throws {
            let known = try store.contentNames(of: integration)
            return [
                try field(
                    "profile", "Profile", any: "Any profile",
                    known.profiles.sorted().map { Option(value: $0, title: $0) }),
                try field("entry", "Entry", any: "Any entry", entries(known.entries)),
                try field("label", "Sensitivity label", any: "Any label", labels(known.labels)),
            ].compactMap(\.self)
        }
    }

    private func field(_ name: String, _ title: String, any: String, _ options: [Option]) throws -> [String: Any]? {
        var options = options
        let value = asked[name]
        let chosen = value.flatMap { value in
            options.firstIndex { KeptProfile.key($0.value) == KeptProfile.key(value) }
        }
        if let value, chosen == nil {
            // Called otherwise, or found in no file any more: it is chosen all the same.
            options.insert(Option(value: value, title: try asked.called(name, value, in: store).title), at: 0)
        }
        guard !options.isEmpty else { return nil }
        let place = chosen ?? (value == nil ? nil : 0)
        let shown = options.enumerated().map { number, option -> [String: Any] in
            [
                "value": option.value, "isChosen": number == place,
                "title": VisibleText.of(DisplayWidth.cut(option.title, to: 80, .middle)),
            ]
        }
        // Options of one heading stand together already.
        let headings = options.map(\.heading).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        return [
            "name": name, "title": title, "any": any,
            "groups": headings.map { heading in
                [
                    "heading": heading, "hasHeading": !heading.isEmpty,
                    "options": zip(options, shown).filter { $0.0.heading == heading }.map(\.1),
                ] as [String: Any]
            },
        ]
    }

    private func entries(_ ids: Set<String>) throws -> [Option] {
        let choices = try ProfileBook(store: store).catalogue().choices.filter { ids.contains($0.id) }
        let gone = ids.subtracting(choices.map(\.id)).sorted().map { Option(value: $0, title: $0) }
        return gone
            + choices.map { Option(value: $0.id, title: Self.marked($0.title, $0.isDeleted), heading: $0.group) }
    }

    /// Those of several tenants say whose they are.
    private func labels(_ ids: Set<String>) throws -> [Option] {
        let shelves = try store.integrations().filter { integration ?? $0.id == $0.id }.map(
            LabelBook(store: store).shelf)
        let holders = shelves.filter { shelf in shelf.rows.contains { ids.contains($0.kept.id) } }
        var seen: Set<String> = []
        let named = holders.flatMap { shelf in
            shelf.rows.filter { ids.contains($0.kept.id) && seen.insert($0.kept.id).inserted }.map { row in
                Option(
                    value: row.kept.id, title: Self.marked(row.path, row.kept.deletedAt != nil),
                    heading: holders.count > 1 ? shelf.integration.name : "")
            }
        }
        return ids.subtracting(seen).sorted().map { Option(value: $0, title: $0) } + named
    }

    private static func marked(_ title: String, _ isDeleted: Bool) -> String {
        isDeleted ? "\(DisplayWidth.cut(title, to: 68, .middle)) (deleted)" : title
    }
}

extension Template {
    /// Fields of a filter form for what stands in files.
    static let contentFields = Template(
        "content-fields",
        #"""
        {{#contentFields}}<label class="vh" for="c-{{name}}">{{title}}</label><select class="select content" id="c-{{name}}" name="{{name}}"><option value="">{{any}}</option>{{#groups}}{{#hasHeading}}<optgroup label="{{heading}}">{{/hasHeading}}{{#options}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{title}}</option>{{/options}}{{#hasHeading}}</optgroup>{{/hasHeading}}{{/groups}}</select> {{/contentFields}}
        """#)
}
