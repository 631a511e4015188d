/// Why somebody is protected, as chips: an icon and a word each.
enum Provenance {
    private static let group =
        #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="6" cy="5.8" r="2.1"/><path d="M2 12.6c.4-2.3 1.9-3.4 4-3.4s3.6 1.1 4 3.4M10.3 3.9a2 2 0 0 1 0 3.8M11.6 9.5c1.3.5 2.1 1.5 2.4 3.1"/></svg>"#
    private static let person =
        #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="5.4" r="2.4"/><path d="M3.4 13.2c.5-2.6 2.3-3.9 4.6-3.9s4.1 1.3 4.6 3.9"/></svg>"#
    private static let upload =
        #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 10.5V3M5 5.8L8 2.8l3 3M3 10.5v2.7h10v-2.7"/></svg>"#
    private static let pen =
        #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 13l.6-2.8L10.8 3l2.2 2.2-7.2 7.2z"/></svg>"#

    static func icon(isGroup: Bool) -> String { isGroup ? group : person }

    /// - Parameter reasons: `direct`, `group:Executives`, `import:vips.csv`, `api:hr-sync`, `manual`.
    static func chips(_ reasons: [String]) -> Markup {
        let chips = reasons.map { reason -> Markup in
            let (icon, words) = chip(reason)
            return "<span class=\"prov\">\(drawing: icon)<bdi>\(words)</bdi></span> "
        }
        return "<span class=\"provs\">\(chips)</span>"
    }

    private static func chip(_ reason: String) -> (icon: String, words: String) {
        let parts = reason.split(separator: ":", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? parts[1] : ""
        return switch parts.first {
        case "group": (group, rest)
        case "import": (upload, rest)
        case "api": (upload, "API, \(rest)")
        case "manual": (pen, "typed in")
        case "direct": (person, "added directly")
        default: (person, reason)
        }
    }
}

/// How far somebody is protected: a filled, half or empty ring and words.
enum ProtectionMark {
    static let full =
        #"<svg class="i shield" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.2"/><path d="M5.4 8.2l1.9 1.9 3.4-3.9"/></svg>"#
    static let half =
        #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6"/><path d="M8 2a6 6 0 0 0 0 12z" fill="currentColor"/></svg>"#
    static let empty =
        #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6"/></svg>"#
}
