import Flows

/// The boxes of entries in a form, those of one heading together, with a search where there are many labels.
struct EntryChoices {
    /// An entry as it stands in the form.
    struct Choice {
        var entry: ContentEntry
        /// Its box is ticked.
        var isOn: Bool
        /// It is in the profile and switched off.
        var isOff = false
        /// What stands beside it.
        var note: String
    }

    let choices: [Choice]
    /// What labels have to be called to be offered.
    let sought: String?
    var chosen = EntryBoxes.Chosen.shown
    /// Whether the first heading is open although nothing under it is chosen.
    var opensFirst = false
    /// Nobody ticks anything: there is nothing to send, a search neither.
    var isFixed = false

    /// What the partial `dlp-choices` shows.
    var values: [String: Any] {
        let groups = groups
        return [
            "groups": groups, "sought": sought ?? "", "isFixed": isFixed,
            "hasMany": !isFixed && groups.contains { $0["isMany"] as? Bool == true },
        ]
    }

    private var groups: [[String: Any]] {
        var titles: [String] = []
        var rows: [String: [Choice]] = [:]
        for choice in choices {
            if rows[choice.entry.group] == nil { titles.append(choice.entry.group) }
            rows[choice.entry.group, default: []].append(choice)
        }
        return titles.enumerated().map { number, title in group(title, number, rows[title] ?? []) }
    }

    private func group(_ title: String, _ number: Int, _ own: [Choice]) -> [String: Any] {
        let isKept = Dictionary(
            own.map { ($0.entry.id, $0.isOn || $0.isOff) }, uniquingKeysWith: { first, _ in first })
        let boxes = EntryBoxes(own.map(\.entry), text: sought, chosen: chosen) { isKept[$0] ?? false }
        func box(_ place: Int) -> [String: Any] {
            let choice = own[place]
            return [
                "box": "e\(number)-\(place)", "id": choice.entry.id, "title": choice.entry.title,
                "note": choice.note, "isOn": choice.isOn, "isDeleted": choice.entry.isDeleted,
                "isOff": choice.isOff && !choice.isOn,
            ]
        }
        func row(_ row: EntryBoxes.Row) -> [String: Any] {
            box(row.place).merging(
                [
                    "under": row.under.map(box), "hasUnder": !row.under.isEmpty,
                    "underWords": "\(row.under.count) under it", "underOpen": row.isOpen,
                ], uniquingKeysWith: { $1 })
        }
        let (first, rest) = (boxes.rows.prefix(EntryBoxes.most), boxes.rows.dropFirst(EntryBoxes.most))
        let on = own.count(where: \.isOn)
        let isSearched = boxes.isMany && sought != nil
        return [
            "heading": title, "isMany": boxes.isMany, "rows": first.map(row), "rest": rest.map(row),
            "hasRest": !rest.isEmpty, "restWords": "\(rest.count) more",
            "restOpen": chosen == .shown && rest.contains { isKept[own[$0.place].entry.id] ?? false },
            // Only what is ticked is sent: what is off stays without a box.
            "unseen": boxes.unseen.filter { own[$0].isOn }.map { ["id": own[$0].entry.id] },
            "isEmpty": boxes.rows.isEmpty,
            "isOpen": isKept.values.contains(true) || opensFirst && number == 0 || isSearched,
            "count": on > 0 ? "\(on) of \(own.count)" : "\(own.count)",
        ]
    }
}

extension Form {
    /// Whether a form with boxes of many labels was sent to search them: by the button, or by Enter after the text of the search was changed.
    var isSearch: Bool {
        self["do"] == "find" || self["do"] == nil && (self["sought"] ?? "") != (self["searched"] ?? "")
    }

    var sought: String? { self["sought"].flatMap { $0.isEmpty ? nil : $0 } }
}

extension Template {
    /// Boxes of entries. What Enter presses comes first and says nothing: the server tells by the text of the search what was meant.
    static let dlpChoices = Template(
        "dlp-choices",
        #"""
        {{#hasMany}}<button type="submit" hidden formnovalidate></button><input type="hidden" name="searched" value="{{sought}}"><div class="filter"><label class="vh" for="sought">Search labels</label><input class="input" id="sought" name="sought" type="search" value="{{sought}}" placeholder="Name, former name or id"> <button class="btn" type="submit" name="do" value="find" formnovalidate>Search</button></div>{{/hasMany}}
        {{#groups}}{{#unseen}}<input type="hidden" name="entry" value="{{id}}">{{/unseen}}<details class="gap"{{#isOpen}} open{{/isOpen}}><summary><b><bdi class="break">{{heading}}</bdi></b> <span class="second">{{count}}</span></summary>
        {{#isEmpty}}<p class="hint">No label here has this text.</p>{{/isEmpty}}
        {{#rows}}{{> dlp-choice-row}}{{/rows}}
        {{#hasRest}}<details class="under"{{#restOpen}} open{{/restOpen}}><summary class="second">{{restWords}}</summary>
        {{#rest}}{{> dlp-choice-row}}{{/rest}}</details>{{/hasRest}}
        </details>{{/groups}}
        """#)

    /// An entry with those that stand under it.
    static let dlpChoiceRow = Template(
        "dlp-choice-row",
        #"""
        {{> dlp-choice}}{{#hasUnder}}<details class="under"{{#underOpen}} open{{/underOpen}}><summary class="second">{{underWords}}</summary>
        {{#under}}{{> dlp-choice}}{{/under}}</details>{{/hasUnder}}
        """#)

    /// An entry as a box.
    static let dlpChoice = Template(
        "dlp-choice",
        #"""
        <div class="choice"><input type="checkbox" id="{{box}}" name="entry" value="{{id}}"{{#isOn}} checked{{/isOn}}{{#isFixed}} disabled{{/isFixed}}><label for="{{box}}"><bdi class="break">{{title}}</bdi>{{#isDeleted}} <span class="prov">deleted</span>{{/isDeleted}}{{#isOff}} <span class="prov">switched off</span>{{/isOff}} <span class="hint"><bdi class="break">{{note}}</bdi></span></label></div>
        """#)
}
