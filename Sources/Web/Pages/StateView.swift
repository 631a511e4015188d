import Mustache

/// A state as icon and words. For the partial `state`.
struct StateView: MustacheParent, Sendable, Hashable {
    enum Kind: String, Sendable, CaseIterable {
        case ok, warn, bad, off, run, unknown

        /// HTML of ours.
        var icon: String {
            let paths =
                switch self {
                case .ok: #"<circle cx="8" cy="8" r="6"/><path d="M5.4 8.2l1.9 1.9 3.4-3.9"/>"#
                case .warn: #"<path d="M8 2.6l5.9 10.6H2.1z"/><path d="M8 6.6v3M8 11.4v.1"/>"#
                case .bad: #"<circle cx="8" cy="8" r="6"/><path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2"/>"#
                case .off: #"<circle cx="8" cy="8" r="6"/><path d="M6.4 5.8v4.4M9.6 5.8v4.4"/>"#
                case .run: #"<circle cx="8" cy="8" r="6" stroke-opacity=".35"/><path d="M8 2a6 6 0 0 1 6 6"/>"#
                case .unknown:
                    #"<circle cx="8" cy="8" r="6" stroke-dasharray="2.4 2.1"/><path d="M6.4 6.5a1.7 1.7 0 1 1 2.4 1.6c-.6.3-.8.6-.8 1.1M8 11.2v.1"/>"#
                }
            return #"<svg class="i" viewBox="0 0 16 16" aria-hidden="true">\#(paths)</svg>"#
        }
    }

    let kind: Kind
    let words: String

    init(_ kind: Kind, _ words: String) {
        self.kind = kind
        self.words = words
    }

    func child(named name: String) -> Any? {
        switch name {
        case "id": kind.rawValue
        case "icon": kind.icon
        case "words": words
        default: nil
        }
    }
}
